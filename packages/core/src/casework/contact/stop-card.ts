/**
 * Open a stop card when an offence is admitted outside an interview, and complete it later. The words stay as first
 * written.
 */
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { isSame, TWO_ROLES } from './serve-notice.js';
import { saidByIssues } from './stop-card-law.js';

/** The moment at which it was said is the officer’s to give: the card may be written hours later. */
export type StopCardInput = Omit<Input<'stopCard'>, 'subjectId'>;

export interface StopCardContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/**
 * Opens a card with the young person's own words, and refuses anybody else's. The words, and the answer to “were they
 * read back”, are enough; anything missing is due until it is added.
 */
export function openStopCard(input: StopCardInput, context: StopCardContext): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const { saidAt } = input;
  // The rest is not looked at before: what is wrong with words that do not belong here is no matter.
  const notTheirs = saidByIssues(input.saidBy);
  if (notTheirs.length > 0) return failed(...notTheirs);
  const checked = entryOf(
    'stopCard',
    { ...input, subjectId: subject.id },
    context,
    civilDay(isMoment(saidAt) ? saidAt : host.clock.now()),
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues = [
    ...(value.saidAt > host.clock.now() ? [SAID_IN_FUTURE] : []),
    ...detailIssues(value, context),
    ...(isSame(value.appropriateAdult, value.present) ? [TWO_ROLES] : []),
    ...(missingOf(value).length > 0 ? [STILL_TO_DO] : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [makes('stopCard', value)], reason: 'case-work' },
    id: value.id,
  }));
}

const isMoment = (said: unknown): said is string =>
  typeof said === 'string' && !Number.isNaN(Date.parse(said));

/** Adds facts that were unknown when it was opened. The store refuses a change to anything already written. */
export function completeStopCard(
  card: StoredRecord<'stopCard'>,
  input: Pick<Input<'stopCard'>, 'crimeRecorded' | 'crimeReference' | 'officerInCase' | 'toldOn'>,
  context: CaseContext,
): Result<CaseCommit> {
  const added = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== ''),
  );
  const { value } = card;
  if (Object.keys(added).length === 0) return failed(NOTHING_ADDED);
  const altered = Object.keys(added).find(
    (name) =>
      value[name as keyof typeof value] !== undefined &&
      value[name as keyof typeof value] !== added[name],
  );
  if (altered !== undefined) return failed({ ...KEPT_AS_WRITTEN, at: altered });
  const checked = entryOf('stopCard', { ...value, ...added }, context, undefined, value);
  if (!checked.ok) return checked;
  return unless(detailIssues(checked.value, context), () => ({
    commit: { changes: [setsOf(card, added)], reason: 'case-work' },
    id: card.id,
  }));
}

/** Joins the card to the contact, or the served notice, at which it came up, once that is stored. */
export function joinStopCard(
  card: StoredRecord<'stopCard'>,
  to: Pick<Input<'stopCard'>, 'interventionId' | 'noticeId'>,
  context: CaseContext,
): Result<CaseCommit> {
  const { value } = card;
  if ([value.interventionId, value.noticeId].some((id) => id !== undefined))
    return failed(JOINED_ALREADY);
  const checked = entryOf('stopCard', { ...value, ...to }, context, undefined, value);
  if (!checked.ok) return checked;
  return unless([], () => ({
    commit: { changes: [setsOf(card, to)], reason: 'case-work' },
    id: card.id,
  }));
}

/** Cards of a subject, opened on that day, that name no contact and no notice yet. */
export function looseStopCards(
  records: readonly StoredRecord[],
  on: PlainDate,
): readonly StoredRecord<'stopCard'>[] {
  return records
    .filter((record): record is StoredRecord<'stopCard'> => record.kind === 'stopCard')
    .filter(
      ({ value: { interventionId, noticeId, referralId, saidAt } }) =>
        interventionId === undefined &&
        noticeId === undefined &&
        referralId === undefined &&
        civilDay(saidAt) === on,
    );
}

/** Due on the day, until the crime is accounted for and the officer in the case was informed. */
export const stopCardDue: DueOf<'stopCard'> = ({ value }) => {
  const missing = missingOf(value);
  if (missing.length === 0) return [];
  const on = civilDay(value.saidAt);
  const why = `A stop card was opened on ${writtenDate(on)}. ${missing.join(' ')}`;
  return [dueOn('complete-stop-card', on, why)];
};

function missingOf({
  crimeRecorded,
  officerInCase,
}: Pick<Input<'stopCard'>, 'crimeRecorded' | 'officerInCase'>): readonly string[] {
  return [
    ...(crimeRecorded === undefined ? ['It does not say whether the crime is recorded.'] : []),
    ...(officerInCase === undefined ? ['No officer in the case is recorded as told.'] : []),
  ];
}

function detailIssues(
  { saidAt, crimeRecorded, crimeReference, officerInCase, toldOn }: Input<'stopCard'>,
  context: CaseContext,
): readonly Issue[] {
  const issues: Issue[] = [];
  if (crimeRecorded?.startsWith('recorded') && crimeReference === undefined)
    issues.push(error('missing', 'crimeReference', 'Enter the crime reference'));
  if (officerInCase !== undefined && toldOn === undefined)
    issues.push(error('missing', 'toldOn', 'Enter when the officer in the case was told'));
  if (toldOn !== undefined) {
    if (officerInCase === undefined)
      issues.push(error('missing', 'officerInCase', 'Enter who was told'));
    issues.push(...futureIssues('The date they were told', toldOn, 'toldOn', context));
    if (saidAt !== undefined && toldOn < civilDay(saidAt)) issues.push(TOLD_TOO_EARLY);
  }
  return issues;
}

const error = (code: string, at: string, message: string): Issue => ({
  code,
  severity: 'error',
  message,
  at,
});
const TOLD_TOO_EARLY = error(
  'date-out-of-order',
  'toldOn',
  'The date they were told must be on or after the date on which it was said',
);
const SAID_IN_FUTURE: Issue = {
  code: 'date-in-future',
  severity: 'error',
  message: 'When it was said must be now or earlier',
  at: 'saidAt',
};
const NOTHING_ADDED = error(
  'missing',
  'crimeRecorded',
  'Enter whether the crime is recorded, or who was told',
);
const KEPT_AS_WRITTEN: Issue = {
  code: 'kept-as-written',
  severity: 'error',
  message:
    'A stop card stays as it was first written. Log what is different as a separate contact.',
  at: 'crimeRecorded',
};

const JOINED_ALREADY: Issue = {
  code: 'joined-already',
  severity: 'error',
  message: 'This stop card already says where it came up. It stays as it was first written.',
  at: 'interventionId',
};

const STILL_TO_DO: Issue = {
  code: 'still-to-do',
  severity: 'warning',
  message:
    'Have the crime recorded, and tell the officer in the case. It stays due until you say so.',
  at: 'crimeRecorded',
};
