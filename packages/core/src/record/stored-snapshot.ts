/** A copy of a page, stored as a blob: the source of the values of a capture, exactly as it was saved. */
import * as v from 'valibot';
import { Line } from '../shared/primitives.js';
import { field } from './field.js';
import { NamedBlob } from './named-blob.js';

export const StoredSnapshot = v.strictObject({
  ...NamedBlob.entries,
  /** True if only the values taken are left in it. */
  redacted: field(v.boolean(), { label: 'Only what was taken' }),
  /** The reason the whole page was kept. */
  reason: v.optional(field(Line, { label: 'Why the whole page is kept' })),
});
export type StoredSnapshot = v.InferOutput<typeof StoredSnapshot>;
