import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainDate } from '../shared/primitives.js';
import { saysDay } from './same-day.js';
import { orderOf, writeDate } from './written-date.js';

const on = '2010-05-02' as PlainDate;

test.each([
  ['02/05/2010', 'day'],
  ['2.5.2010', 'day'],
  ['02052010', 'day'],
  ['05/02/2010', 'month'],
  ['2010-05-02', 'month'],
  ['2010-05-02T00:00:00', 'day'],
  ['10/05/02', 'year'],
  ['Sun, 2nd May 2010', 'month'],
  ['May 2, 2010', 'day'],
  ['02-May-10', 'month'],
] as const)('%s is 2 May 2010 to a box that takes the %s first', (now, order) => {
  expect(saysDay(now, { on, order })).toBe(true);
});

test.each([
  ['02/05/2010', 'month'],
  ['05/02/2010', 'day'],
  ['2010-02-05', 'day'],
  ['02/05/10', 'year'],
  ['5 February 2010', 'day'],
  ['02/05/2011', 'day'],
  ['02/05', 'day'],
  ['', 'day'],
  ['2', 'day'],
] as const)('%s is not, to a box that takes the %s first', (now, order) => {
  expect(saysDay(now, { on, order })).toBe(false);
});

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);
const pattern = fc.constantFrom(
  'DD/MM/YYYY',
  'D.M.YYYY',
  'MM/DD/YYYY',
  'M-D-YYYY',
  'YYYY-MM-DD',
  'DDMMYYYY',
  'D MMMM YYYY',
  'DD-MMM-YYYY',
);

test('a day that a page wrote in its own order is that day and no other', () => {
  fc.assert(
    fc.property(day, day, pattern, (one, other, way) => {
      const now = writeDate(other, way);
      expect(saysDay(now, { on: one, order: orderOf(way) })).toBe(one === other);
    }),
  );
});
