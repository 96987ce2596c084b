/**
 * The law of giving out a file of referrals, on every save that logs one: marked at least as its content needs,
 * of records that are held, and never from a record that is closed to the officer, nor of a referral that was declined.
 * Its gateway is asked for as that of any disclosure, in `disclosure-law.ts`.
 */
import { fieldsOf, isRecordKind } from '../../record/kind.js';
import { MARKING_OF_A_PERSON, type Marking } from '../../record/marking.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldRecords } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { AuditEntry } from '../../store/log/revision.js';
import { issueOf } from '../act/issue-of.js';
import { closedTo } from '../person/known-person.js';
import { requestsIn } from './ask-colleague.js';
import { personOf } from './disclosure-law.js';

/**
 * An issue for each reason why the file of an entry may not leave; none for an entry without a file.
 *
 * @param officer - the officer who gives it out; absent if the law is asked for nobody in particular
 */
export function fileIssues(
  { file, records, fields }: AuditEntry,
  held: HeldRecords,
  officer: RecordId | undefined,
): readonly Issue[] {
  if (file === undefined) return [];
  const found = records.flatMap((id) => held.find(id) ?? []);
  const people = new Set(found.flatMap((record) => personOf(record) ?? []));
  const requests = [...people].flatMap((id) => requestsIn(held.about(id)));
  return [
    ...(found.length < new Set(records).size ? [RECORD_UNKNOWN] : []),
    ...markingIssues(file.marking, fields, found),
    ...closedIssues(people, requests, officer),
    ...declinedIssues(found),
  ];
}

/**
 * The lowest marking for these fields of these records: that of anything about a person if one of them is personal, and
 * never lower than that of a referral.
 *
 * @param fields - by kind, `subject.bornOn`
 */
function leastMarking(fields: readonly string[], records: readonly StoredRecord[]): Marking {
  const isMarkedSo = records.some(
    ({ kind, value }) => kind === 'referral' && Reflect.get(value, 'marking') !== 'OFFICIAL',
  );
  return isMarkedSo || fields.some(isPersonal) ? MARKING_OF_A_PERSON : 'OFFICIAL';
}

/** An issue if the marking is not chosen, or is lower than the content needs. */
export function markingIssues(
  marking: Marking | undefined,
  fields: readonly string[],
  records: readonly StoredRecord[],
): readonly Issue[] {
  if (marking === undefined) return [MARKING_MISSING];
  const isLow = marking === 'OFFICIAL' && leastMarking(fields, records) !== 'OFFICIAL';
  return isLow ? [MARKING_TOO_LOW] : [];
}

/** An issue if the officer said that they know one of these people, and nobody has opened the record again. */
export function closedIssues(
  people: ReadonlySet<RecordId>,
  requests: readonly StoredRecord<'colleagueRequest'>[],
  officer: RecordId | undefined,
): readonly Issue[] {
  if (officer === undefined) return [];
  const closed = closedTo(officer, requests);
  return [...people].some((id) => closed.has(id)) ? [RECORD_CLOSED] : [];
}

/** An issue if one of the records is a referral that was declined. */
export function declinedIssues(records: readonly StoredRecord[]): readonly Issue[] {
  const isDeclined = ({ kind, value }: StoredRecord): boolean =>
    kind === 'referral' && Reflect.get(value, 'status') === DECLINED;
  return records.some(isDeclined) ? [REFERRAL_DECLINED] : [];
}

/** The code of `referral-status` for one that the team did not take on: it is kept for that reason alone. */
const DECLINED = 'declined';

/** A field that there is not counts as personal. */
function isPersonal(path: string): boolean {
  const [kind = '', name = ''] = path.split('.');
  const field = isRecordKind(kind) ? fieldsOf(kind).find((each) => each.name === name) : undefined;
  return field === undefined || field.sensitivity !== 'none' || field.identifies === true;
}

const RECORD_UNKNOWN = issueOf(
  'referral-unknown',
  'referrals',
  'A record in this file is no longer held. Choose the referrals again.',
);
const MARKING_MISSING = issueOf('missing', 'marking', 'Select the marking of the file');
const MARKING_TOO_LOW = issueOf(
  'marking-too-low',
  'marking',
  `This file is about a person, or a referral in it is marked ${MARKING_OF_A_PERSON}. Select ${MARKING_OF_A_PERSON}.`,
);
const RECORD_CLOSED = issueOf(
  'record-closed-to-officer',
  'referrals',
  'This record is closed to you, because you said that you know the person. Nothing was given out. A colleague can do this.',
);
const REFERRAL_DECLINED = issueOf(
  'referral-declined',
  'referrals',
  'A declined referral is not given out in a file. Take it off the list. To pass it on, use its decision.',
);
