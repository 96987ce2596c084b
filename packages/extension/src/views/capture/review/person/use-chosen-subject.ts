/**
 * The subject chosen in a form. Their id is set at once, so that an immediate save is about them; the record is looked
 * up in the meantime.
 */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../../app/app.js';

type Subject = StoredRecord<'subject'>;

export interface ChosenSubject {
  /** Empty if nobody is chosen. */
  readonly id: RecordId | '';
  /** Their stored record; undefined until it is looked up. */
  readonly record: Subject | undefined;
  choose(id: string): void;
  /** For a save: resolves to the chosen subject once looked up; undefined if they are no longer stored. */
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
