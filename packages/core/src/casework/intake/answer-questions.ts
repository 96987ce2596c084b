/**
 * Save the answers to the published questions of the referral form. One of them asks about health. Its answer is stored
 * only if special category data may be, under a condition and for a reason that are saved with the person.
 */
import { codeInForce } from '../../codes/code-list.js';
import type { ProcessingCondition } from '../../record/processing-condition.js';
import { conditionPrefix, mayTakeSpecial, regimeOfGates } from '../../review/index.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { REFERRAL_UNKNOWN } from './decide-referral.js';

/** Questions whose answer is special category data. */
export const HEALTH_QUESTIONS: readonly string[] = ['autism'];

/** The path that the condition is saved under. */
const WHAT = 'referral.answers';

export interface AnswerInput {
  /** The full set of answers to store; a question left out, or with an empty answer, is unanswered. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** Condition for an answer about health: asked once for a person, and saved. */
  readonly condition?: string | undefined;
  readonly whyNecessary?: string | undefined;
}

export interface AnswerContext extends CaseContext {
  readonly referral: StoredRecord<'referral'> | undefined;
  readonly subject: StoredRecord<'subject'> | undefined;
  readonly officer: { readonly policyReference?: string | undefined; readonly practice: boolean };
}

/** Replaces the current answers; the history keeps them. */
export function answerQuestions(input: AnswerInput, context: AnswerContext): Result<CaseCommit> {
  const { referral, subject, officer } = context;
  if (!referral) return failed(REFERRAL_UNKNOWN);
  if (!subject || subject.id !== referral.value.subjectId) return failed(SUBJECT_UNKNOWN);
  const answers = input.answers.filter(({ answer }) => answer.trim() !== '');
  const asked = answers.map(({ question }) => question);
  const isHealth = asked.some((question) => HEALTH_QUESTIONS.includes(question));
  const issues: Issue[] = [];
  if (new Set(asked).size < asked.length) issues.push(ANSWERED_TWICE);
  if (isHealth && !mayTakeSpecial(officer)) issues.push(POLICY_MISSING);
  const condition = isHealth ? conditionOf(input, context, referral, subject) : undefined;
  issues.push(...(condition?.issues ?? []));
  const { id: _, ...held } = referral.value;
  const checked = entryOf('referral', { ...held, answers } as Input<'referral'>, context);
  issues.push(...checked.issues.filter(({ at }) => at?.startsWith('answers')));
  return unless(issues, () => ({
    commit: {
      changes: [
        sets(referral, { answers } as Change<'referral'>['set']),
        ...(condition?.made
          ? [
              sets(subject, {
                processingConditions: [
                  ...(subject.value.processingConditions ?? []),
                  condition.made,
                ],
              } as Change<'subject'>['set']),
            ]
          : []),
      ],
      reason: 'referral',
    },
    id: referral.id,
  }));
}

interface Conditioned {
  readonly issues: readonly Issue[];
  /** The condition to save; absent if one is already saved. */
  readonly made?: ProcessingCondition;
}

function conditionOf(
  { condition = '', whyNecessary = '' }: AnswerInput,
  { host, lists }: AnswerContext,
  referral: StoredRecord<'referral'>,
  subject: StoredRecord<'subject'>,
): Conditioned {
  const regime = regimeOfGates(referral.value);
  const prefix = conditionPrefix('special', regime);
  const remembered = (subject.value.processingConditions ?? []).some(
    (each) => each.what === WHAT && each.condition.startsWith(prefix),
  );
  if (remembered && condition === '') return { issues: [] };
  const today = host.clock.today();
  const issues: Issue[] = [];
  if (
    !condition.startsWith(prefix) ||
    !codeInForce(lists, 'processing-condition', condition, today)
  )
    issues.push(CONDITION_MISSING);
  if (whyNecessary.trim() === '') issues.push(WHY_MISSING);
  if (issues.length > 0) return { issues };
  const made = { what: WHAT, regime, condition, whyNecessary: whyNecessary.trim() };
  return { issues, made: { ...made, decidedOn: today } as ProcessingCondition };
}

const ANSWERED_TWICE: Issue = {
  code: 'answered-twice',
  severity: 'error',
  message: 'A question of the referral form has two answers. Keep one of them.',
  at: 'answers',
};

const POLICY_MISSING: Issue = {
  code: 'policy-document-missing',
  severity: 'error',
  message:
    'Leave the answer about autism, or enter the reference of your force’s appropriate policy document in settings: special category data needs one',
  at: 'answers.autism',
};

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});

const CONDITION_MISSING = missing(
  'condition',
  'Select the condition under which the answer about autism is kept',
);
const WHY_MISSING = missing(
  'whyNecessary',
  'Enter why it is strictly necessary to keep the answer about autism',
);
