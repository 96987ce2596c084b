import { describe, expect, it } from 'vitest';
import { youngHeap } from './young-heap.js';

function collectAll(): void {
  if (!globalThis.gc) throw new Error('Needs --expose-gc, which vitest.config.ts gives');
  globalThis.gc();
}

/** A `WeakRef` keeps its target until the end of the turn in which it was made or read. */
const nextTurn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** @returns steps until it was done */
async function fill(heap: ReturnType<typeof youngHeap>): Promise<number> {
  for (let steps = 1; ; steps += 1) {
    if (heap.fill()) return steps;
    await nextTurn();
  }
}

describe('the young part of the heap', () => {
  it('is filled in so many steps at most, whatever the engine lets be seen of it', async () => {
    const heap = youngHeap();
    heap.grow();
    const steps = await fill(heap);
    expect(steps).toBeGreaterThan(1);
    expect(steps).toBeLessThanOrEqual(9);
    expect(await fill(heap)).toBeLessThanOrEqual(9);
  });

  it('is emptied as soon as what was made in a step before is gone', async () => {
    const heap = youngHeap();
    expect(heap.fill()).toBe(false);
    await nextTurn();
    collectAll();
    expect(heap.fill()).toBe(true);
  });

  it('says once that all was collected, and not before something has grown old', async () => {
    const heap = youngHeap();
    collectAll();
    expect(heap.wasSwept()).toBe(false);
    for (let emptied = 0; emptied < 2; emptied += 1) {
      heap.fill();
      await nextTurn();
      collectAll();
      expect(heap.fill()).toBe(true);
      await nextTurn();
    }
    expect(heap.wasSwept()).toBe(false);
    await nextTurn();
    collectAll();
    expect(heap.wasSwept()).toBe(true);
    expect(heap.wasSwept()).toBe(false);
  });
});
