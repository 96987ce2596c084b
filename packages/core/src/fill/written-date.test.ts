import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainDate } from '../shared/primitives.js';
import { datePattern, writeDate } from './written-date.js';

const DAY = '2026-03-04' as PlainDate;

test.each([
  ['DD/MM/YYYY', '04/03/2026'],
  ['d-MMM-yyyy', '4-Mar-2026'],
  ['yyyy-mm-dd', '2026-03-04'],
  ['D MMMM YYYY', '4 March 2026'],
  ['dd.mm.yy', '04.03.26'],
])('a day in the pattern %s is %s', (pattern, written) => {
  expect(writeDate(DAY, pattern)).toBe(written);
});

test.each([
  [['Date (dd-mm-yyyy)'], '', 'dd-mm-yyyy'],
  [['For example 27 3 2007'], '', 'DD/MM/YYYY'],
  [[''], '2026-01-31', 'YYYY-MM-DD'],
  [[''], '31-Jan-2026', 'DD-MMM-YYYY'],
  [[''], '31.01.26', 'DD.MM.YY'],
  [['Made by me'], '', 'DD/MM/YYYY'],
])('beside %j, with “%s” standing there, a date is written %s', (texts, standing, pattern) => {
  expect(datePattern(texts, standing)).toBe(pattern);
});

test('a pattern in any case gives back the day in figures', () => {
  const day = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const on = date.toISOString().slice(0, 10) as PlainDate;
      expect(writeDate(on, 'yyyy-MM-dd')).toBe(on);
      expect(writeDate(on, 'DD/MM/YYYY').split('/').reverse().join('-')).toBe(on);
    }),
  );
});
