/** Every subject that is held, to choose from. Names alone are read, for the choice; opening a record is what is logged. */
import type { StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app/app.js';

/** By name; read again after each save. */
export function useSubjects(): readonly StoredRecord<'subject'>[] {
  const { services } = useApp();
  const subjects = useSignal<readonly StoredRecord<'subject'>[]>([]);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const found = await services.store
        .query('subject')
        // A concern can be raised without a subject: a list that cannot be read must not stand in its way.
        .catch(() => []);
      if (!gone)
        subjects.value = found.toSorted((a, b) =>
          a.value.name.localeCompare(b.value.name, 'en-GB'),
        );
    };
    void load();
    const stop = services.store.subscribe(() => void load());
    return () => {
      gone = true;
      stop();
    };
  }, [services]);
  return subjects.value;
}
