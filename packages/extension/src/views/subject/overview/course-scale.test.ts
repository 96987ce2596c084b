import { addDays, type PlainDate } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { courseScale } from './course-scale.js';

const today = '2026-11-24' as PlainDate;
const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(today, -days));

it('has every day on the line, in order, the first at its start and today at its end', () => {
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 1, maxLength: 20 }), (days) => {
      const scale = courseScale(
        days.map((on) => ({ on })),
        [],
        today,
        700,
      );
      const sorted = days.toSorted();
      const places = sorted.map(scale.x);
      expect(places[0]).toBe(0);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(Math.max(...places)).toBeLessThanOrEqual(700);
      if (sorted[0] !== today) expect(scale.x(today)).toBe(700);
    }),
  );
});

it('names no more months than there is room for, each within the days shown', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(312, 690), (on, width) => {
      const { months, from, to } = courseScale([{ on }], [], today, width);
      expect(months.length).toBeLessThanOrEqual(width / 52 + 1);
      for (const month of months) {
        expect(month.on > from).toBe(true);
        expect(month.on <= to).toBe(true);
      }
    }),
  );
});

it('says the year at its January', () => {
  const scale = courseScale([{ on: '2025-11-10' as PlainDate }], [], today, 690);
  expect(scale.months.map(({ name }) => name)).toContain('Jan 2026');
});
