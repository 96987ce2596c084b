/**
 * A file for one colleague: sealed by a key agreed between a pair made for this file and the colleague's own. That does
 * not prove the sender; the signature inside does.
 */
import { canonical, envelopeError } from '@cyber-prevent/core';
import * as v from 'valibot';
import { base64url, fromBase64url, utf8, wipe } from './bytes.js';
import { CHUNK_BYTES, openChunks, sealChunks } from './chunk-seal.js';
import { readHead, writeHead } from './clear-head.js';
import { importPublic } from './identity.js';

const FORMAT = { format: 'cyber-prevent-exchange-file', version: 1 } as const;

const PublicKey = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const Head = v.strictObject({
  format: v.literal(FORMAT.format),
  version: v.literal(FORMAT.version),
  /** Exchange keys of the two officers, and the public half that was made for this file. */
  from: PublicKey,
  to: PublicKey,
  ephemeral: PublicKey,
});
type Head = v.InferOutput<typeof Head>;

/** @param between - the exchange keys of sender and recipient, base64url */
export async function* sealExchange(
  between: Pick<Head, 'from' | 'to'>,
  body: AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  const pair = await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits']);
  if (!('privateKey' in pair)) throw new TypeError('This browser made no key pair');
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const head: Head = { ...FORMAT, ...between, ephemeral: base64url(raw) };
  const clear = writeHead(head);
  const key = await agreedKey(pair.privateKey, between.to, head);
  yield clear;
  yield* sealChunks(body, { key, clear, chunkBytes: CHUNK_BYTES });
}

export interface Recipient {
  readonly exchange: CryptoKey;
  /** Base64url. */
  readonly exchangeKey: string;
}

export interface SealedExchange {
  /** The sender’s exchange key, according to the file: the card inside must have the same. */
  readonly from: string;
  readonly body: AsyncIterable<string>;
}

/** @throws {PreventError} `CP_ENVELOPE_UNREADABLE`, also when it is for another officer's key */
export async function readSealedExchange(
  pieces: AsyncIterable<Uint8Array>,
  { exchange, exchangeKey }: Recipient,
): Promise<SealedExchange> {
  const { head, clear, rest } = await readHead(pieces, Head, FORMAT);
  if (head.to !== exchangeKey) throw envelopeError('somebody-else');
  const key = await agreedKey(exchange, head.ephemeral, head).catch((cause: unknown) => {
    throw envelopeError('altered', cause);
  });
  return { from: head.from, body: openChunks(rest, { key, clear, chunkBytes: CHUNK_BYTES }) };
}

async function agreedKey(own: CryptoKey, other: string, head: Head): Promise<CryptoKey> {
  const shared = new Uint8Array(
    await crypto.subtle.deriveBits(
      { name: 'X25519', public: await importPublic('exchange', other) },
      own,
      256,
    ),
  );
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  wipe(shared);
  const { from, to, ephemeral } = head;
  const hkdf = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: fromBase64url(ephemeral),
    info: utf8(canonical({ context: 'cyber-prevent/1/exchange-file', from, to, ephemeral })),
  };
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf, material, aes, false, ['encrypt', 'decrypt']);
}
