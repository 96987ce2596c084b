/**
 * The reach of a file: every record that it would change must belong to one of the cases that it claims to be about.
 */
import type { RecordKind } from '../../record/kind.js';
import { HANGING_KINDS, LASTING_KINDS, SHARED_KINDS } from '../../record/shared-kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { WorkingSet } from '../fold.js';
import type { Branch } from '../log/branch.js';
import type { Foreseen } from '../log/port.js';
import type { Batch } from '../log/revision.js';
import { isShownHere, type Touched } from './touched.js';

/** The parts of a record that are examined, here or incoming. */
interface Linked {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly branches: readonly Pick<Branch, 'value' | 'sources'>[];
}

/** Fields of a record without a subject that give its case: it was decided or promised about what they name. */
const MADE_ON = [
  'enquiryId',
  'referralId',
  'identificationId',
  'referrerId',
  'incidentId',
] as const;

type Cases = ReadonlyMap<RecordId, ReadonlySet<RecordId>>;

/** The cases that each touched record belongs to or changes; none if it belongs to no case. */
export function casesTouched(touched: readonly Touched[], records: WorkingSet): Cases {
  const now = [...records.all()];
  const held = casesAmong(now);
  const byRecord = new Map(touched.map((one) => [one.record, one]));
  const after = casesAmong([
    ...now.filter(({ id }) => !byRecord.has(id)),
    ...touched.map(({ record: id, kind, after: branches }) => ({ id, kind, branches })),
  ]);
  return new Map(
    touched.map((one): [RecordId, ReadonlySet<RecordId>] => {
      const { record } = one;
      const before = held.get(record) ?? NONE;
      // An organisation is about nobody: it belongs to whichever cases name it, here or in the file.
      if (LASTING_KINDS.has(one.kind))
        return [record, new Set([...before, ...(after.get(record) ?? NONE)])];
      // A link in the file cannot move a record here to another case.
      if (isShownHere(one) && before.size === 0) return [record, NONE];
      const then = isShownHere(one)
        ? ownCases({ id: record, kind: one.kind, branches: one.after })
        : (after.get(record) ?? NONE);
      const passing = isShownHere(one) ? passedThrough(one) : [];
      return [record, new Set([...before, ...then, ...passing, ...namedBy(one, held, records)])];
    }),
  );
}

/** Subjects that a record here would have been about for a while: it stays in their records as known on that day. */
function passedThrough({ fresh }: Touched): readonly RecordId[] {
  return fresh.flatMap(({ set }) => {
    const subject = Reflect.get(set, 'subjectId');
    return typeof subject === 'string' ? [subject as RecordId] : [];
  });
}

/**
 * The records to receive if the cases of some subjects are left out: none of theirs, except requests to a colleague,
 * since a refusal has to name the request. A new record that several cases rest on is received with any case that is
 * not left out.
 */
export function recordsOutside(
  foreseen: readonly Foreseen[],
  left: ReadonlySet<RecordId>,
): ReadonlySet<RecordId> {
  const isLeft = ({ kind, cases, isHeld }: Foreseen): boolean =>
    (SHARED_KINDS.has(kind) && !isHeld) || HANGING_KINDS.has(kind)
      ? cases.every((each) => left.has(each))
      : cases.some((each) => left.has(each));
  const taken = foreseen.filter((one) => one.kind === 'colleagueRequest' || !isLeft(one));
  return new Set(taken.map(({ record }) => record));
}

/**
 * Cases of records here that a new value names: the new text would be shown with those records. Naming a person, as a
 * comparison does, changes nothing in their case.
 */
function* namedBy(
  { fresh, record }: Touched,
  held: Cases,
  records: WorkingSet,
): Generator<RecordId> {
  for (const { set } of fresh)
    for (const id of textsIn(set)) {
      const named = records.find(id as RecordId);
      if (!named || named.id === record || named.kind === 'subject' || isShared(named)) continue;
      yield* held.get(named.id) ?? NONE;
    }
}

/**
 * True if anything to be received is beyond the cases: a record, or one that an entry of the log names. An entry that
 * names no record belongs to no case. A record here that several cases rest on, such as a referrer, belongs to each of
 * them, and so does what hangs on it.
 *
 * @param hanging - ids of the touched records that hang on the one they are about
 */
export function reachesBeyond(
  cases: ReadonlySet<RecordId>,
  touched: Cases,
  others: readonly Batch[],
  records: WorkingSet,
  hanging: ReadonlySet<RecordId> = NONE,
): boolean {
  const isWithin = (id: RecordId, of: ReadonlySet<RecordId>): boolean => {
    const held = records.find(id);
    return hanging.has(id) || (held && held.branches.length > 0 && isShared(held))
      ? [...of].some((each) => cases.has(each))
      : of.size > 0 && [...of].every((each) => cases.has(each));
  };
  if ([...touched].some(([id, of]) => !isWithin(id, of))) return true;
  const logged = others.flatMap(({ audit }) => audit.flatMap((entry) => entry?.content ?? []));
  if (logged.some((entry) => entry.records.length === 0)) return true;
  const named = new Set(logged.flatMap((entry) => entry.records));
  const rest = [...named].filter((id) => !touched.has(id) && records.find(id));
  const held: Cases = rest.length > 0 ? casesAmong([...records.all()]) : new Map();
  return rest.some((id) => !isWithin(id, held.get(id) ?? NONE));
}

const NONE: ReadonlySet<RecordId> = new Set();

/**
 * The cases of each record, by the records that name it: starts at the subjects, and continues until nothing is added.
 */
function casesAmong(all: readonly Linked[]): Cases {
  const byId = new Map(all.map((one) => [one.id, one]));
  const cases = new Map<RecordId, Set<RecordId>>();
  const links = new Map<RecordId, RecordId[]>();
  const link = (from: RecordId, to: RecordId): void => {
    const known = links.get(from);
    if (known) known.push(to);
    else links.set(from, [to]);
  };
  const open: RecordId[] = [];
  for (const one of all) {
    const own = ownCases(one);
    if (own.size > 0) {
      cases.set(one.id, own);
      open.push(one.id);
    }
    for (const id of namedIn(one)) if (isShared(byId.get(id))) link(one.id, id);
    if (own.size === 0 && !isShared(one)) for (const id of madeOn(one)) link(id, one.id);
  }
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const to of links.get(id) ?? []) {
      const known = cases.get(to) ?? new Set();
      const { size } = known;
      for (const each of cases.get(id) ?? NONE) known.add(each);
      cases.set(to, known);
      if (known.size > size) open.push(to);
    }
  return cases;
}

function isShared(one: Pick<Linked, 'kind'> | undefined): boolean {
  return one !== undefined && SHARED_KINDS.has(one.kind);
}

/** The subject itself, or those that the record names. */
function ownCases({ id, kind, branches }: Linked): Set<RecordId> {
  if (kind === 'subject') return new Set([id]);
  return new Set(
    branches.flatMap(({ value }) =>
      typeof value.subjectId === 'string' ? [value.subjectId as RecordId] : [],
    ),
  );
}

function* namedIn({ branches }: Linked): Generator<RecordId> {
  for (const { value, sources } of branches) {
    for (const text of textsIn(value)) yield text as RecordId;
    for (const source of Object.values(sources).flat()) yield source.capture;
  }
}

function* madeOn({ branches }: Linked): Generator<RecordId> {
  for (const { value } of branches)
    for (const name of MADE_ON) if (typeof value[name] === 'string') yield value[name] as RecordId;
}

/** Every text within a value, at any depth. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* textsIn(member);
}
