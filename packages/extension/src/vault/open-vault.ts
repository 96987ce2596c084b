/** Makes a vault, and opens one. What comes out is the bundle of keys that a session works with. */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { VaultKind } from '../app/services.js';
import { type Bytes, base64url, fromBase64url, randomBytes, wipe } from './bytes.js';
import { DERIVATION, type Derive, SALT_BYTES } from './derivation.js';
import { headerPlace, type VaultHeader } from './header.js';
import { Identity, importPrivate, newPair, type Officer, type PrivateHalves } from './identity.js';
import { newRoot, type PurposeKeys, passphraseKey, purposeKeys, recoveryKeyKey } from './keys.js';
import { newRecoveryKey, readRecoveryKey, writeRecoveryKey } from './recovery-key.js';
import { open, openJson, seal, sealJson } from './seal.js';

/** All that an open vault needs. Plain, so that another page of ours can be handed it; no key in it can be exported. */
export interface VaultKeys extends PrivateHalves {
  readonly vault: string;
  readonly kind: VaultKind;
  readonly identity: Identity;
  readonly purposes: PurposeKeys;
}

export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** Makes the header of a new vault and its keys. Nothing is stored here. */
export async function makeVault(
  kind: VaultKind,
  officer: Officer,
  passphrase: string,
  derive: Derive,
): Promise<{ header: VaultHeader; keys: VaultKeys; recoveryKey: string }> {
  const vault = v.parse(Identity.entries.device, crypto.randomUUID());
  const device = v.parse(Identity.entries.device, crypto.randomUUID());
  const [root, recovery] = [newRoot(), newRecoveryKey()];
  const [salt, recoverySalt] = [randomBytes(SALT_BYTES), randomBytes(SALT_BYTES)];
  const byPassphrase = await passphraseKey(passphrase, salt, DERIVATION, derive);
  const byRecovery = await recoveryKeyKey(recovery, recoverySalt);
  const purposes = await purposeKeys(root, vault);
  const [signing, exchange] = await Promise.all([newPair('signing'), newPair('exchange')]);
  const identity: Identity = {
    officer,
    device,
    signingKey: signing.publicKey,
    exchangeKey: exchange.publicKey,
  };
  const sealed = async (key: CryptoKey, part: keyof VaultHeader, plain: Bytes): Promise<string> =>
    base64url(await seal(key, headerPlace(vault, part), plain));
  const header: VaultHeader = {
    version: 1,
    vault,
    kind,
    passphrase: {
      derivation: DERIVATION,
      salt: base64url(salt),
      root: await sealed(byPassphrase, 'passphrase', root),
    },
    recovery: {
      salt: base64url(recoverySalt),
      root: await sealed(byRecovery, 'recovery', root),
    },
    identity: base64url(
      await sealJson(purposes.identity, headerPlace(vault, 'identity'), { kind, identity }),
    ),
    signing: await sealed(purposes.identity, 'signing', signing.privateBytes),
    exchange: await sealed(purposes.identity, 'exchange', exchange.privateBytes),
  };
  const keys: VaultKeys = {
    vault,
    kind,
    identity,
    purposes,
    signing: await importPrivate('signing', signing.privateBytes),
    exchange: await importPrivate('exchange', exchange.privateBytes),
  };
  const printed = writeRecoveryKey(recovery);
  wipe(root, recovery);
  return { header, keys, recoveryKey: printed };
}

/**
 * Opens with either secret.
 *
 * @returns undefined when the secret does not open it; which part was wrong is not known and not said
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the secret was right and the rest was altered
 */
export async function openVault(
  header: VaultHeader,
  secret: Secret,
  derive: Derive,
): Promise<VaultKeys | undefined> {
  const root = await openRoot(header, secret, derive);
  if (root === undefined) return undefined;
  const { vault, kind } = header;
  const purposes = await purposeKeys(root, vault);
  wipe(root);
  const part = (name: 'signing' | 'exchange'): Promise<Bytes> =>
    open(purposes.identity, headerPlace(vault, name), fromBase64url(header[name]));
  const sealed = fromBase64url(header.identity);
  const inside = await openJson(purposes.identity, headerPlace(vault, 'identity'), sealed);
  const read = v.safeParse(v.strictObject({ kind: v.literal(kind), identity: Identity }), inside);
  if (!read.success)
    throw new PreventError('CP_VAULT_UNREADABLE', 'The vault on this computer was altered.');
  return {
    vault,
    kind,
    identity: read.output.identity,
    purposes,
    signing: await importPrivate('signing', await part('signing')),
    exchange: await importPrivate('exchange', await part('exchange')),
  };
}

async function openRoot(
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
