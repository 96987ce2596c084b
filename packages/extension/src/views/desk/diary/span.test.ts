import type { PlainDate } from '@cyber-prevent/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOf, mondayOf, SPANS } from './span.js';

const day = (text: string) => text as PlainDate;

describe('how far ahead', () => {
  it.each([
    ['2026-11-24', '2026-11-29', '2026-12-06', '2026-11-30', '2026-12-31'],
    ['2026-11-29', '2026-11-29', '2026-12-06', '2026-11-30', '2026-12-31'],
    ['2026-11-30', '2026-12-06', '2026-12-13', '2026-11-30', '2026-12-31'],
    ['2028-01-31', '2028-02-06', '2028-02-13', '2028-01-31', '2028-02-29'],
  ])('from %s is counted in whole weeks and months', (today, week, next, month, after) => {
    const to = SPANS.map((span) => lastDayOf(span, day(today)));
    expect(to).toEqual([week, next, month, after, '9999-12-31']);
  });
});

describe('the weeks', () => {
  it('begin on a Monday, at most six days before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const date = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const monday = mondayOf(day(date));
        expect(new Date(monday).getUTCDay()).toBe(1);
        const since = (Date.parse(date) - Date.parse(monday)) / 86_400_000;
        expect(since).toBeGreaterThanOrEqual(0);
        expect(since).toBeLessThan(7);
      }),
    );
  });
});
