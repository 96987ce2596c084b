import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLabel, labelWords } from './fold-label.js';

describe('a folded label', () => {
  it('of plain words is what it is with a colon, a star or odd spaces', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const folded = foldLabel(words.join(' '));
        expect(folded).toBe(words.join(' ').toLowerCase());
        for (const way of [`${words.join(' ')}:`, `  ${words.join('\u00a0 ')} * `])
          expect(foldLabel(way)).toBe(folded);
      }),
    );
  });
});

describe('the words of a label', () => {
  it.each([
    ['Rhif ffôn', 'rhif ffon'],
    ['Enw’r plentyn', 'enw r plentyn'],
    ['Enw(au) cyntaf', 'enwau cyntaf'],
    ['Cyfeiriad e-bost', 'cyfeiriad ebost'],
    ['Da\u200bte of bi\u00adrth', 'date of birth'],
    ['Date\u00a0of\u202fbirth', 'date of birth'],
    ["Ref'd by", 'refd by'],
    ['Case #', 'case number'],
    ['GitHub', 'github'],
    ['Git Hub username', 'github username'],
    ['YOU TUBE', 'youtube'],
    ['TikTokHandle', 'tiktok handle'],
    ['Linked case', 'linked case'],
    ['नाम', 'नाम'],
  ])('of “%s” are “%s”', (label, words) => {
    expect(labelWords(label)).toBe(words);
  });
});
