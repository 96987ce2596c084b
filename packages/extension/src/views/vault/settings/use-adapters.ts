import type { Issue, PlainDate } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { ListedAdapter } from '../../../ports/services.js';
import { onPolicyChange } from '../../act/policy/follow-policy.js';

export interface AdaptersRead {
  readonly listed: readonly ListedAdapter[];
  /** Faults of the force's policy, and of loaded files. */
  readonly issues: readonly Issue[];
  /** True if the list could not be read. */
  readonly isLost?: true;
}

export interface Adapters {
  /** Undefined until the list was read. */
  readonly read: ReadonlySignal<AdaptersRead | undefined>;
  readonly reload: () => Promise<void>;
}

export function useAdapters(): Adapters {
  const { services } = useApp();
  const read = useSignal<AdaptersRead | undefined>(undefined);
  const reload = useCallback(async () => {
    read.value = await services.adapters.list();
  }, [services, read]);
  useEffect(() => {
    const tryReload = (): void =>
      void reload().catch(() => {
        read.value = { listed: [], issues: [], isLost: true };
      });
    tryReload();
    return onPolicyChange(services, tryReload);
  }, [services, reload, read]);
  return { read, reload };
}

/** True for an adapter in use whose screen was not found as it was described, or whose proof has run out. */
export function needsLook({ isInUse, seen, adapter }: ListedAdapter, today: PlainDate): boolean {
  if (!isInUse) return false;
  const hasDrifted = seen !== undefined && seen.anchors.found < seen.anchors.of;
  return hasDrifted || (adapter.expires !== undefined && adapter.expires < today);
}
