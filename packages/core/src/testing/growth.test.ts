import { expect, test } from 'vitest';
import { growth } from './growth.js';

/** Work that grows with the size, or with its square. */
const work = (size: number, power: 1 | 2) => () => {
  let sum = 0;
  for (let at = 0; at < size ** power; at += 1) sum += Math.sqrt(at);
  return sum;
};

test('a cost that grows with size is one, however much larger the large run is', async () => {
  expect(await growth(work(20_000, 1), work(160_000, 1), 8)).toBeLessThan(3);
});

test('a cost that grows with the square of size is far more than one', async () => {
  // 32 if nothing else ran: noise in one side hides no more than a part of it.
  expect(await growth(work(100, 2), work(3200, 2), 32)).toBeGreaterThan(3);
});

test('a run that promises is waited for', async () => {
  const later = (size: number) => async () => {
    await Promise.resolve();
    return work(size, 2)();
  };
  expect(await growth(later(100), later(3200), 32)).toBeGreaterThan(3);
});
