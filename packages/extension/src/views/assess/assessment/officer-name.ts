/** Name of an officer, if known here: this one, or a colleague named by a request. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

export function officerName(
  id: RecordId | undefined,
  own: { readonly id: RecordId; readonly name: string },
  records: readonly StoredRecord[],
): string {
  if (id === own.id) return own.name;
  for (const record of records) {
    if (record.kind !== 'colleagueRequest') continue;
    const { from, fromName, to, toName } = (record as StoredRecord<'colleagueRequest'>).value;
    if (from === id) return fromName;
    if (to === id) return toName;
  }
  return t('assessment.another-officer');
}
