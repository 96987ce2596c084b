/** Makes a vault, and opens one. Both give the keys that a session works with. */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Officer } from '../ports/officer.js';
import type { VaultKind } from '../ports/services.js';
import { type Bytes, base64url, fromBase64url, wipe } from './bytes.js';
import { ARGON2ID, type Derivation, type Derive } from './derivation.js';
import { headerPlace, type VaultHeader } from './header.js';
import { Identity, importPrivate, newPair, type PrivateHalves } from './identity.js';
import { newRoot, type PurposeKeys, purposeKeys } from './keys.js';
import { open, seal } from './seal.js';
import { openIdentity, sealIdentity } from './sealed-identity.js';
import { openRoot, type Secret, wrapByPassphrase, wrapByRecoveryKey } from './wrap.js';

/**
 * All keys of an open vault. A plain object, so that it can be passed to another page of ours; no key in it can be
 * exported.
 */
export interface VaultKeys extends PrivateHalves {
  readonly vault: string;
  readonly kind: VaultKind;
  readonly identity: Identity;
  readonly purposes: PurposeKeys;
}

/** Makes the header of a new vault and its keys. Stores nothing. */
export async function makeVault(
  kind: VaultKind,
  officer: Officer,
  passphrase: string,
  derive: Derive,
  derivation: Derivation = ARGON2ID,
): Promise<{ header: VaultHeader; keys: VaultKeys; recoveryKey: string }> {
  const vault = v.parse(Identity.entries.device, crypto.randomUUID());
  const device = v.parse(Identity.entries.device, crypto.randomUUID());
  const root = newRoot();
  const { byPassphrase, byRecovery, purposes } = await wrapped().finally(() => wipe(root));
  const [signing, exchange] = await Promise.all([newPair('signing'), newPair('exchange')]);
  const identity: Identity = {
    officer,
    device,
    signingKey: signing.publicKey,
    exchangeKey: exchange.publicKey,
  };
  const sealed = async (part: 'signing' | 'exchange', plain: Bytes): Promise<string> =>
    base64url(await seal(purposes.identity, headerPlace(vault, part), plain));
  const said = { vault, kind, changed: 0, passphrase: byPassphrase, recovery: byRecovery.wrap };
  const header: VaultHeader = {
    version: 1,
    ...said,
    identity: await sealIdentity(purposes.identity, said, identity),
    signing: await sealed('signing', signing.privateBytes),
    exchange: await sealed('exchange', exchange.privateBytes),
  };
  const keys: VaultKeys = {
    vault,
    kind,
    identity,
    purposes,
    signing: await importPrivate('signing', signing.privateBytes),
    exchange: await importPrivate('exchange', exchange.privateBytes),
  };
  return { header, keys, recoveryKey: byRecovery.printed };

  async function wrapped() {
    return {
      byPassphrase: await wrapByPassphrase(vault, root, passphrase, derivation, derive),
      byRecovery: await wrapByRecoveryKey(vault, root),
      purposes: await purposeKeys(root, vault),
    };
  }
}

/**
 * Opens with either secret.
 *
 * @returns undefined when the secret does not open it; the wrong part is neither known nor reported
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
  const identity = await openIdentity(purposes.identity, header);
  const part = (name: 'signing' | 'exchange'): Promise<Bytes> =>
    open(purposes.identity, headerPlace(vault, name), fromBase64url(header[name]));
  return {
    vault,
    kind,
    identity,
    purposes,
    signing: await importPrivate('signing', await part('signing')),
    exchange: await importPrivate('exchange', await part('exchange')),
  };
}

export interface OpenedVault {
  readonly keys: VaultKeys;
  /** The copy that was opened: none of the others is sound and newer. */
  readonly header: VaultHeader;
  /** Copies that are older, or were altered; they are to be overwritten. */
  readonly others: readonly VaultHeader[];
}

/**
 * Opens the newest of a vault's copies that the secret opens. A secret that opens only an older copy is a wrong one: it
 * was changed since.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the secret was right and no copy is sound
 */
export async function openNewest(
  copies: readonly VaultHeader[],
  secret: Secret,
  derive: Derive,
): Promise<OpenedVault | undefined> {
  let altered: PreventError | undefined;
  for (const header of copies.toSorted((one, other) => other.changed - one.changed)) {
    try {
      const keys = await openVault(header, secret, derive);
      if (keys === undefined) continue;
      const others = copies.filter((copy) => copy !== header);
      const newer = others.filter(({ changed }) => changed > header.changed);
      const isSound = await Promise.all(newer.map((copy) => isSoundCopy(keys, copy)));
      return isSound.includes(true) ? undefined : { keys, header, others };
    } catch (error) {
      if (!(error instanceof PreventError)) throw error;
      altered = error;
    }
  }
  if (altered) throw altered;
  return undefined;
}

function isSoundCopy({ purposes }: VaultKeys, copy: VaultHeader): Promise<boolean> {
  return openIdentity(purposes.identity, copy).then(
    () => true,
    () => false,
  );
}
