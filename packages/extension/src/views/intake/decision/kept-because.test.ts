import type { Instant, PlainDate, RecordId, StoredRecord } from '@cyber-prevent/core';
import {
  buildDecision,
  buildEnquiry,
  buildPromise,
  buildReferral,
  buildReferrer,
  buildRefusal,
  buildSource,
  buildSourceCapture,
  buildSubject,
} from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { keptBecause } from './kept-because.js';

const held = (kind: StoredRecord['kind'], value: { id: string }, capture?: RecordId) =>
  ({
    kind,
    id: value.id,
    value,
    createdAt: '2026-11-21T09:00:00.000Z' as Instant,
    sources: capture === undefined ? {} : { name: [buildSource({ capture })] },
  }) as unknown as StoredRecord;
const subject = buildSubject({ name: 'Rowan Vael' });
const [read, shared] = [buildSourceCapture(), buildSourceCapture()];
const [own, elsewhere] = [buildReferrer(), buildReferrer()];
const enquiry = buildEnquiry();
const nobody = [
  held('enquiry', enquiry),
  held('decision', buildDecision({ subjectId: undefined, enquiryId: enquiry.id })),
  held('promise', buildPromise({ subjectId: undefined, enquiryId: enquiry.id })),
  held('refusal', buildRefusal()),
];
const both = [held('sourceCapture', shared), held('referrer', elsewhere)];
const said = (records: readonly StoredRecord[]) =>
  keptBecause(records).map(({ why, records: kept }) => [why, kept.length]);

it('says for which other referrals the person stays, with what those rest on', () => {
  const referral = (reference: string | undefined, receivedOn: string) =>
    held(
      'referral',
      buildReferral({
        subjectId: subject.id,
        reference,
        referrerId: own.id,
        receivedOn: receivedOn as PlainDate,
      }),
      read.id,
    );
  const theirs = [
    held('subject', subject),
    referral('CP-0043', '2026-11-20'),
    referral(undefined, '2026-11-22'),
    held('sourceCapture', read),
    held('referrer', own),
  ];
  expect(said([...theirs, ...both, ...nobody])).toEqual([
    ['Needed for the referral CP-0043 and the referral received on 22 November 2026:', 5],
    ['Needed by another record:', 2],
    ['Names nobody:', 4],
  ]);
});

it('says of what stays of a whole case that another record needs it, or that it names nobody', () => {
  expect(said([...both, ...nobody])).toEqual([
    ['Needed by another record:', 2],
    ['Names nobody:', 4],
  ]);
  expect(said([])).toEqual([]);
});
