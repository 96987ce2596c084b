/** One press of the save: everything that is missing or to be asked is said at once; with nothing left, it is saved. */
import {
  asksNarrative,
  failed,
  type Issue,
  isError,
  NARRATIVE_LEFT,
  type PageChoice,
  pageChoiceIssue,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { Services } from '../../../ports/services.js';
import { type Asked, askedInOrder } from './asked-at-save.js';
import { hasPages } from './page-copies.js';
import { isOnRecord } from './person/referral-choice.js';
import type { ChosenSubject } from './person/use-chosen-subject.js';
import { type SavedReferral, saveReferral } from './save-referral.js';
import { draftErrors, type Settled, type SettleOptions } from './settle.js';
import { unaddedIssues } from './unadded-value.js';

/** The question about the narrative: asked by itself, or together with something else. */
export type AsksWhy = 'alone' | 'too' | undefined;

export interface SaveOutcome {
  readonly asked: readonly Asked[];
  readonly asksWhy?: AsksWhy;
  readonly saved?: SavedReferral & { readonly issues: readonly Issue[] };
}

export interface DraftSave {
  readonly options: SettleOptions;
  readonly isNew: boolean;
  readonly held: Pick<ChosenSubject, 'held'>;
  readonly seen: {
    /** Id of the referral to add to, `new` for a new one, or empty while nobody has said. */
    readonly into: { readonly value: string };
    /** Undefined if the officer has only now been asked who it is. */
    settle(
      options: SettleOptions,
      held: StoredRecord<'subject'> | undefined,
    ): Promise<Result<Settled> | undefined>;
    /** Searches anew at the next save. */
    lookAgain(): void;
  };
  readonly copy: PageChoice;
}

export async function saveDraft(
  services: Services,
  { options, isNew, held, seen, copy }: DraftSave,
): Promise<SaveOutcome> {
  const { draft } = options;
  // Undefined also for somebody disposed of, or joined with another, since they were chosen.
  const subject = isNew ? undefined : await held.held();
  const settled =
    isNew || subject
      ? await seen.settle(options, subject)
      : failed(subjectMissing(), ...draftErrors(services, options));
  // A referral that is added to has said why, or not, when it was made.
  const why = !isOnRecord(seen.into.value) && asksNarrative(draft);
  const page = hasPages(draft) ? pageChoiceIssue(copy) : undefined;
  const missing = [
    ...unaddedIssues(),
    ...(settled?.ok === false ? settled.issues : []),
    ...(page ? [page] : []),
  ];
  if (missing.length > 0) {
    const asked = askedInOrder(draft, why ? [...missing, NARRATIVE_LEFT] : missing);
    return { asked, asksWhy: why ? 'too' : undefined };
  }
  // The question about people on record, or about another match, is on screen now.
  if (!settled?.ok) return { asked: [], asksWhy: why ? 'too' : undefined };
  if (why) return { asked: [], asksWhy: 'alone' };
  const result = await saveReferral(services, { ...options, settled: settled.value, copy });
  // Somebody was put on record since they were looked for: the next press finds them, and asks.
  if (result.issues.some(({ code }) => code === 'person-in-doubt')) seen.lookAgain();
  if (!result.ok) return { asked: askedInOrder(draft, result.issues.filter(isError)) };
  return { asked: [], saved: { ...result.value, issues: result.issues } };
}

function subjectMissing(): Issue {
  return {
    code: 'subject-missing',
    severity: 'error',
    message: t('review.about.missing'),
    at: 'about',
  };
}
