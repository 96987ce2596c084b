/** The law of a review that is set: a day to come, of a case that is open; no other decision names such a day. */
import { writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { closedBy, isOfWholeCase } from '../act/case-state.js';
import { REVIEW_SET } from '../act/review-set.js';

export function reviewSetIssues(
  { kind, before, after }: SavedRecord,
  held: HeldRecords,
): readonly Issue[] {
  if (kind !== 'decision' || !after) return [];
  const value = after as StoredRecord<'decision'>['value'];
  const { outcome, reviewOn, decidedOn, subjectId } = value;
  if (outcome !== REVIEW_SET) return reviewOn === undefined ? [] : [REVIEW_ELSEWHERE];
  const issues: Issue[] = [];
  if (reviewOn === undefined || reviewOn <= decidedOn) issues.push(notLater(decidedOn));
  if (subjectId === undefined || !isOfWholeCase(value)) return [...issues, OF_NOBODY];
  if (before) return issues;
  const decisions = held
    .about(subjectId)
    .filter((each): each is StoredRecord<'decision'> => each.kind === 'decision');
  return closedBy(decisions) ? [...issues, CLOSED] : issues;
}

export function notLater(than: PlainDate): Issue {
  return {
    code: 'review-set-not-later',
    severity: 'error',
    message: `The date of the review must be after ${writtenDate(than)}`,
    at: 'reviewOn',
  };
}

export const CLOSED: Issue = {
  code: 'review-set-closed',
  severity: 'error',
  message: 'The case is closed, so no review is set. Reopen it first.',
};

const REVIEW_ELSEWHERE: Issue = {
  code: 'review-set-elsewhere',
  severity: 'error',
  message: 'Only a decision that sets a review has the date of one. Take the date out.',
  at: 'reviewOn',
};

const OF_NOBODY: Issue = {
  code: 'review-set-of-nobody',
  severity: 'error',
  message: 'A review is set of the whole case of a person. Choose the person.',
};
