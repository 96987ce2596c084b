import { decide } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftOf, FICTIONAL } from '../../../../testing/draft-under-test.js';
import { countDecisions, groupRows } from './row-group.js';

it('shows the subject first, other people after, and what nobody has named last', () => {
  const groups = groupRows(draftOf(...FICTIONAL).rows);
  expect(groups.map(({ name }) => name)).toEqual([
    'subject',
    'referral',
    'relatedPersons',
    'other',
  ]);
  expect(groups.at(-1)?.rows.map(({ label }) => label)).toEqual(['Shoe size']);
});

it('loses no row and shows none twice', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...draftOf(...FICTIONAL).rows]), (rows) => {
      const shown = groupRows(rows).flatMap((group) => group.rows);
      expect(shown.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    }),
  );
});

it('counts a corrected value as taken, and a masked one apart', () => {
  const draft = draftOf(...FICTIONAL.slice(0, 3));
  const [first, second] = draft.rows;
  const decided = decide(
    decide(draft, first?.id ?? '', { kind: 'take-corrected', value: 'Morgan Vale' }),
    second?.id ?? '',
    { kind: 'mask' },
  );
  expect(countDecisions(decided.rows)).toEqual({ taken: 2, left: 0, masked: 1 });
});
