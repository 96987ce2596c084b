/** Which records an opening gives before the others, for whoever can work from those alone. The store does not know why. */
import type { RecordId } from '../../shared/primitives.js';
import type { Folded } from '../folded.js';
import type { StoredRecord } from './port.js';
import type { Revision } from './revision.js';

/** What is looked at of a record that stands. */
export type Standing = Pick<StoredRecord, 'kind' | 'id' | 'value' | 'updatedAt'>;

export interface FirstOrder {
  /** Another one whenever others would be chosen of the same records: what was put first by another is not relied on. */
  readonly rule: string;
  /** Those that are enough, of all that stand. */
  choose(records: Iterable<Standing>): ReadonlySet<RecordId>;
  /** Whether those chosen before it, with this laid over them, are still enough. */
  outlasts(revision: Revision): boolean;
}

/** The records as an order looks at them; those withdrawn are passed over. */
export function* standingAmong(records: Iterable<Folded>): Generator<Standing> {
  for (const entry of records) {
    if (entry.isWithdrawn) continue;
    const { value, revision } = entry.shown;
    const { kind, id } = entry;
    yield { kind, id, value: value as unknown as Standing['value'], updatedAt: revision.at };
  }
}
