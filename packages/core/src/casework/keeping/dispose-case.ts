/**
 * Lists the records disposed of with a case, and the obstacles to it. Records about the person are found by the
 * references of each kind, so a kind added later is included. This only names them; the store destroys them.
 */
import type { CodeLists } from '../../codes/code-list.js';
import type { FieldDescription } from '../../record/field.js';
import { fieldsOf, RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { HANGING_KINDS, LASTING_KINDS, SHARED_KINDS } from '../../record/shared-kind.js';
import { writtenDate } from '../../shared/dates.js';
import type { Issue, Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldOnly, RecordStore, StoredRecord } from '../../store/log/port.js';
import { isRoot } from '../act/case-root.js';
import { requestStanding } from '../act/case-state.js';
import { confirmIssues, nameToConfirm } from '../act/confirm-disposal.js';
import { holdIssues, tellsWhatGoes } from '../act/disposal.js';
import { unless } from '../act/entry.js';
import { heldElsewhere } from '../act/held-elsewhere.js';
import { linksOf } from '../act/links.js';
import { mattersInTheWay } from '../act/refused-matters.js';
import { concernState } from '../contact/concern-state.js';
import { mattersLeft } from '../intake/let-go.js';
import { gatherRetention, type RetentionRules } from '../rules/retention-rules.js';
import { retentionStanding } from './retention-standing.js';

export interface DisposalPlan {
  readonly subject: RecordId;
  readonly person: StoredRecord<'subject'>;
  /** The reference that an officer types to confirm the disposal: of this case and no other. */
  readonly reference: string;
  /** The records for the store to dispose of, for the reason `retention`; listed even while there is an obstacle. */
  readonly ids: readonly RecordId[];
  /** The records themselves; of one that was withdrawn only its kind. */
  readonly going: readonly (StoredRecord | HeldOnly)[];
  /** An error for each obstacle, with the action to take; then a warning that lists the records to be destroyed. */
  readonly issues: readonly Issue[];
}

export interface DisposalContext {
  readonly today: PlainDate;
  readonly lists: CodeLists;
  /** Replaces the rules that ship. */
  readonly retention?: RetentionRules;
}

/**
 * Logs that the case is viewed for its retention, then lists the records to be destroyed. Referrers and enquiries that
 * another case depends on stay, as does a capture that another record names or ever named. The refusal of a referral,
 * which has no content, stays.
 *
 * @param context - with the subjects whose records are closed to the officer, if there are any
 * @returns undefined when the subject is not held
 * @throws {PreventError} the `CP_STORE_…` codes of the port
 */
export async function planDisposal(
  store: Pick<RecordStore, 'query' | 'consult' | 'heldOnlyWith' | 'keptByHolds'>,
  subject: RecordId,
  { closed = new Set(), ...context }: DisposalContext & { readonly closed?: ReadonlySet<RecordId> },
): Promise<DisposalPlan | undefined> {
  const all = (
    await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))
  ).flat() as readonly StoredRecord[];
  const person = all.find(
    (record): record is StoredRecord<'subject'> =>
      record.kind === 'subject' && record.id === subject,
  );
  if (!person) return undefined;
  const whole = goesWithCase(subject, all);
  const only = await store.heldOnlyWith(whole);
  const standing = only.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id }) => id);
  const looked = await store.consult([...whole, ...standing], 'retention');
  const going = [...looked, ...only.filter(({ isWithdrawn }) => isWithdrawn)];
  const ids = going.map(({ id }) => id);
  const kept = await store.keptByHolds(ids);
  const issues = [
    ...inTheWayOfCase(subject, looked, context, all),
    ...heldElsewhere(kept, { subject, going, all, closed }),
    ...tellsWhatGoes(ids, going),
  ];
  const reference = caseReference(subject, all);
  return { subject, person, reference, ids, going, issues };
}

/**
 * Returns the records for the store to dispose of, once there is no obstacle and the officer has confirmed the case.
 *
 * @param confirmed - the reference of the plan, typed by the officer; case and spaces do not matter
 */
export function confirmDisposal(
  { ids, issues, reference }: DisposalPlan,
  confirmed: string | undefined,
): Result<readonly RecordId[]> {
  return unless([...issues, ...confirmIssues(reference, confirmed)], () => ids);
}

/** The force's latest reference that no other person's case has; otherwise what names the person. */
function caseReference(subject: RecordId, all: readonly StoredRecord[]): string {
  const roots = all.filter(isRoot);
  const others = new Set(
    roots.filter(({ value }) => value.subjectId !== subject).map(({ value }) => value.reference),
  );
  const [latest] = roots
    .filter(({ value }) => value.subjectId === subject && !others.has(value.reference))
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .flatMap(({ value }) => value.reference ?? []);
  return latest ?? nameToConfirm(subject, all);
}

/**
 * The records to be destroyed with the case: those about the person, and the referrers and enquiries that nothing else
 * depends on. Captures depend on the history of the records that name them, which the store knows: see `heldOnlyWith`.
 *
 * @param all - every record of the store: those that other cases depend on are found among them
 */
export function goesWithCase(subject: RecordId, all: readonly StoredRecord[]): readonly RecordId[] {
  const going = new Set<RecordId>([subject]);
  for (let before = 0; before < going.size; ) {
    before = going.size;
    for (const record of all) if (belongs(record, subject, going)) going.add(record.id);
  }
  const kept = new Set(
    all.filter((record) => !going.has(record.id) && keeps(record)).flatMap(restsOn),
  );
  const rests = new Set(all.filter(({ id }) => going.has(id)).flatMap(restsOn));
  for (const { id } of all) if (rests.has(id) && !kept.has(id)) going.add(id);
  // Decisions and promises on an enquiry go with it.
  for (const record of all) if (belongs(record, subject, going)) going.add(record.id);
  return [...going];
}

/** Kinds without any text about a person, which stay. */
const STAYS: ReadonlySet<RecordKind> = new Set(['refusal']);

function belongs(record: StoredRecord, subject: RecordId, going: ReadonlySet<RecordId>): boolean {
  if (going.has(record.id) || STAYS.has(record.kind)) return false;
  const { value } = record;
  if ('subjectId' in value && value.subjectId !== undefined) {
    if (value.subjectId === subject) return true;
    // A comparison is about two people, and means nothing without one of them.
    return 'otherId' in value && value.otherId === subject;
  }
  if (SHARED_KINDS.has(record.kind)) return false;
  return refersOf(record).some(({ id }) => going.has(id));
}

/**
 * True if the record keeps the others that it depends on. One linked only to an enquiry does not keep it, nor does a
 * refusal, nor one that hangs on it.
 */
function keeps(record: StoredRecord): boolean {
  if (STAYS.has(record.kind) || HANGING_KINDS.has(record.kind)) return false;
  const hasSubject = 'subjectId' in record.value && record.value.subjectId !== undefined;
  return hasSubject || !refersOf(record).some(({ kind }) => kind === 'enquiry');
}

function restsOn(record: StoredRecord): readonly RecordId[] {
  return refersOf(record).flatMap(({ kind, id }) =>
    SHARED_KINDS.has(kind) && !LASTING_KINDS.has(kind) ? [id] : [],
  );
}

const REFERS = new Map(
  RECORD_KINDS.map((kind) => [kind, fieldsOf(kind).filter(({ refersTo }) => refersTo)]),
);

function refersOf({
  kind,
  value,
}: StoredRecord): readonly { readonly kind: string; readonly id: RecordId }[] {
  return (REFERS.get(kind) ?? []).flatMap(({ name, refersTo }: FieldDescription) => {
    const id: unknown = Reflect.get(value, name);
    return typeof id === 'string' && refersTo ? [{ kind: refersTo, id: id as RecordId }] : [];
  });
}

/**
 * Lists everything to be settled, lifted or decided before anything is destroyed.
 *
 * @param all - includes the refusals of the person's referrals, which stay and so are not among `records`
 */
export function inTheWayOfCase(
  subject: RecordId,
  records: readonly StoredRecord[],
  { today, lists, retention = gatherRetention() }: DisposalContext,
  all: readonly StoredRecord[] = records,
): readonly Issue[] {
  const own = records.find((each): each is StoredRecord<'subject'> => each.id === subject);
  if (!own) return [];
  const { review, closing, called } = retentionStanding(own, retention, linksOf(records));
  const issues = records.flatMap((record): readonly Issue[] => openIssues(record, lists));
  for (const root of records.filter(isRoot))
    issues.push(...mattersLeft(root, all, { lists, today }));
  if (!closing) issues.push(CASE_OPEN);
  if (review?.value.outcome !== 'dispose') issues.push(NOT_DECIDED);
  else for (const { why } of called.filter(({ on }) => on <= today)) issues.push(reviewAgain(why));
  return issues;
}

function openIssues(record: StoredRecord, lists: CodeLists): readonly Issue[] {
  switch (record.kind) {
    case 'hold':
      return holdIssues(record as StoredRecord<'hold'>, lists);
    case 'safeguardingConcern': {
      const { value } = record as StoredRecord<'safeguardingConcern'>;
      const state = concernState(value);
      if (state === 'closed') return [];
      return [state === 'untold' ? CONCERN_UNTOLD : CONCERN_OPEN];
    }
    case 'promise':
      return 'settled' in record.value && record.value.settled ? [] : [PROMISE_OPEN];
    case 'colleagueRequest': {
      const request = record as StoredRecord<'colleagueRequest'>;
      return requestStanding(request) === 'answered' ? [] : [requestOpen(request)];
    }
    case 'stopCard':
    case 'correctionNotice':
      return mattersInTheWay(record);
    default:
      return [];
  }
}

const stands = (issue: Omit<Issue, 'severity'>): Issue => ({ ...issue, severity: 'error' });

const CASE_OPEN = stands({
  code: 'case-open',
  message: 'The case is open. Close it before it is disposed of.',
});
const NOT_DECIDED = stands({
  code: 'retention-undecided',
  message:
    'No retention review has decided to dispose of this case. Review whether the case is still needed first.',
});
const CONCERN_UNTOLD = stands({
  code: 'concern-stands',
  message:
    'A safeguarding concern is open, and nobody is recorded as told. Say who was told first.',
});
const CONCERN_OPEN = stands({
  code: 'concern-stands',
  message:
    'A safeguarding concern is open. Review it, and close it first if nothing more needs to be done.',
});
const PROMISE_OPEN = stands({
  code: 'promise-open',
  message:
    'A promise is open. Say whether it was kept before you dispose of the record that it belongs to.',
});
const requestOpen = ({ value }: StoredRecord<'colleagueRequest'>) =>
  stands({
    code: 'request-open',
    message: `A colleague was asked on ${writtenDate(value.askedOn)} and has not answered. Take in the answer, or withdraw the request.`,
  });
const reviewAgain = (why: string) =>
  stands({
    code: 'retention-review-again',
    message: `Something has happened since the review decided to dispose of the case. ${why} Review the case again first.`,
  });
