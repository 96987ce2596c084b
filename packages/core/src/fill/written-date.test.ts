import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainDate } from '../shared/primitives.js';
import { agreedPattern, datePattern, provenPatterns, writeDate } from './written-date.js';

const DAY = '2026-03-04' as PlainDate;
const signs = { texts: [] as string[], formats: [] as string[], standing: '' };

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
  [['For example 27 3 2007'], '', 'DD MM YYYY'],
  [['Between 01/01/1990 and 31/12/2026'], '', 'DD/MM/YYYY'],
  [['month/day/year'], '', 'MM/DD/YYYY'],
  [[''], '2026-01-31', 'YYYY-MM-DD'],
  [[''], '31-Jan-2026', 'DD-MMM-YYYY'],
  [[''], '31.01.2026 10:30', 'DD.MM.YYYY'],
])('beside %j, with “%s” standing there, a date is written %s', (texts, standing, pattern) => {
  expect(datePattern({ ...signs, texts, standing }, [])).toBe(pattern);
});

test.each([
  [['Made by me'], ''],
  [['For example 04/03/2026'], ''],
  [['MM/DD/YYYY or DD/MM/YYYY'], ''],
  [['DD/MM/YYYY'], '01/31/2026'],
  [[''], '04/03/2026'],
  [[''], '05/05/2026'],
  [[''], '31.01.26'],
  [[''], '40/13/2026'],
])('beside %j, with “%s” standing there, no order is proved', (texts, standing) => {
  expect(datePattern({ ...signs, texts, standing }, [])).toBeUndefined();
});

test.each([
  [String.raw`\d{4}-\d{2}-\d{2}`, 'YYYY-MM-DD'],
  [String.raw`(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])/\d{4}`, 'MM/DD/YYYY'],
  [String.raw`(0?[1-9]|[12][0-9]|3[01])\/(0?[1-9]|1[012])\/(19|20)\d\d`, 'DD/MM/YYYY'],
  ['(0[1-9]|[12][0-9]|3[01])-(0[1-9]|1[0-2])-[0-9]{4}', 'DD-MM-YYYY'],
  ['mm/dd/yyyy', 'mm/dd/yyyy'],
  [String.raw`\d{2}/\d{2}/\d{4}`, undefined],
  [String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`, undefined],
  ['.*', undefined],
  ['(((', undefined],
])('a box with the format %s takes a day as %s', (format, pattern) => {
  expect(datePattern({ ...signs, formats: [format] }, [])).toBe(pattern);
});

test('a box’s own signs go before those of the page, and signs that differ prove nothing', () => {
  expect(datePattern(signs, ['DD/MM/YYYY', 'D.M.YYYY'])).toBe('DD/MM/YYYY');
  expect(datePattern(signs, ['DD/MM/YYYY', 'MM/DD/YYYY'])).toBeUndefined();
  expect(datePattern({ ...signs, texts: ['mm/dd/yyyy'] }, ['DD/MM/YYYY'])).toBe('mm/dd/yyyy');
  expect(agreedPattern([])).toBeUndefined();
});

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);

test('a pattern in any case gives back the day in figures', () => {
  fc.assert(
    fc.property(day, (on) => {
      expect(writeDate(on, 'yyyy-MM-dd')).toBe(on);
      expect(writeDate(on, 'DD/MM/YYYY').split('/').reverse().join('-')).toBe(on);
    }),
  );
});

test('a written day proves the pattern that it was written in, or none', () => {
  const way = fc.constantFrom(
    'DD/MM/YYYY',
    'MM/DD/YYYY',
    'YYYY-MM-DD',
    'DD.MM.YY',
    'MM/DD/YY',
    'YY/MM/DD',
    'DD MMM YYYY',
  );
  fc.assert(
    fc.property(day, way, (on, pattern) => {
      const proved = provenPatterns(writeDate(on, pattern));
      expect([[], [pattern]]).toContainEqual(
        // May is as long as its abbreviation.
        proved.map((each) => (pattern.includes('MMM') ? each.replace('MMMM', 'MMM') : each)),
      );
    }),
  );
});
