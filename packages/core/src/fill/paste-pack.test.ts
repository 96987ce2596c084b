import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, pastePack } from './paste-pack.js';

test('a text is cut after a space, never within a word that would fit', () => {
  expect(cutText('Spoke to Tamsin about port scanning', 14)).toEqual([
    'Spoke to ',
    'Tamsin about ',
    'port scanning',
  ]);
});

test('a word that is longer than a part is cut between characters', () => {
  expect(cutText('😀😀😀', 5)).toEqual(['😀😀', '😀']);
});

test('parts fit, lose nothing, and end where a word ends wherever one ends in reach', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '’', '😀', 'é'), maxLength: 200 }),
      fc.integer({ min: 2, max: 40 }),
      (text, limit) => {
        const parts = cutText(text, limit);
        expect(parts.join('')).toBe(text);
        for (const [place, part] of parts.entries()) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part).not.toBe('');
          // A part may end in the middle of a word only if it has no white space.
          if (place < parts.length - 1 && /\s/.test(part)) expect(part).toMatch(/\s$/);
        }
      },
    ),
  );
});

test('a limit that is none is refused', () => {
  expect(() => cutText('a', 0)).toThrow(RangeError);
  expect(() => cutText('a', 1.5)).toThrow(RangeError);
});

test('the pack keeps the order given and says which part of which value each is', () => {
  const pack = pastePack([
    { id: 'a', label: 'Place', text: 'Home' },
    { id: 'b', label: 'Nothing', text: '' },
    { id: 'c', label: 'Log', text: 'one two three', limit: 8 },
  ]);
  expect(pack.map(({ id, part, of, text }) => [id, part, of, text])).toEqual([
    ['a/1', 1, 1, 'Home'],
    ['c/1', 1, 2, 'one two '],
    ['c/2', 2, 2, 'three'],
  ]);
});
