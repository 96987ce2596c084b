/**
 * Obstacles to a caution or an outcome: the person's age, a code that is not in force that day, something not complete
 * yet.
 */
import { codeLabel } from '../../codes/code-list.js';
import { latestBirth } from '../../record/births.js';
import type { RecordOf } from '../../record/kind.js';
import { AGE_OF_RESPONSIBILITY } from '../../record/under-ten.js';
import { ageOn, writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseContext } from '../act/context.js';
import { issueOf } from '../act/issue-of.js';
import { type OrderRules, orderRule, outcomeRule } from '../rules/order-rules.js';

const ADULT = 18;

/**
 * Checks the age: a child under ten cannot commit an offence, and some cautions are only for children, some only for
 * adults.
 */
export function ageIssues(
  { value }: StoredRecord<'subject'>,
  who: 'child' | 'adult' | 'any' | undefined,
  on: PlainDate,
  at: string,
): readonly Issue[] {
  const bornOn = latestBirth(value);
  if (bornOn === undefined) return [AGE_NOT_KNOWN];
  const age = ageOn(bornOn, on);
  if (age < AGE_OF_RESPONSIBILITY) return [underTen(at)];
  if (who === 'child' && age >= ADULT)
    return [
      issueOf(
        'age-not-fit',
        at,
        `This is for children, and on ${writtenDate(on)} they were ${age}. Choose another.`,
      ),
    ];
  if (who === 'adult' && age < ADULT)
    return [
      issueOf(
        'age-not-fit',
        at,
        `This is for adults, and on ${writtenDate(on)} they were ${age}. Choose another.`,
      ),
    ];
  return [];
}

/** Reports a code that is not in force, with its first or last day. */
export function forceIssues(
  list: string,
  code: string,
  on: PlainDate,
  at: string,
  { lists }: Pick<CaseContext, 'lists'>,
): readonly Issue[] {
  const named = lists.get(list)?.codes.filter((row) => row.code === code) ?? [];
  // A row that ends before it begins has only the words of a code that could never be chosen.
  const rows = named.filter(({ from, to }) => !from || !to || from <= to);
  if (rows.some(({ from = on, to = on }) => from <= on && on <= to)) return [];
  const name = `“${codeLabel(lists, list, code)}”`;
  const next = rows.find(({ from }) => from !== undefined && from > on)?.from;
  const last = rows.findLast(({ to }) => to !== undefined && to < on)?.to;
  const why =
    next === NEVER
      ? `${name} is not in force: nobody has said from when.`
      : next
        ? `${name} is not in force yet on ${writtenDate(on)}: it begins on ${writtenDate(next)}.`
        : last
          ? `${name} is no longer in force on ${writtenDate(on)}: it ended on ${writtenDate(last)}.`
          : `${name} is not on the list.`;
  return [issueOf('code-not-in-force', at, `${why} Choose another.`)];
}

/** The first day of a code whose start is unknown. */
const NEVER = '9999-12-31';

export interface OutcomeTask extends CaseContext {
  readonly subject: StoredRecord<'subject'>;
  readonly rules: OrderRules;
  /** The day on which everything was complete; absent while something is not. */
  readonly completeOn: PlainDate | undefined;
  /** The number of conditions that are not certified. */
  readonly openCount: number;
}

/** Faults in an outcome of that day, proposed or recorded. */
export function outcomeIssues(
  order: RecordOf<'order'>,
  outcome: string,
  on: PlainDate,
  at: string,
  { subject, rules, completeOn, openCount, ...context }: OutcomeTask,
): readonly Issue[] {
  const rule = outcomeRule(rules, outcome);
  const isUsual = orderRule(rules, order.kind)?.outcomes.includes(outcome);
  return [
    ...forceIssues('home-office-outcome', outcome, on, at, context),
    ...ageIssues(subject, rule?.who, order.givenOn ?? on, at),
    ...(rule?.after === 'completion' && (completeOn === undefined || on < completeOn)
      ? [issueOf('not-complete', at, `${rule.words}. ${notComplete(completeOn, openCount)}`)]
      : []),
    ...(isUsual ? [] : [unusual(at)]),
  ];
}

function notComplete(completeOn: PlainDate | undefined, openCount: number): string {
  if (completeOn !== undefined) return `It was complete on ${writtenDate(completeOn)}.`;
  if (openCount === 0) return 'It has no condition, and nobody has said that all of it was met.';
  return openCount === 1
    ? 'A condition is not certified.'
    : `${openCount} conditions are not certified.`;
}

const underTen = (at: string): Issue =>
  issueOf(
    'under-ten',
    at,
    'This child was under ten on that day. A child under ten cannot commit an offence, so there is no caution, order or outcome for one. Speak to the parents and to safeguarding.',
  );

const unusual = (at: string): Issue => ({
  code: 'outcome-unusual',
  severity: 'warning',
  message:
    'This outcome does not usually go with this kind of caution or order. The officer in the case decides.',
  at,
});

const AGE_NOT_KNOWN: Issue = {
  code: 'age-not-known',
  severity: 'warning',
  message:
    'The date of birth is not known, so whether this is for their age cannot be checked. Find out first if there is any doubt.',
  at: 'subjectId',
};
