import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PIECE_SIZE } from './frame-head.js';
import { Sheets } from './sheet.js';

function written(texts: readonly string[]): Sheets {
  const sheets = new Sheets();
  for (const text of texts) sheets.add(text);
  sheets.close();
  return sheets;
}

it('gives back what was written, in pieces that fit and never part a character', () => {
  const texts = fc.array(
    fc.record({ unit: fc.constantFrom('ab', '😀', 'x😀'), times: fc.nat(PIECE_SIZE) }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(texts, (parts) => {
      const whole = parts.map(({ unit, times }) => unit.repeat(times));
      const { pieces, size } = written(whole);
      expect(pieces.join('') === whole.join('')).toBe(true);
      expect(size).toBe(whole.join('').length);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(PIECE_SIZE);
        expect(/\p{Surrogate}/u.test(piece)).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});
