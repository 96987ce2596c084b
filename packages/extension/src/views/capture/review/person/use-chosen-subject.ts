/** The subject who was chosen in a form: named at once, so that a save that follows at once is about them, and looked up meanwhile. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../../app/app.js';

type Subject = StoredRecord<'subject'>;

export interface ChosenSubject {
  /** Empty while nobody is chosen. */
  readonly id: RecordId | '';
  /** As they are held; undefined until they are looked up. */
  readonly record: Subject | undefined;
  choose(id: string): void;
  /** For a save: whoever is chosen, once they are looked up; undefined where they are not held any more. */
  held(): Promise<Subject | undefined>;
}

export function useChosenSubject(initial?: Subject): ChosenSubject {
  const { store } = useApp().services;
  const id = useSignal<RecordId | ''>(initial?.id ?? '');
  const record = useSignal(initial);
  const looking = useRef<Promise<Subject | undefined>>(Promise.resolve(initial));
  return useMemo(
    () => ({
      get id() {
        return id.value;
      },
      get record() {
        return record.value;
      },
      choose(next) {
        const chosen = next as RecordId | '';
        id.value = chosen;
        record.value = undefined;
        if (chosen === '') {
          looking.current = Promise.resolve(undefined);
          return;
        }
        looking.current = store.get('subject', chosen).catch(() => undefined);
        void looking.current.then((found) => {
          if (id.value === chosen) record.value = found;
        });
      },
      held: () => looking.current,
    }),
    [store, id, record],
  );
}
