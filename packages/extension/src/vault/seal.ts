/**
 * Seals everything on disk: AES-256-GCM, bound to the one place it belongs to. Sealed bytes that were altered, cut, or
 * put in another's place do not open. Format: version, nonce, ciphertext of length, content and padding.
 */
import { canonical, PreventError } from '@cyber-prevent/core';
import { type Bytes, randomBytes, text, utf8, wipe } from './bytes.js';

/** The place that sealed bytes belong to. All of it is authenticated; none of it is stored with them. */
export interface SealedPlace {
  /** Id of the vault. */
  readonly vault: string;
  /** The table, or the name used for one: `batches`, `work`, `mark`, `header`. */
  readonly table: string;
  /** Id of the device, or the name of the row if a device has many. */
  readonly device: string;
  /** Sequence of a batch, or version of a row. */
  readonly seq: number;
  /** Version of the content's format. */
  readonly schema: number;
  /** The purpose key and its generation: `batches/1`. */
  readonly key: string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
const SMALLEST_CLASS = 256;
const LARGEST_DOUBLING = 65_536;
/** Bytes of a JSON escape of one string unit, which is more than in UTF-8. */
const MOST_BYTES_OF_UNIT = 6;
const LAST_ASCII = 0x7f;
const ESCAPE = { backslash: 0x5c, u: 0x75 } as const;
const HEX_DIGITS = utf8('0123456789abcdef');

const encoder = new TextEncoder();
/**
 * The buffer in which lists are assembled; zeros except during that. New memory for each would take as long as the
 * sealing.
 */
let room = new Uint8Array(0);

/** Seals the bytes for the place. If `plain` was secret, the caller wipes it. */
export async function seal(key: CryptoKey, place: SealedPlace, plain: Uint8Array): Promise<Bytes> {
  const padded = new Uint8Array(sizeClass(plain.length + LENGTH_BYTES));
  padded.set(plain, LENGTH_BYTES);
  const [front, ciphertext] = await sealPadded(key, place, padded, plain.length);
  const sealed = new Uint8Array(front.length + ciphertext.length);
  sealed.set(front);
  sealed.set(ciphertext, front.length);
  return sealed;
}

/**
 * Seals JSON texts one after another, each written straight into the buffer that is sealed, followed by a line that
 * describes them. A page of records is large, and each copy of it takes time, so the sealed bytes are given as
 * consecutive parts. Non-ASCII characters are escaped, so that each character is one byte: otherwise one printed
 * apostrophe would double the size of its whole text in memory, and the time to parse it.
 *
 * @param lastLine - made from the byte length of each text, in order; it contains no line break
 */
export async function sealTexts(
  key: CryptoKey,
  place: SealedPlace,
  texts: Iterable<string>,
  lastLine: (lengths: readonly number[]) => string,
): Promise<readonly Bytes[]> {
  let end = LENGTH_BYTES;
  const lengths: number[] = [];
  const put = (each: string): void => {
    makeRoom(end, each.length * MOST_BYTES_OF_UNIT);
    const { written } = encoder.encodeInto(each, room.subarray(end));
    end = written === each.length ? end + written : putEscaped(each, end);
  };
  for (const each of texts) {
    const from = end;
    put(each);
    lengths.push(end - from);
  }
  put(`\n${lastLine(lengths)}`);
  makeRoom(end, sizeClass(end) - end);
  const padded = room.subarray(0, sizeClass(end));
  return sealPadded(key, place, padded, end - LENGTH_BYTES);
}

/** Enlarges the room for so many bytes after those in it. */
function makeRoom(end: number, more: number): void {
  if (end + more <= room.length) return;
  const larger = new Uint8Array(Math.max(2 * room.length, sizeClass(end + more)));
  larger.set(room.subarray(0, end));
  wipe(room);
  room = larger;
}

/** Puts the text into the room, with each non-ASCII unit as a JSON escape. @returns the offset of its end */
function putEscaped(each: string, at: number): number {
  let end = at;
  for (let index = 0; index < each.length; index += 1) {
    const unit = each.charCodeAt(index);
    if (unit <= LAST_ASCII) {
      room[end++] = unit;
      continue;
    }
    room[end++] = ESCAPE.backslash;
    room[end++] = ESCAPE.u;
    for (let shift = 12; shift >= 0; shift -= 4)
      room[end++] = HEX_DIGITS[(unit >> shift) & 0xf] ?? 0;
  }
  return end;
}

/** The bytes in front, and the ciphertext. Wipes `padded`, which has the content after its length, then zeros. */
async function sealPadded(
  key: CryptoKey,
  place: SealedPlace,
  padded: Bytes,
  length: number,
): Promise<readonly [front: Bytes, ciphertext: Bytes]> {
  new DataView(padded.buffer, padded.byteOffset).setUint32(0, length);
  const iv = randomBytes(NONCE_BYTES);
  const encrypting = crypto.subtle.encrypt(parameters(iv, place), key, padded);
  // The browser has taken a copy by then.
  wipe(padded);
  const ciphertext = await encrypting;
  return [Uint8Array.of(VERSION, ...iv), new Uint8Array(ciphertext)];
}

/**
 * Opens bytes that were sealed for exactly this place. No other copy of the content stays in memory: wiping the bytes
 * wipes it.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the bytes, the place or the key are not the ones it was sealed with
 */
export async function open(key: CryptoKey, place: SealedPlace, sealed: Uint8Array): Promise<Bytes> {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE_BYTES + TAG_BYTES + SMALLEST_CLASS)
    throw unreadable();
  const iv = sealed.slice(1, 1 + NONCE_BYTES);
  // No buffer here is shared between threads, and `decrypt` makes its own copy.
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

/** True if the bytes open in this place, and the copy of them is the same. None of the content stays in memory. */
export async function areSound(
  key: CryptoKey,
  place: SealedPlace,
  sealed: Uint8Array,
  copy: Uint8Array,
): Promise<boolean> {
  if (sealed.length !== copy.length) return false;
  for (let at = 0; at < sealed.length; at += 1) if (sealed[at] !== copy[at]) return false;
  return open(key, place, sealed).then(
    (plain) => {
      wipe(plain);
      return true;
    },
    () => false,
  );
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
