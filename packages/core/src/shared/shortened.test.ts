import { expect, it } from 'vitest';
import { firstWords, shortened } from './shortened.js';

it.each([
  ['On Tuesday he was seen.', 40, 'On Tuesday he was seen.'],
  ['On Tuesday he was seen at the library.', 14, 'On Tuesday he …'],
  ['Ring his mother (07700 900932) first.', 24, 'Ring his mother (07700 …'],
  ['x'.repeat(30), 10, 'xxxxx …'],
])('shortens “%s” to %i letters at the end of a word', (text, most, words) => {
  expect(shortened(text, most)).toBe(words);
});

it('makes one line of the first words of a narrative', () => {
  expect(firstWords(' A boy\n\nsaid  so. ')).toBe('A boy said so.');
  expect(firstWords('word '.repeat(40))).toBe(`${'word '.repeat(15)}word …`);
});
