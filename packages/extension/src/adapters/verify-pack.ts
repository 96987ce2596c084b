/** True if a pack of adapters was signed by the key that it names. */

/** @param publicKey - Ed25519, raw, base64url, as on a colleague card */
export async function verifySigned(
  publicKey: string,
  text: string,
  signature: string,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, [
    'verify',
  ]);
  return crypto.subtle.verify('Ed25519', key, bytesOf(signature), new TextEncoder().encode(text));
}

/** @throws {DOMException} when it is not base64url */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
