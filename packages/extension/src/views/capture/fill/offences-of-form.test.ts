/** Of the suspected offences of a referral, a form gets those with a section whose matter has not ended. */
import type { StoredRecord } from '@cyber-prevent/core';
import { buildRecord, buildReferral, buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { fillRecords } from './case-records.js';

const stored = (kind: string, value: { readonly id: string }) =>
  ({
    kind,
    id: value.id,
    value,
    heads: [],
    sources: {},
    createdAt: '2026-11-24T09:30:00.000Z',
  }) as unknown as StoredRecord;
const subject = buildSubject({ bornOn: '2008-03-14' } as never);
const referral = buildReferral({ subjectId: subject.id, lawMentioned: ['s.1 CMA'] } as never);
const offence = (over: object) =>
  stored(
    'offence',
    buildRecord('offence', { subjectId: subject.id, referralId: referral.id, ...over } as never),
  );
const sections = (...offences: readonly StoredRecord[]) =>
  fillRecords(
    [stored('subject', subject), stored('referral', referral), ...offences],
    'referral',
    referral.id,
  )?.offences?.map(({ section }) => section);

it('has each section once', () => {
  expect(sections(offence({ section: '3' }), offence({ section: '3' }))).toEqual(['3']);
});

it.each([
  ['the referral says it in its own words', { asRead: 's.1 CMA' }],
  ['it has no section', { section: undefined, withoutSection: 'not-computer-misuse' }],
  ['it is of another referral', { referralId: buildReferral().id }],
  [
    'the matter ended',
    { standings: [{ status: 'acquitted', on: '2026-11-02', notedOn: '2026-11-03' }] },
  ],
  ['they were under ten', { incidentOn: ['2017-05-01'] }],
])('has none where %s', (_, over) => {
  expect(sections(offence(over))).toEqual([]);
});
