/**
 * Moves one save from the person that it was made on to somebody else, in one commit: the records that it made, and
 * every value that it gave to the person. Values that the person had before stay.
 */
import { RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import { canonical } from '../../shared/canonical.js';
import { civilDay } from '../../shared/civil-day.js';
import type { Host } from '../../shared/host.js';
import { failed, type Issue, isError, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { type Branch, branchAt, latest } from '../../store/log/branch.js';
import { fieldOfPath } from '../../store/log/compose.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';
import type { Change, Commit, Revision } from '../../store/log/revision.js';
import { makes } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { addGiven, newValues } from './add-given.js';
import {
  type FieldValue,
  type GivenValue,
  type Parted,
  partFromSave,
  partingChange,
} from './given-by-save.js';
import { hangingOn } from './hanging-on.js';
import { loggedIn } from './logged-since.js';
import { MOVE_IN_DOUBT, type MoveDoubt, movedAs } from './move-doubt.js';
import { moveToSubject } from './move-to-subject.js';

type Subject = StoredRecord<'subject'>;

export interface SaveMove {
  /** Sequence of the save, or of the move that brought it to this person. */
  readonly seq: number;
  readonly from: RecordId;
  readonly to: RecordId;
  /** Id of the person, once the officer has said that they are meant although the save speaks against it. */
  readonly meant?: RecordId;
}

export interface MovedSave {
  readonly commit: Commit;
  /** The person whom it leaves, as they were until now. */
  readonly from: Subject;
  readonly to: Subject;
  /** Records of the save that now belong to the other person. */
  readonly records: readonly StoredRecord[];
  /** Records that were added later and belong to those: they go along. */
  readonly taken: readonly StoredRecord[];
  /**
   * Contacts with the person that were logged since and are linked to nothing that moves: they stay, and an officer has
   * to say who they are about.
   */
  readonly logged: readonly StoredRecord<'intervention'>[];
  /** Values of the person that leave them. */
  readonly leaves: readonly FieldValue[];
  /** Values that are new about the other person and still on the first, who had them before or whom a later save gave them. */
  readonly shared: readonly FieldValue[];
  /** Values that stay with the person, since something saved later has changed, ended or confirmed them. */
  readonly stays: readonly FieldValue[];
  /** True if the save made the person: nothing else is recorded about them, so their record goes with it. */
  readonly isWithdrawn: boolean;
  /** Names or dates of birth of the save that speak against the other person. */
  readonly doubt?: MoveDoubt;
}

/**
 * The move of a save, read from the store; not yet kept. Undoing its commit restores everything as it was. A move that
 * is in doubt fails with `person-in-doubt` until the officer has said that the person is meant.
 */
export async function moveSave(
  store: RecordStore,
  { seq, from: fromId, to: toId, meant }: SaveMove,
  host: Pick<Host, 'random'>,
): Promise<Result<MovedSave>> {
  const [batch, ...later] = await store.batchesSince(seq - 1);
  if (batch?.header.seq !== seq || batch.received !== undefined) return failed(GONE);
  const [from, to] = [await store.get('subject', fromId), await store.get('subject', toId)];
  if (!from || !to) return failed(SUBJECT_UNKNOWN);
  if (fromId === toId) return failed(SAME_PERSON);
  const revisions = batch.revisions.flatMap((entry) => (entry ? [entry.content] : []));
  if (revisions.length < batch.revisions.length) return failed(GONE);

  const parts = await partsOf(store, revisions, fromId);
  if (!parts.ok) return parts;
  const { records, compared, seen, subject } = parts.value;
  const isWithdrawn = subject?.parents.length === 0;
  if (isWithdrawn && !(await isAsMade(store, from, subject))) return failed(changedSince(from));

  const goes = new Set([...records, ...compared].map(({ id }) => id));
  const { officer } = batch.header;
  const on = isWithdrawn ? [from, ...records] : records;
  const { taken, issues: inWay } = await hangingOn(store, { from, goes, on, officer, later });
  if (inWay.length > 0) return failed(...inWay);

  const moves = new Set([...goes, ...taken.map(({ id }) => id)]);
  const logged = (await loggedIn(later, store, fromId)).filter(({ id }) => !moves.has(id));
  const changes: Change[] = [];
  if (records.length > 0) {
    const moved = moveToSubject({ records: [...records, ...taken], to });
    if (!moved.ok) return moved;
    changes.push(...moved.value.changes);
  }
  const issues: Issue[] = [];
  const parted = subject && (await partedOf(store, from, subject));
  if (parted) {
    const leaving = isWithdrawn ? withdraws(from) : partingChange(from, parted);
    if (leaving) changes.push(leaving);
    const dayOf = await daysNoted(store, parted.given, civilDay(batch.header.at));
    const added = addGiven(to, parted.given, dayOf, issues);
    if (added) changes.push(added);
  }
  for (const each of compared) changes.push(withdraws(each));
  for (const each of seen) changes.push(...(await seenOnOther(store, each, to, host)));
  if (issues.some(isError)) return failed(...issues);
  const { read, doubt } = movedAs({ from: fromId, to }, parted?.given ?? [], changes);
  if (doubt && meant !== toId) return failed(MOVE_IN_DOUBT);
  if (changes.length === 0) return failed(NOTHING_MOVES);
  return passed({
    commit: {
      changes,
      reason: 'correction',
      audit: [combination(to, changes)],
      read: [read],
      meant: doubt
        ? [{ subject: toId, names: [...doubt.names], born: [...doubt.born], others: [] }]
        : [],
    },
    from,
    to,
    records,
    taken,
    logged,
    leaves: parted?.leaves ?? [],
    shared: parted
      ? newValues(
          to,
          parted.given.filter((each) => !isIn(parted.leaves, each)),
        )
      : [],
    stays: parted?.stays ?? [],
    isWithdrawn,
    ...(doubt ? { doubt } : {}),
  });
}

interface Parts {
  /** Made by the save, of the person: they are re-linked. */
  readonly records: readonly StoredRecord[];
  /** Answers that the person is not somebody else: they say nothing once the person is withdrawn. */
  readonly compared: readonly StoredRecord[];
  /** Names online that the person had before, and that the save saw again. */
  readonly seen: readonly Seen[];
  /** Changes of the save to the person’s own record. */
  readonly subject: Revision | undefined;
}

interface Seen {
  readonly record: StoredRecord<'onlineIdentifier'>;
  readonly revision: Revision;
}

/** Sorts what the save did. Refuses what it added to records that the person had before. */
async function partsOf(
  store: RecordStore,
  revisions: readonly Revision[],
  from: RecordId,
): Promise<Result<Parts>> {
  const records: StoredRecord[] = [];
  const compared: StoredRecord[] = [];
  const seen: Seen[] = [];
  let subject: Revision | undefined;
  // A move gave them records that others made: they go on, or back, as those of a save do.
  const isGiven = ({ parents, set }: Revision) =>
    parents.length > 0 && Reflect.get(set, 'subjectId') === from;
  const isMove = revisions.some(isGiven);
  for (const revision of revisions) {
    const { kind, record: id, parents, withdraw } = revision;
    if (withdraw && isMove) continue;
    if (withdraw) return failed(NOTHING_MOVES);
    if (kind === 'subject' && id === from) subject = revision;
    const record: StoredRecord | undefined = await store.get(kind, id);
    if (!record || !('subjectId' in record.value) || record.value.subjectId !== from) continue;
    if (kind === 'comparison') compared.push(record);
    else if (parents.length === 0 || isGiven(revision)) records.push(record);
    else if (kind === 'onlineIdentifier')
      seen.push({ record: record as StoredRecord<'onlineIdentifier'>, revision });
    else return failed(addedTo(kind));
  }
  // A comparison belongs to the person compared, unless their record goes.
  const goes = subject?.parents.length === 0 ? compared : [];
  return passed({ records, compared: goes, seen, subject });
}

/** True if nothing but the save says anything in the person’s own record. */
async function isAsMade(store: RecordStore, { id, value, sources }: Subject, made: Revision) {
  const history = new Map((await store.history(id)).map((each) => [each.id, each]));
  const then = branchAt(history, made.id);
  return (
    then !== undefined && canonical([then.value, then.sources]) === canonical([value, sources])
  );
}

async function partedOf(
  store: RecordStore,
  current: StoredRecord,
  revision: Revision,
): Promise<Parted | undefined> {
  const history = new Map((await store.history(current.id)).map((each) => [each.id, each]));
  const after = branchAt(history, revision.id);
  if (!after) return undefined;
  return partFromSave(current, before(history, revision), after, fieldsIn(revision));
}

/** The day on which the page of each value was read; of a value without a page, the day of the save. */
async function daysNoted(
  store: RecordStore,
  given: readonly GivenValue[],
  savedOn: PlainDate,
): Promise<(each: GivenValue) => PlainDate> {
  const captureOf = ({ sources }: GivenValue) => Object.values(sources).flat()[0]?.capture;
  const days = new Map<RecordId, PlainDate>();
  for (const id of new Set(given.flatMap((each) => captureOf(each) ?? []))) {
    const capture = await store.get('sourceCapture', id);
    if (capture) days.set(id, civilDay(capture.value.capturedAt));
  }
  return (each) => {
    const capture = captureOf(each);
    return each.notedOn ?? (capture && days.get(capture)) ?? savedOn;
  };
}

function isIn(values: readonly FieldValue[], { field, value }: FieldValue): boolean {
  return values.some((each) => each.field === field && canonical(each.value) === canonical(value));
}

function before(
  history: ReadonlyMap<RecordId, Revision>,
  { parents }: Revision,
): Branch | undefined {
  return latest(parents.flatMap((parent) => branchAt(history, parent) ?? []));
}

function fieldsIn({ set, sources = {} }: Revision): readonly string[] {
  return [...new Set([...Object.keys(set), ...Object.keys(sources).map(fieldOfPath)])];
}

/** The name online as it was without the save; and for the other person, as it was seen by the save. */
async function seenOnOther(
  store: RecordStore,
  { record, revision }: Seen,
  to: Subject,
  { random }: Pick<Host, 'random'>,
): Promise<readonly Change[]> {
  const parted = await partedOf(store, record, revision);
  const back = parted && partingChange(record, parted);
  const { platform, asSeen } = record.value;
  const known = await store.query('onlineIdentifier', { subjectId: to.id, asSeen });
  const seenOn = revision.set && 'lastSeenOn' in revision.set ? revision.set.lastSeenOn : undefined;
  const given = parted?.given.find(({ field }) => field === 'lastSeenOn');
  if (!seenOn || !given || known.some(({ value }) => value.platform === platform))
    return back ? [back] : [];
  const refs = Object.values(given.sources).flat();
  const value = {
    id: random.id(),
    subjectId: to.id,
    asSeen,
    ...(platform === undefined ? {} : { platform }),
    firstSeenOn: seenOn,
  };
  const made: Change = {
    ...makes('onlineIdentifier', value),
    ...(refs.length > 0 ? { sources: { asSeen: refs } } : {}),
  };
  return [...(back ? [back] : []), made];
}

function withdraws({ kind, id, heads }: StoredRecord): Change {
  return { kind, record: id, parents: heads, set: {}, withdraw: true };
}

/** Facts of two people’s records come together on one: DPA 2018 s.62(1)(e). */
function combination(
  { id }: Subject,
  changes: readonly Change[],
): NonNullable<Commit['audit']>[number] {
  const own = changes.find(({ record }) => record === id);
  return {
    action: 'combination',
    records: [id, ...changes.map(({ record }) => record).filter((each) => each !== id)],
    fields: Object.keys(own?.set ?? {}),
    reason: 'correction',
  };
}

const NOTHING_MOVES: Issue = {
  code: 'nothing-moves',
  severity: 'error',
  message: 'No part of this save is on that person now, so there is nothing to move.',
};

const SAME_PERSON: Issue = {
  code: 'nothing-moves',
  severity: 'error',
  message: 'This save is already on that person. Choose somebody else.',
};

const GONE: Issue = {
  code: 'move-gone',
  severity: 'error',
  message: 'This save is no longer held as it was made, so it cannot be moved as a whole.',
};

function addedTo(kind: RecordKind): Issue {
  const { one } = RECORD_LABELS[kind];
  return {
    code: 'move-added-to',
    severity: 'error',
    at: kind,
    message: `${one}: the person had it already, and this save added to it, so it cannot be moved. Undo this save, and save it again for the right person.`,
  };
}

function changedSince({ value: { name } }: Subject): Issue {
  return {
    code: 'move-changed-since',
    severity: 'error',
    at: 'subject',
    message: `The record of ${name} was changed again after this save made it. Undo the later change first. Nothing was moved.`,
  };
}
