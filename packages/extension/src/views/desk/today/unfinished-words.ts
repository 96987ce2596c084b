/** A half-typed form in words: the form with its person, and when it was begun. */
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { NamedDraft } from './use-unfinished-drafts.js';

/** “Log an intervention for Brónach Kowalski”; of a draft about nobody known, with its first words. */
export function draftTitle({
  form,
  who,
  words,
}: Pick<NamedDraft, 'form' | 'who' | 'words'>): string {
  if (who.length > 0) return t('unfinished.about', { form, who: who.join(', ') });
  return words === undefined ? form : t('unfinished.words', { form, words });
}

/** “Begun on 28 November 2026 at 14:05”. */
export function begunWords({ begunAt }: Pick<NamedDraft, 'begunAt'>): string {
  if (begunAt === undefined) return t('unfinished.begun.earlier');
  return t('unfinished.begun', { when: writtenMoment(begunAt) });
}

/** The first of them, and how many more there are. What was typed is shown once the list is opened. */
export function firstWords(draft: NamedDraft, count: number): string {
  const { begunAt, form: name, who } = draft;
  const form = draftTitle({ form: name, who, words: undefined });
  const first =
    begunAt === undefined
      ? t('unfinished.first.earlier', { form })
      : t('unfinished.first', { form, when: writtenMoment(begunAt) });
  return count === 1 ? first : t('unfinished.first.more', { first, count: count - 1 });
}
