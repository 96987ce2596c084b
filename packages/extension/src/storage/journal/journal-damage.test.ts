/** Damage on a disk that is not in use: it is reported, and every part it did not touch is still given. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { asMap, frameOf, standsIn } from '../../testing/journal-under-test.js';
import { type MemoryDisk, memoryDisk } from '../../testing/memory-files.js';
import { openJournal } from './journal.js';
import { HEAD_BYTES } from './journal-frame.js';
import { HEADER_BYTES } from './journal-header.js';

const frames = Array.from({ length: 30 }, (_, index) => frameOf(index + 1, (index * 97) % 1900));
const starts = [HEADER_BYTES];
for (const { sealed } of frames) starts.push((starts.at(-1) ?? 0) + HEAD_BYTES + sealed.length);
const size = starts.at(-1) ?? 0;
const HEADER = { vault: 'v1', wrapped: 'abc' };
let disk: MemoryDisk;

beforeEach(() => prepare());
async function prepare(): Promise<void> {
  disk = memoryDisk();
  const journal = await openJournal(disk.open());
  await journal.setHeader(HEADER);
  await journal.append(frames);
}

/** The frames without a byte in that part. */
function untouched(from: number, to: number) {
  return frames.filter(
    (_, index) => (starts[index + 1] ?? 0) <= from || (starts[index] ?? 0) >= to,
  );
}

/** Opens the journal, and again after an append, which must lose nothing either. */
async function opensWith(expected: ReturnType<typeof untouched>) {
  const journal = await openJournal(disk.open());
  expect(await standsIn(journal)).toEqual(asMap(expected));
  expect(journal.damage).not.toEqual([]);
  await journal.append([frameOf(99, 10)]);
  const again = await openJournal(disk.open());
  expect(await standsIn(again)).toEqual(asMap([...expected, frameOf(99, 10)]));
  return { damage: journal.damage, header: journal.header, again };
}

const anyByte = fc.nat(size - 1);

describe('a damaged journal', () => {
  it('tells one flipped bit, wherever it is, and gives every other frame and the header', async () => {
    await fc.assert(
      fc.asyncProperty(anyByte, fc.nat(7), async (at, bit) => {
        await prepare();
        disk.damage('journal-a', (bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          return bytes;
        });
        expect((await opensWith(untouched(at, at + 1))).header).toEqual(HEADER);
      }),
      { numRuns: 150 },
    );
  });

  it('tells 4 KiB of zeros, wherever they are, and gives every other frame and the header', async () => {
    await fc.assert(
      fc.asyncProperty(anyByte, async (near) => {
        await prepare();
        const at = near - (near % 4096);
        // An unused part of the header has nothing to lose.
        fc.pre(
          disk
            .bytes('journal-a')
            ?.slice(at, at + 4096)
            .some((byte) => byte !== 0) === true,
        );
        disk.damage('journal-a', (bytes) => bytes.fill(0, at, at + 4096));
        expect((await opensWith(untouched(at, at + 4096))).header).toEqual(HEADER);
      }),
      { numRuns: 60 },
    );
  });

  it('tells where it was cut, unless that is just between two frames, and gives those before', async () => {
    await fc.assert(
      fc.asyncProperty(anyByte, async (end) => {
        fc.pre(!starts.includes(end));
        await prepare();
        disk.damage('journal-a', (bytes) => bytes.slice(0, end));
        await opensWith(end < HEADER_BYTES ? [] : untouched(end, size));
      }),
      { numRuns: 100 },
    );
  });

  it('tells a file that is not there, be it the one in use or the other', async () => {
    disk.damage('journal-b', () => undefined);
    expect((await opensWith(frames)).damage).toMatchObject([
      { kind: 'missing', file: 'journal-b' },
    ]);
    await prepare();
    disk.damage('journal-a', () => undefined);
    expect((await opensWith([])).damage[0]).toMatchObject({ kind: 'missing', file: 'journal-a' });
  });

  it('finds the frames without any header, and says that it is lost', async () => {
    disk.damage('journal-a', (bytes) => bytes.fill(0, 0, HEADER_BYTES));
    const { damage, header } = await opensWith(frames);
    expect(header).toBeUndefined();
    expect(damage).toEqual([{ kind: 'header', file: 'journal-a', at: 0, length: HEADER_BYTES }]);
  });

  it('names the frame of which only the content is damaged', async () => {
    disk.damage('journal-a', (bytes) => bytes.fill(0, (starts[5] ?? 0) + HEAD_BYTES, starts[6]));
    expect((await opensWith(frames.filter(({ seq }) => seq !== 6))).damage).toEqual([
      expect.objectContaining({ kind: 'frame', at: starts[5], type: 'batch', seq: 6 }),
    ]);
  });

  it('sets the bytes of a torn tail aside before anything is written in their place', async () => {
    const end = size - 20;
    disk.damage('journal-a', (bytes) => bytes.slice(0, end));
    const torn = disk.bytes('journal-a')?.slice(starts.at(-2));
    const { damage, again } = await opensWith(frames.slice(0, -1));
    expect(damage).toMatchObject([{ kind: 'tail', at: starts.at(-2), length: torn?.length }]);
    expect(again.damage).toEqual([]);
    const now = Buffer.from(disk.bytes('journal-a') ?? []);
    expect(now.indexOf(Buffer.from(torn ?? []))).toBe((starts.at(-2) ?? 0) + HEAD_BYTES);
  });
});
