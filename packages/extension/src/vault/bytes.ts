/** Bytes and the texts that carry them. A buffer that held a secret is overwritten, since nothing else takes it away. */

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

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

/** A buffer that was handed over to a worker is left: it has nothing any more, and filling it would throw. */
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
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
