/** The control that an issue of the save is about: where the error summary leads. */
import type { DraftRow } from '@cyber-prevent/core';
import {
  AUTHORITY_CHOICE,
  conditionControl,
  isPeopleControl,
  NARRATIVE_QUESTION,
} from './answer-control.js';
import { ENQUIRY_CHOICE, INTO_CHOICE, NAME_BOX, SEEN_CHOICE } from './issue-control.js';
import { WHOLE_PAGE_REASON } from './page-copy-choice.js';
import { conflictChoice } from './row/conflict-choice.js';
import { UNADDED, UNADDED_BOX } from './unadded-value.js';

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
  if (at === UNADDED) return UNADDED_BOX;
  if (at === 'subject.name') return named ? `row-${named.id}` : NAME_BOX;
  if (at === 'about') return 'about-subject';
  if (isPeopleControl(at)) return at;
  if (at === 'wholePage') return WHOLE_PAGE_REASON;
  if (at === 'narrative') return NARRATIVE_QUESTION;
  if (at === 'seen') return SEEN_CHOICE;
  if (at === 'into') return INTO_CHOICE;
  if (at === 'enquiryId') return ENQUIRY_CHOICE;
  if (at === 'authority') return AUTHORITY_CHOICE;
  if (at.startsWith('condition ') || at.startsWith('words ')) return conditionControl(at, code);
  if (at.startsWith('handling ')) return at.replaceAll(' ', '-');
  if (at.startsWith('stands ')) return conflictChoice(at.slice('stands '.length));
  return `row-${at.split(' ', 1)[0] ?? ''}`;
}
