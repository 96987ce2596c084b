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
/** Bytes that UTF-8 needs at most for one unit of a string. */
const MOST_BYTES_OF_UNIT = 3;

const LINE_FEED = 10;
const encoder = new TextEncoder();

/** Seals the bytes for the place. The caller wipes `plain` when it held a secret. */
export async function seal(key: CryptoKey, place: SealedPlace, plain: Uint8Array): Promise<Bytes> {
  const padded = new Uint8Array(sizeClass(plain.length + LENGTH_BYTES));
  padded.set(plain, LENGTH_BYTES);
  return sealPadded(key, place, padded, plain.length);
}

/**
 * Seals texts as UTF-8 with a line feed after each, written where they are sealed from: a page of records is large, and
 * each copy of it takes time. Texts of Latin letters alone are quicker than the others, so they are not joined before.
 */
export async function sealLines(
  key: CryptoKey,
  place: SealedPlace,
  lines: readonly string[],
): Promise<Bytes> {
  const most = lines.reduce((sum, { length }) => sum + length * MOST_BYTES_OF_UNIT + 1, 0);
  const room = new Uint8Array(sizeClass(most + LENGTH_BYTES));
  let end = LENGTH_BYTES;
  for (const line of lines) {
    end += encoder.encodeInto(line, room.subarray(end)).written;
    room[end] = LINE_FEED;
    end += 1;
  }
  return sealPadded(key, place, room.subarray(0, sizeClass(end)), end - LENGTH_BYTES);
}

/** Wipes `padded`, which has the content after its length and zeros after that. */
async function sealPadded(
  key: CryptoKey,
  place: SealedPlace,
  padded: Bytes,
  length: number,
): Promise<Bytes> {
  new DataView(padded.buffer, padded.byteOffset).setUint32(0, length);
  const iv = randomBytes(NONCE_BYTES);
  const encrypting = crypto.subtle.encrypt(parameters(iv, place), key, padded);
  // The browser has taken a copy by then.
  wipe(padded);
  const ciphertext = await encrypting;
  const sealed = new Uint8Array(1 + NONCE_BYTES + ciphertext.byteLength);
  sealed[0] = VERSION;
  sealed.set(iv, 1);
  sealed.set(new Uint8Array(ciphertext), 1 + NONCE_BYTES);
  return sealed;
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

/**
 * The texts that `sealLines` sealed, one at a time.
 *
 * @throws {RangeError} when the last has no end
 */
export function* linesOf(plain: Uint8Array): Generator<string> {
  for (let from = 0; from < plain.length; ) {
    const end = plain.indexOf(LINE_FEED, from);
    if (end === -1) throw new RangeError('A line without an end');
    yield text(plain.subarray(from, end));
    from = end + 1;
  }
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
