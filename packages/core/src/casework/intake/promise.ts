/** Promise something by a day, and record afterwards if it was kept. Feedback to a referrer is one such promise. */
import { codeLabel } from '../../codes/code-list.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { identityIssues } from './take-enquiry.js';

/** Made today unless the officer gives another day. */
export type PromiseInput = Omit<
  Input<'promise'>,
  'subjectId' | 'enquiryId' | 'referralId' | 'settled' | 'settledOn' | 'whyNotKept'
>;

export interface PromiseContext extends CaseContext {
  /** The record that it was made on; undefined if that is no longer held. */
  readonly on:
    | StoredRecord<'subject'>
    | StoredRecord<'referral'>
    | StoredRecord<'enquiry'>
    | undefined;
  /** Pieces of the words that the officer says identify nobody, for a promise on an enquiry. */
  readonly identifyNobody?: readonly string[];
}

/**
 * Records a promise: its content, its recipient and its day.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a promise draws from was not handed over
 */
export function makePromise(input: PromiseInput, context: PromiseContext): Result<CaseCommit> {
  const { on } = context;
  if (!on) return failed(NOTHING_TO_PROMISE_ON);
  const madeOn = input.madeOn ?? context.host.clock.today();
  const checked = entryOf('promise', { ...input, ...namesOf(on), madeOn }, context, madeOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues = [...futureIssues('The date it was promised', value.madeOn, 'madeOn', context)];
  if (value.dueOn < value.madeOn) issues.push(DUE_TOO_EARLY);
  if (on.kind === 'enquiry')
    issues.push(...identityIssues('words', 'In words', value.words ?? '', context.identifyNobody));
  return unless(issues, () => ({
    commit: { changes: [makes('promise', value)], reason: 'case-work' },
    id: value.id,
  }));
}

export interface PromiseSettled {
  readonly settled?: 'kept' | 'not-kept' | undefined;
  readonly settledOn?: PlainDate | undefined;
  readonly whyNotKept?: string | undefined;
}

/**
 * Records the promise as kept, or not kept and why. The signer of the save is the officer who says so. If it is
 * recorded again, the history keeps both.
 */
export function settlePromise(
  promise: StoredRecord<'promise'>,
  { settled, settledOn: given, whyNotKept }: PromiseSettled,
  context: CaseContext,
): Result<CaseCommit> {
  if (settled === undefined) return failed(KEPT_MISSING);
  const settledOn = given ?? context.host.clock.today();
  const issues = [...futureIssues('The date it was settled', settledOn, 'settledOn', context)];
  if (settledOn < promise.value.madeOn) issues.push(SETTLED_TOO_EARLY);
  const why = whyNotKept?.trim() ? whyNotKept : undefined;
  if (settled === 'not-kept' && why === undefined) issues.push(WHY_MISSING);
  const set = {
    settled,
    settledOn,
    whyNotKept: settled === 'kept' ? null : (why ?? null),
  } as Change<'promise'>['set'];
  return unless(issues, () => ({
    commit: { changes: [sets(promise, set)], reason: 'case-work' },
    id: promise.id,
  }));
}

/** Due on its own day, until it is settled. */
export const promiseDue: DueOf<'promise'> = ({ value }, { lists }) => {
  const { kind, to, madeOn, dueOn: by, settled } = value;
  if (settled !== undefined) return [];
  const what = codeLabel(lists, 'promise-kind', kind, madeOn);
  const whom = codeLabel(lists, 'promise-to', to, madeOn).toLowerCase();
  const why = `${what} was promised to ${whom} on ${writtenDate(madeOn)}, for ${writtenDate(by)}.`;
  return [dueOn('keep-promise', by, why)];
};

function namesOf(
  on: NonNullable<PromiseContext['on']>,
): Pick<Input<'promise'>, 'subjectId' | 'enquiryId' | 'referralId'> {
  if (on.kind === 'referral')
    return {
      referralId: on.id,
      ...('subjectId' in on.value ? { subjectId: on.value.subjectId } : {}),
    };
  return on.kind === 'enquiry' ? { enquiryId: on.id } : { subjectId: on.id };
}

const NOTHING_TO_PROMISE_ON: Issue = {
  code: 'promise-on-unknown',
  severity: 'error',
  message: 'The record that this promise belongs to is no longer held. Choose it again.',
  at: 'subjectId',
};

const outOfOrder = (at: string, message: string): Issue => ({
  code: 'date-out-of-order',
  severity: 'error',
  message,
  at,
});
const DUE_TOO_EARLY = outOfOrder(
  'dueOn',
  'The date it is due must be on or after the date of the promise',
);
const SETTLED_TOO_EARLY = outOfOrder(
  'settledOn',
  'The date it was settled must be on or after the date of the promise',
);

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});
const KEPT_MISSING = missing('settled', 'Select whether the promise was kept');
const WHY_MISSING = missing('whyNotKept', 'Enter why the promise was not kept');
