/**
 * Another passphrase or another recovery key for the same vault. The root stays, and so does everything sealed; only
 * the root is wrapped again. An old copy of the header still opens with the old secret: no change of a secret can undo
 * a copy.
 */
import { wipe } from './bytes.js';
import type { Derivation, Derive } from './derivation.js';
import type { VaultHeader } from './header.js';
import { purposeKeys } from './keys.js';
import { openIdentity, sealIdentity } from './sealed-identity.js';
import { openRoot, type Secret, wrapByPassphrase, wrapByRecoveryKey } from './wrap.js';

export type NextSecret =
  | { readonly passphrase: string; readonly derivation: Derivation }
  /** Made here: the old printed key stops opening it. */
  | { readonly recoveryKey: 'new' };

export interface ChangedSecret {
  readonly header: VaultHeader;
  /** As printed; present when a new one was made. */
  readonly recoveryKey?: string;
}

/**
 * @param secret - the passphrase or the recovery key that opens the vault now
 * @returns undefined when the secret does not open it
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the secret was right and the rest was altered
 */
export async function changeSecret(
  header: VaultHeader,
  secret: Secret,
  next: NextSecret,
  derive: Derive,
): Promise<ChangedSecret | undefined> {
  const root = await openRoot(header, secret, derive);
  if (root === undefined) return undefined;
  try {
    const { vault } = header;
    const { identity: key } = await purposeKeys(root, vault);
    const identity = await openIdentity(key, header);
    const sealed = async (wraps: Partial<VaultHeader>): Promise<VaultHeader> => {
      const said = { ...header, ...wraps, changed: header.changed + 1 };
      return { ...said, identity: await sealIdentity(key, said, identity) };
    };
    if ('passphrase' in next) {
      const { passphrase, derivation } = next;
      const wrap = await wrapByPassphrase(vault, root, passphrase, derivation, derive);
      return { header: await sealed({ passphrase: wrap }) };
    }
    const { wrap, printed } = await wrapByRecoveryKey(vault, root);
    return { header: await sealed({ recovery: wrap }), recoveryKey: printed };
  } finally {
    wipe(root);
  }
}
