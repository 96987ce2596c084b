import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyMatch, firstMatch } from './text-match.js';

const PATTERN = /(a+)|b(?<rest>.?)/gu;

test('finds what matchAll finds, however often it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', '😀', '\n')), (letters) => {
      const text = letters.join('');
      const expected = [...text.matchAll(PATTERN)];
      expect(everyMatch(text, PATTERN)).toEqual(expected);
      // After a search that stopped in the middle of a text, it starts again.
      expect(firstMatch(text, PATTERN)).toEqual(expected[0] ?? null);
      expect(everyMatch(text, PATTERN)).toEqual(expected);
    }),
  );
});

test('comes to an end where nothing is a match', () => {
  expect(everyMatch('xay', /a*/g).map(([found]) => found)).toEqual(['', 'a', '', '']);
});
