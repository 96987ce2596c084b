import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, ageOn, writtenDate } from './dates.js';
import { PlainDate } from './primitives.js';

const day = (text: string) => v.parse(PlainDate, text);
const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

it('writes a date as GOV.UK does', () => {
  expect(writtenDate(day('2009-03-04'))).toBe('4 March 2009');
});

describe('ageOn', () => {
  it.each([
    ['2010-03-14', '2026-03-13', 15],
    ['2010-03-14', '2026-03-14', 16],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-29', 16],
    ['2026-11-24', '2026-11-24', 0],
  ])('born on %s is, on %s, %i', (born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age);
  });

  it('never falls as days go by, and rises by at most one a day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (born, on) => {
        const rise = ageOn(born, addDays(on, 1)) - ageOn(born, on);
        expect([0, 1]).toContain(rise);
      }),
    );
  });
});

describe('addDays', () => {
  it('crosses the ends of months and years', () => {
    expect(addDays(day('2027-12-31'), 1)).toBe('2028-01-01');
    expect(addDays(day('2028-03-01'), -1)).toBe('2028-02-29');
  });

  it('comes back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9999, max: 9999 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });
});

describe('addWorkingDays', () => {
  const christmas = new Set(['2026-12-25', '2026-12-28']);

  it('steps over weekends and the holidays it is handed', () => {
    expect(addWorkingDays(day('2026-11-27'), 1, new Set())).toBe('2026-11-30');
    expect(addWorkingDays(day('2026-12-24'), 1, christmas)).toBe('2026-12-29');
    expect(addWorkingDays(day('2026-12-26'), 0, christmas)).toBe('2026-12-26');
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d days', (days) => {
    expect(() => addWorkingDays(day('2026-11-24'), days, new Set())).toThrow(RangeError);
  });

  it('never lands on a weekend or a holiday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const weekday = new Date(addWorkingDays(from, days, christmas)).getUTCDay();
        expect([0, 6]).not.toContain(weekday);
      }),
    );
  });
});
