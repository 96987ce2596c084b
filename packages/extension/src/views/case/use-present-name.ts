/**
 * A person’s record with the name that they have now, where a form was opened before they were renamed. Everything else
 * stays as it was read, also the revisions that a change is written on.
 */
import type { StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { followStore } from './person-line/use-person-line.js';

type Subject = StoredRecord<'subject'>;

export function usePresentName<S extends Subject | undefined>(subject: S): S {
  const { store } = useApp().services;
  const present = useSignal<(Pick<Subject, 'id'> & { readonly name: string }) | undefined>(
    undefined,
  );
  const id = subject?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    let isGone = false;
    const read = (): void => {
      store.get('subject', id).then(
        (held) => {
          if (!isGone && held) present.value = { id, name: held.value.name };
        },
        // Locked, or closed to the officer: the screen itself says so.
        () => undefined,
      );
    };
    const stop = followStore(store, read);
    // A rename between the reading and the first news of the store counts too.
    read();
    return () => {
      isGone = true;
      stop();
    };
  }, [store, id, present]);
  const now = present.value;
  if (!subject || !now || now.id !== id || now.name === subject.value.name) return subject;
  return { ...subject, value: { ...subject.value, name: now.name } };
}
