/**
 * Everything on disk is sealed by this: AES-256-GCM, bound to the one place it belongs. Sealed bytes that were altered,
 * cut, or put where another belongs do not open. Format: version, nonce, ciphertext of length, content and padding.
 */
import { canonical, PreventError } from '@cyber-prevent/core';
import { type Bytes, randomBytes, text, utf8, wipe } from './bytes.js';
import { putList } from './list-room.js';
import { LENGTH_BYTES, type Padded, SMALLEST_CLASS, sizeClass } from './size-class.js';

/** Where sealed bytes belong. All of it is authenticated; none of it is stored beside them. */
export interface SealedPlace {
  /** Id of the vault. */
  readonly vault: string;
  /** The table, or what stands for one: `batches`, `work`, `mark`, `header`. */
  readonly table: string;
  /** Id of the device, or the name of the row where a device has many. */
  readonly device: string;
  /** Sequence of a batch, or version of a row. */
  readonly seq: number;
  /** Version of what is inside. */
  readonly schema: number;
  /** Which purpose key, and its generation: `batches/1`. */
  readonly key: string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Zeros but while a list is put together. Fresh memory for each would take as long as sealing it. */
let room = new Uint8Array(0);

/** Seals the bytes for the place. The caller wipes `plain` when it held a secret. */
export async function seal(key: CryptoKey, place: SealedPlace, plain: Uint8Array): Promise<Bytes> {
  const bytes = new Uint8Array(sizeClass(plain.length + LENGTH_BYTES));
  bytes.set(plain, LENGTH_BYTES);
  const [front, ciphertext] = await sealPadded(key, place, { bytes, length: plain.length });
  const sealed = new Uint8Array(front.length + ciphertext.length);
  sealed.set(front);
  sealed.set(ciphertext, front.length);
  return sealed;
}

/** Seals texts of JSON as one list of them. */
export function sealList(
  key: CryptoKey,
  place: SealedPlace,
  texts: Iterable<string>,
): Promise<Blob> {
  const list = putList(room, texts);
  room = new Uint8Array(list.bytes.buffer);
  return sealPut(key, place, list);
}

/**
 * Seals a list that was put together, and wipes it. It is a blob, since a database makes three more copies of bytes.
 * What is sealed stands in the browser's own memory when this returns: the list's may be used for the next.
 */
export async function sealPut(key: CryptoKey, place: SealedPlace, list: Padded): Promise<Blob> {
  return new Blob([...(await sealPadded(key, place, list))]);
}

/** What stands in front, and the ciphertext. Wipes the content before it first waits. */
async function sealPadded(
  key: CryptoKey,
  place: SealedPlace,
  { bytes, length }: Padded,
): Promise<readonly [front: Bytes, ciphertext: Bytes]> {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, length);
  const iv = randomBytes(NONCE_BYTES);
  const encrypting = crypto.subtle.encrypt(parameters(iv, place), key, bytes);
  // The browser has taken a copy by then.
  wipe(bytes);
  const ciphertext = await encrypting;
  return [Uint8Array.of(VERSION, ...iv), new Uint8Array(ciphertext)];
}

/**
 * Opens what was sealed for exactly this place. Nothing else of what was opened stays in memory but zeros: wiping the
 * bytes wipes it.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the bytes, the place or the key are not the ones it was sealed with
 */
export async function open(key: CryptoKey, place: SealedPlace, sealed: Uint8Array): Promise<Bytes> {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE_BYTES + TAG_BYTES + SMALLEST_CLASS)
    throw unreadable();
  const iv = sealed.slice(1, 1 + NONCE_BYTES);
  // No buffer here is shared between threads, and `decrypt` takes a copy of its own.
  const ciphertext = sealed.subarray(1 + NONCE_BYTES) as Bytes;
  let padded: Bytes;
  try {
    padded = new Uint8Array(await crypto.subtle.decrypt(parameters(iv, place), key, ciphertext));
  } catch (cause) {
    throw unreadable(cause);
  }
  const length = new DataView(padded.buffer).getUint32(0);
  wipe(padded.subarray(0, LENGTH_BYTES));
  if (length > padded.length - LENGTH_BYTES) {
    wipe(padded);
    throw unreadable();
  }
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}

/** Seals a value as canonical JSON. */
export async function sealJson(key: CryptoKey, place: SealedPlace, value: unknown): Promise<Bytes> {
  const plain = utf8(canonical(value));
  const sealed = await seal(key, place, plain);
  wipe(plain);
  return sealed;
}

/** @throws {PreventError} `CP_VAULT_UNREADABLE`, as `open` does */
export async function openJson(
  key: CryptoKey,
  place: SealedPlace,
  sealed: Uint8Array,
): Promise<unknown> {
  const plain = await open(key, place, sealed);
  const value: unknown = JSON.parse(text(plain));
  wipe(plain);
  return value;
}

function parameters(iv: Bytes, place: SealedPlace): AesGcmParams {
  const { vault, table, device, seq, schema, key } = place;
  const additionalData = utf8(canonical({ v: VERSION, vault, table, device, seq, schema, key }));
  return { name: 'AES-GCM', iv, additionalData, tagLength: TAG_BYTES * 8 };
}

function unreadable(cause?: unknown): PreventError {
  return new PreventError(
    'CP_VAULT_UNREADABLE',
    'Part of what is stored on this computer was altered or damaged and cannot be read.',
    { cause },
  );
}
