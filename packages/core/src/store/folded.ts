/** One record of the working set. What callers get of it is made, and frozen, when it is first asked for. */
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import { type Branch, latest } from './branch.js';
import { deepFreeze } from './freeze.js';
import type { HeadRecord } from './heads.js';
import type { StoredRecord } from './port.js';

/** A record with all that is known of it but its older revisions, standing or withdrawn. */
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

  /** Place among the records of its kind by when they came: `query` answers oldest first. */
  get ordinal(): number {
    return this.#head.ordinal;
  }

  /** Ids, oldest first. */
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

  /** Those that can be shown. */
  get branches(): readonly Branch[] {
    this.#branches ??= shownAmong(this.#head.branches);
    return this.#branches;
  }

  /** Withdrawn on one device and changed on another is a conflict, so the record still stands to be looked at. */
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

  /** Another revision was taken in. */
  become(head: HeadRecord): void {
    if (head.branches !== this.#head.branches) this.#stored = this.#branches = undefined;
    this.#head = head;
  }
}

/** Nearly every record has no other, and no list is made for it. */
function shownAmong(branches: readonly Branch[]): readonly Branch[] {
  const isWhole = branches.every((branch) => !branch.isIncomplete);
  return isWhole ? branches : branches.filter((branch) => !branch.isIncomplete);
}

function storedOf(
  { kind, id, createdAt }: HeadRecord,
  branches: readonly Branch[],
  shown: Branch,
): StoredRecord {
  return deepFreeze({
    kind,
    id,
    // The store checked every revision against its kind before it was kept.
    value: shown.value as unknown as RecordOf<RecordKind>,
    heads: branches.map((branch) => branch.revision.id),
    sources: shown.sources,
    createdAt,
    updatedAt: shown.revision.at,
    updatedBy: shown.revision.by,
  });
}
