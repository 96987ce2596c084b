import { expect, it } from 'vitest';
import { civilDay } from './civil-day.js';

it.each([
  ['2026-11-24T23:59:00.000Z', '2026-11-24', 'in winter, as in UTC'],
  ['2026-07-11T23:30:00.000Z', '2026-07-12', 'in summer, half an hour after midnight'],
  ['2026-07-11T22:59:59.000Z', '2026-07-11', 'in summer, a second before midnight'],
  ['2026-07-11', '2026-07-11', 'a day itself'],
])('gives the day of %s as %s: %s', (at, day) => {
  expect(civilDay(at)).toBe(day);
});
