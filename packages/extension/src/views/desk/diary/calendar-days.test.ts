import { addDays, type PlainDate } from '@cyber-prevent/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDARS, isSameMonth, movedBy, weeksOf } from './calendar-days.js';

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as PlainDate);

describe('a calendar', () => {
  it('has whole weeks from Monday, one day after another, with the day among them', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...CALENDARS), (day, calendar) => {
        const weeks = weeksOf(calendar, day);
        const days = weeks.flat();
        expect(days).toContain(day);
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
        expect(days).toEqual(days.map((_, nth) => addDays(days[0] as PlainDate, nth)));
        expect(days).toHaveLength(weeks.length * 7);
        if (calendar === 'week') expect(weeks).toHaveLength(1);
      }),
    );
  });

  it('has every day of a month, and no week without one', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const weeks = weeksOf('month', day);
        for (const week of weeks) expect(week.some((each) => isSameMonth(each, day))).toBe(true);
        const last = weeks.at(-1)?.at(-1) as PlainDate;
        expect(isSameMonth(addDays(last, 1), day)).toBe(false);
      }),
    );
  });

  it('moves on to the next and back to the one before', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...CALENDARS), (day, calendar) => {
        const next = movedBy(calendar, day, 1);
        expect(weeksOf(calendar, movedBy(calendar, next, -1))).toEqual(weeksOf(calendar, day));
        expect(next > day).toBe(true);
      }),
    );
    expect(movedBy('month', '2028-01-31' as PlainDate, 1)).toBe('2028-02-01');
    expect(movedBy('month', '2026-03-31' as PlainDate, -1)).toBe('2026-02-01');
  });
});
