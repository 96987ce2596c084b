/** Tells a list which files have anything that was given on conditions. */
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { originsOn } from './handling-on.js';
import { originIn } from './origin.js';

/** The captures that the values of a record were read from, and those that the answers of an assessment cite. */
export function capturesBehind({ kind, value, sources }: StoredRecord): ReadonlySet<RecordId> {
  const captures = new Set<RecordId>();
  for (const refs of Object.values(sources)) for (const { capture } of refs) captures.add(capture);
  if (kind !== 'assessment') return captures;
  for (const { evidence = [] } of (value as StoredRecord<'assessment'>['value']).answers)
    for (const link of evidence) if (link.kind === 'sourceCapture') captures.add(link.record);
  return captures;
}

/**
 * True if conditions stand on any of the records or of their values.
 *
 * @param captures - those behind the records; most files have none with conditions, and nothing else is looked at then
 */
export function hasConditions(
  records: readonly StoredRecord[],
  captures: readonly StoredRecord[],
): boolean {
  const all = [...records, ...captures];
  if (all.every((record) => originIn(record) === undefined)) return false;
  const byId = new Map(all.map((record) => [record.id, record]));
  return records.some((record) => originsOn(record, (id) => byId.get(id)).length > 0);
}
