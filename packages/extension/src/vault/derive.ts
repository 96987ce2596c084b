/** From a passphrase to a key: Argon2id, made slow on purpose. */
import { argon2id } from 'hash-wasm';
import { checkedRequest, type Derive } from './derivation.js';

const KEY_BYTES = 32;

/**
 * Argon2id in this thread.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the parameters are outside what is compiled in; nothing is derived
 */
export const deriveHere: Derive = async (request) => {
  const { secret, salt, derivation } = checkedRequest(request);
  const key = await argon2id({
    password: secret,
    salt,
    memorySize: derivation.memoryKiB,
    iterations: derivation.iterations,
    parallelism: derivation.parallelism,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return new Uint8Array(key);
};
