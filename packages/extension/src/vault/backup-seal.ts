/**
 * A backup file: the vault's header in clear, so that the passphrase or the recovery key of that day opens it anywhere,
 * then the records, sealed under the file's own key, which is derived from the vault's.
 */
import * as v from 'valibot';
import { base64url, fromBase64url, randomBytes, utf8 } from './bytes.js';
import { CHUNK_BYTES, openChunks, sealChunks } from './chunk-seal.js';
import { readHead, writeHead } from './clear-head.js';
import { VaultHeader } from './header.js';

const FORMAT = { format: 'cyber-prevent-backup-file', version: 1 } as const;
const SALT_BYTES = 32;
const MAX_CHUNK_BYTES = 16 * CHUNK_BYTES;

const Head = v.strictObject({
  format: v.literal(FORMAT.format),
  version: v.literal(FORMAT.version),
  /** The wrapped keys, as they were then. */
  vault: VaultHeader,
  salt: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  chunkBytes: v.pipe(v.number(), v.integer(), v.minValue(64), v.maxValue(MAX_CHUNK_BYTES)),
});

/** @param backup - the vault's purpose key */
export async function* sealBackup(
  vault: VaultHeader,
  backup: CryptoKey,
  body: AsyncIterable<string>,
  chunkBytes = CHUNK_BYTES,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  const clear = writeHead({ ...FORMAT, vault, salt: base64url(salt), chunkBytes });
  yield clear;
  yield* sealChunks(body, { key: await fileKey(backup, salt), clear, chunkBytes });
}

export interface SealedBackup {
  /** The sealed backup, still to be opened with a secret; that gives the purpose key. */
  readonly vault: VaultHeader;
  /** @throws {PreventError} `CP_ENVELOPE_UNREADABLE` while it is read */
  open(backup: CryptoKey): AsyncIterable<string>;
}

/** @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when it is not a backup, or a newer release made it */
export async function readSealedBackup(pieces: AsyncIterable<Uint8Array>): Promise<SealedBackup> {
  const { head, clear, rest } = await readHead(pieces, Head, FORMAT);
  const { vault, chunkBytes } = head;
  return {
    vault,
    async *open(backup) {
      const key = await fileKey(backup, fromBase64url(head.salt));
      yield* openChunks(rest, { key, clear, chunkBytes });
    },
  };
}

function fileKey(backup: CryptoKey, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const info = utf8('cyber-prevent/1/backup-file');
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info };
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf, backup, aes, false, ['encrypt', 'decrypt']);
}
