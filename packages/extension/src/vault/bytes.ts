/** Bytes, and texts that encode them. A buffer with a secret is overwritten, since nothing else erases it. */

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const MOST_BYTES_OF_UNIT = 3;
/** Zeros except while a text is digested. */
const shared = new Uint8Array(16_384);

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** @throws {TypeError} when the bytes are not UTF-8 */
export function text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Skips a buffer that was transferred to a worker: it is empty, and filling it would throw. */
export function wipe(...buffers: readonly Uint8Array[]): void {
  for (const buffer of buffers) if (buffer.length > 0) buffer.fill(0);
}

export function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws {RangeError} when the text is not base64url */
export function fromBase64url(encoded: string): Bytes {
  if (!/^[\w-]*$/.test(encoded)) throw new RangeError('Not base64url');
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += HEX[byte];
  return digits;
}

/** SHA-256 of the text in UTF-8, hexadecimal. A save of many records takes many: short ones share a buffer. */
export async function textDigest(words: string): Promise<string> {
  if (words.length * MOST_BYTES_OF_UNIT > shared.length) return hex(await sha256(utf8(words)));
  const bytes = shared.subarray(0, encoder.encodeInto(words, shared).written);
  const digesting = sha256(bytes);
  // The browser has taken a copy by then.
  wipe(bytes);
  return hex(await digesting);
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
