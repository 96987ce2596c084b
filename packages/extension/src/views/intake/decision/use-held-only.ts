/**
 * What goes along with what a decision destroys, since nothing else is left to keep it for: a page of which everything was
 * corrected since, say. The store is asked, which knows the histories.
 */
import type { HeldOnly, RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

export interface AlongWith {
  /** As it was last asked: none until it is known. */
  readonly along: readonly HeldOnly[];
  /** Asks again, before something is destroyed. */
  ask(): Promise<readonly HeldOnly[]>;
}

/** @param going - nothing, while nothing would be destroyed */
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
    // What fails here fails again, in words, when it matters.
    ask().catch(() => undefined);
  }, [services, going.join()]);
  return { along: along.value, ask };
}
