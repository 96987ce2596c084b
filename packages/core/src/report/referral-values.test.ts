import { describe, expect, it } from 'vitest';
import {
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSubject,
} from '../testing/fiction/builder.js';
import { referralValues } from './referral-values.js';

describe('referralValues', () => {
  const subject = buildSubject({
    phones: ['07700 900001', '07700 900002'],
    addresses: [
      { lines: '1 New Row', postcode: 'ZZ99 1AA', notedOn: '2026-11-02' },
      { lines: '2 Old Row', notedOn: '2025-01-01' },
    ] as never,
  });
  const referrer = buildReferrer({ name: 'Ottilie Brandt' });
  const referral = buildReferral({ subjectId: subject.id, referrerId: referrer.id });
  const other = buildReferral({ reference: 'OTHER' });
  const [values, others] = referralValues({
    type: 'records',
    marking: 'OFFICIAL-SENSITIVE',
    records: {
      subject: [subject],
      referral: [referral, other],
      referrer: [referrer],
      onlineIdentifier: [{ ...buildOnlineIdentifier({ asSeen: 'tAz_99' }), subjectId: subject.id }],
      relatedPerson: [
        buildRelatedPerson({
          subjectId: subject.id,
          name: 'A',
          phones: [],
          emails: ['a@example.org'],
        }),
        buildRelatedPerson({ subjectId: subject.id, name: 'B', phones: ['1', '2'], emails: [] }),
      ],
    },
  });

  it('puts what belongs to one referral together', () => {
    expect(values).toMatchObject({
      'subject.name': [subject.name],
      'subject.phones[]': ['07700 900001', '07700 900002'],
      'subject.onlineIdentifiers[].asSeen': ['tAz_99'],
      'referrer.name': ['Ottilie Brandt'],
    });
    expect(others).not.toHaveProperty(['subject.name']);
    expect(others?.['referral.reference']).toEqual(['OTHER']);
  });

  it('gives the latest address', () => {
    expect(values?.['subject.address']).toEqual(['1 New Row']);
    expect(values?.['subject.postcode']).toEqual(['ZZ99 1AA']);
  });

  it('keeps the places of people, and drops no telephone', () => {
    expect(values?.['relatedPersons[].name']).toEqual(['A', 'B', 'B']);
    expect(values?.['relatedPersons[].phones[]']).toEqual(['', '1', '2']);
    expect(values?.['relatedPersons[].emails[]']).toEqual(['a@example.org']);
  });
});
