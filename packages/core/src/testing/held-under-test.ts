/** A record as a store would return it, each recorded a moment after the one before: for tests of what is read only. */
import type { RecordKind } from '../record/kind.js';
import type { Instant } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildRecord, type Overrides } from './fiction/builder.js';

let nth = 0;

export function heldRecord<K extends RecordKind>(
  kind: K,
  overrides: Overrides<K> = {} as Overrides<K>,
  on = '2026-11-23',
): StoredRecord<K> {
  nth += 1;
  const at = new Date(Date.parse(`${on}T08:00:00Z`) + nth * 10).toISOString() as Instant;
  const value = buildRecord(kind, overrides);
  return {
    kind,
    id: value.id,
    value,
    heads: [buildId()],
    sources: {},
    createdAt: at,
    updatedAt: at,
    updatedBy: buildId(),
  };
}
