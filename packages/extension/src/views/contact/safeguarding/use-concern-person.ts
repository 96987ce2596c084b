/** The person of a concern by name, or that they are no longer held: disposed of, say, since a draft was begun. */
import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import type { ConcernPerson } from './concern-person.js';

export function useConcernPerson(id: RecordId | undefined): ConcernPerson {
  const { store } = useApp().services;
  const names = useSubjectNames();
  const gone = useSignal<RecordId | undefined>(undefined);
  const name = id && names.get(id);
  useEffect(() => {
    if (id === undefined || name !== undefined) return;
    let isOver = false;
    store.get('subject', id).then(
      (held) => {
        if (!isOver && !held) gone.value = id;
      },
      // A record that is closed to the officer, or cannot be read now, is still held.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [store, id, name, gone]);
  const isGone = id !== undefined && name === undefined && gone.value === id;
  return useMemo(() => ({ id, name, isGone }), [id, name, isGone]);
}
