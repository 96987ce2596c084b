import { expect, it } from 'vitest';
import { inSlices, makePace } from './idle.js';

/** A clock that is moved by hand, and a pause that takes a second. */
function worked() {
  const clock = { ms: 0, waits: 0 };
  const pause = inSlices(
    async () => {
      clock.waits += 1;
      clock.ms += 1000;
    },
    () => clock.ms,
  );
  return { clock, pause };
}

it('pauses once a slice of time has been worked, and not before', async () => {
  const { clock, pause } = worked();
  for (let nth = 0; nth < 5; nth += 1) await pause();
  expect(clock.waits).toBe(0);
  clock.ms += 5.9;
  await pause();
  expect(clock.waits).toBe(0);
  clock.ms += 0.1;
  await pause();
  expect(clock.waits).toBe(1);
});

it('counts the next slice from the end of the pause', async () => {
  const { clock, pause } = worked();
  clock.ms += 10;
  await pause();
  await pause();
  expect(clock.waits).toBe(1);
  clock.ms += 10;
  await pause();
  expect(clock.waits).toBe(2);
});

it('works no longer than half a frame before others have their turn', async () => {
  const { clock, pause } = worked();
  let longest = 0;
  for (let [nth, from] = [0, 0]; nth < 200; nth += 1) {
    clock.ms += 2;
    const waits = clock.waits;
    const worked = clock.ms - from;
    await pause();
    if (clock.waits > waits) {
      longest = Math.max(longest, worked);
      from = clock.ms;
    }
  }
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThanOrEqual(8);
});

it('gives way to everything until somebody waits, and to what stands in the queue while somebody does', async () => {
  const idle: string[] = [];
  const pace = makePace(async () => void idle.push('idle'));
  await pace.wait();
  expect(idle).toHaveLength(1);
  let over: () => void = () => undefined;
  const waited = pace.hurried(() => new Promise<void>((resolve) => (over = resolve)));
  await pace.wait();
  await expect(pace.hurried(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  await pace.wait();
  expect(idle).toHaveLength(1);
  over();
  await waited;
  await pace.wait();
  expect(idle).toHaveLength(2);
});
