/** The result of a review: the changes to store, before anything is stored. Plain data. */
import type { FieldPath } from '../capture/field/field-path.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { Change } from '../store/log/revision.js';

/**
 * A fact on the page that differs from the stored one about the same subject. The officer chooses which is current; the
 * other is kept under `alsoRecorded`, with its own source and day.
 */
export interface Conflict {
  readonly path: FieldPath;
  readonly held: string;
  readonly found: string;
  /** `found` when the officer corrected the row or named the path in `replace`, `held` when in `beside`. */
  readonly stands: 'held' | 'found' | 'undecided';
}

/** The records that the change set makes or adds to. */
export interface ChangeSetIds {
  readonly subject: RecordId;
  readonly referral: RecordId;
  readonly referrer?: RecordId;
  readonly relatedPersons: readonly RecordId[];
  readonly onlineIdentifiers: readonly RecordId[];
  readonly captures: readonly RecordId[];
}

export interface ChangeSet {
  readonly changes: readonly Change[];
  readonly ids: ChangeSetIds;
  /** Empty for a new subject. While one is undecided, the change set is not yet the officer's choice. */
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly Issue[];
}
