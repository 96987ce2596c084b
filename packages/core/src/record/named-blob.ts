/** The blobs that a record names, each with the salted digest by which its holder can check it. */
import * as v from 'valibot';
import type { Digest } from '../shared/host.js';
import { BlobName } from '../shared/primitives.js';
import { field } from './field.js';
import type { RecordKind } from './kind-name.js';

export const NamedBlob = v.strictObject({
  blob: field(BlobName, { label: 'Name of the copy' }),
  /** 16 random bytes, hexadecimal: the digest can be made again only with both the salt and the text. */
  salt: field(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), { label: 'Salt' }),
  /** SHA-256 over salt, line feed and the text, hexadecimal: a holder of both can check that they match. */
  digest: field(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), { label: 'Digest' }),
});
export type NamedBlob = v.InferOutput<typeof NamedBlob>;

/** The field of each kind that names blobs. */
const NAMED_IN = {
  sourceCapture: 'snapshots',
  attachment: 'pieces',
} as const satisfies Partial<Record<RecordKind, string>>;

/** The kinds whose records name blobs. */
export const KINDS_WITH_BLOBS = Object.keys(NAMED_IN) as readonly (keyof typeof NAMED_IN)[];

/** Names of the blobs in a record’s fields. Only source captures and attachments name any. */
export function blobsIn(fields: Readonly<Record<string, unknown>>): readonly BlobName[] {
  return namedBlobsIn(fields).map(({ blob }) => blob);
}

/** The name, salt and digest of each blob in the fields. */
export function namedBlobsIn(fields: Readonly<Record<string, unknown>>): readonly NamedBlob[] {
  return Object.values(NAMED_IN).flatMap((name) => {
    const named = fields[name];
    if (!Array.isArray(named)) return [];
    return named.flatMap((one: unknown) => {
      const read = v.safeParse(Named, one);
      return read.success ? [read.output] : [];
    });
  });
}

/** @param text - the blob, exactly as it is to be stored */
export function blobDigest(salt: string, text: string, sha256: Digest): Promise<string> {
  return sha256(`${salt}\n${text}`);
}

/** True if the text is the blob that the record names. */
export async function isNamedBlob(
  { salt, digest }: Pick<NamedBlob, 'salt' | 'digest'>,
  text: string,
  sha256: Digest,
): Promise<boolean> {
  return (await blobDigest(salt, text, sha256)) === digest;
}

const Named = v.object({ blob: BlobName, salt: v.string(), digest: v.string() });
