import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockHeights, piecesOf } from './row-window.js';

const measured = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 900 })), {
  maxLength: 30,
});
const count = fc.integer({ min: 1, max: 60 });

const heightsOf = (blocks: number, known: readonly (readonly [number, number])[]) => {
  const heights = blockHeights(blocks, 400);
  for (const [block, height] of known) if (block < blocks) heights.set(block, height);
  return heights;
};

describe('heights of blocks', () => {
  it('says what was measured, and guesses the rest by that', () => {
    const heights = blockHeights(4, 400);
    expect(heights.top(4)).toBe(1600);
    heights.set(1, 100);
    heights.set(0, 300);
    expect([0, 1, 2, 3, 4].map(heights.top)).toEqual([0, 300, 400, 600, 800]);
  });

  it('says whether a measure was news', () => {
    const heights = blockHeights(4, 400);
    expect(heights.set(1, 100)).toBe(true);
    expect(heights.set(1, 100.4)).toBe(false);
    expect(heights.set(1, 102)).toBe(true);
  });

  it('says that a block which is as high as it was taken for is no news, and knows it all the same', () => {
    const heights = blockHeights(4, 400);
    expect(heights.set(0, 400)).toBe(false);
    expect(heights.set(1, 100)).toBe(true);
    expect(heights.set(2, 250)).toBe(false);
    expect([1, 2, 3].map(heights.top)).toEqual([400, 500, 750]);
  });

  it('finds the block at any place', () => {
    fc.assert(
      fc.property(count, measured, fc.integer({ min: -500, max: 60_000 }), (blocks, known, y) => {
        const heights = heightsOf(blocks, known);
        const block = heights.at(y);
        expect(block).toBeGreaterThanOrEqual(0);
        expect(block).toBeLessThan(blocks);
        if (y >= 0) expect(heights.top(block)).toBeLessThanOrEqual(y);
        if (block < blocks - 1) expect(heights.top(block + 1)).toBeGreaterThan(y);
      }),
    );
  });
});

describe('the pieces of a list', () => {
  it('come to the height of the whole list, each block once and in order', () => {
    fc.assert(
      fc.property(
        count,
        measured,
        fc.nat(70),
        fc.nat(5),
        fc.option(fc.nat(70), { nil: undefined }),
        (blocks, known, first, more, kept) => {
          const heights = heightsOf(blocks, known);
          const pieces = piecesOf(heights, blocks, first, first + more, kept);
          let [height, last] = [0, -1];
          for (const piece of pieces) {
            if (piece.kind === 'room') height += piece.height;
            else {
              height += heights.top(piece.block + 1) - heights.top(piece.block);
              expect(piece.block).toBeGreaterThan(last);
              last = piece.block;
            }
          }
          expect(height).toBeCloseTo(heights.top(blocks), 5);
          const shown = pieces.flatMap((piece) => (piece.kind === 'block' ? [piece.block] : []));
          for (let block = first; block <= Math.min(first + more, blocks - 1); block += 1)
            expect(shown).toContain(block);
          if (kept !== undefined && kept < blocks) expect(shown).toContain(kept);
        },
      ),
    );
  });
});
