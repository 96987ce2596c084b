import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLabel } from './fold-label.js';

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
