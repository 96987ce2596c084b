import { expect, it } from 'vitest';
import { startsFormula } from './formula.js';

it.each([
  '=1',
  '+1',
  '-1',
  '@x',
  ';x',
  ' =1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=1',
  '\u202E=1',
  '\u0000=1',
  '\tx',
  '\rx',
  '\nx',
  ' \nx',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('takes %j for the start of a formula', (text) => {
  expect(startsFormula(text)).toBe(true);
});

it.each(['', ' ', 'Taz', "'=1", '07700 900123', 'a=1', 'x\n=1', '2009-03-14', '字'])(
  'takes %j for text',
  (text) => {
    expect(startsFormula(text)).toBe(false);
  },
);
