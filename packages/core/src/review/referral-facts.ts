/** The referral, always a new one, and who made it. */
import type { FieldPath } from '../capture/field-path.js';
import type { Issue, PlainDate, RecordId } from '../shared/index.js';
import type { Change } from '../store/revision.js';
import { atRow, type Decided } from './decided.js';
import { factsOf, joinedFact, onlyFact } from './fact.js';
import type { Gates } from './gates.js';
import {
  appendEntries,
  entryOf,
  NOTHING_HELD,
  newRecord,
  nothingProposed,
  setFact,
} from './proposed.js';

const LISTS: readonly (readonly [FieldPath, string])[] = [
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
  /** Day that the officer gives; used where none was taken from the page. */
  readonly receivedOn: PlainDate | undefined;
  readonly today: PlainDate;
}

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
  // A referral tells what somebody said or wrote; whether it is so is for later to find.
  if (narrative) proposed.fields.narrativeStatement = 'reported';
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
  if (String(proposed.fields.receivedOn) > input.today)
    issues.push({
      code: 'date-in-future',
      severity: 'error',
      message: 'Date of referral must be today or in the past. Correct it, or leave it.',
      at,
    });
  return newRecord('referral', id, proposed, issues);
}

const REFERRER: readonly (readonly [FieldPath, string])[] = [
  ['referrer.name', 'name'],
  ['referrer.organisation', 'organisation'],
  ['referrer.role', 'role'],
  ['referrer.phone', 'phone'],
  ['referrer.email', 'email'],
];

/** The referrer, where anything about one was taken. */
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
