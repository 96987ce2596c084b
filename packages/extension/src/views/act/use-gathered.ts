/** The records on a screen, logged as looked at before they are shown: no log, no view. */
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
  /** Reads again, after an act on this very screen. */
  again(): Promise<void>;
}

/** @param about - the subject of the look: a new value reads again */
export function useGathered(
  about: string,
  gather: (store: RecordStore) => Promise<readonly StoredRecord[]>,
): Gathered {
  const { services, router } = useApp();
  // The same screen was asked for again: its contents may be out of date.
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
    // A look that began before an act may finish after the one that shows it.
    if (own === looks.current) state.value = next;
  }, [services, about]);
  useEffect(() => void again(), [again, asked]);
  return { state: state.value, again };
}

/** Records of one kind. */
export function ofKind<K extends RecordKind>(
  records: readonly StoredRecord[],
  kind: K,
): readonly StoredRecord<K>[] {
  return records.filter((record): record is StoredRecord<K> => record.kind === kind);
}
