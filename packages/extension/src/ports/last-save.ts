/** The records of the last save, for as long as the panel may still undo it, add to it or move it. */
import type { RecordId } from '@cyber-prevent/core';

interface Moved {
  readonly seq: number;
  readonly from: RecordId;
  /** The move before it. */
  readonly before?: Moved;
}

export interface LastSave {
  readonly what: 'referral' | 'note';
  /** Sequence of the save; absent if it was so long ago that it cannot be undone from here. */
  readonly seq?: number | undefined;
  readonly subject: RecordId | undefined;
  /** The subject of whom somebody was given what this save changed: they must be told. */
  readonly owed?: RecordId | undefined;
  /** The last move to that subject, if it was moved since: it is undone before the save is. */
  readonly moved?: Moved;
  /** True if it added to a referral that was on record. */
  readonly isAdded?: true;
  /** True if no date of referral was known: the day of the save stands in its place until it is corrected. */
  readonly isDatedToday?: true;
  /** True if the referral has words that may name an offence. */
  readonly namesOffence?: true;
  /** Records of the save that belong to the subject and can be moved. */
  readonly records: readonly RecordId[];
}
