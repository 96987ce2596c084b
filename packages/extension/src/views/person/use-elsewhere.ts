/** Looks for other people with the same identifier, logged before the save. The result names nobody. */
import {
  type IdentifierForm,
  identifierKey,
  identifierValue,
  type RecordId,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';

export function useElsewhere(subject: RecordId) {
  const { services } = useApp();
  const looked = useSignal('');
  const others = useSignal<readonly RecordId[]>([]);
  return {
    others: others.value,
    /** True if the officer is to be warned first: others have the identifier, and it was not searched for before. */
    async warns(form: IdentifierForm): Promise<boolean> {
      const key = identifierKey(form);
      const sought = form.asSeen.trim() === '' ? undefined : identifierValue(form);
      if (!sought || looked.value === key) return false;
      const { people, apart } = await services.seenBefore.look({ values: [sought] }, 'case-work');
      looked.value = key;
      others.value = [...people, ...apart]
        .filter(
          ({ person, reasons }) =>
            person !== subject && reasons.some(({ kind }) => kind === sought.kind),
        )
        .map(({ person }) => person);
      return others.value.length > 0;
    },
  };
}
