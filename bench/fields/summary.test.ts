import { expect, it } from 'vitest';
import { grouped, mean, ratesOf, summed } from './rates.ts';
import { means, pairRates } from './summary.ts';
import { atLeast, atMost } from './targets.ts';

it('sums the counts of pages before a rate is taken, and takes plain means over systems', () => {
  const small = { wanted: 1, found: 0, read: 1, right: 0, visible: 1, conflicts: 1 };
  const large = { wanted: 9, found: 9, read: 9, right: 9, visible: 9, conflicts: 0 };
  expect(pairRates([small, large])).toMatchObject({
    recall: 0.9,
    precision: 0.9,
    conflictPrecision: 0.9,
  });
  expect(means([pairRates([small]), pairRates([large])])).toMatchObject({ recall: 0.5, f1: 0.5 });
});

it('has no rate where there was nothing to find, and leaves it out of the mean', () => {
  expect(ratesOf({ wanted: 0, found: 0, read: 3, right: 0 })).toEqual({});
  expect(mean([1, undefined, 0])).toBe(0.5);
  expect(mean([undefined])).toBeUndefined();
  expect(ratesOf({ wanted: 2, found: 0, read: 0, right: 0 })).toEqual({
    recall: 0,
    precision: 0,
    f1: 0,
  });
});

it('keeps a rate between precision and recall, and only numbers in a sum', () => {
  for (const [found, right] of [
    [1, 4],
    [4, 1],
    [3, 3],
  ] as const) {
    const { f1 = 0, recall = 0, precision = 0 } = ratesOf({ wanted: 4, found, read: 4, right });
    expect(f1).toBeGreaterThanOrEqual(Math.min(recall, precision));
    expect(f1).toBeLessThanOrEqual(Math.max(recall, precision));
  }
  expect(
    summed([
      { a: 1, b: ['x'] },
      { a: 2, b: [] },
    ]),
  ).toEqual({ a: 3 });
});

it('groups in the order in which each key first came', () => {
  expect([...grouped(['b1', 'a1', 'b2'], (each) => each[0] ?? '')]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});

it('misses a target that has no figure', () => {
  expect(atLeast('x', undefined, 0.9).isMet).toBe(false);
  expect(atLeast('x', 0.9, 0.9).isMet).toBe(true);
  expect(atMost('x', 1, 0).isMet).toBe(false);
});
