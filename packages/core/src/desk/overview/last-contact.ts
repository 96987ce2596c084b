/** Outcomes of contacts and sessions, and the last of them. */
import { standingContacts } from '../../casework/act/standing-contacts.js';
import type { StoredRecord } from '../../store/log/port.js';
import { latestBy, type OwnRecords } from './own-records.js';

/** Outcome of a contact at which the person was not there. */
const NOT_MET = 'not-present';

/** Attendance codes of a session that the person did not come to. */
const DID_NOT_COME: ReadonlySet<string> = new Set(['absent-acceptable', 'absent-unacceptable']);

export function isMet({ value }: StoredRecord<'intervention'>): boolean {
  return value.outcome !== NOT_MET;
}

/** True if the session was missed; a session that we moved ourselves was not. */
export function isMissed({ value }: StoredRecord<'session'>): boolean {
  return value.attendance !== undefined && DID_NOT_COME.has(value.attendance);
}

export interface ContactsSoFar {
  readonly count: number;
  /** Absent if there was none yet. */
  readonly last?: StoredRecord<'intervention'>;
}

export function contactsSoFar(own: OwnRecords): ContactsSoFar {
  const contacts = standingContacts(own('intervention'));
  const last = latestBy(contacts, ({ value }) => value.heldOn);
  return { count: contacts.length, ...(last ? { last } : {}) };
}
