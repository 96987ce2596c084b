/**
 * The law of “I know this person”: nothing is saved on a record that is closed to the officer, and no officer takes
 * their own declaration back.
 */
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { closedTo, KNOWN_PERSON } from '../person/known-person.js';
import { requestsIn } from './ask-colleague.js';

/** @param officer - the officer who saves; absent if the law is asked for nobody in particular */
export function knownIssues(
  saved: readonly SavedRecord[],
  held: HeldRecords,
  officer: RecordId | undefined,
): readonly Issue[] {
  if (officer === undefined) return [];
  const closed = new Map<RecordId, boolean>();
  const isClosed = (subject: RecordId): boolean => {
    const known =
      closed.get(subject) ?? closedTo(officer, requestsIn(held.about(subject))).has(subject);
    closed.set(subject, known);
    return known;
  };
  return saved.flatMap((record): readonly Issue[] => {
    if (isOwnDeclaration(record.before?.value, record.kind, officer)) return [DECLARATION_STANDS];
    if (isAllowed(record, officer)) return [];
    return subjectsOf(record).some(isClosed) ? [RECORD_CLOSED] : [];
  });
}

/** Danger to somebody is always put on record, and so is a new declaration. */
function isAllowed({ kind, before, after }: SavedRecord, officer: RecordId): boolean {
  if (before !== undefined) return false;
  return kind === 'safeguardingConcern' || isOwnDeclaration(after, kind, officer);
}

function isOwnDeclaration(
  value: object | undefined,
  kind: SavedRecord['kind'],
  officer: RecordId,
): boolean {
  if (kind !== 'colleagueRequest' || value === undefined) return false;
  const request = value as Partial<StoredRecord<'colleagueRequest'>['value']>;
  return request.kind === KNOWN_PERSON && request.from === officer;
}

/** The subjects of a record before and after the save: it cannot be moved out of a closed case, nor into one. */
function subjectsOf({ kind, id, before, after }: SavedRecord): readonly RecordId[] {
  if (kind === 'subject') return [id];
  const named = [before?.value, after].map((value) => value && Reflect.get(value, 'subjectId'));
  return named.filter((each): each is RecordId => typeof each === 'string');
}

const RECORD_CLOSED: Issue = {
  code: 'record-closed-to-officer',
  severity: 'error',
  message:
    'This record is closed to you, because you said that you know the person. Nothing was saved. A colleague can do this.',
};

const DECLARATION_STANDS: Issue = {
  code: 'known-person-stands',
  severity: 'error',
  message:
    'You said that you know this person, and only your supervisor can open the record to you again. Ask them.',
};
