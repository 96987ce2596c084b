import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { civilDay, isToCome } from './civil-day.js';
import type { PlainDate } from './primitives.js';

it.each([
  ['2026-11-24T23:59:00.000Z', '2026-11-24', 'in winter, as in UTC'],
  ['2026-07-11T23:30:00.000Z', '2026-07-12', 'in summer, half an hour after midnight'],
  ['2026-07-11T22:59:59.000Z', '2026-07-11', 'in summer, a second before midnight'],
  ['2026-07-11', '2026-07-11', 'a day itself'],
])('gives the day of %s as %s: %s', (at, day) => {
  expect(civilDay(at)).toBe(day);
});

it.each([
  ['2026-07-12', '2026-07-11', true],
  ['2026-07-11', '2026-07-11', false],
  ['2026-07-12', '2026-07-11T23:30:00.000Z', false],
  ['2026-07-12', '2026-07-11T22:30:00.000Z', true],
])('says of %s, seen from %s, whether it is to come: %s', (day, at, isAhead) => {
  expect(isToCome(day as PlainDate, at)).toBe(isAhead);
});

it('is the only way to the day of a moment: none is cut out of its text, which is the day in UTC', () => {
  const root = join(import.meta.dirname, '..');
  // These make the text of a day, check that of a moment, or have no moment at all.
  const others = ['shared/dates.ts', 'shared/primitives.ts', 'cli/score-command.ts'];
  const cut = globSync('**/*.ts', { cwd: root }).filter(
    (file) =>
      !/\.test\.ts$|^testing/.test(file) &&
      !others.includes(file) &&
      readFileSync(join(root, file), 'utf8').includes('.slice(0, 10)'),
  );
  expect(cut).toEqual([]);
});
