/**
 * Advise the officer in the case on the conditions of a caution; record one that others gave or made; record the
 * response to the advice. Nothing is given here: the decision maker does so in their own system.
 */
import { type CodeLists, codeLabel } from '../../codes/code-list.js';
import { addDays, writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import {
  gatherOrderRules,
  type OrderRule,
  type OrderRules,
  orderRule,
} from '../rules/order-rules.js';
import { type ConditionInput, conditionsIn } from './condition.js';
import { ageIssues, forceIssues } from './order-issue.js';

export interface OrderContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Everything about the subject: contacts with agencies, conditions. */
  readonly records: readonly StoredRecord[];
  /** Replaces the rules that ship. */
  readonly rules?: OrderRules;
}

export type AdviceOnCautionInput = Pick<
  Input<'order'>,
  'kind' | 'officerInCase' | 'crimeReference' | 'offence' | 'admission' | 'advisedOn' | 'advice'
> & { readonly conditions: readonly ConditionInput[] };

/**
 * Records the advice on a caution or order before it is given, with the proposed conditions.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a caution draws from was not handed over
 */
export function adviseCaution(
  { conditions, ...input }: AdviceOnCautionInput,
  context: OrderContext,
): Result<CaseCommit> {
  const { subject, records, host, rules = gatherOrderRules() } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const advisedOn = input.advisedOn ?? host.clock.today();
  const kind = kindIssues(input.kind, advisedOn, context);
  if (kind.length > 0) return failed(...kind);
  const checked = entryOf(
    'order',
    { ...input, advisedOn, subjectId: subject.id },
    context,
    advisedOn,
  );
  const made = conditionsIn(conditions, {
    ...context,
    subjectId: subject.id,
    orderId: checked.ok ? checked.value.id : host.random.id(),
    since: advisedOn,
  });
  if (!checked.ok || !made.ok) return failed(...checked.issues, ...made.issues);
  const { value } = checked;
  const rule = orderRule(rules, value.kind);
  const issues = [
    ...ageIssues(subject, rule?.who, advisedOn, 'kind'),
    ...futureIssues('The date the advice was given', advisedOn, 'advisedOn', context),
    ...(value.officerInCase === undefined ? [NO_OFFICER] : []),
    ...(made.value.length === 0 ? [NO_CONDITION] : []),
    ...admissionIssues(rule, value.admission),
    ...consultIssues(rule, records, context.lists),
    ...made.value.flatMap(({ dueOn }, nth) => clockIssues(rule, advisedOn, dueOn, nth)),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [makes('order', value), ...made.value.map((each) => makes('condition', each))],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

export type GivenInput = Pick<
  Input<'order'>,
  | 'kind'
  | 'officerInCase'
  | 'crimeReference'
  | 'offence'
  | 'admission'
  | 'givenOn'
  | 'givenBy'
  | 'endsOn'
> & { readonly conditions: readonly ConditionInput[] };

/** Records one that was given or made without our advice: an order of a court, a licence, bail. */
export function recordOrder(
  { conditions, ...input }: GivenInput,
  context: OrderContext,
): Result<CaseCommit> {
  const { subject, host, rules = gatherOrderRules() } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const givenOn = input.givenOn ?? host.clock.today();
  const kind = kindIssues(input.kind, givenOn, context);
  if (kind.length > 0) return failed(...kind);
  const endsOn = input.endsOn ?? endOf(orderRule(rules, input.kind ?? ''), givenOn);
  const checked = entryOf(
    'order',
    { ...input, givenOn, ...(endsOn ? { endsOn } : {}), subjectId: subject.id },
    context,
    givenOn,
  );
  const made = conditionsIn(conditions, {
    ...context,
    subjectId: subject.id,
    orderId: checked.ok ? checked.value.id : host.random.id(),
    since: givenOn,
  });
  if (!checked.ok || !made.ok) return failed(...checked.issues, ...made.issues);
  const { value } = checked;
  const issues = [
    ...ageIssues(subject, orderRule(rules, value.kind)?.who, givenOn, 'kind'),
    ...futureIssues('The date it was given', givenOn, 'givenOn', context),
    ...(value.endsOn !== undefined && value.endsOn < givenOn ? [ENDS_TOO_EARLY] : []),
    ...(value.givenBy === undefined ? [NO_GIVER] : []),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [makes('order', value), ...made.value.map((each) => makes('condition', each))],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

/**
 * Records the response to our advice. If it was given, its clock begins: it ends by the rule of its kind, unless
 * another day was set.
 */
export function answerAdvice(
  order: StoredRecord<'order'>,
  input: Pick<Input<'order'>, 'answer' | 'answeredOn' | 'givenOn' | 'givenBy' | 'endsOn'>,
  context: OrderContext,
): Result<CaseCommit> {
  const { subject, host, rules = gatherOrderRules() } = context;
  const { advisedOn, kind } = order.value;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  if (advisedOn === undefined || order.value.answer !== undefined) return failed(ANSWERED);
  if (input.answer === undefined) return failed(ANSWER_MISSING);
  const answeredOn = input.answeredOn ?? host.clock.today();
  const isGiven = input.answer !== 'not-given';
  const givenOn = isGiven ? (input.givenOn ?? answeredOn) : undefined;
  const endsOn = givenOn && (input.endsOn ?? endOf(orderRule(rules, kind), givenOn));
  const set = {
    answer: input.answer,
    answeredOn,
    ...(givenOn ? { givenOn, givenBy: input.givenBy } : {}),
    ...(endsOn ? { endsOn } : {}),
  };
  const checked = entryOf('order', { ...order.value, ...set }, context, answeredOn, order.value);
  if (!checked.ok) return checked;
  const issues: readonly Issue[] = [
    ...futureIssues('The date of the answer', answeredOn, 'answeredOn', context),
    ...(answeredOn < advisedOn ? [before('answeredOn', 'The date of the answer', advisedOn)] : []),
    ...(givenOn === undefined
      ? []
      : [
          ...kindIssues(kind, givenOn, context),
          ...ageIssues(subject, orderRule(rules, kind)?.who, givenOn, 'givenOn'),
          ...futureIssues('The date it was given', givenOn, 'givenOn', context),
          ...(givenOn < advisedOn ? [before('givenOn', 'The date it was given', advisedOn)] : []),
          ...(endsOn !== undefined && endsOn < givenOn ? [ENDS_TOO_EARLY] : []),
          ...(checked.value.givenBy === undefined ? [NO_GIVER] : []),
        ]),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(order, set)], reason: 'case-work' },
    id: order.id,
  }));
}

function kindIssues(
  kind: string | undefined,
  on: PlainDate,
  context: CaseContext,
): readonly Issue[] {
  return kind === undefined ? [] : forceIssues('order-kind', kind, on, 'kind', context);
}

function endOf(rule: OrderRule | undefined, givenOn: PlainDate): PlainDate | undefined {
  return rule?.days === undefined ? undefined : addDays(givenOn, rule.days);
}

function admissionIssues(
  rule: OrderRule | undefined,
  admission: string | undefined,
): readonly Issue[] {
  if (!rule?.needsAdmission || admission === 'yes') return [];
  return [admission === 'no' ? NO_ADMISSION : ADMISSION_NOT_KNOWN];
}

function consultIssues(
  rule: OrderRule | undefined,
  records: readonly StoredRecord[],
  lists: CodeLists,
): readonly Issue[] {
  const agency = rule?.consults;
  const isAsked = records.some(({ value }) => 'agency' in value && value.agency === agency);
  return agency === undefined || isAsked ? [] : [consultFirst(codeLabel(lists, 'agency', agency))];
}

function clockIssues(
  rule: OrderRule | undefined,
  from: PlainDate,
  dueOn: PlainDate,
  nth: number,
): readonly Issue[] {
  const last = endOf(rule, from);
  if (last === undefined || dueOn <= last) return [];
  return [
    issueOf(
      'past-clock',
      `conditions.${nth}.dueOn`,
      `${rule?.words ?? ''}. From today that is ${writtenDate(last)}.`,
      'warning',
    ),
  ];
}

const before = (at: string, label: string, day: PlainDate): Issue =>
  issueOf(
    'date-out-of-order',
    at,
    `${label} must be on or after the date of the advice, ${writtenDate(day)}`,
  );
const ENDS_TOO_EARLY = issueOf(
  'date-out-of-order',
  'endsOn',
  'The date it ends must be on or after the date on which it was given',
);
const NO_OFFICER = issueOf(
  'missing',
  'officerInCase',
  'Enter the officer in the case: the advice is for them',
);
const NO_GIVER = issueOf('missing', 'givenBy', 'Enter who gave or made it, as you were told');
const NO_CONDITION = issueOf(
  'no-condition',
  'conditions',
  'Choose at least one condition, or write one',
);
const ANSWER_MISSING = issueOf('missing', 'answer', 'Select what happened to the advice');
const ANSWERED = issueOf(
  'advice-answered',
  'answer',
  'What happened to this advice is recorded already, or none was given. Look at it again.',
);
const NO_ADMISSION = issueOf(
  'admission-needed',
  'admission',
  'This kind of caution needs an admission, and there is none. Advise another way.',
);
const ADMISSION_NOT_KNOWN = issueOf(
  'admission-not-known',
  'admission',
  'This kind of caution needs an admission, and it is not known whether there is one. Ask the officer in the case.',
  'warning',
);
const consultFirst = (agency: string): Issue =>
  issueOf(
    'consult-first',
    'kind',
    `This kind of caution needs “${agency}” to be consulted, and no contact with them is recorded. Ask them, and record the contact.`,
    'warning',
  );
