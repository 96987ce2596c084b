/** Log advice that was asked for and given, correct it, and record its follow-up. */

import { codeLabel } from '../../codes/code-list.js';
import { filledFields } from '../../record/filled-fields.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { changedFields, NOTHING_CHANGED } from '../act/correct.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { identityIssues } from './take-enquiry.js';

/** Given today unless the officer gives another day. */
export type AdviceInput = Omit<Input<'advice'>, 'followedUpOn'>;

export interface AdviceContext extends CaseContext {
  /** Exact pieces of the texts that the officer was asked about and says identify nobody. */
  readonly identifyNobody?: readonly string[];
}

/**
 * Records the advice. Anything in the texts that may identify somebody is an error until it is removed, or the officer
 * says that it identifies nobody; `identityIn` gives the place of each.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that advice draws from was not handed over
 */
export function logAdvice(input: AdviceInput, context: AdviceContext): Result<CaseCommit> {
  const checked = checkedAdvice(input, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(issuesOf(value, context), () => ({
    commit: { changes: [makes('advice', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Sets the fields that the form changed; their earlier values stay in the history. */
export function correctAdvice(
  held: StoredRecord<'advice'>,
  input: AdviceInput,
  context: AdviceContext,
): Result<CaseCommit> {
  const checked = checkedAdvice(input, context);
  if (!checked.ok) return checked;
  const set = changedFields<'advice'>(held.value, checked.value, ASKED);
  if (Object.keys(set).length === 0) return failed(NOTHING_CHANGED);
  return unless(issuesOf(checked.value, context), () => ({
    commit: { changes: [sets(held, set)], reason: 'correction' },
    id: held.id,
  }));
}

/** Records the follow-up: today unless another day is given. */
export function followUpAdvice(
  held: StoredRecord<'advice'>,
  { followedUpOn: given }: { readonly followedUpOn?: PlainDate | undefined },
  context: CaseContext,
): Result<CaseCommit> {
  const followedUpOn = given ?? context.host.clock.today();
  const issues = [
    ...futureIssues('The date it was followed up', followedUpOn, 'followedUpOn', context),
  ];
  if (followedUpOn < held.value.givenOn)
    issues.push(
      outOfOrder(
        'followedUpOn',
        'The date it was followed up must be on or after the date of the advice',
      ),
    );
  return unless(issues, () => ({
    commit: { changes: [sets(held, { followedUpOn })], reason: 'case-work' },
    id: held.id,
  }));
}

/** Due on its own follow-up day, until the follow-up is recorded. */
export const adviceDue: DueOf<'advice'> = ({ value }, { lists }) => {
  const { followUpDueOn, followedUpOn, givenOn, topic } = value;
  if (followUpDueOn === undefined || followedUpOn !== undefined) return [];
  const about = codeLabel(lists, 'advice-topic', topic, givenOn);
  const why = `Advice was given on ${writtenDate(givenOn)} (${about}), and a follow-up was set for ${writtenDate(followUpDueOn)}.`;
  return [dueOn('follow-up-advice', followUpDueOn, why)];
};

const ASKED = filledFields('advice', { without: ['followedUpOn'] });

function checkedAdvice(input: AdviceInput, context: AdviceContext) {
  const givenOn = input.givenOn ?? context.host.clock.today();
  return entryOf('advice', { resources: [], ...input, givenOn }, context, givenOn);
}

function issuesOf(
  value: StoredRecord<'advice'>['value'],
  context: AdviceContext,
): readonly Issue[] {
  const { givenOn, followUpDueOn, asked, advice } = value;
  return [
    ...futureIssues('The date the advice was given', givenOn, 'givenOn', context),
    ...(followUpDueOn !== undefined && followUpDueOn < givenOn ? [FOLLOW_UP_TOO_EARLY] : []),
    ...identityIssues('asked', 'What was asked', asked, context.identifyNobody),
    ...identityIssues('advice', 'Advice given', advice, context.identifyNobody),
  ];
}

const outOfOrder = (at: string, message: string): Issue => ({
  code: 'date-out-of-order',
  severity: 'error',
  message,
  at,
});

const FOLLOW_UP_TOO_EARLY = outOfOrder(
  'followUpDueOn',
  'The date the follow-up is due must be on or after the date of the advice',
);
