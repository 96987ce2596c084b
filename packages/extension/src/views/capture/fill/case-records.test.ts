/** The values that another system may be given, from the records of one person. */

import type { RecordKind, RecordOf, StoredRecord } from '@cyber-prevent/core';
import { buildOnlineIdentifier, buildReferral, buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { fillRecords } from './case-records.js';

const stored = <K extends RecordKind>(kind: K, value: RecordOf<K>) =>
  ({
    kind,
    id: value.id,
    value,
    sources: {},
    createdAt: '2026-11-24T09:30:00.000Z',
  }) as never as StoredRecord;

it('has an IP address with its moment, and no identifier that is another’s or ended', () => {
  const subject = buildSubject();
  const referral = buildReferral({ subjectId: subject.id });
  const own = { subjectId: subject.id };
  const used = { on: '2026-11-20', at: '14:05', zone: 'UTC' };
  const identifiers = [
    buildOnlineIdentifier({ ...own, asSeen: 'wren' }),
    buildOnlineIdentifier({
      ...own,
      type: 'ip-address',
      platform: undefined,
      asSeen: '198.51.100.7',
      seenAt: used,
    }),
    buildOnlineIdentifier({ ...own, asSeen: 'not_theirs', endedOn: '2026-11-24', endedWhy: 'No' }),
    buildOnlineIdentifier({ subjectId: undefined, asSeen: 'of_nobody' }),
    buildOnlineIdentifier({ asSeen: 'of_another' }),
  ];
  const held = [
    stored('subject', subject),
    stored('referral', referral),
    ...identifiers.map((each) => stored('onlineIdentifier', each)),
  ];
  expect(
    fillRecords(held, 'referral', referral.id)?.onlineIdentifiers?.map(({ asSeen }) => asSeen),
  ).toEqual(['wren', '198.51.100.7 (used on 20 November 2026 at 14:05 UTC)']);
});
