import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { agreement, cohensKappa, type RatedPair } from './agreement.js';

/** As many pairs as each cell of a table states. */
const table = (cells: Readonly<Record<string, number>>): readonly RatedPair[] =>
  Object.entries(cells).flatMap(([cell, count]) => {
    const [first = '', second = ''] = cell.split('/');
    return Array.from({ length: count }, (): RatedPair => [first, second]);
  });

describe('cohensKappa', () => {
  it('equals a table worked by hand: 20 and 15 agreed of 50', () => {
    // Agreed 35/50 = 0.7. By chance 25/50 · 30/50 + 25/50 · 20/50 = 0.5. Kappa (0.7 - 0.5) / (1 - 0.5) = 0.4.
    const figures = cohensKappa(table({ 'yes/yes': 20, 'yes/no': 5, 'no/yes': 10, 'no/no': 15 }));
    expect(figures).toMatchObject({ comparedCount: 50, agreedCount: 35, percentage: 70 });
    expect(figures.expected).toBeCloseTo(0.5, 12);
    expect(figures.kappa).toBeCloseTo(0.4, 12);
  });

  it('equals a table of three answers worked by hand', () => {
    // Rows present 4, 1, 0; partly 1, 2, 1; absent 0, 1, 2. Agreed 8/12. Sums of rows 5, 4, 3 and of columns 5, 4, 3:
    // by chance (25 + 16 + 9) / 144 = 50/144. Kappa (96/144 - 50/144) / (94/144) = 46/94.
    const figures = cohensKappa(
      table({
        'present/present': 4,
        'present/partly': 1,
        'partly/present': 1,
        'partly/partly': 2,
        'partly/absent': 1,
        'absent/partly': 1,
        'absent/absent': 2,
      }),
    );
    expect(figures.kappa).toBeCloseTo(46 / 94, 12);
    expect(figures.percentage).toBeCloseTo(66.6667, 3);
  });

  it.each<[string, Readonly<Record<string, number>>, object]>([
    [
      'nothing to compare',
      {},
      { kappa: undefined, noKappa: 'nothing-compared', percentage: undefined },
    ],
    [
      'one answer throughout',
      { 'yes/yes': 7 },
      { kappa: undefined, noKappa: 'no-variation', percentage: 100 },
    ],
    ['full agreement', { 'yes/yes': 3, 'no/no': 4 }, { kappa: 1, percentage: 100 }],
    [
      'full disagreement, half and half',
      { 'yes/no': 5, 'no/yes': 5 },
      { kappa: -1, percentage: 0 },
    ],
    ['each one answer, never the same', { 'yes/no': 6 }, { kappa: 0, percentage: 0, expected: 0 }],
    ['one who does not vary', { 'yes/yes': 3, 'yes/no': 3 }, { kappa: 0, percentage: 50 }],
    ['a single item', { 'yes/yes': 1 }, { kappa: undefined, noKappa: 'no-variation' }],
  ])('knows %s', (_, cells, figures) => {
    expect(cohensKappa(table(cells))).toMatchObject(figures);
  });

  it('is the same whoever is first, in whatever order, and between -1 and 1', () => {
    const answer = fc.constantFrom('present', 'partly', 'absent');
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer)), (pairs) => {
        const { kappa } = cohensKappa(pairs);
        expect(cohensKappa(pairs.map(([one, other]) => [other, one])).kappa).toBe(kappa);
        expect(cohensKappa(pairs.toReversed()).kappa).toBe(kappa);
        if (kappa === undefined) return;
        expect(kappa).toBeGreaterThanOrEqual(-1);
        expect(kappa).toBeLessThanOrEqual(1);
        expect(kappa === 1).toBe(pairs.every(([one, other]) => one === other));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('agreement', () => {
  it('leaves out what either of the two did not know, and names the differences', () => {
    const first = { access: 'present', forums: 'daily', adult: 'unknown', hurt: 'absent' };
    const second = { access: 'present', forums: 'weekly', adult: 'absent', hurt: 'not-asked' };
    expect(agreement(HANDMADE, first, second)).toMatchObject({
      comparedCount: 2,
      agreedCount: 1,
      leftOutCount: 3,
      percentage: 50,
      differences: [{ item: 'forums', first: 'daily', second: 'weekly' }],
    });
  });

  it('does not take two who do not know for two who agree', () => {
    const unknown = { access: 'unknown', forums: 'unknown' };
    expect(agreement(HANDMADE, unknown, unknown)).toMatchObject({
      comparedCount: 0,
      noKappa: 'nothing-compared',
    });
  });
});
