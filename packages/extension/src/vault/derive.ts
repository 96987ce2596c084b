/** From a passphrase to a key, slow on purpose: Argon2id, or PBKDF2 by the browser's own cryptography. */
import { argon2id } from 'hash-wasm';
import { type Bytes, wipe } from './bytes.js';
import { checkedRequest, type Derive } from './derivation.js';

const KEY_BYTES = 32;

/**
 * Derives on this thread.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the parameters are outside the compiled bounds; nothing is derived
 */
export const deriveHere: Derive = async (request) => {
  const { secret, salt, derivation } = checkedRequest(request);
  if (derivation.name === 'pbkdf2-sha-256') return pbkdf2(secret, salt, derivation.iterations);
  const key = await argon2id({
    password: secret,
    salt,
    memorySize: derivation.memoryKiB,
    iterations: derivation.iterations,
    parallelism: derivation.parallelism,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  const own = new Uint8Array(key);
  wipe(key);
  return own;
};

async function pbkdf2(secret: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, KEY_BYTES * 8));
}
