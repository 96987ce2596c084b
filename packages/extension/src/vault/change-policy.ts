/**
 * Changes the policy document's reference of an open vault: reseals the officer's identity, and counts it as a change.
 */
import type { VaultHeader } from './header.js';
import type { Identity } from './identity.js';
import type { VaultKeys } from './open-vault.js';
import { openIdentity, sealIdentity } from './sealed-identity.js';

export interface ChangedIdentity {
  readonly header: VaultHeader;
  readonly identity: Identity;
}

/**
 * Needs no secret: the vault is open, and neither secret changes.
 *
 * @param reference - empty: no document any more
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the header is not of these keys, or was altered
 */
export async function changePolicy(
  header: VaultHeader,
  { purposes: { identity: key } }: Pick<VaultKeys, 'purposes'>,
  reference: string,
): Promise<ChangedIdentity> {
  const before = await openIdentity(key, header);
  const { policyReference: _, ...officer } = before.officer;
  const identity: Identity = {
    ...before,
    officer: reference === '' ? officer : { ...officer, policyReference: reference },
  };
  const said = { ...header, changed: header.changed + 1 };
  return { header: { ...said, identity: await sealIdentity(key, said, identity) }, identity };
}
