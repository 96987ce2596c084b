/** What the last save made, for as long as the panel may still undo it, add to it or move it. */
import type { RecordId } from '@cyber-prevent/core';

export interface LastSave {
  readonly what: 'referral' | 'note';
  /** Its place; absent where it was kept so long ago that it cannot be taken back from here. */
  readonly seq?: number | undefined;
  readonly subject: RecordId | undefined;
  /** Records of the save that belong to the subject and can be moved. */
  readonly records: readonly RecordId[];
}
