/** The safeguarding concerns about a person that are not closed: they stand in the way of closing and disposing. */
import type { StoredRecord } from '../../store/log/port.js';
import { concernState } from './concern-state.js';

/** @param records - everything of the person; the latest concern comes first */
export function openConcerns(
  records: readonly StoredRecord[],
): readonly StoredRecord<'safeguardingConcern'>[] {
  return records
    .filter(
      (record): record is StoredRecord<'safeguardingConcern'> =>
        record.kind === 'safeguardingConcern',
    )
    .filter(({ value }) => concernState(value) !== 'closed')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}
