/** The records that a screen shows, logged as looked at before they are shown: no log, no view. */
import type { RecordKind, RecordStore, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { asIssue } from './as-issue.js';

export type GatheredState =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'shown'; readonly records: readonly StoredRecord[] };

export interface Gathered {
  readonly state: GatheredState;
  /** Looks again, after an act on this very screen. */
  again(): Promise<void>;
}

/** @param about - what it is gathered for: another one gathers anew */
export function useGathered(
  about: string,
  gather: (store: RecordStore) => Promise<readonly StoredRecord[]>,
): Gathered {
  const { services, router } = useApp();
  // The same screen was asked for again: what stands on it may not be so any more.
  const asked = router.again.value;
  const state = useSignal<GatheredState>({ name: 'loading' });
  const looks = useRef(0);
  const again = useCallback(async (): Promise<void> => {
    looks.current += 1;
    const own = looks.current;
    const next = await gather(services.store).then(
      (records): GatheredState => ({ name: 'shown', records }),
      (error: unknown): GatheredState => ({ name: 'failed', why: asIssue(error).message }),
    );
    // A look that was begun before an act may come back after the one that shows it.
    if (own === looks.current) state.value = next;
  }, [services, about]);
  useEffect(() => void again(), [again, asked]);
  return { state: state.value, again };
}

/** Those of one kind. */
export function ofKind<K extends RecordKind>(
  records: readonly StoredRecord[],
  kind: K,
): readonly StoredRecord<K>[] {
  return records.filter((record): record is StoredRecord<K> => record.kind === kind);
}
