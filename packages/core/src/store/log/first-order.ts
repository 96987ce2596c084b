/** The records that an opening gives before the others, for work that needs only those. The store does not know why. */
import type { RecordId } from '../../shared/primitives.js';
import type { Folded } from '../folded.js';
import type { StoredRecord } from './port.js';
import type { Revision } from './revision.js';

/** The parts of a current record that the rule examines. */
export type Standing = Pick<StoredRecord, 'kind' | 'id' | 'value' | 'updatedAt'>;

export interface FirstOrder {
  /**
   * Name of the rule, changed whenever it would choose other records: a choice made by another rule is not relied on.
   */
  readonly rule: string;
  /** The records that are enough, out of all current ones. */
  choose(records: Iterable<Standing>): ReadonlySet<RecordId>;
  /** True if the records chosen before the revision are still enough with it applied. */
  outlasts(revision: Revision): boolean;
}

/** The records as an order examines them; withdrawn ones are skipped. */
export function* standingAmong(records: Iterable<Folded>): Generator<Standing> {
  for (const entry of records) {
    if (entry.isWithdrawn) continue;
    const { value, revision } = entry.shown;
    const { kind, id } = entry;
    yield { kind, id, value: value as unknown as Standing['value'], updatedAt: revision.at };
  }
}
