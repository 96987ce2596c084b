/** Write down the best ways to meet somebody, and change them as one learns more. */
import { ContactPlan, SENSITIVE_PLAN_FIELDS } from '../../record/contact-plan.js';
import { conditionPrefix, mayTakeSpecial, type Regime } from '../../review/index.js';
import { canonical } from '../../shared/canonical.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import { changeOf } from '../act/change-entry.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, makes, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

const NOT_TYPED: ReadonlySet<string> = new Set(['id', 'subjectId', 'reviewedOn']);
type Typed = Exclude<keyof ContactPlan, 'id' | 'subjectId' | 'reviewedOn'>;
const ASKED = Object.keys(ContactPlan.entries).filter((name) => !NOT_TYPED.has(name)) as Typed[];

export interface ContactPlanContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** The stored plan; undefined for the first. */
  readonly plan?: StoredRecord<'contactPlan'> | undefined;
  /** The law that the force works under. */
  readonly regime: Regime;
  readonly officer: { readonly policyReference?: string | undefined; readonly practice: boolean };
}

/** Writes the one contact plan of a subject, or changes the stored one; it counts as reviewed today. */
export function writeContactPlan(
  input: Omit<Input<'contactPlan'>, 'subjectId' | 'reviewedOn'>,
  context: ContactPlanContext,
): Result<CaseCommit> {
  const { subject, plan, host, regime, officer } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const reviewedOn = host.clock.today();
  const said = ASKED.filter((name) => isSaid(input[name]));
  const words = { ...input, bestWays: input.bestWays?.length ? input.bestWays : undefined };
  const issues: Issue[] = [];
  if (said.length === 0) issues.push(NOTHING);
  if (SENSITIVE_PLAN_FIELDS.some((name) => isSaid(input[name])))
    issues.push(...conditionIssues(input, regime));
  if (hasNewNeeds(input, plan?.value) && !mayTakeSpecial(officer)) issues.push(POLICY_MISSING);
  if (plan) {
    const given = { ...words, reviewedOn };
    const changed = changeOf(plan, given, [...ASKED, 'reviewedOn'], context);
    if (!changed.ok) return changed;
    return unless(issues, () => ({
      commit: { changes: [changed.value.change], reason: 'case-work' },
      id: plan.id,
    }));
  }
  const checked = entryOf('contactPlan', { ...words, subjectId: subject.id, reviewedOn }, context);
  if (!checked.ok) return checked;
  return unless(issues, () => ({
    commit: { changes: [makes('contactPlan', checked.value)], reason: 'case-work' },
    id: checked.value.id,
  }));
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';
}

function hasNewNeeds(input: Input<'contactPlan'>, held: ContactPlan | undefined): boolean {
  return SENSITIVE_PLAN_FIELDS.some(
    (name) =>
      isSaid(input[name]) && canonical(input[name] ?? null) !== canonical(held?.[name] ?? null),
  );
}

function conditionIssues(
  { condition, whyNecessary }: Pick<Input<'contactPlan'>, 'condition' | 'whyNecessary'>,
  regime: Regime,
): readonly Issue[] {
  return [
    ...(condition?.startsWith(conditionPrefix('special', regime)) ? [] : [CONDITION]),
    ...(isSaid(whyNecessary) ? [] : [WHY]),
  ];
}

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});
const POLICY_MISSING: Issue = {
  code: 'policy-document-missing',
  severity: 'error',
  message:
    'Leave out pronouns and needs, or enter the reference of your force’s appropriate policy document in settings: sensitive data needs one',
  at: 'sensory',
};
const NOTHING = missing('preferredName', 'Enter something, or cancel');
const CONDITION = missing(
  'condition',
  'Select the condition under which pronouns and needs are held, of the law that your force works under',
);
const WHY = missing(
  'whyNecessary',
  'Enter why it is strictly necessary to hold pronouns and needs',
);
