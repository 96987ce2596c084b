/** Two people of one name, and a page of the elder that a test saves on the younger. */
import { moveSave } from '../casework/person/move-save.js';
import type { FieldValues } from '../review/index.js';
import type { RecordId, Result } from '../shared/index.js';
import { type Filed, filingDesk, foundIn } from './filed-under-test.js';

const ELDER: FieldValues = {
  'subject.name': ['Tobias Wren'],
  'subject.bornOn': ['02/09/2011'],
  'referral.receivedOn': ['20/11/2026'],
};
export const YOUNGER: FieldValues = {
  'subject.name': ['Tobias Wren'],
  'subject.bornOn': ['14/03/2013'],
  'subject.phones[]': ['07700 900123'],
  'referral.receivedOn': ['19/11/2026'],
};
export const OF_ELDER: FieldValues = {
  'subject.name': ['Tobias Wren'],
  'subject.bornOn': ['02/09/2011'],
  'subject.phones[]': ['07700 900777'],
  'subject.address': ['4 Mill Lane, Sedgeford'],
  'subject.onlineIdentifiers[].asSeen': ['wren_of_2011'],
  'relatedPersons[].name': ['Hanna Wren'],
  'relatedPersons[].relationship': ['Mother'],
  'referral.reference': ['CC/2026/333'],
  'referral.receivedOn': ['24/11/2026'],
};

/** A desk with both of them on record. */
export async function wrongSaveDesk() {
  const { files, ...rest } = await filingDesk();
  const moves = (saved: Filed, to: RecordId) =>
    moveSave(rest.store, { seq: saved.seq, from: saved.subject, to }, rest.host);
  const subjectOf = async (id: RecordId) => foundIn(await rest.store.get('subject', id));
  const younger = (await files(YOUNGER)).subject;
  const elder = (await files(ELDER)).subject;
  return { ...rest, files, moves, subjectOf, younger, elder };
}

/** Codes of the issues, in order. */
export const codes = (result: Result<unknown>) => result.issues.map(({ code }) => code);

/** The answer that lets both dates of birth stand. */
export const WRONG = { beside: ['subject.bornOn'] } as const;
