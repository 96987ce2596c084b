/** The records that were disposed of: no file brings them back. */
import type { Batch, RecordId } from '@cyber-prevent/core';

/** Every disposed record, according to this log. */
export function disposedIn(batches: readonly Batch[]): RecordId[] {
  const ids = batches.flatMap(({ audit }) =>
    audit.flatMap((entry) => (entry?.content.action === 'erasure' ? entry.content.records : [])),
  );
  return [...new Set(ids)];
}
