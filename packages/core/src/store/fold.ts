/**
 * The working set: every record as it stands, folded from the revisions one at a time. Adding a revision costs the
 * same however many records are held.
 */
import type { RecordKind, RecordOf } from '../record/kind.js';
import { canonical } from '../shared/canonical.js';
import type { RecordId } from '../shared/primitives.js';
import { type Branch, branchAt, grow, latest } from './branch.js';
import { deepFreeze } from './freeze.js';
import type { StoredRecord } from './port.js';
import type { Revision } from './revision.js';

/** A record with all that is known of it, standing or withdrawn. */
export interface Folded {
  readonly kind: RecordKind;
  readonly id: RecordId;
  /** Place among all records by when they came: `query` answers oldest first. */
  readonly ordinal: number;
  /** Oldest first. */
  readonly revisions: ReadonlyMap<RecordId, Revision>;
  /** Sequences of the batches that hold a revision of it. */
  readonly batches: ReadonlySet<number>;
  /** One for each head; several where two devices changed the record apart. */
  readonly branches: readonly Branch[];
  readonly isWithdrawn: boolean;
  readonly stored: StoredRecord;
}

interface Entry extends Folded {
  readonly revisions: Map<RecordId, Revision>;
  readonly batches: Set<number>;
  branches: readonly Branch[];
  isWithdrawn: boolean;
  stored: StoredRecord;
}

export class WorkingSet {
  readonly #entries = new Map<RecordId, Entry>();
  readonly #kinds = new Map<RecordKind, Set<Entry>>();
  /** By the subject that a record names. */
  readonly #subjects = new Map<unknown, Set<Entry>>();
  #arrived = 0;

  /** Takes in one revision of the batch `seq`. One that is held already changes nothing. */
  apply(revision: Revision, seq: number): void {
    const entry = this.#entries.get(revision.record);
    if (!entry) {
      this.#add(revision, seq);
      return;
    }
    entry.batches.add(seq);
    if (entry.revisions.has(revision.id)) return;
    const parents = entry.branches.filter((b) => revision.parents.includes(b.revision.id));
    const base =
      parents.length === revision.parents.length
        ? latest(parents)
        : past(entry.revisions, revision.parents);
    entry.revisions.set(revision.id, revision);
    const others = entry.branches.filter((branch) => !parents.includes(branch));
    this.#stand(entry, [...others, grow(base, revision)]);
  }

  /** Forgets the record altogether; gives what was known of it. */
  drop(id: RecordId): Folded | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    this.#entries.delete(id);
    this.#kinds.get(entry.kind)?.delete(entry);
    this.#unlink(entry);
    return entry;
  }

  /** The record, withdrawn or not. */
  find(id: RecordId): Folded | undefined {
    return this.#entries.get(id);
  }

  get<K extends RecordKind>(kind: K, id: RecordId): StoredRecord<K> | undefined {
    const entry = this.#entries.get(id);
    if (!entry || entry.isWithdrawn || entry.kind !== kind) return undefined;
    return entry.stored as StoredRecord<K>;
  }

  /** Standing records of the kind with these values, oldest first; with `id` or `subjectId` only those are looked at. */
  query<K extends RecordKind>(kind: K, where: Partial<RecordOf<K>> = {}): StoredRecord<K>[] {
    const wanted = Object.entries(where);
    return this.#candidates(kind, where)
      .filter((entry) => entry.kind === kind && !entry.isWithdrawn)
      .filter(({ stored }) => wanted.every(([name, value]) => has(stored.value, name, value)))
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ stored }) => stored as StoredRecord<K>);
  }

  /** Records of any kind that name the subject, in what stands or in any head, withdrawn ones among them. */
  of(subject: RecordId): readonly Folded[] {
    return [...(this.#subjects.get(subject) ?? [])];
  }

  /** Every record of the kind, withdrawn or not. */
  all(kind: RecordKind): Iterable<Folded> {
    return this.#kinds.get(kind) ?? [];
  }

  #candidates(kind: RecordKind, where: object): Entry[] {
    if (Object.hasOwn(where, 'id')) {
      const entry = this.#entries.get((where as { id: RecordId }).id);
      return entry ? [entry] : [];
    }
    const named = Object.hasOwn(where, 'subjectId')
      ? this.#subjects.get((where as { subjectId: unknown }).subjectId)
      : this.#kinds.get(kind);
    return [...(named ?? [])];
  }

  #add(revision: Revision, seq: number): void {
    const branch = grow(undefined, revision);
    const entry: Entry = {
      kind: revision.kind,
      id: revision.record,
      ordinal: this.#arrived++,
      revisions: new Map([[revision.id, revision]]),
      batches: new Set([seq]),
      branches: [branch],
      isWithdrawn: branch.isWithdrawn,
      stored: storedOf(revision, branch, [branch]),
    };
    this.#entries.set(entry.id, entry);
    const kind = this.#kinds.get(entry.kind);
    if (kind) kind.add(entry);
    else this.#kinds.set(entry.kind, new Set([entry]));
    this.#link(entry);
  }

  #stand(entry: Entry, branches: readonly Branch[]): void {
    const [first] = entry.revisions.values();
    const shown = latest(branches);
    if (!first || !shown) return;
    this.#unlink(entry);
    entry.branches = branches;
    // Withdrawn on one device and changed on another is a conflict, so the record still stands to be looked at.
    entry.isWithdrawn = branches.every((branch) => branch.isWithdrawn);
    entry.stored = storedOf(first, shown, branches);
    this.#link(entry);
  }

  #link(entry: Entry): void {
    for (const subject of subjectsOf(entry)) {
      const named = this.#subjects.get(subject);
      if (named) named.add(entry);
      else this.#subjects.set(subject, new Set([entry]));
    }
  }

  #unlink(entry: Entry): void {
    for (const subject of subjectsOf(entry)) {
      const named = this.#subjects.get(subject);
      named?.delete(entry);
      if (named?.size === 0) this.#subjects.delete(subject);
    }
  }
}

/** The base of a change written on what is no longer a head: two officers changed the record apart. */
function past(revisions: ReadonlyMap<RecordId, Revision>, parents: readonly RecordId[]) {
  return latest(parents.flatMap((parent) => branchAt(revisions, parent) ?? []));
}

function subjectsOf({ branches }: Entry): Set<unknown> {
  return new Set(branches.map(({ value }) => value.subjectId).filter((id) => id !== undefined));
}

function storedOf(first: Revision, shown: Branch, branches: readonly Branch[]): StoredRecord {
  return deepFreeze({
    kind: first.kind,
    id: first.record,
    // The store checked every revision against its kind before it was kept.
    value: shown.value as unknown as RecordOf<RecordKind>,
    heads: branches.map((branch) => branch.revision.id),
    sources: shown.sources,
    createdAt: first.at,
    updatedAt: shown.revision.at,
    updatedBy: shown.revision.by,
  });
}

function has(value: object, name: string, wanted: unknown): boolean {
  const held: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  if (held === wanted) return true;
  if (typeof held !== 'object' || typeof wanted !== 'object') return false;
  return canonical(held) === canonical(wanted);
}
