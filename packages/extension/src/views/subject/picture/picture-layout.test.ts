import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST_WIDTH, pictureLayout } from './picture-layout.js';

it('is as wide as its place at any width, so that no letter shrinks, with room for the days', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('small' as const, 'whole' as const),
      fc.integer({ min: LEAST_WIDTH, max: 2000 }),
      (size, width) => {
        const { left, line, ...layout } = pictureLayout(size, width);
        expect(layout.width).toBe(width);
        expect(line).toBeGreaterThan(width / 2);
        expect(left + line).toBeLessThan(width);
      },
    ),
  );
});
