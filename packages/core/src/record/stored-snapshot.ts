/** A copy of a page, stored as a blob: the source of the values of a capture, exactly as it was saved. */
import * as v from 'valibot';
import type { Digest } from '../shared/host.js';
import { BlobName, Line } from '../shared/primitives.js';
import { field } from './field.js';

export const StoredSnapshot = v.strictObject({
  blob: field(BlobName, { label: 'Name of the copy' }),
  /** 16 random bytes, hexadecimal: the digest can be made again only with both the salt and the copy. */
  salt: field(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), { label: 'Salt' }),
  /** SHA-256 over salt, line feed and the copy, hexadecimal: a holder of both can check that they match. */
  digest: field(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), { label: 'Digest' }),
  /** True if only the values taken are left in it. */
  redacted: field(v.boolean(), { label: 'Only what was taken' }),
  /** The reason the whole page was kept. */
  reason: v.optional(field(Line, { label: 'Why the whole page is kept' })),
});
export type StoredSnapshot = v.InferOutput<typeof StoredSnapshot>;

/** Names of the blobs in a record’s fields. Only source captures name any. */
export function blobsIn(fields: Readonly<Record<string, unknown>>): readonly BlobName[] {
  return snapshotsIn(fields).map(({ blob }) => blob);
}

/** The name, salt and digest of each copy in the fields. */
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

/** @param text - the copy, exactly as it is to be stored */
export function snapshotDigest(salt: string, text: string, sha256: Digest): Promise<string> {
  return sha256(`${salt}\n${text}`);
}

/** True if the text is the copy that the record names. */
export async function isSnapshotOf(
  { salt, digest }: Pick<StoredSnapshot, 'salt' | 'digest'>,
  text: string,
  sha256: Digest,
): Promise<boolean> {
  return (await snapshotDigest(salt, text, sha256)) === digest;
}

const Named = v.object({ blob: BlobName, salt: v.string(), digest: v.string() });
