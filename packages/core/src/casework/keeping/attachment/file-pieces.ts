/**
 * A file in pieces that a blob has room for. A piece is base64 text: a backup and an exchange file carry texts, and what
 * is packed before it is sealed takes no more room for it.
 */
import { blobDigest, isNamedBlob, type NamedBlob } from '../../../record/named-blob.js';
import { base64Of, bytesOfBase64 } from '../../../shared/base64.js';
import { PreventError } from '../../../shared/errors.js';
import type { Host } from '../../../shared/host.js';
import type { BlobStore } from '../../../store/blob-store.js';
import { OPENED_LIMITS } from './file-rules.js';

/** Bytes of the file in each piece but the last: divided by three, so that no piece is padded but the last. */
export const PIECE_BYTES = 3_000_000;

/** The number of pieces of a file. */
export function pieceCount(size: number): number {
  return Math.ceil(size / PIECE_BYTES);
}

/**
 * Keeps a file as blobs, one piece at a time. Pieces that no record comes to name are destroyed with the next clearing.
 *
 * @throws {PreventError} as `BlobStore.put` does
 */
export async function keepFile(
  bytes: Uint8Array,
  {
    blobs,
    host,
  }: { readonly blobs: Pick<BlobStore, 'put'>; readonly host: Pick<Host, 'digest' | 'random'> },
): Promise<readonly NamedBlob[]> {
  const pieces: NamedBlob[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const letters = base64Of(bytes.subarray(at, at + PIECE_BYTES));
    const salt = host.random.salt(16);
    const digest = await blobDigest(salt, new TextDecoder().decode(letters), host.digest);
    pieces.push({ blob: await blobs.put(letters), salt, digest });
  }
  return pieces;
}

/**
 * Puts a file together again from its pieces, each proved by its digest.
 *
 * @param blobBytes - gives the bytes of a blob; undefined if it is no longer there
 * @returns undefined if a piece is no longer there
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when a piece is not the one that the record names, or there is more than a
 * file may have
 */
export async function joinFile(
  { pieces, size }: { readonly pieces: readonly NamedBlob[]; readonly size: number },
  blobBytes: (name: NamedBlob['blob']) => Promise<Uint8Array | undefined>,
  digest: Host['digest'],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Judged before room is made for it: a record from elsewhere may say anything.
  if (size > OPENED_LIMITS.mostBytes || pieces.length !== pieceCount(size)) throw altered();
  const whole = new Uint8Array(size);
  for (const [nth, piece] of pieces.entries()) {
    const letters = await blobBytes(piece.blob);
    if (letters === undefined) return undefined;
    const isIt = await isNamedBlob(piece, new TextDecoder().decode(letters), digest);
    const bytes = isIt ? bytesOfBase64(letters) : undefined;
    const at = nth * PIECE_BYTES;
    if (bytes?.length !== Math.min(PIECE_BYTES, size - at)) throw altered();
    whole.set(bytes, at);
  }
  return whole;
}

function altered(): PreventError {
  return new PreventError(
    'CP_VAULT_UNREADABLE',
    'This file is not the one that was attached: it was altered or damaged. Restoring a backup brings it back.',
  );
}
