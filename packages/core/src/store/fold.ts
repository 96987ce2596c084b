/**
 * The working set: the current state of every record, folded from its revisions one at a time, or continued from kept
 * heads. The cost of adding a revision does not depend on the number of records.
 */
import { isRecordKind, type RecordKind, type RecordOf } from '../record/kind.js';
import { canonical } from '../shared/canonical.js';
import type { RecordId } from '../shared/primitives.js';
import { Folded, foldOf } from './folded.js';
import { type Branch, grow, latest } from './log/branch.js';
import type { HeadRecord } from './log/heads.js';
import type { StoredRecord } from './log/port.js';
import type { Revision } from './log/revision.js';

export class WorkingSet {
  readonly #entries = new Map<RecordId, Folded>();
  readonly #kinds = new Map<RecordKind, Set<Folded>>();
  /**
   * Records by each subject that any of their revisions named; their present content is checked on request. Made on the
   * first query by subject.
   */
  #subjects: Map<unknown, Set<Folded>> | undefined;
  #arrived = 0;

  /**
   * Adds a record from its kept head.
   *
   * @throws {TypeError} when it does not have the shape, or there is one of that id
   */
  hold(head: HeadRecord): void {
    if (!isHead(head) || this.#entries.has(head.id))
      throw new TypeError('Not the head of a record');
    this.#arrived = Math.max(this.#arrived, head.ordinal + 1);
    this.#add(new Folded(head));
  }

  /** True if `apply` needs the record's earlier revisions: false if the new one simply continues its heads. */
  needsEarlier(revision: Revision): boolean {
    const entry = this.#entries.get(revision.record);
    return (
      entry !== undefined &&
      !entry.revisions.includes(revision.id) &&
      !carriesOn(entry.head, revision)
    );
  }

  /**
   * Adds one revision of the batch `seq`. A revision that is already there changes nothing.
   *
   * @param earlier - the record's revisions so far, by id; used only when the revision `needsEarlier`
   */
  apply(revision: Revision, seq: number, earlier: ReadonlyMap<RecordId, Revision> = NONE): void {
    const { kind, record: id, at: createdAt } = revision;
    const subjects = subjectIn(revision);
    const entry = this.#entries.get(id);
    if (!entry && revision.parents.length === 0) {
      const [revisions, batches] = [[revision.id], [seq]];
      const branches = [grow(undefined, revision)];
      const ordinal = this.#arrived++;
      this.#add(
        new Folded({ kind, id, ordinal, createdAt, revisions, batches, subjects, branches }),
      );
      return;
    }
    if (entry?.revisions.includes(revision.id)) {
      entry.become({ ...plainHead(entry.head), batches: withAll(entry.batches, [seq]) });
      return;
    }
    if (!entry || !carriesOn(entry.head, revision)) {
      this.merge(new Map(earlier).set(revision.id, revision), seq);
      return;
    }
    const { head } = entry;
    const isParent = ({ revision: { id: one } }: Branch) => revision.parents.includes(one);
    this.#unlink(entry);
    // The heads are whole, so the revision that created the record is there, and its date stays.
    entry.become({
      ...plainHead(head),
      revisions: [...head.revisions, revision.id],
      batches: withAll(head.batches, [seq]),
      subjects: withAll(head.subjects, subjects),
      branches: [
        ...head.branches.filter((branch) => !isParent(branch)),
        grow(latest(head.branches.filter(isParent)), revision),
      ],
    });
    this.#link(entry);
  }

  /**
   * Adds the revisions of one record that the batch `seq` brought from another device: in any order of arrival, the
   * record is the same.
   *
   * @param all - every revision of the record, by id: those here already and those brought
   */
  merge(all: ReadonlyMap<RecordId, Revision>, seq: number): void {
    const fold = foldOf(all);
    if (!fold) return;
    const entry = this.#entries.get(fold.id);
    const head: HeadRecord = {
      ...fold,
      ordinal: entry?.ordinal ?? this.#arrived++,
      batches: withAll(entry?.batches ?? [], [seq]),
      subjects: withAll(entry?.subjects ?? [], [...all.values()].flatMap(subjectIn)),
    };
    if (!entry) {
      this.#add(new Folded(head));
      return;
    }
    this.#unlink(entry);
    entry.become(head);
    this.#link(entry);
  }

  /** Forgets the record altogether; returns its last state. */
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

  /**
   * Records of the kind with these values, not withdrawn, in order of arrival. With `id` or `subjectId`, only matching
   * ones are examined.
   */
  query<K extends RecordKind>(kind: K, where: Partial<RecordOf<K>> = {}): StoredRecord<K>[] {
    const wanted = Object.entries(where);
    return this.#candidates(kind, where)
      .filter((entry) => entry.kind === kind && !entry.isWithdrawn)
      .filter(({ shown }) => wanted.every(([name, value]) => has(shown.value, name, value)))
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ stored }) => stored as StoredRecord<K>);
  }

  /** Records of any kind with the subject in any head, withdrawn ones included. */
  of(subject: RecordId): readonly Folded[] {
    return [...(this.#bySubject().get(subject) ?? [])].filter(({ branches }) =>
      branches.some(({ value }) => value.subjectId === subject),
    );
  }

  /** Ids of records of which any revision named the subject, withdrawn ones included, and the subject's own. */
  everAbout(subject: RecordId): readonly RecordId[] {
    return [...this.#entries.values()]
      .filter(({ id, subjects }) => id === subject || subjects.includes(subject))
      .map(({ id }) => id);
  }

  /** Every record, or every one of the kind, withdrawn or not. */
  all(kind?: RecordKind): Iterable<Folded> {
    return kind ? (this.#kinds.get(kind) ?? []) : this.#entries.values();
  }

  #candidates(kind: RecordKind, where: object): Folded[] {
    if (Object.hasOwn(where, 'id')) {
      const entry = this.#entries.get((where as { id: RecordId }).id);
      return entry ? [entry] : [];
    }
    const named = Object.hasOwn(where, 'subjectId')
      ? this.#bySubject().get((where as { subjectId: unknown }).subjectId)
      : this.#kinds.get(kind);
    return [...(named ?? [])];
  }

  #add(entry: Folded): void {
    this.#entries.set(entry.id, entry);
    const kind = this.#kinds.get(entry.kind);
    if (kind) kind.add(entry);
    else this.#kinds.set(entry.kind, new Set([entry]));
    this.#link(entry);
  }

  #bySubject(): Map<unknown, Set<Folded>> {
    if (!this.#subjects) {
      this.#subjects = new Map();
      for (const entry of this.#entries.values()) this.#link(entry);
    }
    return this.#subjects;
  }

  #link(entry: Folded): void {
    if (!this.#subjects) return;
    for (const subject of entry.subjects) {
      const named = this.#subjects.get(subject);
      if (named) named.add(entry);
      else this.#subjects.set(subject, new Set([entry]));
    }
  }

  #unlink(entry: Folded): void {
    if (!this.#subjects) return;
    for (const subject of entry.subjects) {
      const named = this.#subjects.get(subject);
      named?.delete(entry);
      if (named?.size === 0) this.#subjects.delete(subject);
    }
  }
}

const NONE: ReadonlyMap<RecordId, Revision> = new Map();

/**
 * True for an entry with the shape of a head. The log wrote it for this store, so only members that could crash the
 * store later are checked, and not the record's content, which may not have been read yet.
 */
function isHead(head: HeadRecord): boolean {
  return (
    isRecordKind(head.kind) &&
    typeof head.id === 'string' &&
    Number.isSafeInteger(head.ordinal) &&
    Array.isArray(head.batches) &&
    Array.isArray(head.subjects) &&
    'revisions' in head &&
    'branches' in head
  );
}

/** The head as plain members: a log may compute some of them on request. */
function plainHead(head: HeadRecord): HeadRecord {
  const { kind, id, ordinal, createdAt, revisions, batches, subjects, branches } = head;
  return { kind, id, ordinal, createdAt, revisions, batches, subjects, branches };
}

/**
 * True if the revision was written on heads alone, and the record is whole. False for a change of an earlier revision,
 * for a record of which something is still to be received, and for a second revision written on no other.
 */
function carriesOn({ branches }: HeadRecord, { parents }: Revision): boolean {
  return (
    parents.length > 0 &&
    branches.every(({ isIncomplete }) => !isIncomplete) &&
    parents.every((parent) => branches.some(({ revision }) => revision.id === parent))
  );
}

function subjectIn({ set }: Revision): readonly RecordId[] {
  return 'subjectId' in set && typeof set.subjectId === 'string' ? [set.subjectId] : [];
}

function withAll<T>(list: readonly T[], more: readonly T[]): readonly T[] {
  const added = [...new Set(more)].filter((item) => !list.includes(item));
  return added.length > 0 ? [...list, ...added] : list;
}

function has(value: object, name: string, wanted: unknown): boolean {
  const held: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  if (held === wanted) return true;
  if (typeof held !== 'object' || typeof wanted !== 'object') return false;
  return canonical(held) === canonical(wanted);
}
