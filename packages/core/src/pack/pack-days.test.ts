import { expect, it } from 'vitest';
import { day, instant } from '../testing/pack-under-test.js';
import { commonDays, daysWritten, firstDayOf, isWithin } from './pack-days.js';

it('has no end on the last day that can be written', () => {
  expect(daysWritten({ to: day('9999-12-31') })).toEqual({ from: undefined, until: undefined });
  expect(daysWritten({ to: day('2026-12-31') }).until).toBe('2027-01-01');
});

it('has the first and the last day within, and no days in common that only touch', () => {
  const days = daysWritten({ from: day('2026-11-01'), to: day('2026-11-30') });
  const within = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((text) =>
    isWithin(days, day(text)),
  );
  expect(within).toEqual([false, true, true, false]);
  expect(commonDays(days, { from: day('2026-12-01') })).toBeUndefined();
  expect(commonDays(days, { from: day('2026-11-30') })).toEqual({
    from: '2026-11-30',
    until: '2026-12-01',
  });
});

it('begins on the civil day on which the pack was made, in the officer’s time', () => {
  const madeAt = instant('2026-07-11T23:30:00.000Z');
  const pack = { from: day('2026-07-01'), madeAt, takenInOn: day('2026-07-05') };
  expect(firstDayOf(pack)).toBe('2026-07-12');
  expect(firstDayOf({ ...pack, takenInOn: day('2026-07-20') })).toBe('2026-07-20');
  expect(firstDayOf({ ...pack, from: day('2026-08-01') })).toBe('2026-08-01');
});
