import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typedNumber } from './typed-number.js';

it.each([
  ['45', 45],
  [' 45 ', 45],
  ['1,440', 1440],
  ['-5', -5],
  ['\u22125', -5],
])('reads %j as a whole number', (text, number) => {
  expect(typedNumber(text)).toBe(number);
});

it.each(['', '-', '4.5', 'an hour', '1,4', '12,34', '4-5', '1e3', '9'.repeat(16)])(
  'keeps %j as it was typed',
  (text) => {
    expect(typedNumber(text)).toBe(text);
  },
);

it('reads every whole number that can be written in figures, and gives it back', () => {
  fc.assert(
    fc.property(fc.integer(), (number) => {
      expect(typedNumber(String(number))).toBe(number);
      expect(typedNumber(number.toLocaleString('en-GB'))).toBe(number);
    }),
  );
});
