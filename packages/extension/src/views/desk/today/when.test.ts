import { addDays, type PlainDate } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { howFar, nearnessOf, shortDay } from './when.js';

const day = (text: string) => text as PlainDate;
/** A Friday. */
const friday = day('2026-11-27');

it.each([
  ['2026-11-27', 'Today', 'near'],
  ['2026-11-28', 'Tomorrow', 'near'],
  ['2026-11-30', 'in 1 day', 'far'],
  ['2026-12-03', 'in 4 days', 'far'],
  ['2026-11-26', '1 day over', 'over'],
  ['2026-11-20', '5 days over', 'over'],
  ['2026-11-22', '5 days over', 'over'],
])('says of %s, seen on a Friday: %s', (by, words, nearness) => {
  expect(howFar({ by: day(by) }, friday)).toBe(words);
  expect(nearnessOf({ by: day(by) }, friday)).toBe(nearness);
});

it('says today of what has no day: it is then due now', () => {
  expect(howFar({}, friday)).toBe('Today');
});

it('says the day itself where the table of bank holidays has run out', () => {
  expect(howFar({ by: day('2091-01-05') }, friday)).toBe('Fri 5 Jan 2091');
});

it('never says that something is 0 days over or ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(30), (far, from) => {
      const today = addDays(friday, from);
      expect(howFar({ by: addDays(today, far) }, today)).not.toMatch(/\b0 day/);
    }),
  );
});

it('writes a day shortly, with the year where it is another', () => {
  expect(shortDay(day('2026-12-04'), friday)).toBe('Fri 4 Dec');
  expect(shortDay(day('2027-01-04'), friday)).toBe('Mon 4 Jan 2027');
});
