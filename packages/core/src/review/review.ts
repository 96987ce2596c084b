/**
 * Review: turns the officer's decisions on a draft into the changes to store, or the issues that stop them. Only values
 * that were taken are stored, every value carries its source, and left values leave no trace.
 */
import { type Draft, decidedValue } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import type { StoredSnapshot } from '../record/stored-snapshot.js';
import type { Host, Issue, PlainDate, RecordId } from '../shared/index.js';
import { failed, isError, passed, type Result } from '../shared/issue.js';
import type { StoredRecord } from '../store/log/port.js';
import { captureFacts, originsOf } from './capture-facts.js';
import type { ChangeSet } from './change-set.js';
import { decide } from './decided.js';
import { type Gates, HOST_NEVER, type Regime } from './gates.js';
import { asksNarrative, NARRATIVE_LEFT, omissionOf } from './narrative-left.js';
import { asksAuthority, authorityIssue } from './open-source.js';
import { onlineIdentifierFacts, relatedPersonFacts } from './people-facts.js';
import {
  conditionNeeds,
  conditionsToRemember,
  standingConditions,
} from './processing-conditions.js';
import {
  addedReferralFacts,
  addedReferrerFacts,
  referralFacts,
  referrerFacts,
} from './referral-facts.js';
import { mayTakeSpecial } from './row-words.js';
import { type SensitiveWords, wordsIssues } from './sensitive-words.js';
import { subjectFacts } from './subject-facts.js';
import { veilOf } from './veil.js';

export interface ReviewContext {
  readonly gates: Gates;
  readonly officer: {
    /** Reference of the force's appropriate policy document; without one no special category data is taken. */
    readonly policyReference?: string;
    readonly regime: Regime;
    /** A practice vault contains nobody real, so it needs no policy document. */
    readonly practice: boolean;
  };
  readonly host: Pick<Host, 'clock' | 'random'>;
  /** The subject as the officer saw it, if the draft adds to one. */
  readonly addTo?: StoredRecord<'subject'>;
  /** The referral of that subject that the draft adds to; absent: a new one. */
  readonly addToReferral?: StoredRecord<'referral'>;
  /** Stored records about that subject and the draft's own pages, so that nothing is stored twice. */
  readonly held?: {
    readonly captures?: readonly StoredRecord<'sourceCapture'>[];
    readonly onlineIdentifiers?: readonly StoredRecord<'onlineIdentifier'>[];
    readonly relatedPersons?: readonly StoredRecord<'relatedPerson'>[];
    readonly referrers?: readonly StoredRecord<'referrer'>[];
  };
  /** Copies of the pages saved as blobs, by their capture. */
  readonly snapshots?: ReadonlyMap<RecordId, StoredSnapshot>;
  /** Day of the referral, if the officer gives one and none is taken. Absent: today, with a warning. */
  readonly receivedOn?: PlainDate;
  /** Words to ask about in a taken text, if the force has a list of its own. */
  readonly words?: Pick<SensitiveWords, 'kinds'>;
  /** Stored facts that the taken ones replace; the stored ones are kept next to them. */
  readonly replace?: readonly FieldPath[];
  /** Stored facts that stay current; taken ones that differ are kept next to them. */
  readonly beside?: readonly FieldPath[];
}

/**
 * Turns the decisions into one change set. Pure, apart from the ids it mints.
 *
 * @returns the change set with its warnings; or every issue, with those that stop it marked `error`. An issue about a
 * row is `at` the row's id and path, `f0-17 subject.bornOn`
 */
export function review(draft: Draft, context: ReviewContext): Result<ChangeSet> {
  const refused = refusal(draft, context);
  if (refused) return failed(refused);
  const { gates, officer, addTo, addToReferral, held = {} } = context;
  const { clock, random } = context.host;
  const today = clock.today();
  const mint = () => random.id();

  const veil = veilOf(draft);
  const { decided, issues: found } = decide(draft, veil, mayTakeSpecial(officer));
  const issues: Issue[] = [...found];
  if (!gates.lawfulBasis.startsWith(BASES[officer.regime])) issues.push(OTHER_REGIME);

  const subjectId = addTo?.id ?? mint();
  const needs = mayTakeSpecial(officer) ? conditionNeeds(draft, gates, addTo?.value) : [];
  const conditions = standingConditions(draft, needs, today, issues);
  const unanswered = asksAuthority(draft, usedOrigins(draft)) && authorityIssue(draft.authority);
  if (unanswered) issues.push(unanswered);
  issues.push(...wordsIssues(draft, context.words));
  // A referral that is added to has said why, or has not, when it was made.
  if (!addToReferral && asksNarrative(draft)) issues.push(NARRATIVE_LEFT);
  const captures = captureFacts(
    draft,
    {
      gates,
      held: held.captures ?? [],
      snapshots: context.snapshots ?? new Map(),
      standing: conditions,
    },
    veil,
    issues,
  );
  const standing = {
    captures: held.captures ?? [],
    replace: context.replace ?? [],
    beside: context.beside ?? [],
  };
  const subject = subjectFacts(
    {
      decided,
      id: subjectId,
      held: addTo,
      ...standing,
      conditions: conditionsToRemember(conditions),
      today,
    },
    issues,
  );
  const heldReferrer = held.referrers?.find(({ id }) => id === addToReferral?.value.referrerId);
  const referrer = heldReferrer
    ? addedReferrerFacts(heldReferrer, decided, issues)
    : referrerFacts(decided, mint, issues);
  const referrerId = heldReferrer ? undefined : referrer?.record;
  const referral = addToReferral
    ? addedReferralFacts(addToReferral, { decided, referrerId, today, ...standing }, issues)
    : {
        change: referralFacts(
          {
            decided,
            id: mint(),
            subjectId,
            referrerId,
            gates,
            omission: omissionOf(draft),
            receivedOn: context.receivedOn,
            today,
          },
          issues,
        ),
        conflicts: [],
      };
  const referralId = addToReferral?.id ?? referral.change?.record;
  const people = relatedPersonFacts(decided, subjectId, held.relatedPersons ?? [], mint, issues);
  const handles = onlineIdentifierFacts(
    decided,
    subjectId,
    held.onlineIdentifiers ?? [],
    mint,
    issues,
  );
  if (referralId === undefined || issues.some(isError)) return failed(...issues);

  const ids = {
    subject: subjectId,
    referral: referralId,
    ...(referrer ? { referrer: referrer.record } : {}),
    relatedPersons: people.map(({ record }) => record),
    onlineIdentifiers: handles.map(({ record }) => record),
    captures: captures.map(({ record }) => record),
  };
  const changes = [
    ...captures,
    ...(subject.change ? [subject.change] : []),
    ...(referrer ? [referrer] : []),
    ...(referral.change ? [referral.change] : []),
    ...people,
    ...handles,
  ];
  const conflicts = [...subject.conflicts, ...referral.conflicts];
  return passed({ changes, ids, conflicts, warnings: issues }, issues);
}

const BASES: Readonly<Record<Regime, string>> = { part3: 'part3-', 'uk-gdpr': 'gdpr-' };

const OTHER_REGIME: Issue = {
  code: 'lawful-basis-of-other-regime',
  severity: 'warning',
  message: 'The lawful basis belongs to a different law from the one you work under. Check it.',
  at: 'lawfulBasis',
};

/** Every origin with a value that is stored. */
function usedOrigins({ rows }: Draft): readonly RecordId[] {
  return rows.filter(({ decision }) => decision.kind !== 'leave').flatMap(originsOf);
}

/** The issue that stops a review before any row is read, if there is one. */
function refusal(draft: Draft, { addTo, addToReferral }: ReviewContext): Issue | undefined {
  const never = new Set(
    draft.origins.filter(({ hostClass }) => hostClass === 'never').map(({ id }) => id),
  );
  const used = usedOrigins(draft);
  // A page that may not be read gives a draft without rows: the reason is the host, not that nothing was taken.
  const isAllNever = never.size > 0 && never.size === draft.origins.length;
  if (isAllNever || used.some((id) => never.has(id))) return HOST_NEVER;
  if (!draft.rows.some((row) => decidedValue(row) !== undefined))
    return {
      code: 'nothing-taken',
      severity: 'error',
      message: 'Take at least one value, or discard the draft: values that you leave are not kept',
    };
  if (draft.addTo && draft.addTo.subject !== addTo?.id)
    return {
      code: 'subject-unknown',
      severity: 'error',
      message:
        'The person that this draft adds to is no longer on record. Choose the person again, or file it as a new one.',
    };
  if (addToReferral && addToReferral.value.subjectId !== addTo?.id)
    return {
      code: 'referral-of-another',
      severity: 'error',
      message:
        'The referral that this draft adds to is not one of the subject chosen. Choose the referral again.',
    };
  return undefined;
}
