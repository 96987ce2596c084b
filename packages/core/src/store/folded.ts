/** One record of the working set. Values for callers are made, and frozen, on first request. */
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import { deepFreeze } from './freeze.js';
import {
  type Branch,
  branchesOf,
  byMoment,
  creationMoment,
  latest,
  parentsFirst,
} from './log/branch.js';
import type { HeadRecord } from './log/heads.js';
import type { StoredRecord } from './log/port.js';
import type { Revision } from './log/revision.js';

/** A record with all that is known of it except its older revisions, withdrawn or not. */
export class Folded {
  #head: HeadRecord;
  #stored: StoredRecord | undefined;
  #branches: readonly Branch[] | undefined;

  constructor(head: HeadRecord) {
    this.#head = head;
  }

  get head(): HeadRecord {
    return this.#head;
  }

  get kind(): RecordKind {
    return this.#head.kind;
  }

  get id(): RecordId {
    return this.#head.id;
  }

  /** Place among the records of its kind by arrival: `query` answers in this order. */
  get ordinal(): number {
    return this.#head.ordinal;
  }

  /** Ids of its revisions, in any order. */
  get revisions(): readonly RecordId[] {
    return this.#head.revisions;
  }

  /** Sequences of the batches that hold a revision of it. */
  get batches(): readonly number[] {
    return this.#head.batches;
  }

  /** Every subject that any of its revisions named. */
  get subjects(): readonly RecordId[] {
    return this.#head.subjects;
  }

  /** Branches that can be shown, ordered by date, in any order of arrival. */
  get branches(): readonly Branch[] {
    this.#branches ??= shownAmong(this.#head.branches);
    return this.#branches;
  }

  /**
   * True if every branch is withdrawn. Withdrawn on one device and changed on another is a conflict: the record stays
   * to be looked at.
   */
  get isWithdrawn(): boolean {
    return this.branches.every((branch) => branch.isWithdrawn);
  }

  /** The branch to show first. */
  get shown(): Branch {
    const shown = latest(this.branches);
    if (!shown) throw new RangeError('A record has a head');
    return shown;
  }

  get stored(): StoredRecord {
    this.#stored ??= storedOf(this.#head, this.branches, this.shown);
    return this.#stored;
  }

  /** Replaces the head after another revision. */
  become(head: HeadRecord): void {
    if (head.branches !== this.#head.branches) this.#stored = this.#branches = undefined;
    this.#head = head;
  }
}

/** The branches that can be shown. Makes no list for a single whole branch, as nearly every record has. */
function shownAmong(branches: readonly Branch[]): readonly Branch[] {
  if (branches.length === 1 && !branches[0]?.isIncomplete) return branches;
  return branches
    .filter((branch) => !branch.isIncomplete)
    .toSorted((one, other) => byMoment(one.revision, other.revision));
}

/**
 * The fold of some revisions of one record, in any order of arrival.
 *
 * @returns undefined when there are none
 */
export function foldOf(
  all: ReadonlyMap<RecordId, Revision>,
): Pick<HeadRecord, 'kind' | 'id' | 'createdAt' | 'revisions' | 'branches'> | undefined {
  const sorted = parentsFirst(all);
  const [first, ...others] = sorted.values();
  if (!first) return undefined;
  return {
    kind: first.kind,
    id: first.record,
    createdAt: creationMoment([first, ...others]),
    revisions: [...sorted.keys()],
    branches: branchesOf(sorted),
  };
}

function storedOf(
  { kind, id, createdAt }: HeadRecord,
  branches: readonly Branch[],
  shown: Branch,
): StoredRecord {
  return deepFreeze({
    kind,
    id,
    // The store checked every revision against its kind before keeping it.
    value: shown.value as unknown as RecordOf<RecordKind>,
    heads: branches.map((branch) => branch.revision.id),
    sources: shown.sources,
    createdAt,
    updatedAt: shown.revision.at,
    updatedBy: shown.revision.by,
  });
}
