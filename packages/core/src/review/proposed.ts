/** A record as a review proposes it, gathered field by field with its sources. */
import { checkRecord } from '../record/check.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { SourceRef, Sources } from '../record/provenance.js';
import { canonical } from '../shared/canonical.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Change } from '../store/log/revision.js';
import type { Fact } from './fact.js';

export interface Proposed {
  /** Undefined removes a field of a stored record. */
  readonly fields: Record<string, unknown>;
  readonly sources: Record<string, readonly SourceRef[]>;
}

export function nothingProposed(fields: Record<string, unknown> = {}): Proposed {
  return { fields: { ...fields }, sources: {} };
}

/** Sets a field that holds one value. */
export function setFact(proposed: Proposed, name: string, fact: Fact | undefined): void {
  if (!fact) return;
  proposed.fields[name] = fact.value;
  proposed.sources[name] = fact.sources;
}

/** One entry of a list field, with the sources of each of its parts: `''` for the entry as a whole. */
export interface Entry<T> {
  readonly value: T;
  readonly sources: Readonly<Record<string, readonly SourceRef[]>>;
}

/** A fact as an entry of a list of texts. */
export function entryOf({ value, sources }: Fact): Entry<string> {
  return { value, sources: { '': sources } };
}

/** The stored entries of a list, and the test for two entries being one. */
export interface HeldList<T> {
  readonly values: readonly T[];
  readonly sources: Sources;
  isSame(held: T, found: T): boolean;
}

/** The list of a new record. */
export const NOTHING_HELD: HeldList<string> = { values: [], sources: {}, isSame: () => false };

/** Appends new entries after the stored ones. An entry already stored only gains a source. */
export function appendEntries<T>(
  proposed: Proposed,
  name: string,
  entries: readonly Entry<T>[],
  held: HeldList<T>,
): void {
  const places = entries.map(({ value }) =>
    held.values.findIndex((each) => held.isSame(each, value)),
  );
  const fresh = entries.filter((_, i) => places[i] === -1);
  if (fresh.length > 0) {
    // A list is set as a whole, so the sources of its earlier entries are set with it.
    for (const [path, refs] of Object.entries(held.sources))
      if (path.startsWith(`${name}[`)) proposed.sources[path] = refs;
    proposed.fields[name] = [...held.values, ...fresh.map(({ value }) => value)];
  }
  for (const [i, entry] of entries.entries()) {
    const place = places[i] === -1 ? held.values.length + fresh.indexOf(entry) : places[i];
    for (const [part, refs] of Object.entries(entry.sources))
      addSources(proposed, `${name}[${place}]${part}`, refs, held.sources);
  }
}

/** Adds sources to a value that stays, except those already stored. */
export function addSources(
  { sources }: Proposed,
  path: string,
  refs: readonly SourceRef[],
  held: Sources,
): void {
  const known = new Set((held[path] ?? []).map(canonical));
  const fresh = refs.filter((ref) => !known.has(canonical(ref)));
  if (fresh.length > 0) sources[path] = [...(sources[path] ?? []), ...fresh];
}

/** The change that makes a new record; or undefined, with the issues that stop it. */
export function newRecord<K extends RecordKind>(
  kind: K,
  id: RecordId,
  proposed: Proposed,
  issues: Issue[],
): Change<K> | undefined {
  return changeTo(kind, id, proposed, undefined, issues);
}

/** The change to a stored record; undefined if there is nothing new. */
export function addedTo<K extends RecordKind>(
  held: StoredRecord<K>,
  proposed: Proposed,
  issues: Issue[],
): Change<K> | undefined {
  const { fields, sources } = proposed;
  if (Object.keys(fields).length + Object.keys(sources).length === 0) return undefined;
  return changeTo(held.kind, held.id, proposed, held, issues);
}

function changeTo<K extends RecordKind>(
  kind: K,
  id: RecordId,
  { fields, sources }: Proposed,
  held: StoredRecord<K> | undefined,
  issues: Issue[],
): Change<K> | undefined {
  const checked = checkRecord(kind, { ...held?.value, id, ...fields });
  if (!checked.ok) {
    issues.push(...checked.issues.map((issue) => ({ ...issue, at: `${kind}.${issue.at ?? ''}` })));
    return undefined;
  }
  const names = held ? Object.keys(fields) : Object.keys(checked.value);
  const set = Object.fromEntries(
    // A field proposed as undefined is removed.
    names.map((name) => [name, checked.value[name as keyof RecordOf<K>] ?? null]),
  ) as Change<K>['set'];
  return {
    kind,
    record: id,
    parents: held?.heads ?? [],
    set,
    ...(Object.keys(sources).length === 0 ? {} : { sources }),
  };
}
