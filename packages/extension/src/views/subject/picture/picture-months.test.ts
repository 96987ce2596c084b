import { addDays, type PlainDate } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureMonths } from './picture-months.js';

const today = '2026-11-24' as PlainDate;

it('names no more months than there is room for, each a first day within the days shown', () => {
  const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(today, -days));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 20 }), (from, most) => {
      const months = pictureMonths(from, today, most);
      expect(months.length).toBeLessThanOrEqual(most);
      for (const { on } of months) {
        expect(on).toMatch(/-01$/);
        expect(on > from && on <= today, on).toBe(true);
      }
    }),
  );
});

it('says the year at its January', () => {
  const months = pictureMonths('2025-11-10' as PlainDate, today, 13);
  expect(months.map(({ name }) => name).slice(0, 3)).toEqual(['Dec', 'Jan 2026', 'Feb']);
});
