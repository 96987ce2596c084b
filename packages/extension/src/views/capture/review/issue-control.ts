/** Controls of the save, and the one that each issue is about: where the error summary leads. */
import type { DraftRow, Issue } from '@cyber-prevent/core';
import { t } from '../../../locales/translate.js';
import { AUTHORITY_CHOICE, conditionControl, isPeopleControl } from './answer-control.js';
import { WHOLE_PAGE_REASON } from './page-copy-choice.js';
import { conflictChoice } from './row/conflict-choice.js';

/** Id of the first choice of the person's identity, for the error summary. */
export const SEEN_CHOICE = 'seen-before';
/** Id of the first choice of the person: a new one, or somebody on record. */
export const ABOUT_CHOICE = 'draft-about';
/** Id of the choice of the enquiry that led to the draft. */
export const ENQUIRY_CHOICE = 'draft-enquiry';
/** Id of the first choice of the referral to add to. */
export const INTO_CHOICE = 'seen-into';

/** Id of the box for a name that was not read. */
export const NAME_BOX = 'draft-name';

/**
 * Maps an issue to its control. An issue about a row has the row's id and path; the summary leads to the row.
 *
 * @param named - row that gives the subject a name, where there is one
 */
export function controlAt(
  at: string | undefined,
  code: string,
  named?: Pick<DraftRow, 'id'>,
): string | undefined {
  if (at === undefined) return undefined;
  if (at === 'subject.name') return named ? `row-${named.id}` : NAME_BOX;
  if (at === 'about') return 'about-subject';
  if (isPeopleControl(at)) return at;
  if (at === 'wholePage') return WHOLE_PAGE_REASON;
  if (at === 'seen') return SEEN_CHOICE;
  if (at === 'into') return INTO_CHOICE;
  if (at === 'enquiryId') return ENQUIRY_CHOICE;
  if (at === 'authority') return AUTHORITY_CHOICE;
  if (at.startsWith('condition ') || at.startsWith('words ')) return conditionControl(at, code);
  if (at.startsWith('stands ')) return conflictChoice(at.slice('stands '.length));
  return `row-${at.split(' ', 1)[0] ?? ''}`;
}

export function messageAt(issues: readonly Issue[], at: string): string | undefined {
  return issues.find((issue) => issue.at === at)?.message;
}

export function subjectMissing(): Issue {
  return {
    code: 'subject-missing',
    severity: 'error',
    message: t('review.about.missing'),
    at: 'about',
  };
}
