import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';
import {
  checkCalendar,
  isWorkingDay,
  workingCalendar,
  workingDayAfter,
  workingDaysBetween,
} from './calendar.js';

const day = (text: string) => text as PlainDate;
const calendar = workingCalendar();

/** Written by hand, each with its weekday. */
const BY_HAND = `
  2024: Mon 01-01, Fri 03-29, Mon 04-01, Mon 05-06, Mon 05-27, Mon 08-26, Wed 12-25, Thu 12-26
  2025: Wed 01-01, Fri 04-18, Mon 04-21, Mon 05-05, Mon 05-26, Mon 08-25, Thu 12-25, Fri 12-26
  2026: Thu 01-01, Fri 04-03, Mon 04-06, Mon 05-04, Mon 05-25, Mon 08-31, Fri 12-25, Mon 12-28
  2027: Fri 01-01, Fri 03-26, Mon 03-29, Mon 05-03, Mon 05-31, Mon 08-30, Mon 12-27, Tue 12-28
  2028: Mon 01-03, Fri 04-14, Mon 04-17, Mon 05-01, Mon 05-29, Mon 08-28, Mon 12-25, Tue 12-26
`;

describe('the table that ships', () => {
  it('holds the bank holidays written by hand, and no other', () => {
    const written = BY_HAND.trim()
      .split('\n')
      .flatMap((line) => {
        const [year = '', days = ''] = line.trim().split(': ');
        return days.split(', ').map((each) => {
          const [weekday = '', monthDay = ''] = each.split(' ');
          return `${weekday} ${year}-${monthDay}`;
        });
      });
    const held = calendar.table.days.map(({ on }) => {
      const weekday = new Date(on).toUTCString().slice(0, 3);
      return `${weekday} ${on}`;
    });
    expect(held).toEqual(written);
  });

  it('says of every day of 2028 that it was worked out, and of no day that it is official', () => {
    for (const { on, status } of calendar.table.days)
      expect([on, status === 'derived']).toEqual([on, on.startsWith('2028')]);
    expect(calendar.table.days.map(({ status }) => status)).not.toContain('official');
  });

  it('agrees with the date of Easter', () => {
    const easters = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16'].map(day);
    const named = (name: string) =>
      calendar.table.days.filter((each) => each.name === name).map(({ on }) => on);
    expect(named('Good Friday')).toEqual(easters.map((on) => addDays(on, -2)));
    expect(named('Easter Monday')).toEqual(easters.map((on) => addDays(on, 1)));
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-11-20', 5, '2026-11-27'],
    ['2026-11-21', 5, '2026-11-27'],
    ['2026-12-21', 5, '2026-12-30'],
    ['2027-12-23', 5, '2028-01-04'],
    ['2024-03-27', 2, '2024-04-02'],
    ['2026-12-25', 0, '2026-12-25'],
  ])('%s and %i working days make %s', (from, days, to) => {
    expect(workingDayAfter(day(from), days, calendar)).toMatchObject({ ok: true, value: to });
  });

  it.each([
    ['2028-12-22', 5],
    ['2023-12-29', 1],
    ['2029-06-01', 0],
  ])('says of %s and %i days that the table has run out, and gives no day', (from, days) => {
    expect(workingDayAfter(day(from), days, calendar)).toMatchObject({
      ok: false,
      issues: [{ code: 'calendar-run-out', message: expect.stringContaining('31 December 2028') }],
    });
  });

  it('does not say of a day outside the table whether people work', () => {
    expect(isWorkingDay(day('2026-12-28'), calendar)).toMatchObject({ ok: true, value: false });
    expect(isWorkingDay(day('2026-12-29'), calendar)).toMatchObject({ ok: true, value: true });
    expect(isWorkingDay(day('2029-01-02'), calendar).issues.map(({ code }) => code)).toEqual([
      'calendar-run-out',
    ]);
    expect(workingDaysBetween(day('2028-12-29'), day('2029-01-02'), calendar).ok).toBe(false);
  });

  const within = fc.integer({ min: 0, max: 1600 }).map((n) => addDays(day('2024-01-01'), n));
  const few = fc.integer({ min: 0, max: 60 });
  const after = (from: PlainDate, days: number) => {
    const result = workingDayAfter(from, days, calendar);
    if (!result.ok) throw new Error('run out');
    return result.value;
  };
  const between = (from: PlainDate, to: PlainDate) => {
    const result = workingDaysBetween(from, to, calendar);
    if (!result.ok) throw new Error('run out');
    return result.value;
  };

  it('lands on a working day, and as many lie between as were counted', () => {
    fc.assert(
      fc.property(within, few, (from, days) => {
        const to = after(from, days);
        if (days > 0) expect(isWorkingDay(to, calendar)).toMatchObject({ value: true });
        expect(between(from, to)).toBe(days);
        expect(between(to, from)).toBe(days === 0 ? 0 : -days);
      }),
    );
  });

  it('may be counted in two parts, never goes back, and passes the days off in between', () => {
    fc.assert(
      fc.property(within, few, few, (from, one, other) => {
        expect(after(after(from, one), other)).toBe(after(from, one + other));
        expect(after(from, one) >= from).toBe(true);
        expect(after(addDays(from, 1), one) >= after(from, one)).toBe(true);
      }),
    );
  });
});

describe('checkCalendar', () => {
  const { table } = calendar;
  it.each([
    ['a day twice', { ...table, days: [table.days[0], table.days[0]] }, 'days.1.on'],
    ['a day outside the table', { ...table, to: '2026-01-01' }, 'days.17.on'],
    ['a day that is none', { ...table, from: '2024-02-31' }, 'from'],
    ['no days', { ...table, days: undefined }, 'days'],
  ])('says where %s stands', (_what, value, at) => {
    expect(checkCalendar(value).issues[0]).toMatchObject({ code: 'calendar-invalid', at });
  });

  it('throws when what is handed over in place of the shipped table is none', () => {
    expect(() => workingCalendar({ ...table, version: 'new' })).toThrow('at version');
    expect(workingCalendar({ ...table, version: '1.1.0' }).table.version).toBe('1.1.0');
  });
});
