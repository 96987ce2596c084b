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

it('names the subject, and of an enquiry says the day that it came', () => {
  const subject = buildSubject({ name: 'Jory Tamblyn' });
  const referral = newRecord('referral', buildReferral({ subjectId: subject.id }));
  expect(captionOf(stored(referral, newRecord('subject', subject)))).toBe('Jory Tamblyn');
  const enquiry = newRecord('enquiry', buildEnquiry({ receivedOn: '2026-11-03' }));
  expect(captionOf(stored(enquiry))).toBe('Enquiry of 3 November 2026');
});
