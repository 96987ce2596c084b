/**
 * The messages of the worker that runs importers and exporters, checked member by member: the author of a file that is
 * read may have compromised it.
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
/** Most bytes of a file that is made. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Bytes of one part of it. */
export const BYTES_IN_PART = 256 * 1024;

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
const AboutExporter = v.strictObject({
  id: v.pipe(Text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: Text,
  mediaType: v.pipe(Text, v.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  extension: v.pipe(Text, v.regex(/^[a-z0-9]+$/)),
});
const Column = v.strictObject({ heading: Text, first: Text, path: v.exactOptional(Path) });
const Issues = v.pipe(v.array(PartIssue), v.maxLength(1000));

export const FileReply = v.variant('type', [
  v.strictObject({
    type: v.literal('about'),
    importers: v.array(About),
    exporters: v.array(AboutExporter),
  }),
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
  /** Some of the bytes of a file that is made. */
  v.strictObject({
    type: v.literal('bytes'),
    bytes: v.pipe(
      v.instance(Uint8Array),
      v.check(({ length }) => length <= BYTES_IN_PART, 'A part that is too long'),
    ),
  }),
  /** The end of a file that was made, with the numbers that were sent. */
  v.strictObject({ type: v.literal('written'), size: Count, issues: Count }),
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

type Trouble = keyof typeof TROUBLE;

/** The same trouble while a file is made. */
const TROUBLE_OF_MAKING: { readonly [T in Trouble]?: string } = {
  'file-too-slow':
    'Making the file took too long and was stopped. Nothing was given out. Choose fewer referrals.',
  'file-broke': 'The file could not be made. Nothing was given out. Choose another format.',
  'file-stopped': 'Making the file was stopped. Nothing was given out.',
};

/** @param isMaking - a file was to be made, not read */
export function fileTrouble(code: Trouble, isMaking = false): Issue {
  const message = (isMaking ? TROUBLE_OF_MAKING[code] : undefined) ?? TROUBLE[code];
  return { code, message, severity: 'error' };
}
