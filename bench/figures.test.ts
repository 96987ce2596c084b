import { describe, expect, it } from 'vitest';
import { middle, ratioOfRounds, spread } from './figures.ts';

describe('figures of many rounds', () => {
  it('have the middle and the 95th of a hundred by nearest rank, in any order', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(spread(values)).toEqual({ p50: 10, p95: 19 });
    expect(middle([9, 1, 5])).toBe(5);
    expect(middle([4, 1])).toBe(1);
  });

  it('are no number when there were none', () => {
    expect(spread([]).p50).toBeNaN();
    expect(middle([])).toBeNaN();
  });

  it('set each round beside its own, so that one busy round moves nothing', () => {
    expect(ratioOfRounds([10, 900, 12], [40, 3600, 48])).toBe(0.25);
    // The separate medians, 12 and 40, would give 0.3.
    expect(ratioOfRounds([10, 12, 90], [40, 100, 30])).toBe(0.25);
  });
});
