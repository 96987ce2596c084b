/**
 * Record the category of DPA 2018 s.38(3) that somebody belongs to, from a day, and its last day. Several may apply at
 * once.
 */
import { codeInForce } from '../../codes/code-list.js';
import { checkRecord } from '../../record/check.js';
import { OFFENCE_CATEGORIES } from '../../record/under-ten.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { futureIssues, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface CategoryContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/**
 * Adds a category from a given day: no day is supposed. Nobody under ten is suspected or convicted of an offence;
 * without a date of birth, a warning says that the age is unknown.
 */
export function addCategory(
  input: { readonly category?: string | undefined; readonly from?: PlainDate | undefined },
  context: CategoryContext,
): Result<CaseCommit> {
  const { subject, lists, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const { category, from } = input;
  const isInForce =
    category !== undefined &&
    codeInForce(lists, 'subject-category', category, from ?? host.clock.today()) !== undefined;
  if (!isInForce || !from)
    return failed(...(isInForce ? [] : [CHOOSE]), ...(from ? [] : [FROM_WHEN]));
  const issues = [...futureIssues('The start date', from, 'from', context)];
  const { categories, bornOn } = subject.value;
  if (bornOn !== undefined && from < bornOn) issues.push(BEFORE_BIRTH);
  if (categories.some((each) => each.category === category && each.until === undefined))
    issues.push(STANDS_ALREADY);
  if (bornOn === undefined && OFFENCE_CATEGORIES.includes(category)) issues.push(AGE_UNKNOWN);
  return settled(subject, { categories: [...categories, { category, from }] }, issues);
}

/**
 * Ends a category of data subject on a day. It stays on record, as it was valid until then.
 *
 * @param place - of the category in the subject's list, counted from 0
 */
export function endCategory(
  { place, until: given }: { readonly place: number; readonly until?: PlainDate | undefined },
  context: CategoryContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const until = given ?? host.clock.today();
  const { categories } = subject.value;
  const held = categories[place];
  if (!held || held.until !== undefined) return failed(ENDED_ALREADY);
  const issues = [...futureIssues('The end date', until, 'until', context)];
  if (until < held.from) issues.push(ENDS_TOO_EARLY);
  const after = categories.map((each, nth) => (nth === place ? { ...each, until } : each));
  return settled(subject, { categories: after }, issues);
}

function settled(
  subject: StoredRecord<'subject'>,
  set: Change<'subject'>['set'],
  issues: readonly Issue[],
): Result<CaseCommit> {
  const checked = checkRecord('subject', { ...subject.value, ...set });
  const found = checked.issues.map((issue) => ({ ...issue, at: 'category' }));
  const kept = Object.entries(subject.sources).filter(([path]) => path.startsWith('categories'));
  const change = sets(subject, set);
  const sources = kept.length > 0 ? { sources: Object.fromEntries(kept) } : {};
  return unless([...issues, ...found], () => ({
    commit: { changes: [{ ...change, ...sources }], reason: 'case-work' },
    id: subject.id,
  }));
}

const CHOOSE: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select a category',
  at: 'category',
};

const FROM_WHEN: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter the day from which this category applies',
  at: 'from',
};

const STANDS_ALREADY: Issue = {
  code: 'already-held',
  severity: 'error',
  message: 'This category is held already. End it first, or choose another.',
  at: 'category',
};

const ENDED_ALREADY: Issue = {
  code: 'category-ended',
  severity: 'error',
  message: 'This category has ended already. Go back and look at it again.',
};

const AGE_UNKNOWN: Issue = {
  code: 'age-unknown',
  severity: 'warning',
  message:
    'The date of birth is not known, so nobody can tell whether this person is under 10. A child under 10 is never recorded as suspected. Find out the date of birth.',
  at: 'category',
};

const BEFORE_BIRTH: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The start date must be after the date of birth',
  at: 'from',
};

const ENDS_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The end date must be on or after the date from which it holds',
  at: 'until',
};
