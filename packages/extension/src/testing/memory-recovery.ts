/** The possible actions on damage, in memory, for tests of views. */
import { type Issue, passed } from '@cyber-prevent/core';
import type {
  RecoveryService,
  SetAsideEntry,
  VaultAside,
  VaultRemains,
  VaultService,
  VaultState,
} from '../ports/services.js';

export interface MemoryRecovery extends RecoveryService {
  /** The remains, as the next `recover` gives them. */
  remains: VaultRemains;
  /** The state that a look gives. */
  next: VaultState | undefined;
  /** The refusal of a fresh start. */
  refusal: Issue | undefined;
  aside: readonly SetAsideEntry[];
  vaults: readonly VaultAside[];
}

export function memoryRecovery(
  vault: VaultService,
  setVault: (state: VaultState) => void,
): MemoryRecovery {
  const recovery: MemoryRecovery = {
    remains: { isOpen: false, entries: 0, readable: 0, missing: [], records: 0 },
    next: undefined,
    refusal: undefined,
    aside: [],
    vaults: [],
    async tryAgain() {
      setVault(recovery.next ?? vault.state());
    },
    async recover(kind, secret) {
      const opened = await vault.unlock(kind, secret);
      if (!opened.ok) return opened;
      return passed(recovery.remains);
    },
    sealedCopy: async (kind) => new TextEncoder().encode(`{"kind":"${kind}"}\n`),
    async startFresh() {
      if (recovery.refusal) return { ok: false, issues: [recovery.refusal] };
      setVault({ name: 'none' });
      return passed(true as const);
    },
    setAsideEntries: async () => recovery.aside,
    async forgetSetAside() {
      recovery.aside = [];
    },
    vaultsAside: async () => recovery.vaults,
  };
  return recovery;
}
