/** A half-typed form in words: the form with its person, and when it was begun. */
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { NamedDraft } from './use-unfinished-drafts.js';

/** “Log an intervention for Brónach Kowalski”. */
export function draftTitle({ form, who }: Pick<NamedDraft, 'form' | 'who'>): string {
  return who.length === 0 ? form : t('unfinished.about', { form, who: who.join(', ') });
}

/** “Begun on 28 November 2026 at 14:05”. */
export function begunWords({ begunAt }: Pick<NamedDraft, 'begunAt'>): string {
  if (begunAt === undefined) return t('unfinished.begun.earlier');
  return t('unfinished.begun', { when: writtenMoment(begunAt) });
}

/** The first of them, and how many more there are. */
export function firstWords(draft: NamedDraft, count: number): string {
  const { begunAt } = draft;
  const form = draftTitle(draft);
  const first =
    begunAt === undefined
      ? t('unfinished.first.earlier', { form })
      : t('unfinished.first', { form, when: writtenMoment(begunAt) });
  return count === 1 ? first : t('unfinished.first.more', { first, count: count - 1 });
}
