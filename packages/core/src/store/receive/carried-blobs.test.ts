import { expect, it } from 'vitest';
import { CarriedBlobs } from './carried-blobs.js';

const line = (letter: string, text: string) => ({ blob: letter.repeat(43), text });

it('holds no more of a file from elsewhere than the files of a save may have', () => {
  const carried = new CarriedBlobs(async () => '', 10);
  expect(carried.hold(line('A', 'x'.repeat(6)))).toBe(true);
  expect(() => carried.hold(line('B', 'x'.repeat(5)))).toThrow();
});

it('holds nothing where the blobs are skipped, however many there are', () => {
  const carried = new CarriedBlobs(undefined, 10);
  for (const letter of ['A', 'B', 'C'])
    expect(carried.hold(line(letter, 'x'.repeat(9)))).toBe(true);
});
