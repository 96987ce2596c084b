/**
 * The messages of the worker that runs importers, checked member by member: the author of the file may have compromised
 * it.
 */
import { FIELD_PATHS, type Issue } from '@cyber-prevent/core';
import * as v from 'valibot';
import { PartIssue } from '../part-issue.js';

/** Most referrals of one file. */
export const MOST_REFERRALS = 50_000;
/** Most issues of one file. */
export const MOST_ISSUES = 100_000;
/** Characters of a part from which on it is sent: checking one is a short task of the page. */
export const PART = 16_000;
const LONGEST_PART = 8_000_000;

const Path = v.picklist(FIELD_PATHS);
const Text = v.string();
const Texts = v.pipe(v.array(Text), v.maxLength(1000));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const About = v.strictObject({
  id: v.pipe(Text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: Text,
  /** Of the plugin. */
  version: Text,
  mediaTypes: v.array(Text),
  extensions: v.array(Text),
  hasColumns: v.boolean(),
});
const Column = v.strictObject({ heading: Text, first: Text, path: v.exactOptional(Path) });
const Issues = v.pipe(v.array(PartIssue), v.maxLength(1000));

export const FileReply = v.variant('type', [
  v.strictObject({ type: v.literal('about'), importers: v.array(About) }),
  v.strictObject({
    type: v.literal('columns'),
    columns: v.pipe(v.array(Column), v.maxLength(1000)),
  }),
  v.strictObject({ type: v.literal('progress'), done: Count, of: Count }),
  /** Some of the referrals, as JSON. */
  v.strictObject({ type: v.literal('rows'), json: v.pipe(Text, v.maxLength(LONGEST_PART)) }),
  v.strictObject({ type: v.literal('issues'), issues: Issues }),
  /** The end of a file that was read, with the numbers that were sent. */
  v.strictObject({ type: v.literal('read'), rows: Count, issues: Count }),
  /** The end of one that was not: its issues were sent before. */
  v.strictObject({ type: v.literal('refused') }),
]);
export type FileReply = v.InferOutput<typeof FileReply>;

const Row = v.strictObject({
  values: v.record(Path, Texts),
  labels: v.exactOptional(v.record(Path, v.union([Text, Texts]))),
  places: v.exactOptional(v.record(Path, Texts)),
  unsure: v.exactOptional(v.pipe(v.array(Path), v.maxLength(FIELD_PATHS.length))),
  at: v.pipe(Text, v.minLength(1), v.maxLength(200)),
  issues: Issues,
});
/** The referrals of one part. */
export const RowsPart = v.array(Row);

const TROUBLE = {
  'file-too-slow':
    'Reading this file took too long and was stopped. Nothing of it was taken in. Split it into smaller files.',
  'file-broke':
    'This file could not be read: it broke the reader. Nothing of it was taken in. Ask for it in another form.',
  'file-not-started':
    'The reader of files could not be started. Close this page of the toolkit and open it again.',
  'file-stopped': 'Reading was stopped. Nothing of the file was taken in.',
  'file-too-many': 'The file holds more than 50,000 referrals. Ask for it in parts.',
} as const;

export function fileTrouble(code: keyof typeof TROUBLE): Issue {
  return { code, message: TROUBLE[code], severity: 'error' };
}
