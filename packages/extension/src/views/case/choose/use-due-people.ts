/** People with something due by tomorrow, the most urgent first: read once, where a form has many people to offer. */
import { addDays, type RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

const NOBODY: readonly RecordId[] = [];

/** Empty until it is read, and if it cannot be: everybody is found by typing. */
export function useDuePeople(isWanted: boolean): readonly RecordId[] {
  const { services } = useApp();
  const due = useSignal(NOBODY);
  useEffect(() => {
    if (!isWanted) return;
    services.ask('diary', [addDays(services.today(), 1)]).then(
      ({ entries }) => {
        due.value = entries.flatMap(({ about }) => about ?? []);
      },
      () => undefined,
    );
  }, [services, isWanted, due]);
  return due.value;
}
