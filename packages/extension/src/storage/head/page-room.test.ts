import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FilePart } from '../place/files.js';
import { roomBeside } from './page-room.js';

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 });
const meets = (one: FilePart, other: FilePart): boolean =>
  one.at < other.at + other.length && other.at < one.at + one.length;

it('finds each page a place of its length, where nothing stands and nothing else is put', () => {
  fc.assert(
    fc.property(fc.array(lengths, { maxLength: 6 }), fc.array(fc.boolean()), (saves, stays) => {
      let taken: FilePart[] = [];
      for (const save of saves) {
        const placed = save.map(roomBeside(taken));
        expect(placed.map(({ length }) => length)).toEqual(save);
        const all = [...taken, ...placed];
        for (const [nth, one] of all.entries())
          for (const other of all.slice(nth + 1)) expect(meets(one, other)).toBe(false);
        taken = all.filter((_, nth) => stays[nth] ?? true);
      }
    }),
  );
});

it('takes the room that others left before it makes the file longer', () => {
  const taken = [
    { at: 30, length: 10 },
    { at: 10, length: 5 },
  ];
  expect([12, 10, 15, 4].map(roomBeside(taken))).toEqual([
    { at: 15, length: 12 },
    { at: 0, length: 10 },
    { at: 40, length: 15 },
    { at: 55, length: 4 },
  ]);
});

it('puts the first behind each other from the start', () => {
  expect([3, 4].map(roomBeside([]))).toEqual([
    { at: 0, length: 3 },
    { at: 3, length: 4 },
  ]);
});
