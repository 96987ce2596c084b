import { REGIMES } from '@cyber-prevent/core';
import type { VaultKeys } from '../vault/open-vault.js';

/** The officer as known to the open vault, never as a page says. */
export function lawOfficer({ kind, identity: { officer } }: VaultKeys) {
  return {
    id: officer.id,
    regime: REGIMES.find((each) => each === officer.regime) ?? 'part3',
    policyReference: officer.policyReference,
    practice: kind === 'practice',
  } as const;
}
