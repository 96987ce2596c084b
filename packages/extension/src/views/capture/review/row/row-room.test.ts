import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, FICTIONAL } from '../../../../testing/draft-under-test.js';
import { type GroupName, groupRows, type RowGroup } from './row-group.js';
import { firstRoom, type RowCounts, STEP, withMore } from './row-room.js';

const [row] = draftOf(...FICTIONAL).rows;
const NAMES: readonly GroupName[] = ['subject', 'referral', 'relatedPersons', 'other'];

function groupsOf(sizes: readonly number[]): RowGroup[] {
  return NAMES.map((name, place) => ({
    name,
    rows: row ? Array.from({ length: sizes[place] ?? 0 }, () => row) : [],
  }));
}
const all = () => Number.POSITIVE_INFINITY;
const sum = (counts: RowCounts): number => [...counts.values()].reduce((a, b) => a + b, 0);

describe('rows of the first frame', () => {
  it('are no more than a step, and never none', () => {
    expect(firstRoom(10_000)).toBe(STEP);
    expect(firstRoom(0)).toBe(1);
  });

  it('fill the window of a panel, whose rows and head are larger than the least', () => {
    const [head, shortest] = [450, 110];
    for (const height of [445, 700, 900, 1200])
      expect(firstRoom(height) * shortest).toBeGreaterThanOrEqual(height - head);
  });
});

describe('rows that are added', () => {
  it('come from the top, group after group', () => {
    const groups = groupsOf([3, 2, 8, 1]);
    const first = withMore(groups, new Map(), all, 4);
    expect([...first]).toEqual([
      ['subject', 3],
      ['referral', 1],
    ]);
    const second = withMore(groups, first, all, 4);
    expect([...second]).toEqual([
      ['subject', 3],
      ['referral', 2],
      ['relatedPersons', 3],
    ]);
  });

  it('stop at what is wanted of a group', () => {
    const shown = withMore(
      groupsOf([50, 5]),
      new Map(),
      (name) => (name === 'subject' ? 2 : 0),
      10,
    );
    expect([...shown]).toEqual([['subject', 2]]);
  });

  it('are the same map when there is nothing to add, so that nothing is painted again', () => {
    const groups = groupRows(draftOf(...FICTIONAL).rows);
    const shown = withMore(groups, new Map(), all, 100);
    expect(withMore(groups, shown, all, 100)).toBe(shown);
  });

  it('never take a row away, never go beyond the room, and come to an end', () => {
    const size = fc.nat({ max: 60 });
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        size,
        (sizes, room, wanted) => {
          const groups = groupsOf(sizes);
          const goal = sizes.reduce((total, rows) => total + Math.min(rows, wanted), 0);
          let shown: RowCounts = new Map();
          for (let frame = 0; sum(shown) < goal; frame += 1) {
            const next = withMore(groups, shown, () => wanted, room);
            for (const [name, count] of shown) expect(next.get(name)).toBeGreaterThanOrEqual(count);
            expect(sum(next) - sum(shown)).toBe(Math.min(room, goal - sum(shown)));
            shown = next;
            expect(frame).toBeLessThan(goal);
          }
          expect(withMore(groups, shown, () => wanted, room)).toBe(shown);
        },
      ),
    );
  });
});
