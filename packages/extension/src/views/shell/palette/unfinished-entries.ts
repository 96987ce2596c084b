/** Half-typed forms in the palette: each opens its form with the draft. */
import type { SubjectRow } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { canContinue, continueDraft } from '../../../app/continue-unfinished.js';
import { t } from '../../../locales/late.js';
import { type Known, knownBy } from '../../desk/known-by.js';
import { begunWords, draftTitle } from '../../desk/today/unfinished-words.js';
import { useNamedDrafts, useUnfinishedDrafts } from '../../desk/today/use-unfinished-drafts.js';
import type { Entry } from './entries.js';

/** @param rows - of the list of subjects */
export function useUnfinishedEntries(rows: readonly (SubjectRow & Known)[]): readonly Entry[] {
  const app = useApp();
  const { services, session } = app;
  const found = useUnfinishedDrafts().drafts ?? [];
  const drafts = useNamedDrafts(found);
  return drafts
    .filter((draft) => canContinue(app, draft))
    .map((draft): Entry => {
      const people = rows.filter(({ id }) => draft.text.includes(id));
      const [person] = people;
      const begun = begunWords(draft);
      const born = person && people.length === 1 ? knownBy(person, services.today()) : undefined;
      // Another draft may take the key of this one.
      const which = [draft.key.replaceAll('/', '-'), draft.begunAt, born && person?.id];
      return {
        id: ['unfinished', ...which.filter((part) => part !== undefined)].join('-'),
        group: 'unfinished',
        // Typed words are not looked through: a search for somebody is logged.
        label: draftTitle({
          form: draft.form,
          who: born && person ? [person.name] : draft.who,
          words: undefined,
        }),
        note: born ? t('palette.draft', { born, begun }) : begun,
        also: t('unfinished.list'),
        person: born ? person : undefined,
        run: () => {
          continueDraft(app, draft, found).catch((error: unknown) => {
            const why = error instanceof Error ? error.message : String(error);
            session.say({ kind: 'important', heading: t('unfinished.failed', { why }) });
          });
        },
      };
    });
}
