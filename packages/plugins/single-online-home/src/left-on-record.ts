/**
 * The parts of a referral's records that no file of the model contains: named one by one, so that the file is not taken
 * for the whole.
 */
import type { GivenRecord, Issue, RecordSet } from '@cyber-prevent/core/plugin';
import { issueOf } from './issue.js';
import { mapping } from './mapping.js';
import { withoutRoom } from './writing.js';

type Records = RecordSet['records'];

export function leftOnRecord(
  records: Records,
  referral: GivenRecord<'referral'>,
  at: string,
): readonly Issue[] {
  const subject = records.subject?.find(({ id }) => id === referral.subjectId);
  const isTheirs = (record: { readonly subjectId: string }) =>
    record.subjectId === referral.subjectId;
  const held: Readonly<Record<string, readonly object[]>> = {
    referral: [referral],
    subject: subject ? [subject] : [],
    referrer: records.referrer?.filter(({ id }) => id === referral.referrerId) ?? [],
    relatedPerson: records.relatedPerson?.filter(isTheirs) ?? [],
    onlineIdentifier: records.onlineIdentifier?.filter(isTheirs) ?? [],
  };
  return [
    ...mapping.notWritten
      .filter(({ kind, property }) => held[kind]?.some((record) => holds(record, property)))
      .map(({ title, why }) => withoutRoom(title, why, at)),
    ...older('Addresses', subject?.addresses.length ?? 0, at),
    ...older('Schools or employers', subject?.schools.length ?? 0, at),
  ];
}

function holds(record: object, property: string): boolean {
  const value: unknown = new Map(Object.entries(record)).get(property);
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function older(title: string, count: number, at: string): readonly Issue[] {
  if (count < 2) return [];
  return [
    issueOf(
      'older-not-written',
      `${title}: the latest of ${count} was written, the others were not`,
      at,
    ),
  ];
}

/** Records that no referral of the set includes. */
export function leftInSet({ records }: RecordSet): readonly Issue[] {
  const referrals = records.referral ?? [];
  const subjects = new Set<string>(referrals.map(({ subjectId }) => subjectId));
  const referrers = new Set<string | undefined>(referrals.map(({ referrerId }) => referrerId));
  const taken: Readonly<Record<string, (record: object) => boolean>> = {
    referral: () => true,
    subject: (record) => 'id' in record && subjects.has(String(record.id)),
    referrer: (record) => 'id' in record && referrers.has(String(record.id)),
    relatedPerson: (record) => 'subjectId' in record && subjects.has(String(record.subjectId)),
    onlineIdentifier: (record) => 'subjectId' in record && subjects.has(String(record.subjectId)),
  };
  return Object.entries(records).flatMap(([kind, list]) => {
    const count = list.filter((record) => !taken[kind]?.(record)).length;
    if (count === 0) return [];
    return [
      issueOf(
        'record-not-written',
        `${count} ${count === 1 ? 'record' : 'records'} of the kind ${kind} ${count === 1 ? 'was' : 'were'} not written: a file holds referrals, each with its subject, its referrer and the people around them`,
        kind,
      ),
    ];
  });
}
