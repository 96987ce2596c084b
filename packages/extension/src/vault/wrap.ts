/** The root in the header: wrapped by the key of a passphrase, and by that of a printed recovery key. */
import { PreventError } from '@cyber-prevent/core';
import { type Bytes, base64url, fromBase64url, randomBytes, wipe } from './bytes.js';
import { type Derivation, type Derive, SALT_BYTES } from './derivation.js';
import { headerPlace, type VaultHeader } from './header.js';
import { passphraseKey, recoveryKeyKey } from './keys.js';
import { newRecoveryKey, readRecoveryKey, writeRecoveryKey } from './recovery-key.js';
import { open, seal } from './seal.js';

export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** Wraps the root under a new salt. The caller wipes the root. */
export async function wrapByPassphrase(
  vault: string,
  root: Bytes,
  passphrase: string,
  derivation: Derivation,
  derive: Derive,
): Promise<VaultHeader['passphrase']> {
  const salt = randomBytes(SALT_BYTES);
  const key = await passphraseKey(passphrase, salt, derivation, derive);
  const wrapped = await seal(key, headerPlace(vault, 'passphrase'), root);
  return { derivation, salt: base64url(salt), root: base64url(wrapped) };
}

/**
 * Makes a new recovery key and wraps the root with it. @returns also the key in its printed form, which is stored
 * nowhere
 */
export async function wrapByRecoveryKey(
  vault: string,
  root: Bytes,
): Promise<{ readonly wrap: VaultHeader['recovery']; readonly printed: string }> {
  const [recovery, salt] = [newRecoveryKey(), randomBytes(SALT_BYTES)];
  const key = await recoveryKeyKey(recovery, salt);
  const printed = writeRecoveryKey(recovery);
  wipe(recovery);
  const wrapped = await seal(key, headerPlace(vault, 'recovery'), root);
  return { wrap: { salt: base64url(salt), root: base64url(wrapped) }, printed };
}

/**
 * The root, which the caller wipes.
 *
 * @returns undefined when the secret does not open it; the wrong part is neither known nor reported
 */
export async function openRoot(
  header: VaultHeader,
  secret: Secret,
  derive: Derive,
): Promise<Bytes | undefined> {
  const way = 'passphrase' in secret ? 'passphrase' : 'recovery';
  const salt = fromBase64url(header[way].salt);
  let key: CryptoKey;
  if ('passphrase' in secret) {
    if (secret.passphrase === '') return undefined;
    key = await passphraseKey(secret.passphrase, salt, header.passphrase.derivation, derive);
  } else {
    const recovery = readRecoveryKey(secret.recoveryKey);
    if (recovery === undefined) return undefined;
    key = await recoveryKeyKey(recovery, salt);
    wipe(recovery);
  }
  try {
    return await open(key, headerPlace(header.vault, way), fromBase64url(header[way].root));
  } catch (error) {
    if (error instanceof PreventError) return undefined;
    throw error;
  }
}
