/** The law of identifiers at every save: no IP address without its moment, and nobody’s only by a named act. */
import type { Issue } from '../../shared/issue.js';
import type { SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { attributionIssues } from '../person/identifier/attribute-identifier.js';
import { IP_WITHOUT_TIME, isBareIpAddress } from '../person/identifier/identifier-issues.js';

/**
 * Refuses an IP address under another type, one from nobody made somebody’s without how sure and who says so, and an end
 * without its reason.
 */
export function identifierLawIssues({ kind, before, after }: SavedRecord): readonly Issue[] {
  if (kind !== 'onlineIdentifier' || !after) return [];
  const held = (before as StoredRecord<'onlineIdentifier'> | undefined)?.value;
  const value = after as StoredRecord<'onlineIdentifier'>['value'];
  const isAsBefore =
    held?.asSeen === value.asSeen && held.type === value.type && held.canonical === value.canonical;
  const isAttributed = held && held.subjectId === undefined && value.subjectId !== undefined;
  return [
    ...(isBareIpAddress(value) && !isAsBefore ? [IP_WITHOUT_TIME] : []),
    ...(isAttributed ? attributionIssues(value) : []),
    ...(value.endedOn !== undefined && !value.endedWhy?.trim() ? [ENDED_WHY] : []),
  ];
}

const ENDED_WHY: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter why it ended',
  at: 'endedWhy',
};
