import { addDays, type PlainDate } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { briefFar, dueWords, howFar, limitDay, nearnessOf, shortDay, writtenDay } from './when.js';

const day = (text: string) => text as PlainDate;
/** A Friday. */
const friday = day('2026-11-27');

it.each([
  ['2026-11-27', 'Today', 'near'],
  ['2026-11-28', 'Tomorrow', 'near'],
  ['2026-11-30', 'in 1 working day', 'far'],
  ['2026-12-04', 'in 5 working days', 'far'],
  ['2026-12-29', 'in 20 working days', 'far'],
  ['2026-11-26', '1 working day overdue', 'over'],
  ['2026-11-20', '5 working days overdue', 'over'],
  // A Sunday, which is no working day, and a day that no table of holidays covers.
  ['2026-11-22', '5 working days overdue', 'over'],
  ['2099-11-27', 'Due 27 Nov 2099', 'far'],
])('says of %s, seen on a Friday: %s', (by, words, nearness) => {
  expect(howFar({ by: day(by) }, friday)).toBe(words);
  expect(nearnessOf({ by: day(by) }, friday)).toBe(nearness);
});

it('says the day itself where no working day lies between', () => {
  expect(howFar({ by: friday }, day('2026-11-29'))).toBe('Overdue: 27 Nov');
  expect(howFar({ by: day('2026-11-29') }, friday)).toBe('Due 29 Nov');
});

it.each([
  ['2026-11-20', 'Overdue: 20 Nov'],
  ['2025-11-20', 'Overdue: 20 Nov 2025'],
  ['2026-11-27', 'Today'],
  ['2026-11-28', 'Tomorrow'],
  ['2026-12-04', 'Due 4 Dec'],
  ['2027-12-04', 'Due 4 Dec 2027'],
])('says the day itself where a count has no room: %s: %s', (by, words) => {
  expect(briefFar({ by: day(by) }, friday)).toBe(words);
});

it('says today of what has no day: it is then due now', () => {
  expect(howFar({}, friday)).toBe('Today');
});

it('says in a sentence the same as in a column, with the day', () => {
  expect(dueWords({ by: day('2026-12-04') }, friday)).toBe('4 December 2026, in 5 working days');
  expect(dueWords({ by: day('2026-11-20') }, friday)).toBe(
    '20 November 2026, 5 working days overdue',
  );
  expect(dueWords({ by: friday }, friday)).toBe('27 November 2026, today');
  expect(dueWords({ by: day('2099-11-27') }, friday)).toBe('27 November 2099');
  expect(dueWords({ by: friday }, day('2026-11-29'))).toBe('27 November 2026, overdue');
});

it.each([
  ['2026-11-27', 'Today'],
  ['2026-11-28', 'Tomorrow'],
  // A Sunday: 0 working days off.
  ['2026-11-29', 'in 2 days'],
  ['2026-12-11', 'in 14 days'],
  ['2026-11-26', '1 day overdue'],
  ['2026-11-13', '14 days overdue'],
  ['2029-11-27', 'Due 27 Nov 2029'],
])('counts in days a limit that is not one of working days: %s, %s', (by, words) => {
  expect(howFar({ by: day(by), inCalendarDays: true }, friday)).toBe(words);
});

it('says in a sentence the same count in days', () => {
  const due = { by: day('2026-11-13'), inCalendarDays: true } as const;
  expect(dueWords(due, friday)).toBe('13 November 2026, 14 days overdue');
});

it('never counts in two units, and never says that something is 0 days overdue or ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(30), (far, from) => {
      const today = addDays(friday, from);
      const words = howFar({ by: addDays(today, far) }, today);
      expect(words).not.toMatch(/\b0 working day/);
      expect(words).not.toMatch(/\d days?\b/);
    }),
  );
});

it('writes a day shortly, with the year where it is another', () => {
  expect(shortDay(day('2026-12-04'), friday)).toBe('Fri 4 Dec');
  expect(shortDay(day('2027-01-04'), friday)).toBe('Mon 4 Jan 2027');
});

it('says now while somebody is in immediate danger, and overdue once it is late', () => {
  const tomorrow = { by: day('2026-11-28'), inDanger: true } as const;
  expect([howFar(tomorrow, friday), briefFar(tomorrow, friday)]).toEqual(['Now', 'Now']);
  expect(dueWords(tomorrow, friday)).toBe('now, and by 28 November 2026 at the latest');
  expect(limitDay(tomorrow, friday)).toBe('by Sat 28 Nov at the latest');
  const late = { by: day('2026-11-26'), inDanger: true } as const;
  expect(howFar(late, friday)).toBe('1 working day overdue');
  expect(limitDay(late, friday)).toBe('Thu 26 Nov');
  const far = { by: day('2026-12-29'), inDanger: true } as const;
  expect([howFar(far, friday), nearnessOf(far, friday)]).toEqual(['Now', 'near']);
});

it('says the weekday of a written day, which may be no working day', () => {
  expect(writtenDay(day('2026-12-06'))).toBe('Sunday 6 December 2026');
});
