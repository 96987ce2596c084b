/** The messages from the worker's port, and the reply that the panel gets from them. */
import { type Draft, type Issue, LARGEST_BLOB, type Result } from '@cyber-prevent/core';
import * as v from 'valibot';
import { ROW_BOUND } from './draft-part.js';
import { PartIssue } from './part-issue.js';

const Id = v.pipe(v.number(), v.integer());
export const LONGEST_PART = 8_000_000;
const Part = v.pipe(v.string(), v.maxLength(LONGEST_PART));
const Millis = v.pipe(v.number(), v.minValue(0));

const Timing = v.strictObject({
  /** Milliseconds in the worker: JSON or HTML to a tree, tree to values, values to a draft. */
  parseMs: Millis,
  readMs: Millis,
  draftMs: Millis,
});
export type ParseTiming = v.InferOutput<typeof Timing>;

export const FromWorker = v.variant('type', [
  /** The draft without its rows, the first part of them, and their number: with the last row, the draft is whole. */
  v.strictObject({
    type: v.literal('draft'),
    id: Id,
    json: Part,
    rows: Part,
    rowCount: v.pipe(Id, v.minValue(0), v.maxValue(ROW_BOUND)),
    timing: Timing,
  }),
  v.strictObject({ type: v.literal('rows'), id: Id, json: Part }),
  /** The snapshot made from a saved page, before its draft: as JSON. */
  v.strictObject({ type: v.literal('page'), id: Id, json: Part }),
  /** The answer about the form of a page: the JSON of a `FormPart`. */
  v.strictObject({ type: v.literal('form'), id: Id, json: Part }),
  /** The copy of a page that is kept, as text. */
  v.strictObject({
    type: v.literal('copy'),
    id: Id,
    text: v.pipe(v.string(), v.maxLength(LARGEST_BLOB)),
  }),
  v.strictObject({
    type: v.literal('issues'),
    id: Id,
    issues: v.pipe(v.array(PartIssue), v.minLength(1), v.maxLength(100)),
  }),
]);
export type FromWorker = v.InferOutput<typeof FromWorker>;

/**
 * The draft, or a sentence about the failure; with a draft also `timing`, for measuring, and `page` if its source was
 * not a snapshot.
 */
export type ParseReply = Result<Draft> & {
  readonly timing?: ParseTiming;
  readonly page?: string;
};

const TROUBLE = {
  'parse-too-slow':
    'Reading this page took too long and was stopped. Select the part that you need and clip that.',
  'parse-broke':
    'This page could not be read: it broke the reader. Select the part that you need and clip that, or type the details.',
  'parse-not-started':
    'The reader of pages could not be started. Close this page of the toolkit and open it again.',
  'parse-stopped': 'Reading was stopped. Press again to read the page.',
} as const;

export function trouble(code: keyof typeof TROUBLE): Issue {
  return { code, message: TROUBLE[code], severity: 'error' };
}
