/** The referral, new or with additions to a stored one, and its referrer. */
import type { FieldPath } from '../capture/field/field-path.js';
import type { Issue, PlainDate, RecordId } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Change } from '../store/log/revision.js';
import type { Conflict } from './change-set.js';
import type { Decided } from './decided.js';
import { proposeFacts, type Standing } from './differing.js';
import { type Fact, factsOf, joinedFact, onlyFact, sameAs, sameness } from './fact.js';
import type { Gates } from './gates.js';
import {
  addedTo,
  addSources,
  appendEntries,
  entryOf,
  NOTHING_HELD,
  newRecord,
  nothingProposed,
  type Proposed,
  setFact,
} from './proposed.js';
import { atRow } from './row-words.js';

const LISTS: readonly (readonly [
  FieldPath,
  'otherReferences' | 'suspectedOffences' | 'lawMentioned' | 'incidentDates',
])[] = [
  ['referral.otherReferences[]', 'otherReferences'],
  ['referral.suspectedOffences[]', 'suspectedOffences'],
  ['referral.lawMentioned[]', 'lawMentioned'],
  ['referral.incidentDates[]', 'incidentDates'],
];

export interface ReferralInput {
  readonly decided: readonly Decided[];
  readonly id: RecordId;
  readonly subjectId: RecordId;
  readonly referrerId: RecordId | undefined;
  readonly gates: Gates;
  /** Code of `narrative-omission`, if the narrative was left on purpose. */
  readonly omission: string | undefined;
  /** Day that the officer gives; used if none was taken from the page. */
  readonly receivedOn: PlainDate | undefined;
  readonly today: PlainDate;
}

/** New referral of the decided rows; undefined if one of the added issues stops it. */
export function referralFacts(
  input: ReferralInput,
  issues: Issue[],
): Change<'referral'> | undefined {
  const { decided, id, subjectId, referrerId, gates } = input;
  const proposed = nothingProposed({
    subjectId,
    ...(referrerId === undefined ? {} : { referrerId }),
    receivedOn: input.receivedOn ?? input.today,
    status: 'received',
    otherReferences: [],
    suspectedOffences: [],
    lawMentioned: [],
    incidentDates: [],
    ...gates,
  });
  setFact(proposed, 'reference', onlyFact(decided, 'referral.reference', issues));
  setFact(proposed, 'statedRisk', onlyFact(decided, 'referral.statedRisk', issues));
  const narrative = joinedFact(decided, 'referral.narrative');
  setFact(proposed, 'narrative', narrative);
  // A referral reports somebody's words; their truth is established later.
  if (narrative) proposed.fields.narrativeStatement = 'reported';
  else if (input.omission !== undefined) proposed.fields.narrativeOmission = input.omission;
  for (const [path, name] of LISTS)
    appendEntries(proposed, name, factsOf(decided, path).map(entryOf), NOTHING_HELD);

  const received = onlyFact(decided, 'referral.receivedOn', issues);
  setFact(proposed, 'receivedOn', received);
  const at = received ? atRow(received.rows[0].row) : 'referral.receivedOn';
  if (!received && input.receivedOn === undefined)
    issues.push({
      code: 'received-today',
      severity: 'warning',
      message:
        'No date of referral was taken, so today’s date is kept. Enter the date if you know it.',
      at,
    });
  if (String(proposed.fields.receivedOn) > input.today) issues.push(futureIssue(at));
  return newRecord('referral', id, proposed, issues);
}

export interface AddedReferral {
  /** Undefined if nothing is new about it, or an issue stops it. */
  readonly change: Change<'referral'> | undefined;
  readonly conflicts: readonly Conflict[];
}

/**
 * Adds new facts to a stored referral. Nothing in it is overwritten; the reasons for keeping it stay as first given.
 */
export function addedReferralFacts(
  held: StoredRecord<'referral'>,
  {
    decided,
    referrerId,
    today,
    ...standing
  }: Pick<ReferralInput, 'decided' | 'referrerId' | 'today'> & Standing,
  issues: Issue[],
): AddedReferral {
  const proposed = nothingProposed(referrerId === undefined ? {} : { referrerId });
  const received = onlyFact(decided, 'referral.receivedOn', issues);
  if (received && received.value > today) issues.push(futureIssue(atRow(received.rows[0].row)));
  const conflicts = proposeFacts(
    proposed,
    [
      { name: 'receivedOn', fact: received },
      { name: 'statedRisk', fact: onlyFact(decided, 'referral.statedRisk', issues) },
    ],
    held,
    standing,
    issues,
  );
  addNarrative(proposed, joinedFact(decided, 'referral.narrative'), held);
  const reference = onlyFact(decided, 'referral.reference', issues);
  const isOwn =
    reference &&
    held.value.reference !== undefined &&
    isSameReference(held.value.reference, reference.value);
  if (reference && held.value.reference === undefined) setFact(proposed, 'reference', reference);
  else if (reference && isOwn) addSources(proposed, 'reference', reference.sources, held.sources);
  for (const [path, name] of LISTS) {
    const facts = factsOf(decided, path);
    // Another system’s reference of the same referral becomes an additional one.
    const more =
      name === 'otherReferences' && reference && !isOwn && held.value.reference !== undefined
        ? [reference]
        : [];
    appendEntries(proposed, name, [...facts, ...more].map(entryOf), {
      values: held.value[name],
      sources: held.sources,
      isSame: sameAs(path),
    });
  }
  return { change: addedTo(held, proposed, issues), conflicts };
}

/** Adds a new account under the earlier one, after a blank line. */
function addNarrative(
  proposed: Proposed,
  fact: Fact | undefined,
  { value: { narrative, narrativeOmission }, sources }: StoredRecord<'referral'>,
): void {
  if (!fact) return;
  if (narrativeOmission !== undefined) proposed.fields.narrativeOmission = undefined;
  const tells = (text: string) => sameness('referral.narrative', text);
  if (narrative === undefined) {
    setFact(proposed, 'narrative', fact);
    proposed.fields.narrativeStatement = 'reported';
  } else if (tells(narrative).includes(tells(fact.value)))
    addSources(proposed, 'narrative', fact.sources, sources);
  else {
    proposed.fields.narrative = `${narrative}\n\n${fact.value}`;
    proposed.sources.narrative = [...(sources.narrative ?? []), ...fact.sources];
  }
}

function isSameReference(held: string, found: string): boolean {
  return sameAs('referral.reference')(held, found);
}

function futureIssue(at: string): Issue {
  return {
    code: 'date-in-future',
    severity: 'error',
    message: 'Date of referral must be today or in the past. Correct it, or leave it.',
    at,
  };
}

const REFERRER: readonly (readonly [
  FieldPath,
  'name' | 'organisation' | 'role' | 'phone' | 'email',
])[] = [
  ['referrer.name', 'name'],
  ['referrer.organisation', 'organisation'],
  ['referrer.role', 'role'],
  ['referrer.phone', 'phone'],
  ['referrer.email', 'email'],
];

/** The referrer, if anything about one was taken. */
export function referrerFacts(
  decided: readonly Decided[],
  mint: () => RecordId,
  issues: Issue[],
): Change<'referrer'> | undefined {
  const proposed = nothingProposed();
  for (const [path, name] of REFERRER) setFact(proposed, name, onlyFact(decided, path, issues));
  if (Object.keys(proposed.fields).length === 0) return undefined;
  return newRecord('referrer', mint(), proposed, issues);
}

/** Adds new facts about the referrer of a stored referral. Another person never replaces them. */
export function addedReferrerFacts(
  held: StoredRecord<'referrer'>,
  decided: readonly Decided[],
  issues: Issue[],
): Change<'referrer'> | undefined {
  const proposed = nothingProposed();
  for (const [path, name] of REFERRER) {
    const fact = onlyFact(decided, path, issues);
    const before = held.value[name];
    if (!fact) continue;
    if (before === undefined) setFact(proposed, name, fact);
    else if (sameAs(path)(before, fact.value))
      addSources(proposed, name, fact.sources, held.sources);
    else
      issues.push({
        code: 'referrer-differs',
        severity: 'error',
        message:
          'The referrer on the page is not the one held with this referral. Leave this, or save as a new referral.',
        at: atRow(fact.rows[0].row),
      });
  }
  return addedTo(held, proposed, issues);
}
