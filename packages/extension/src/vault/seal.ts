/**
 * Everything on disk is sealed by this: AES-256-GCM, bound to the one place it belongs. Sealed bytes that were altered,
 * cut, or put where another belongs do not open. Format: version, nonce, ciphertext of length, content and padding.
 */
import { canonical, PreventError } from '@cyber-prevent/core';
import { type Bytes, randomBytes, text, utf8, wipe } from './bytes.js';

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
const LENGTH_BYTES = 4;
const SMALLEST_CLASS = 256;
const LARGEST_DOUBLING = 65_536;

/** Seals the bytes for the place. The caller wipes `plain` when it held a secret. */
export async function seal(key: CryptoKey, place: SealedPlace, plain: Uint8Array): Promise<Bytes> {
  const padded = new Uint8Array(sizeClass(plain.length + LENGTH_BYTES));
  new DataView(padded.buffer).setUint32(0, plain.length);
  padded.set(plain, LENGTH_BYTES);
  const iv = randomBytes(NONCE_BYTES);
  const ciphertext = await crypto.subtle.encrypt(parameters(iv, place), key, padded);
  wipe(padded);
  const sealed = new Uint8Array(1 + NONCE_BYTES + ciphertext.byteLength);
  sealed[0] = VERSION;
  sealed.set(iv, 1);
  sealed.set(new Uint8Array(ciphertext), 1 + NONCE_BYTES);
  return sealed;
}

/**
 * Opens what was sealed for exactly this place.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the bytes, the place or the key are not the ones it was sealed with
 */
export async function open(key: CryptoKey, place: SealedPlace, sealed: Uint8Array): Promise<Bytes> {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE_BYTES + TAG_BYTES + SMALLEST_CLASS)
    throw unreadable();
  const iv = sealed.slice(1, 1 + NONCE_BYTES);
  const ciphertext = sealed.slice(1 + NONCE_BYTES);
  let padded: Bytes;
  try {
    padded = new Uint8Array(await crypto.subtle.decrypt(parameters(iv, place), key, ciphertext));
  } catch (cause) {
    throw unreadable(cause);
  }
  const length = new DataView(padded.buffer).getUint32(0);
  if (length > padded.length - LENGTH_BYTES) {
    wipe(padded);
    throw unreadable();
  }
  const plain = padded.slice(LENGTH_BYTES, LENGTH_BYTES + length);
  wipe(padded);
  return plain;
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

/** Lengths are hidden within their class: doublings up to 64 KiB, then steps of 64 KiB. */
export function sizeClass(length: number): number {
  let size = SMALLEST_CLASS;
  while (size < length && size < LARGEST_DOUBLING) size *= 2;
  return size >= length ? size : Math.ceil(length / LARGEST_DOUBLING) * LARGEST_DOUBLING;
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
