import type { CaseRoot, Instant, PlainDate, StoredRecord } from '@cyber-prevent/core';
import { buildIdentification, buildReferral, buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { whichRoot } from './which-root.js';

const subjectId = buildSubject({ name: 'Rowan Vael' }).id;
const stored = (kind: CaseRoot['kind'], value: { id: string }, createdAt: string) =>
  ({
    kind,
    id: value.id,
    value,
    createdAt: createdAt as Instant,
    sources: {},
  }) as unknown as CaseRoot;
const referral = (
  reference: string | undefined,
  receivedOn = '2026-11-20',
  createdAt = '2026-11-21T09:00:00.000Z',
) =>
  stored(
    'referral',
    buildReferral({ subjectId, reference, receivedOn: receivedOn as PlainDate }),
    createdAt,
  );
const said = (...roots: readonly CaseRoot[]) =>
  roots.map((root) => whichRoot(root, roots as readonly StoredRecord[]));

it('names a referral by its reference, and one without by its day', () => {
  expect(said(referral('CP-0042'), referral(undefined))).toEqual([
    'referral CP-0042',
    'referral received on 20 November 2026',
  ]);
});

it('adds the day where two have one reference, and the time of recording where two have one day', () => {
  expect(said(referral('CP-0042'), referral('CP-0042', '2026-11-22'))).toEqual([
    'referral CP-0042, received on 20 November 2026',
    'referral CP-0042, received on 22 November 2026',
  ]);
  const later = referral(undefined, '2026-11-20', '2026-11-21T10:00:00.000Z');
  expect(said(referral(undefined), later)).toEqual([
    'referral received on 20 November 2026, recorded 21 November 2026, 09:00',
    'referral received on 20 November 2026, recorded 21 November 2026, 10:00',
  ]);
});

it('names an identification by its day', () => {
  const found = buildIdentification({ subjectId, identifiedOn: '2026-11-20' as PlainDate });
  expect(said(stored('identification', found, '2026-11-21T09:00:00.000Z'))).toEqual([
    'identification on 20 November 2026',
  ]);
});
