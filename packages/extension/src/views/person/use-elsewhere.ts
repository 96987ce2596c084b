/** Looks for other people with the same handle, logged before the save. The result names nobody. */
import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';

export function useElsewhere(subject: RecordId) {
  const { services } = useApp();
  const looked = useSignal('');
  const others = useSignal<readonly RecordId[]>([]);
  return {
    others: others.value,
    /** True if the officer is to be warned first: others have the handle, and it was not searched for before. */
    async warns(asSeen: string, platform: string): Promise<boolean> {
      const key = `${platform} ${asSeen}`;
      if (asSeen.trim() === '' || looked.value === key) return false;
      const sought = [{ kind: 'handle', text: asSeen, ...(platform ? { platform } : {}) }] as const;
      const { people, apart } = await services.seenBefore.look({ values: sought }, 'case-work');
      looked.value = key;
      others.value = [...people, ...apart]
        .filter(
          ({ person, reasons }) =>
            person !== subject && reasons.some(({ kind }) => kind === 'handle'),
        )
        .map(({ person }) => person);
      return others.value.length > 0;
    },
  };
}
