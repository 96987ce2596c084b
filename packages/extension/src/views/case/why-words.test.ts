import { buildReferral } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { whyReferred } from './why-words.js';

const NAMED = {
  suspectedOffences: ['Unauthorised access to computer material'],
  lawMentioned: ['Computer Misuse Act 1990, section 1'],
  incidentDates: ['2026-01-27'],
};

it('says the narrative of a referral, and without one what it names', () => {
  const { narrative: _, ...left } = buildReferral(NAMED as never);
  expect(whyReferred({ ...left, narrative: 'Used a teacher’s account.' as never })).toBe(
    'Used a teacher’s account.',
  );
  expect(whyReferred(left)).toBe(
    [
      'Suspected of: Unauthorised access to computer material',
      'Law named: Computer Misuse Act 1990, section 1',
      'When: 27 January 2026',
    ].join('\n'),
  );
});

it('says nothing of a referral that names nothing', () => {
  const { narrative: _, ...left } = buildReferral();
  const nothing = { ...left, suspectedOffences: [], lawMentioned: [], incidentDates: [] };
  expect(whyReferred(nothing)).toBeUndefined();
});
