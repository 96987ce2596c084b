/** Undoes one save: records it made are withdrawn, and records it changed are set back. Nothing leaves the history. */
import { fieldsOf, RECORD_KINDS, RECORD_LABELS, type RecordKind } from '../record/kind.js';
import { breaksLock } from '../record/lock.js';
import type { Sources } from '../record/provenance.js';
import { HANGING_KINDS, LASTING_KINDS } from '../record/shared-kind.js';
import { canonical } from '../shared/canonical.js';
import { civilDay } from '../shared/civil-day.js';
import { writtenDate } from '../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import { type Branch, branchAt, branchesOf, laidOver, latest } from './log/branch.js';
import { fieldOfPath, UNDO } from './log/compose.js';
import type { RecordStore, StoredRecord } from './log/port.js';
import {
  type Batch,
  type Change,
  type Commit,
  type Revision,
  revisionsOf,
} from './log/revision.js';
import { atRecord } from './record-in-way.js';

/** Kinds that do not rest on the record they name: an event in its past, and a pair found to be different people. */
const RESTS_ON_NOTHING: ReadonlySet<RecordKind> = new Set(['comparison', 'writeBack']);

/**
 * The kinds whose records name one of the kind, with the field that does: a correction or a successor is one of them.
 */
export function namingIt(of: RecordKind): readonly (readonly [kind: RecordKind, field: string])[] {
  // A record that hangs on another goes with it or is left behind: it is never in the way.
  const rests = (kind: RecordKind) =>
    !RESTS_ON_NOTHING.has(kind) && (!HANGING_KINDS.has(kind) || LASTING_KINDS.has(of));
  return RECORD_KINDS.filter(rests).flatMap((kind) =>
    fieldsOf(kind)
      .filter(({ refersTo }) => refersTo === of)
      .map(({ name }) => [kind, name] as const),
  );
}

/**
 * The commit that undoes a batch.
 *
 * @param current - the current record; undefined when it was withdrawn or disposed of
 * @param history - every revision of the record, oldest first
 * @returns the commit, or an issue for each record that a later save left changed: that save has to be undone first
 */
export function undoOf(
  batch: Batch,
  current: (id: RecordId) => StoredRecord | undefined,
  history: (id: RecordId) => readonly Revision[],
): Result<Commit> {
  if (batch.received !== undefined) return failed(fromElsewhere());
  const issues: Issue[] = [];
  const changes: Change[] = [];
  for (const entry of batch.revisions) {
    const revision = entry?.content;
    const revisions = revision ? history(revision.record) : [];
    if (!revision || revisions.length === 0) issues.push(gone());
    else {
      const heads = headsNow(current(revision.record), revisions);
      if (!isAsLeft(revision, heads, revisions)) {
        issues.push(changedSince(revision));
        continue;
      }
      const change = reverse(revision, heads, revisions);
      if (isLocked(current(revision.record), change)) issues.push(locked(revision));
      else changes.push(change);
    }
  }
  if (issues.length > 0) return failed(...issues);
  if (batch.audit.some((entry) => entry?.content.action === 'erasure')) return failed(disposed());
  if (changes.length === 0)
    return failed({
      code: 'undo-nothing',
      severity: 'error',
      message: 'This save changed no record, so there is nothing to undo.',
    });
  return passed({ changes, reason: UNDO });
}

/**
 * The commit that undoes the save of that sequence, read from the store; not yet kept. Also refuses if a later save
 * keeps something that rests on a record that this one made: then each of those is an issue, next to those of `undoOf`.
 */
export async function undoSave(store: RecordStore, seq: number): Promise<Result<Commit>> {
  const [batch] = await store.batchesSince(seq - 1);
  if (batch?.header.seq !== seq) return failed(gone());
  const current = new Map<RecordId, StoredRecord | undefined>();
  const histories = new Map<RecordId, readonly Revision[]>();
  for (const { kind, record } of batch.revisions.flatMap((entry) =>
    entry ? [entry.content] : [],
  )) {
    current.set(record, await store.get(kind, record));
    histories.set(record, await store.history(record));
  }
  const undo = undoOf(
    batch,
    (id) => current.get(id),
    (id) => histories.get(id) ?? [],
  );
  // Tells the officer of all at once: the records that rest on the save are mostly those that changed its own too.
  const isChangedOnly = undo.issues.every(({ code }) => code === CHANGED_SINCE);
  if (!undo.ok && !isChangedOnly) return undo;
  const inWay = await restingOn(
    store,
    current,
    undo.ok ? undo.value.changes : partedBy(batch, histories),
  );
  if (inWay.length === 0) return undo;
  return failed(...inWay.map(inUse), ...undo.issues);
}

interface Resting {
  readonly record: StoredRecord;
  /** Kind of the record that it rests on. */
  readonly on: RecordKind;
}

/** Records that a later save added to those that go, each once and the earliest first. */
async function restingOn(
  store: RecordStore,
  current: ReadonlyMap<RecordId, StoredRecord | undefined>,
  changes: readonly Change[],
): Promise<readonly Resting[]> {
  const found = new Map<RecordId, Resting>();
  const namingOf = changes.length > FEW ? readAtOnce(store) : readEach(store);
  // Records that this same save changed are set back with it, and then no longer name one that is withdrawn.
  for (const { kind: on, record, withdraw, set } of changes) {
    const whose = subjectOf(current.get(record)?.value);
    const goesTo = subjectOf(set);
    // A record that goes back to another person would part from what was added to it since.
    const isMoved = whose !== undefined && goesTo !== undefined && goesTo !== whose;
    if (!withdraw && !isMoved) continue;
    for (const [kind, field] of namingIt(on)) {
      for (const each of await namingOf(kind, field, record))
        if (!current.has(each.id) && (withdraw === true || subjectOf(each.value) === whose))
          if (!found.has(each.id)) found.set(each.id, { record: each, on });
    }
  }
  return [...found.values()].toSorted((one, other) =>
    one.record.createdAt.localeCompare(other.record.createdAt),
  );
}

/** The records of a kind that name another in a field. */
type NamingOf = (
  kind: RecordKind,
  field: string,
  record: RecordId,
) => Promise<readonly StoredRecord[]>;

/** Most records for which those that name them are asked for one by one. */
const FEW = 40;

function readEach(store: RecordStore): NamingOf {
  return (kind, field, record) => store.query(kind, { [field]: record });
}

/** Reads each kind once: a file of a thousand referrals would be asked about in many thousand questions. */
function readAtOnce(store: RecordStore): NamingOf {
  const read = new Map<string, Promise<ReadonlyMap<unknown, readonly StoredRecord[]>>>();
  return async (kind, field, record) => {
    const place = `${kind} ${field}`;
    const naming =
      read.get(place) ??
      store.query(kind).then((records: readonly StoredRecord[]) => byNamed(records, field));
    read.set(place, naming);
    return (await naming).get(record) ?? [];
  };
}

function byNamed(
  records: readonly StoredRecord[],
  field: string,
): ReadonlyMap<unknown, readonly StoredRecord[]> {
  const found = new Map<unknown, StoredRecord[]>();
  for (const record of records) {
    const id: unknown = Reflect.get(record.value, field);
    const own = found.get(id);
    if (own) own.push(record);
    else found.set(id, [record]);
  }
  return found;
}

/** Records that undoing the save would withdraw or give back to another person, with all that rests on them. */
function partedBy(
  batch: Batch,
  histories: ReadonlyMap<RecordId, readonly Revision[]>,
): readonly Change[] {
  return revisionsOf(batch).flatMap((revision): readonly Change[] => {
    const { kind, record, parents, set } = revision;
    if (parents.length === 0) return [{ kind, record, parents: [], set: {}, withdraw: true }];
    if (subjectOf(set) === undefined) return [];
    const before = branchBefore(revision, histories.get(record) ?? []);
    const whose = { subjectId: subjectOf(before?.value) } as Change['set'];
    return [{ kind, record, parents: [], set: whose }];
  });
}

function subjectOf(value: object | undefined): unknown {
  return value && Reflect.get(value, 'subjectId');
}

function isLocked(record: StoredRecord | undefined, { set, withdraw }: Change): boolean {
  if (record === undefined) return false;
  const { kind, value } = record;
  return breaksLock(kind, { ...value }, laidOver({ ...value }, set), withdraw === true);
}

function headsNow(
  current: StoredRecord | undefined,
  revisions: readonly Revision[],
): readonly RecordId[] {
  return current?.heads ?? headsOf(revisions);
}

/** True if the record is as the save left it: no later save changed it, or each that did was undone. */
function isAsLeft(
  { id }: Revision,
  [head, ...others]: readonly RecordId[],
  revisions: readonly Revision[],
): boolean {
  if (head === undefined || others.length > 0) return false;
  if (head === id) return true;
  const byId = new Map(revisions.map((one) => [one.id, one]));
  const [left, now] = [branchAt(byId, id), branchAt(byId, head)];
  const stateOf = (branch: Branch | undefined) =>
    canonical([branch?.value ?? null, branch?.sources ?? null, branch?.isWithdrawn ?? null]);
  return stateOf(left) === stateOf(now);
}

/** Heads of a withdrawn record; several if two devices changed it independently. */
function headsOf(revisions: readonly Revision[]): readonly RecordId[] {
  return branchesOf(new Map(revisions.map((one) => [one.id, one])))
    .filter(({ isIncomplete }) => !isIncomplete)
    .map((branch) => branch.revision.id);
}

function reverse(
  revision: Revision,
  parents: readonly RecordId[],
  revisions: readonly Revision[],
): Change {
  const { kind, record } = revision;
  if (revision.parents.length === 0) return { kind, record, parents, set: {}, withdraw: true };
  const before = branchBefore(revision, revisions);
  const fields = new Set([
    ...Object.keys(revision.set),
    ...Object.keys(revision.sources ?? {}).map(fieldOfPath),
  ]);
  const set = Object.fromEntries(
    [...fields].map((name) => [name, before?.value[name] ?? null]),
  ) as Change['set'];
  const sources: Sources = Object.fromEntries(
    Object.entries(before?.sources ?? {}).filter(([path]) => fields.has(fieldOfPath(path))),
  );
  return {
    kind,
    record,
    parents,
    set,
    ...(Object.keys(sources).length > 0 ? { sources } : {}),
    ...(before?.isWithdrawn ? { withdraw: true } : {}),
  };
}

function branchBefore({ parents }: Revision, revisions: readonly Revision[]): Branch | undefined {
  const byId = new Map(revisions.map((one) => [one.id, one]));
  return latest(parents.flatMap((parent) => branchAt(byId, parent) ?? []));
}

const CHANGED_SINCE = 'undo-changed-since';

function changedSince({ kind, record: id }: Revision): Issue {
  return {
    code: CHANGED_SINCE,
    severity: 'error',
    at: atRecord({ kind, id }),
    message: `${RECORD_LABELS[kind].one}: it was changed again after this save. Undo the later change first.`,
  };
}

function locked({ kind, record: id }: Revision): Issue {
  return {
    code: 'undo-locked',
    severity: 'error',
    at: atRecord({ kind, id }),
    message:
      kind === 'hold'
        ? `${RECORD_LABELS[kind].one}: it stays until it is lifted, so this save cannot be undone. Lift it instead.`
        : `${RECORD_LABELS[kind].one}: it is signed or committed to, so this save cannot be undone. Make a new one instead.`,
  };
}

function inUse({ record: { kind, id, createdAt }, on }: Resting): Issue {
  const day = writtenDate(civilDay(createdAt));
  const what = RECORD_LABELS[on].one.toLowerCase();
  return {
    code: 'undo-in-use',
    severity: 'error',
    at: atRecord({ kind, id }),
    message: `${RECORD_LABELS[kind].one}: a later save added it on ${day} to what this save made (${what}). Undo the later save first${on === 'subject' ? ', or move it to another subject' : ''}.`,
  };
}

function fromElsewhere(): Issue {
  return {
    code: 'undo-received',
    severity: 'error',
    message:
      'This is what another device or officer saved, so it cannot be undone here. Change the records instead.',
  };
}

function disposed(): Issue {
  return {
    code: 'undo-disposed',
    severity: 'error',
    message: 'What was disposed of is destroyed, so it cannot be brought back.',
  };
}

function gone(): Issue {
  return {
    code: 'undo-gone',
    severity: 'error',
    message: 'This save is no longer held, or part of it was disposed of. It cannot be undone.',
  };
}
