/**
 * Sensitive processing (DPA 2018 s.35(8)): sensitive data, by its kind or by the adapter that read it, is stored only
 * with a condition and a reason. Outside practice it also needs the force’s appropriate policy document. Checked from
 * the records alone, for any screen or act.
 */

import { fieldOf, isFieldPath } from '../../capture/field/field-path.js';
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import { SENSITIVE_PLAN_FIELDS } from '../../record/contact-plan.js';
import type { RecordOf } from '../../record/kind.js';
import type { ProcessingCondition } from '../../record/processing-condition.js';
import { conditionPrefix, mayTakeSpecial, REGIMES, type Regime } from '../../review/index.js';
import { canonical } from '../../shared/canonical.js';
import { lowerFirst } from '../../shared/first-letter.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import { HEALTH_QUESTIONS } from '../intake/answer-questions.js';

/** The officer, as the keeper of the records knows them. */
export interface LawOfficer {
  /** Absent: no record is closed to them. */
  readonly id?: RecordId | undefined;
  readonly regime: Regime;
  /** Reference of the force’s appropriate policy document. */
  readonly policyReference?: string | undefined;
  /** A practice vault contains nobody real. */
  readonly practice: boolean;
}

interface SensitiveLaw {
  readonly officer: LawOfficer;
  readonly lists: CodeLists;
  readonly today: PlainDate;
}

type Fields = Readonly<Record<string, unknown>>;

/** The name that the conditions of a kind of value are given under. */
const NEEDS = 'subject.communicationNeeds';
const ANSWERS = 'referral.answers';

/** Reports sensitive data in a save without the conditions that the law requires. */
export function sensitiveIssues(
  saved: readonly SavedRecord[],
  held: HeldRecords,
  law: SensitiveLaw,
): readonly Issue[] {
  const conditions: Conditions = {
    before: (subject) => conditionsIn(held.find(subject)?.value),
    after: (subject) => {
      const here = saved.find(({ id }) => id === subject);
      return conditionsIn(here ? here.after : held.find(subject)?.value);
    },
  };
  const touched = new Set(saved.map(({ id }) => id));
  return saved.flatMap(({ kind, id, before, after }): readonly Issue[] => {
    if (!after) return [];
    const was = before?.value as Fields | undefined;
    switch (kind) {
      case 'contactPlan':
        return planIssues(was, after, law);
      case 'sourceCapture':
        return captureIssues(was, after, law);
      case 'referral':
        return keptUnder(ANSWERS, partOfReferral(was), partOfReferral(after), conditions, law);
      case 'subject': {
        const own = keptUnder(
          NEEDS,
          partOfSubject(id, was),
          partOfSubject(id, after),
          conditions,
          law,
        );
        // A removed condition may have been the one that the answers of a referral were stored under.
        if (
          canonical(was?.processingConditions ?? []) === canonical(after.processingConditions ?? [])
        )
          return own;
        const others = held
          .about(id)
          .filter((record) => record.kind === 'referral' && !touched.has(record.id))
          .flatMap(({ value }) => {
            const part = partOfReferral(value as Fields);
            return keptUnder(ANSWERS, part, part, conditions, law);
          });
        return [...own, ...others];
      }
      default:
        return [];
    }
  });
}

interface Conditions {
  readonly before: (subject: RecordId) => readonly ProcessingCondition[];
  readonly after: (subject: RecordId) => readonly ProcessingCondition[];
}

/** The sensitive part of a record, and its subject; undefined if there is none. */
type Part = { readonly of: RecordId; readonly said: unknown } | undefined;

function partOfSubject(id: RecordId, value: Fields | undefined): Part {
  const { communicationNeeds, alsoRecorded } = (value ?? {}) as Partial<RecordOf<'subject'>>;
  const beside = (alsoRecorded ?? []).filter(({ what }) => what === 'communicationNeeds');
  if (communicationNeeds === undefined && beside.length === 0) return undefined;
  return { of: id, said: { communicationNeeds, beside } };
}

function partOfReferral(value: Fields | undefined): Part {
  const { answers, subjectId } = (value ?? {}) as Partial<RecordOf<'referral'>>;
  const said = (answers ?? []).filter(({ question }) => HEALTH_QUESTIONS.includes(question));
  return said.length > 0 && subjectId !== undefined ? { of: subjectId, said } : undefined;
}

/**
 * Checks the condition and the policy. A new or altered part needs both; an earlier one needs its condition for as long
 * as it is stored.
 */
function keptUnder(
  what: keyof typeof SAYS,
  before: Part,
  after: Part,
  conditions: Conditions,
  law: SensitiveLaw,
): readonly Issue[] {
  if (!after) return [];
  const isFresh = canonical(before ?? null) !== canonical(after);
  const wasKept = before !== undefined && stands(conditions.before(before.of), what, law);
  const isKept = stands(conditions.after(after.of), what, law);
  return [
    ...(isFresh && !mayTakeSpecial(law.officer) ? [policyMissing(SAYS[what])] : []),
    ...(!isKept && (isFresh || wasKept) ? [conditionMissing(SAYS[what])] : []),
  ];
}

function stands(
  conditions: readonly ProcessingCondition[],
  what: string,
  { lists }: SensitiveLaw,
): boolean {
  return conditions.some(
    (each) =>
      each.what === what &&
      REGIMES.some((regime) => regime === each.regime) &&
      each.condition.startsWith(conditionPrefix('special', each.regime)) &&
      codeInForce(lists, 'processing-condition', each.condition, each.decidedOn) !== undefined &&
      each.whyNecessary.trim() !== '',
  );
}

/** Checks a capture, which marks the sensitive data taken from it and contains its own conditions. */
function captureIssues(
  was: Fields | undefined,
  after: Fields,
  law: SensitiveLaw,
): readonly Issue[] {
  const [before, now] = [sensitiveIn(was), sensitiveIn(after)];
  const conditions = conditionsIn(after);
  return [
    ...(before.every((what) => now.includes(what)) ? [] : [SENSITIVE_STAYS]),
    ...now.flatMap((what) => [
      ...(before.includes(what) || mayTakeSpecial(law.officer)
        ? []
        : [policyMissing(nameOf(what))]),
      ...(stands(conditions, what, law) ? [] : [conditionMissing(nameOf(what))]),
    ]),
  ];
}

function sensitiveIn(value: Fields | undefined): readonly string[] {
  return (value as Partial<RecordOf<'sourceCapture'>> | undefined)?.sensitive ?? [];
}

function nameOf(what: string): string {
  return isFieldPath(what) ? lowerFirst(fieldOf(what).label) : what;
}

/** Checks a contact plan, which contains its own condition for the health data in it. */
function planIssues(was: Fields | undefined, after: Fields, law: SensitiveLaw): readonly Issue[] {
  const [before, now] = [needsOf(was), needsOf(after)];
  if (now.length === 0) return [];
  const isFresh = canonical(before) !== canonical(now);
  const wasKept = before.length > 0 && was !== undefined && holdsCondition(was, law);
  return [
    ...(isFresh && !mayTakeSpecial(law.officer) ? [policyMissing(PLAN)] : []),
    ...(!holdsCondition(after, law) && (isFresh || wasKept) ? [conditionMissing(PLAN)] : []),
  ];
}

function needsOf(value: Fields | undefined): readonly unknown[] {
  return SENSITIVE_PLAN_FIELDS.flatMap((name) => {
    const said = value?.[name];
    return said === undefined ? [] : [[name, said]];
  });
}

function holdsCondition(value: Fields, { officer, lists, today }: SensitiveLaw): boolean {
  const { condition, whyNecessary = '' } = value as Partial<RecordOf<'contactPlan'>>;
  return (
    condition?.startsWith(conditionPrefix('special', officer.regime)) === true &&
    codeInForce(lists, 'processing-condition', condition, today) !== undefined &&
    whyNecessary.trim() !== ''
  );
}

function conditionsIn(value: object | undefined): readonly ProcessingCondition[] {
  return (value as Partial<RecordOf<'subject'>> | undefined)?.processingConditions ?? [];
}

const SAYS = {
  [NEEDS]: 'communication and support needs',
  [ANSWERS]: 'the answer about autism',
} as const;
const PLAN = 'pronouns and needs';

const SENSITIVE_STAYS: Issue = {
  code: 'sensitive-stays',
  severity: 'error',
  message: 'What was taken from a page as sensitive data stays marked so. Leave the mark as it is.',
  at: 'sensitive',
};

const policyMissing = (what: string): Issue => ({
  code: 'policy-document-missing',
  severity: 'error',
  message: `Leave out ${what}, or enter the reference of your force’s appropriate policy document in settings: sensitive data needs one`,
});

const conditionMissing = (what: string): Issue => ({
  code: 'condition-missing',
  severity: 'error',
  message: `Leave out ${what}, or select the condition under which you keep ${what} and enter why it is strictly necessary`,
});
