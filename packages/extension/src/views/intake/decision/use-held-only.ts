/**
 * Further records destroyed along with a decision's own, since nothing else needs them: a page of which every value has
 * since been corrected, say. The store is asked, because it knows the histories.
 */
import type { HeldOnly, RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

export interface AlongWith {
  /** The last answer; empty until it is known. */
  readonly along: readonly HeldOnly[];
  /** Asks again, before something is destroyed. */
  ask(): Promise<readonly HeldOnly[]>;
}

/** @param going - empty if nothing would be destroyed */
export function useHeldOnly(going: readonly RecordId[]): AlongWith {
  const { services } = useApp();
  const along = useSignal<readonly HeldOnly[]>([]);
  const latest = useRef(0);
  const ask = async (): Promise<readonly HeldOnly[]> => {
    latest.current += 1;
    const own = latest.current;
    const found = going.length > 0 ? await services.store.heldOnlyWith(going) : [];
    if (own === latest.current) along.value = found;
    return found;
  };
  useEffect(() => {
    // A failure here is repeated, with its message, at the decision itself.
    ask().catch(() => undefined);
  }, [services, going.join()]);
  return { along: along.value, ask };
}
