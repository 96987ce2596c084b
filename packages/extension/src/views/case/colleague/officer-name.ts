/** Name of an officer, if known here: this one, or a colleague named by a request. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

interface Own {
  readonly id: RecordId;
  readonly name: string;
}

export function officerName(
  id: RecordId | undefined,
  own: Own,
  records: readonly StoredRecord[],
): string {
  return knownOfficer(id, own, records) ?? t('assessment.another-officer');
}

/** Undefined for an officer of whom nothing here says the name. */
export function knownOfficer(
  id: RecordId | undefined,
  own: Own,
  records: readonly StoredRecord[],
): string | undefined {
  if (id === own.id) return own.name;
  for (const record of records) {
    if (record.kind !== 'colleagueRequest') continue;
    const { from, fromName, to, toName } = (record as StoredRecord<'colleagueRequest'>).value;
    if (from === id) return fromName;
    if (to === id) return toName;
  }
  return undefined;
}
