/** Every subject that is held, to choose from. Names alone are read, for the choice; opening a record is what is logged. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { Choice } from '../../components/choice.js';

export function useSubjectChoices(): readonly Choice[] {
  const { store } = useApp().services;
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let isGone = false;
    store
      .query('subject')
      .then((held) => {
        const found = held.map(({ id, value }) => ({ value: id, label: value.name }));
        if (!isGone) setChoices(found.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')));
      })
      // A concern can be raised without a subject: a list that cannot be read must not stand in its way.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [store]);
  return choices;
}
