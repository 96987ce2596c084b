/** A copy of a page that stands as a blob: what the values of a capture were read from, as it was kept. */
import * as v from 'valibot';
import type { Digest } from '../shared/host.js';
import { BlobName, Line } from '../shared/primitives.js';
import { field } from './field.js';

export const StoredSnapshot = v.strictObject({
  blob: field(BlobName, { label: 'Name of the copy' }),
  /** 16 random bytes, hexadecimal: with it and the copy alone can the digest be made again. */
  salt: field(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), { label: 'Salt' }),
  /** SHA-256 over salt, line feed and the copy, hexadecimal: whoever is handed both can tell that they go together. */
  digest: field(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), { label: 'Digest' }),
  /** Whether nothing is left in it but what was taken. */
  redacted: field(v.boolean(), { label: 'Only what was taken' }),
  /** Why the whole page was kept. */
  reason: v.optional(field(Line, { label: 'Why the whole page is kept' })),
});
export type StoredSnapshot = v.InferOutput<typeof StoredSnapshot>;

/** Names of the blobs that a record’s fields name. Source captures alone name any. */
export function blobsIn(fields: Readonly<Record<string, unknown>>): readonly BlobName[] {
  return snapshotsIn(fields).map(({ blob }) => blob);
}

/** What the fields say of each copy that they name. */
export function snapshotsIn(
  fields: Readonly<Record<string, unknown>>,
): readonly Pick<StoredSnapshot, 'blob' | 'salt' | 'digest'>[] {
  const { snapshots } = fields;
  if (!Array.isArray(snapshots)) return [];
  return snapshots.flatMap((one: unknown) => {
    const read = v.safeParse(Named, one);
    return read.success ? [read.output] : [];
  });
}

/** @param text - the copy, as it is to be kept */
export function snapshotDigest(salt: string, text: string, sha256: Digest): Promise<string> {
  return sha256(`${salt}\n${text}`);
}

/** Whether the text is the copy that the record speaks of. */
export async function isSnapshotOf(
  { salt, digest }: Pick<StoredSnapshot, 'salt' | 'digest'>,
  text: string,
  sha256: Digest,
): Promise<boolean> {
  return (await snapshotDigest(salt, text, sha256)) === digest;
}

const Named = v.object({ blob: BlobName, salt: v.string(), digest: v.string() });
