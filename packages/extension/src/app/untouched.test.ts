import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUntouched } from './untouched.js';

const START = { heldOn: '2026-11-24', minutes: 45, urgent: true, kinds: ['call'] };

it.each<[string, object]>([
  ['the start itself', { ...START }],
  ['a field that was typed in and emptied', { ...START, note: '' }],
  ['white space alone', { ...START, note: ' \n\t' }],
  ['a box ticked and unticked', { ...START, told: false }],
  [
    'a list, a date and a person that were emptied',
    { ...START, phones: [], on: { day: '' }, of: {} },
  ],
])('takes for nothing typed: %s', (_, value) => {
  expect(isUntouched(value, START)).toBe(true);
});

it.each<[string, object]>([
  ['a word', { ...START, note: 'x' }],
  ['nought', { ...START, count: 0 }],
  ['a start value that was emptied', { ...START, heldOn: '' }],
  ['a start value that was unticked', { ...START, urgent: false }],
  ['a start value with a space added', { ...START, heldOn: '2026-11-24 ' }],
  ['an entry of a list in another order', { ...START, kinds: ['visit', 'call'] }],
  ['a word deep inside', { ...START, people: [{ name: '', phones: [' ', '0'] }] }],
])('takes for typed: %s', (_, value) => {
  expect(isUntouched(value, START)).toBe(false);
});

it('never takes a text with a letter in it for nothing', () => {
  const deep = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constant('word'),
      fc.array(tie('any'), { minLength: 1, maxLength: 2 }),
      fc.dictionary(fc.string(), tie('any'), { minKeys: 1, maxKeys: 2 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.string(), deep, (name, value) => {
      expect(isUntouched({ [`x${name}`]: value }, {})).toBe(false);
    }),
  );
});
