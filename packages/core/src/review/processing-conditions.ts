/**
 * Special category and criminal-allegation data: the kinds that a draft takes, the condition for each, and the reason.
 * An answer is saved for that kind of value and that subject, and for nobody else.
 */
import { type ConditionAnswer, type Draft, type DraftRow, decidedValue } from '../capture/draft.js';
import { type FieldPath, fieldOf, ownerOf } from '../capture/field/field-path.js';
import type { ProcessingCondition } from '../record/processing-condition.js';
import type { Subject } from '../record/subject.js';
import { lowerFirst } from '../shared/first-letter.js';
import type { Issue } from '../shared/issue.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { Gates, Regime } from './gates.js';
import { isSpecial } from './row-words.js';
import { saysSpecial } from './words-answer.js';

/** One kind of value that is taken and needs a condition. */
export interface ConditionNeed {
  readonly what: FieldPath;
  readonly sensitivity: ConditionAnswer['sensitivity'];
  /** The captures that it is taken from. */
  readonly origins: readonly RecordId[];
  /** The officer's earlier answer for this kind of value and this person, if there is one. */
  readonly remembered?: ProcessingCondition;
}

/** The law that the values are taken under, by their lawful basis. */
export function regimeOfGates({ lawfulBasis }: Pick<Gates, 'lawfulBasis'>): Regime {
  return lawfulBasis.startsWith('gdpr-') ? 'uk-gdpr' : 'part3';
}

/** The prefix of the codes of `processing-condition` that may be chosen. */
export function conditionPrefix(
  sensitivity: ConditionAnswer['sensitivity'],
  regime: string,
): string {
  if (sensitivity === 'criminal') return 'article10-';
  return regime === 'part3' ? 'part3-' : 'article9-';
}

/**
 * Every kind of value taken that needs a condition: special category data under each law, which is also a text whose
 * words the officer has said are, and criminal-allegation data outside Part 3, which is made for it.
 *
 * @param subject - the stored subject that the draft adds to, if there is one
 */
export function conditionNeeds(
  draft: Pick<Draft, 'rows' | 'words'>,
  gates: Pick<Gates, 'lawfulBasis'>,
  subject?: Pick<Subject, 'processingConditions'>,
): readonly ConditionNeed[] {
  const isOutside = regimeOfGates(gates) !== 'part3';
  const needs = new Map<string, ConditionNeed>();
  for (const row of draft.rows) {
    const { path: what } = row;
    if (what === undefined || decidedValue(row) === undefined) continue;
    const asks: ConditionAnswer['sensitivity'][] = [];
    if (isSpecial(row) || saysSpecial(draft, what)) asks.push('special');
    if (isOutside && isCriminal(row)) asks.push('criminal');
    for (const sensitivity of asks) {
      const key = `${sensitivity} ${what}`;
      const origins = [row.origin, ...(row.alsoAt ?? []).map(({ origin }) => origin)];
      const before = needs.get(key);
      const remembered = before?.remembered ?? rememberedOf(what, sensitivity, subject);
      needs.set(key, {
        what,
        sensitivity,
        origins: [...new Set([...(before?.origins ?? []), ...origins])],
        ...(remembered ? { remembered } : {}),
      });
    }
  }
  return [...needs.values()];
}

/** The place of an issue about a condition. */
export function atCondition({
  what,
  sensitivity,
}: Pick<ConditionNeed, 'what' | 'sensitivity'>): string {
  return `condition ${sensitivity} ${what}`;
}

/** The draft's answer to a need so far. */
export function conditionAnswer(
  { conditions = [] }: Pick<Draft, 'conditions'>,
  need: Pick<ConditionNeed, 'what' | 'sensitivity'>,
): ConditionAnswer | undefined {
  return conditions.find((each) => isSameKind(each, need));
}

/** The draft with this answer replacing an earlier one of its kind; without any if `answer` is undefined. */
export function withConditionAnswer(
  draft: Draft,
  need: Pick<ConditionNeed, 'what' | 'sensitivity'>,
  answer: ConditionAnswer | undefined,
): Draft {
  const others = (draft.conditions ?? []).filter((each) => !isSameKind(each, need));
  return { ...draft, conditions: answer ? [...others, answer] : others };
}

/** A valid condition for a need of the draft. */
export interface StandingCondition {
  readonly need: ConditionNeed;
  readonly value: ProcessingCondition;
}

/**
 * The condition of each need: the officer's answer in the draft, or an earlier one. If one is missing, belongs to
 * another law or has no reason, it is an issue that stops the save.
 */
export function standingConditions(
  draft: Draft,
  needs: readonly ConditionNeed[],
  today: PlainDate,
  issues: Issue[],
): readonly StandingCondition[] {
  return needs.flatMap((need): StandingCondition[] => {
    const answer = conditionAnswer(draft, need);
    if (!answer && need.remembered) return [{ need, value: need.remembered }];
    const lacks = answer ? lacksOf(answer) : [CONDITION_MISSING, WHY_MISSING];
    const label = lowerFirst(fieldOf(need.what).label);
    if (!answer || lacks.length > 0) {
      const at = atCondition(need);
      for (const { code, says } of lacks)
        issues.push({ code, severity: 'error', message: says(label), at });
      return [];
    }
    const { what, regime, condition } = answer;
    const whyNecessary = answer.whyNecessary.trim();
    return [{ need, value: { what, regime, condition, whyNecessary, decidedOn: today } }];
  });
}

/** The conditions to save with the subject: only those for the subject's own values, and not those already saved. */
export function conditionsToRemember(
  standing: readonly StandingCondition[],
): readonly ProcessingCondition[] {
  return standing
    .filter(({ need, value }) => isOfSubject(need.what) && value !== need.remembered)
    .map(({ value }) => value);
}

/** Related people cannot be reliably distinguished, so nothing is saved for them. */
function isOfSubject(what: FieldPath): boolean {
  return ownerOf(what) === 'subject' || ownerOf(what) === 'referral';
}

function rememberedOf(
  what: FieldPath,
  sensitivity: ConditionAnswer['sensitivity'],
  subject: Pick<Subject, 'processingConditions'> | undefined,
): ProcessingCondition | undefined {
  if (isOneText(what)) return undefined;
  return subject?.processingConditions?.findLast(
    (each) =>
      each.what === what &&
      each.condition.startsWith(conditionPrefix(sensitivity, each.regime)) &&
      isOfSubject(what),
  );
}

/** Words about one referral: the reason that was given for others says nothing of them. */
function isOneText(what: FieldPath): boolean {
  return fieldOf(what).read === 'prose' && ownerOf(what) === 'referral';
}

function isCriminal({ sensitivity, path }: DraftRow): boolean {
  return (
    sensitivity === 'criminal' || (path !== undefined && fieldOf(path).sensitivity === 'criminal')
  );
}

function isSameKind(
  a: Pick<ConditionNeed, 'what' | 'sensitivity'>,
  b: Pick<ConditionNeed, 'what' | 'sensitivity'>,
): boolean {
  return a.what === b.what && a.sensitivity === b.sensitivity;
}

interface Lack {
  readonly code: string;
  readonly says: (label: string) => string;
}

/** Checks the reason as well as the condition, so that both faults are reported at once. */
function lacksOf(answer: ConditionAnswer): readonly Lack[] {
  const condition = conditionLack(answer);
  return [
    ...(condition ? [condition] : []),
    ...(answer.whyNecessary.trim() === '' ? [WHY_MISSING] : []),
  ];
}

function conditionLack({ sensitivity, regime, condition }: ConditionAnswer): Lack | undefined {
  if (regime === '') return REGIME_MISSING;
  if (condition === '') return CONDITION_MISSING;
  return condition.startsWith(conditionPrefix(sensitivity, regime)) ? undefined : OTHER_LAW;
}

const REGIME_MISSING: Lack = {
  code: 'regime-missing',
  says: (label) => `Select the law under which you take ${label}, or leave it`,
};
const CONDITION_MISSING: Lack = {
  code: 'condition-missing',
  says: (label) => `Select the condition under which you take ${label}, or leave it`,
};
const OTHER_LAW: Lack = {
  code: 'condition-of-other-regime',
  says: (label) => `Select a condition of the law under which you take ${label}`,
};
const WHY_MISSING: Lack = {
  code: 'why-necessary-missing',
  says: (label) => `Enter why taking ${label} is strictly necessary, or leave it`,
};
