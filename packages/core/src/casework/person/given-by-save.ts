/**
 * The values that one save gave to a record, told from all others by what the record was before it and by their sources.
 */
import type { SourceRef, Sources } from '../../record/provenance.js';
import { canonical } from '../../shared/canonical.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { Branch } from '../../store/log/branch.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';

/** Sources of a value by its parts: `''` for the whole, `.lines` for the lines of an address. */
type PartSources = Readonly<Record<string, readonly SourceRef[]>>;

export interface GivenValue {
  /** Field of the subject; for a value recorded next to another, the field that it is a value of. */
  readonly field: string;
  readonly value: unknown;
  readonly sources: PartSources;
  /** The day on which the save noted it; absent if the record had the value before, with a day of its own. */
  readonly notedOn?: PlainDate;
}

export interface FieldValue {
  readonly field: string;
  readonly value: unknown;
}

export interface Parted {
  /** Sets the record to what it is without the save. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly sources: Sources;
  /** Everything that the save gave, also what the record had already. */
  readonly given: readonly GivenValue[];
  /** Values that leave the record. */
  readonly leaves: readonly FieldValue[];
  /** Values that stay, since something else has changed, ended or confirmed them after the save. */
  readonly stays: readonly FieldValue[];
}

type State = Pick<Branch, 'value' | 'sources'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };
interface Parting extends Mutable<Omit<Parted, 'set' | 'sources'>> {
  readonly set: Record<string, unknown>;
  readonly sources: Record<string, readonly SourceRef[]>;
}

const NEW: State = { value: {}, sources: {} };

/**
 * Parts a record from one save.
 *
 * @param before - the record that the save was made on; undefined if the save made it
 * @param fields - the fields that the save set or gave a source
 */
export function partFromSave(
  current: StoredRecord,
  before: State = NEW,
  after: State,
  fields: readonly string[],
): Parted {
  const now: State = { value: { ...current.value }, sources: current.sources };
  const parting: Parting = { set: {}, sources: {}, given: [], leaves: [], stays: [] };
  // Values next to others come last: a replaced value goes back to its place only if the new one leaves it.
  const ordered = fields.filter((name) => name !== ALSO && name !== 'id');
  for (const name of ordered)
    if (Array.isArray(after.value[name])) partList(name, before, after, now, parting);
    else partValue(name, before, after, now, parting);
  if (fields.includes(ALSO)) partList(ALSO, before, after, now, parting);
  return parting;
}

const ALSO = 'alsoRecorded';

function partValue(name: string, before: State, after: State, now: State, parting: Parting): void {
  const [was, gave, is] = [before, after, now].map(({ value }) => value[name]);
  const own = without(after.sources[name], before.sources[name]);
  if (!isSame(gave, is)) {
    if (!isSame(was, gave) && is !== undefined) parting.stays.push({ field: name, value: is });
    return;
  }
  const others = without(now.sources[name], own);
  const given = { field: name, value: gave, sources: { '': own } };
  if (isSame(was, gave)) {
    if (own.length === 0) return;
    parting.given.push(given);
    setTo(parting, name, is, { [name]: others });
    return;
  }
  parting.given.push(given);
  if (without(others, before.sources[name]).length > 0) {
    parting.stays.push({ field: name, value: is });
    setTo(parting, name, is, { [name]: others });
    return;
  }
  parting.leaves.push({ field: name, value: gave });
  setTo(parting, name, was ?? null, { [name]: before.sources[name] ?? [] });
}

function partList(name: string, before: State, after: State, now: State, parting: Parting): void {
  const [was, gave, is] = [before, after, now].map((state) => entriesOf(state, name));
  const kept: ListEntry[] = [];
  let isChanged = false;
  for (const entry of is ?? []) {
    const from = gave?.find(({ key }) => key === entry.key);
    const earlier = was?.find(({ key }) => key === entry.key);
    if (!from) {
      kept.push(entry);
      continue;
    }
    const own = withoutParts(from.sources, earlier?.sources);
    const rest = withoutParts(entry.sources, own);
    const value = givenIn(name, from.value, own, earlier !== undefined);
    if (earlier) {
      if (!hasAny(own)) {
        kept.push(entry);
        continue;
      }
      parting.given.push(value);
      kept.push({ ...entry, sources: rest });
      isChanged = true;
      continue;
    }
    // A value that the save replaced was there before it, and goes back to its place with it.
    if (isReplaced(name, from.value, before, after)) {
      if (parting.leaves.some(({ field }) => field === value.field)) isChanged = true;
      else kept.push(entry);
      continue;
    }
    const { field, value: told } = value;
    if (!isSame(entry.value, from.value) || hasEnded(name, entry.value, now)) {
      parting.stays.push({ field, value: told });
      kept.push(entry);
      continue;
    }
    parting.given.push(value);
    isChanged = true;
    if (hasAny(rest)) {
      parting.stays.push({ field, value: told });
      kept.push({ ...entry, sources: rest });
    } else parting.leaves.push({ field, value: told });
  }
  if (!isChanged) return;
  const values = kept.map(({ value }) => value);
  const isAbsent = values.length === 0 && before.value[name] === undefined;
  setTo(
    parting,
    name,
    isAbsent ? null : values,
    Object.fromEntries(
      kept.flatMap(({ sources }, nth) =>
        Object.entries(sources).map(([part, refs]) => [`${name}[${nth}]${part}`, refs]),
      ),
    ),
  );
}

interface ListEntry {
  readonly key: string;
  readonly value: unknown;
  readonly sources: PartSources;
}

function entriesOf({ value, sources }: State, name: string): readonly ListEntry[] {
  const list = value[name];
  if (!Array.isArray(list)) return [];
  return list.map((each: unknown, nth) => {
    const place = `${name}[${nth}]`;
    const own = Object.entries(sources).filter(([path]) => path.startsWith(place));
    return {
      key: keyOf(each),
      value: each,
      sources: Object.fromEntries(own.map(([path, refs]) => [path.slice(place.length), refs])),
    };
  });
}

/** The same for an entry that has ended since. */
function keyOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return canonical(entry);
  return canonical(Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'until')));
}

interface Also {
  readonly what: string;
  readonly value?: string;
  readonly date?: string;
  readonly notedOn: PlainDate;
}

/** @param isHeld - true if the record had the entry before: its day, and parts that the save did not say, are not given */
function givenIn(name: string, entry: unknown, sources: PartSources, isHeld: boolean): GivenValue {
  if (name !== ALSO)
    return { field: name, value: isHeld ? saidOf(entry, sources) : entry, sources };
  const { what, value, date, notedOn } = entry as Also;
  const refs = Object.values(sources).flat();
  return {
    field: what,
    value: date ?? value,
    sources: { '': refs },
    ...(isHeld ? {} : { notedOn }),
  };
}

/** The parts of an entry that have a source; all of it if that is of the whole. */
function saidOf(entry: unknown, sources: PartSources): unknown {
  if (typeof entry !== 'object' || entry === null || '' in sources) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([part]) => `.${part}` in sources));
}

function isReplaced(name: string, entry: unknown, before: State, after: State): boolean {
  if (name !== ALSO) return false;
  const { what, value, date } = entry as Also;
  const was = before.value[what];
  return isSame(was, date ?? value) && !isSame(was, after.value[what]);
}

function hasEnded(what: string, value: unknown, { value: { ended } }: State): boolean {
  const all = Array.isArray(ended) ? (ended as readonly { what: string; value: string }[]) : [];
  return all.some((each) => each.what === what && each.value === value);
}

function setTo({ set, sources }: Parting, name: string, value: unknown, refs: Sources): void {
  set[name] = value;
  for (const [path, each] of Object.entries(refs)) if (each.length > 0) sources[path] = each;
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one ?? null) === canonical(other ?? null);
}

function without(
  refs: readonly SourceRef[] = [],
  others: readonly SourceRef[] = [],
): readonly SourceRef[] {
  const known = new Set(others.map(canonical));
  return refs.filter((ref) => !known.has(canonical(ref)));
}

function withoutParts(refs: PartSources, others: PartSources = {}): PartSources {
  return Object.fromEntries(
    Object.entries(refs)
      .map(([part, each]) => [part, without(each, others[part])] as const)
      .filter(([, each]) => each.length > 0),
  );
}

function hasAny(sources: PartSources): boolean {
  return Object.keys(sources).length > 0;
}

/** The change that takes the save’s values from the record; undefined if it gave none that leave it. */
export function partingChange(current: StoredRecord, { set, sources }: Parted): Change | undefined {
  if (Object.keys(set).length === 0) return undefined;
  const { kind, id, heads } = current;
  return {
    kind,
    record: id,
    parents: heads,
    set: set as Change['set'],
    ...(Object.keys(sources).length > 0 ? { sources } : {}),
  };
}
