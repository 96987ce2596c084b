/** Contacts that count: an entry that a later one corrects is left out. */
import type { StoredRecord } from '../../store/log/port.js';

/** Contacts that no later entry corrects, though the corrected one may no longer be held. */
export function standingContacts(
  log: readonly StoredRecord<'intervention'>[],
): readonly StoredRecord<'intervention'>[] {
  const corrected = new Set(log.map(({ value }) => value.corrects));
  return log.filter(({ id }) => !corrected.has(id));
}
