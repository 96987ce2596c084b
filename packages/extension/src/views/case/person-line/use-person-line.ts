/** The line about a person in a view: read without a look of its own, and again after each save. */
import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PersonLineRead } from '../../../ports/person-line-read.js';
import type { Services } from '../../../ports/services.js';

type LineState =
  | { readonly name: 'loading' }
  /** No such person is on record, or the vault locked first: the screen itself says so. */
  | { readonly name: 'none' }
  | PersonLineRead;

const LOADING: LineState = { name: 'loading' };

export function usePersonLine(
  { ask, store }: Pick<Services, 'ask' | 'store'>,
  subjectId: RecordId,
): LineState {
  const state = useSignal<{ readonly of: RecordId; readonly read: LineState }>({
    of: subjectId,
    read: LOADING,
  });
  useEffect(() => {
    let latest = 0;
    let isGone = false;
    const read = async (): Promise<void> => {
      latest += 1;
      const own = latest;
      const found = await ask('person-line', [subjectId]).catch(() => undefined);
      if (isGone || own !== latest) return;
      state.value = { of: subjectId, read: found ?? { name: 'none' } };
    };
    void read();
    const stop = followStore(store, () => void read());
    return () => {
      isGone = true;
      stop();
    };
  }, [ask, store, subjectId, state]);
  // Never the facts of the person before, not even for a moment.
  return state.value.of === subjectId ? state.value.read : LOADING;
}

/** A store that is closed has no news: the screen itself says that it is. */
export function followStore(
  store: Pick<Services['store'], 'subscribe'>,
  listener: () => void,
): () => void {
  try {
    return store.subscribe(listener);
  } catch {
    return () => undefined;
  }
}
