/** The signer of the officer, while the vault is open. */
import type { Signer } from '@cyber-prevent/core';
import { signText } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';

/**
 * Signs for the officer of an open vault. The kind of vault is part of the signed text: practice never passes for live.
 */
export function signerOf({ identity, kind, signing }: VaultKeys): Signer {
  return {
    team: kind,
    device: identity.device,
    officer: identity.officer.id,
    sign: (text) => signText(signing, text),
  };
}
