import type { StoredRecord } from '@cyber-prevent/core';
import { buildEnquiry, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { captionOf } from './whose.js';

const stored = (...changes: readonly ReturnType<typeof newRecord>[]) =>
  changes.map(({ kind, record, set }) => ({
    kind,
    id: record,
    value: set,
  })) as unknown as readonly StoredRecord[];

it('names the subject, and of an enquiry says which it is', () => {
  const subject = buildSubject({ name: 'Jory Tamblyn' });
  const referral = newRecord('referral', buildReferral({ subjectId: subject.id }));
  const nameOf = ({ value }: StoredRecord<'subject'>) => `${value.name}, born 2 May 2010`;
  expect(captionOf(stored(referral, newRecord('subject', subject)), nameOf)).toBe(
    'Jory Tamblyn, born 2 May 2010',
  );
  const enquiry = newRecord('enquiry', buildEnquiry({ receivedOn: '2026-11-03' }));
  const titleOf = ({ value }: StoredRecord<'enquiry'>) => `Enquiry of ${value.receivedOn}`;
  expect(captionOf(stored(enquiry), nameOf, titleOf)).toBe('Enquiry of 2026-11-03');
});
