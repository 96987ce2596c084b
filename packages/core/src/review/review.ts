/**
 * Review: from the officer's decisions on a draft to the changes to be kept, or what stops them. Nothing is kept that
 * was not taken, every value carries its source, and what was left leaves no trace.
 */
import { type Draft, decidedValue } from '../capture/draft.js';
import type { FieldPath } from '../capture/field-path.js';
import type { Host, Issue, PlainDate } from '../shared/index.js';
import { failed, passed, type Result } from '../shared/issue.js';
import type { StoredRecord } from '../store/port.js';
import { captureFacts, originsOf } from './capture-facts.js';
import type { ChangeSet } from './change-set.js';
import { decide } from './decided.js';
import { type Gates, HOST_NEVER, type Regime } from './gates.js';
import { onlineIdentifierFacts, relatedPersonFacts } from './people-facts.js';
import { referralFacts, referrerFacts } from './referral-facts.js';
import { subjectFacts } from './subject-facts.js';
import { veilOf } from './veil.js';

export interface ReviewContext {
  readonly gates: Gates;
  readonly officer: {
    /** Reference of the force's appropriate policy document; without one no special category data is taken. */
    readonly policyReference?: string;
    readonly regime: Regime;
    /** A practice vault holds nobody real, so it asks for no policy document. */
    readonly practice: boolean;
  };
  readonly host: Pick<Host, 'clock' | 'random'>;
  /** The subject as the officer saw it, where the draft adds to one. */
  readonly addTo?: StoredRecord<'subject'>;
  /** What is held of that subject and of the draft's own pages, so that nothing is kept twice. */
  readonly held?: {
    readonly captures?: readonly StoredRecord<'sourceCapture'>[];
    readonly onlineIdentifiers?: readonly StoredRecord<'onlineIdentifier'>[];
    readonly relatedPersons?: readonly StoredRecord<'relatedPerson'>[];
  };
  /** Day of the referral, where the officer gives one and none is taken. Absent: today, with a warning. */
  readonly receivedOn?: PlainDate;
  /** Facts of the subject held that the ones taken replace. */
  readonly replace?: readonly FieldPath[];
}

/**
 * Turns the decisions into one change set. Pure but for the ids it mints.
 *
 * @returns the change set with its warnings; or every issue, the ones that stop it marked `error`. An issue about a row
 * stands `at` the row's id and path, `f0-17 subject.bornOn`
 */
export function review(draft: Draft, context: ReviewContext): Result<ChangeSet> {
  const refused = refusal(draft, context);
  if (refused) return failed(refused);
  const { gates, officer, addTo, held = {} } = context;
  const { clock, random } = context.host;
  const today = clock.today();
  const mint = () => random.id();

  const veil = veilOf(draft);
  const { decided, issues: found } = decide(draft, veil, mayTakeSpecial(officer));
  const issues: Issue[] = [...found];
  if (!gates.lawfulBasis.startsWith(BASES[officer.regime])) issues.push(OTHER_REGIME);

  const subjectId = addTo?.id ?? mint();
  const captures = captureFacts(draft, gates, held.captures ?? [], veil, issues);
  const subject = subjectFacts(
    { decided, id: subjectId, held: addTo, replace: context.replace ?? [], today },
    issues,
  );
  const referrer = referrerFacts(decided, mint, issues);
  const referral = referralFacts(
    {
      decided,
      id: mint(),
      subjectId,
      referrerId: referrer?.record,
      gates,
      receivedOn: context.receivedOn,
      today,
    },
    issues,
  );
  const people = relatedPersonFacts(decided, subjectId, held.relatedPersons ?? [], mint, issues);
  const handles = onlineIdentifierFacts(
    decided,
    subjectId,
    held.onlineIdentifiers ?? [],
    mint,
    issues,
  );
  if (!referral || issues.some(({ severity }) => severity === 'error')) return failed(...issues);

  const ids = {
    subject: subjectId,
    referral: referral.record,
    ...(referrer ? { referrer: referrer.record } : {}),
    relatedPersons: people.map(({ record }) => record),
    onlineIdentifiers: handles.map(({ record }) => record),
    captures: captures.map(({ record }) => record),
  };
  const changes = [
    ...captures,
    ...(subject.change ? [subject.change] : []),
    ...(referrer ? [referrer] : []),
    referral,
    ...people,
    ...handles,
  ];
  return passed({ changes, ids, conflicts: subject.conflicts, warnings: issues }, issues);
}

/** Special category data needs the force's policy document, but in a practice vault, which holds nobody real. */
export function mayTakeSpecial({
  policyReference = '',
  practice,
}: ReviewContext['officer']): boolean {
  return practice || policyReference.trim() !== '';
}

const BASES: Readonly<Record<Regime, string>> = { part3: 'part3-', 'uk-gdpr': 'gdpr-' };

const OTHER_REGIME: Issue = {
  code: 'lawful-basis-of-other-regime',
  severity: 'warning',
  message: 'The lawful basis belongs to another law than the one you work under. Check it.',
  at: 'lawfulBasis',
};

/** What stops a review before any row is looked at. */
function refusal(draft: Draft, { addTo }: ReviewContext): Issue | undefined {
  const never = new Set(
    draft.origins.filter(({ hostClass }) => hostClass === 'never').map(({ id }) => id),
  );
  const kept = draft.rows.filter(({ decision }) => decision.kind !== 'leave');
  const used = kept.flatMap(originsOf);
  // A page that may not be read yields a draft without rows: the reason is the host, not that nothing was taken.
  const isAllNever = never.size > 0 && never.size === draft.origins.length;
  if (isAllNever || used.some((id) => never.has(id))) return HOST_NEVER;
  if (!draft.rows.some((row) => decidedValue(row) !== undefined))
    return {
      code: 'nothing-taken',
      severity: 'error',
      message: 'Take at least one value, or close the draft: nothing is kept of what was left',
    };
  if (draft.addTo && draft.addTo.subject !== addTo?.id)
    return {
      code: 'subject-unknown',
      severity: 'error',
      message:
        'The subject that this draft adds to is not held any more. Choose the subject again, or file it as a new one.',
    };
  return undefined;
}
