import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../../testing/memory-files.js';
import { crc32 } from '../place/crc32.js';
import type { VaultFiles } from '../place/files.js';
import { type Frame, type Journal, openJournal, openJournalEarly } from './journal.js';
import { HEAD_BYTES } from './journal-frame.js';
import { HEADER_BYTES } from './journal-header.js';

const frameOf = (seq: number, length = 400): Frame => ({
  type: 'batch',
  seq,
  slot: seq,
  sealed: Uint8Array.from({ length }, (_, index) => (index * 7 + seq) % 256),
});
const FRAMES = [400, 9000, 400, 12, 5000].map((length, index) => frameOf(index + 1, length));
/** One is longer than everything that is read at once. */
const LONG = [400, 3_000_000, 12, 5000].map((length, index) => frameOf(index + 1, length));

async function written(frames = FRAMES) {
  const disk = memoryDisk();
  const journal = await openJournal(disk.open());
  for (const frame of frames) await journal.append([{ ...frame }]);
  return disk;
}

/** Everything that a journal reports about its contents. */
async function said(journal: Journal) {
  const { lastSeq, count, bytes, deadBytes, damage } = journal;
  const seqs = [...journal.seqs()].sort((one, two) => one - two);
  const read = [...(await journal.read(seqs)).values()];
  const frames = read.map(({ sealed, ...frame }) => ({ ...frame, crc: crc32(sealed) }));
  return { lastSeq, count, bytes, deadBytes, damage: [...damage], seqs, frames };
}

describe('a journal that is opened early', () => {
  it('says the same as one that was read through, and has not read the contents', async () => {
    const disk = await written(LONG);
    let read = 0;
    const files = disk.open();
    const counting: VaultFiles = {
      ...files,
      read: (name, at, length) => {
        read += length;
        return files.read(name, at, length);
      },
    };
    const early = await openJournalEarly(counting);
    expect(read).toBeLessThan(2_500_000);
    const before = await said(early);
    expect(await early.prove()).toBe(true);
    expect(await said(early)).toEqual(before);
    expect(before).toEqual(await said(await openJournal(disk.open())));
  });

  it('finds what is damaged before anything is written', async () => {
    const disk = await written();
    const { damage: sound } = await openJournal(disk.open());
    expect(sound).toEqual([]);
    disk.damage('journal-a', (bytes) => {
      const at = HEADER_BYTES + HEAD_BYTES + 20;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    const early = await openJournalEarly(disk.open());
    expect(early.count).toBe(FRAMES.length);
    await early.append([frameOf(6)]);
    expect(early.damage).toMatchObject([{ kind: 'frame', type: 'batch', seq: 1 }]);
    expect(await early.prove()).toBe(false);
    expect([...early.seqs()].sort()).toEqual([2, 3, 4, 5, 6]);
  });

  it('keeps a tail that a stop left, as one that was read through does', async () => {
    const disk = await written();
    const whole = disk.bytes('journal-a')?.length ?? 0;
    disk.damage('journal-a', (bytes) => bytes.fill(0, whole - 4000));
    const early = await openJournalEarly(disk.open());
    expect(early.lastSeq).toBe(5);
    await early.append([frameOf(6)]);
    expect(early.damage).toMatchObject([{ kind: 'tail' }]);
    const again = await openJournal(disk.open());
    expect(again.damage).toEqual([]);
    expect([...again.seqs()].sort()).toEqual([1, 2, 3, 4, 6]);
  });

  it('can be asked again when the files could not be read', async () => {
    const disk = await written();
    const files = disk.open();
    const failures = [new Error('The disk gave way')];
    const early = await openJournalEarly({
      ...files,
      checksums: async (...asked) => {
        const failure = failures.pop();
        if (failure) throw failure;
        return files.checksums(...asked);
      },
    });
    await expect(early.append([frameOf(6)])).rejects.toThrow('The disk gave way');
    await early.append([frameOf(6)]);
    expect(early.lastSeq).toBe(6);
  });

  it('comes to the same, whatever is damaged, once it was read through', async () => {
    const disk = await written();
    const sound = disk.bytes('journal-a') ?? new Uint8Array();
    const starts = FRAMES.map((_, index) =>
      FRAMES.slice(0, index).reduce(
        (at, { sealed }) => at + HEAD_BYTES + sealed.length,
        HEADER_BYTES,
      ),
    );
    const near = fc
      .tuple(fc.constantFrom(...starts), fc.integer({ min: -40, max: 80 }))
      .map(([start, by]) => start + by);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(near, fc.integer({ min: 1, max: 255 })), { maxLength: 3 }),
        fc.option(near),
        async (flips, cut) => {
          disk.damage('journal-a', () => {
            const bytes = sound.slice(0, cut ?? sound.length);
            for (const [at, by] of flips) {
              const byte = bytes[at];
              if (byte !== undefined && at >= HEADER_BYTES) bytes[at] = byte ^ by;
            }
            return bytes;
          });
          const early = await openJournalEarly(disk.open());
          await early.prove();
          expect(await said(early)).toEqual(await said(await openJournal(disk.open())));
        },
      ),
      { numRuns: 60 },
    );
  });
});
