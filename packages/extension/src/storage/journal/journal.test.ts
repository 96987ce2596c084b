import { describe, expect, it } from 'vitest';
import { asMap, frameOf, only, standsIn } from '../../testing/journal-under-test.js';
import { memoryDisk } from '../../testing/memory-files.js';
import type { VaultFiles } from '../place/files.js';
import { openJournal } from './journal.js';
import { LARGEST_CONTENT } from './journal-frame.js';
import { HEADER_BYTES } from './journal-header.js';

const some = [frameOf(1), frameOf(2, 0), frameOf(3, 5000)];

describe('openJournal', () => {
  it('gives back in file order what was appended, and the header, when it is opened again', async () => {
    const disk = memoryDisk(false);
    const journal = await openJournal(disk.open({ make: true }));
    await journal.setHeader({ vault: 'v1' });
    await journal.append(some.slice(0, 1));
    await journal.append(some.slice(1));

    const again = await openJournal(disk.open());
    expect(again.damage).toEqual([]);
    expect(again.header).toEqual({ vault: 'v1' });
    expect([...(await standsIn(again))]).toEqual([...asMap(some)]);
    expect(again).toMatchObject({ lastSeq: 3, count: 3, deadBytes: 0, bytes: journal.bytes });
  });

  it('says at set-up only that the files were not there', async () => {
    const journal = await openJournal(memoryDisk(false).open({ make: true }));
    expect(journal.damage.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      'missing journal-a',
      'missing journal-b',
    ]);
    expect(journal).toMatchObject({ header: undefined, lastSeq: 0, count: 0 });
  });

  it('writes nothing', async () => {
    const disk = memoryDisk();
    await (await openJournal(disk.open())).append(some);
    disk.damage('journal-a', (bytes) => bytes.slice(0, -10));
    const before = disk.flushes;
    await openJournal(disk.open());
    expect(disk.flushes).toBe(before);
  });

  it('refuses a file of a newer release, and leaves it', async () => {
    const disk = memoryDisk();
    await (await openJournal(disk.open())).setHeader({ vault: 'v1' });
    const { crc32 } = await import('../place/crc32.js');
    disk.damage('journal-a', (bytes) => {
      const view = new DataView(bytes.buffer);
      bytes[3] = 2;
      view.setUint32(16, 0);
      view.setUint32(16, crc32(bytes, 0, 20 + view.getUint32(12)));
      return bytes;
    });
    await expect(openJournal(disk.open())).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('reads a long journal in parts', async () => {
    const disk = memoryDisk();
    const frames = Array.from({ length: 60 }, (_, seq) => frameOf(seq, 100_000));
    await (await openJournal(disk.open())).append(frames);
    const files = disk.open();
    let longest = 0;
    const watched: VaultFiles = {
      ...files,
      read(name, at, length) {
        longest = Math.max(longest, length);
        return files.read(name, at, length);
      },
    };
    const journal = await openJournal(watched);
    expect(await standsIn(journal)).toEqual(asMap(frames));
    expect(longest).toBeLessThanOrEqual(1024 * 1024);
  });

  it('takes a frame that is longer than what is read at once', async () => {
    const disk = memoryDisk();
    const frames = [frameOf(1), frameOf(2, 5_000_000), frameOf(3)];
    await (await openJournal(disk.open())).append(frames);
    expect(await standsIn(await openJournal(disk.open()))).toEqual(asMap(frames));
  });
});

describe('append', () => {
  it('lets the last frame of a sequence count, each type for itself', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append([frameOf(1), frameOf(2)]);
    await journal.append([frameOf(1, 50, 99), frameOf(1, 60, 77, 'page')]);
    for (const opened of [() => journal, () => openJournal(disk.open())]) {
      const one = await opened();
      expect(await standsIn(one)).toEqual(
        asMap([frameOf(2), frameOf(1, 50, 99), frameOf(1, 60, 77, 'page')]),
      );
      expect(one).toMatchObject({ count: 3, lastSeq: 2, deadBytes: 136 });
    }
  });

  it('is on disk when it resolves', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append(some);
    disk.restart();
    expect(await standsIn(await openJournal(disk.open()))).toEqual(asMap(some));
  });

  it('keeps no part of what a full disk refused, and goes on when there is room', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append(some);
    disk.capacity = journal.bytes + 300;
    const refused = journal.append([frameOf(4), frameOf(5), frameOf(6)]);
    await expect(refused).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    expect(await standsIn(await openJournal(disk.open()))).toEqual(asMap(some));
    disk.capacity = Number.POSITIVE_INFINITY;
    const again = await openJournal(disk.open());
    await again.append([frameOf(7, 10)]);
    expect(await standsIn(await openJournal(disk.open()))).toEqual(
      asMap([...some, frameOf(7, 10)]),
    );
  });

  it('refuses numbers and lengths that no frame can hold, and writes nothing', async () => {
    const journal = await openJournal(memoryDisk().open());
    const frame = frameOf(1);
    const before = journal.bytes;
    for (const bad of [
      { ...frame, seq: 2 ** 53 },
      { ...frame, slot: 2 ** 32 },
      { ...frame, sealed: new Uint8Array(LARGEST_CONTENT + 1) },
    ])
      await expect(journal.append([bad])).rejects.toThrow(RangeError);
    expect(journal.bytes).toBe(before);
    await journal.append([{ ...frame, seq: 2 ** 53 - 1, slot: 2 ** 32 - 1 }]);
    expect(journal.lastSeq).toBe(2 ** 53 - 1);
  });
});

describe('read', () => {
  it('gives single frames by type and sequence, and leaves out what is not there', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append([...some, frameOf(3, 20, 8, 'page')]);
    const found = await journal.read([3, 9, 1]);
    expect(new Map([...found.values()].map((frame) => [frame.seq, frame]))).toEqual(found);
    expect(asMap([...found.values()])).toEqual(asMap([frameOf(1), frameOf(3, 5000)]));
    expect([...(await journal.read([3], 'page')).values()]).toEqual([frameOf(3, 20, 8, 'page')]);
  });

  it('leaves out, and tells, a frame that was damaged since the journal was opened', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append(some);
    disk.damage('journal-a', (bytes) => bytes.fill(0, bytes.length - 4000));
    expect([...(await journal.read([1, 3])).keys()]).toEqual([1]);
    expect(journal.damage).toContainEqual(expect.objectContaining({ kind: 'frame', seq: 3 }));
  });
});

describe('setHeader', () => {
  it('leaves nothing of the older one, in either half', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.setHeader({ wrapped: 'under the old passphrase' });
    await journal.setHeader({ wrapped: 'new' });
    expect(Buffer.from(disk.bytes('journal-a') ?? []).includes('passphrase')).toBe(false);
    expect((await openJournal(disk.open())).header).toEqual({ wrapped: 'new' });
  });

  it('refuses more than there is room for, and keeps what was', async () => {
    const journal = await openJournal(memoryDisk().open());
    await journal.setHeader({ vault: 'v1' });
    await expect(journal.setHeader('x'.repeat(16_384))).rejects.toThrow(RangeError);
    expect(journal.header).toEqual({ vault: 'v1' });
  });
});

describe('rewrite', () => {
  it('keeps what it is given in the other file, and leaves nothing of the old one', async () => {
    const disk = memoryDisk(false);
    disk.open({ make: true });
    const journal = await openJournal(disk.open());

    await journal.setHeader({ vault: 'v1' });
    await journal.append([...some, frameOf(2, 70, 5)]);
    const isKept = (frame: { seq: number }): boolean => frame.seq !== 3;
    await journal.rewrite(only(journal, isKept));
    await journal.append([frameOf(4)]);

    expect(disk.bytes('journal-a')).toHaveLength(0);
    for (const opened of [() => journal, () => openJournal(disk.open())]) {
      const one = await opened();
      expect(await standsIn(one)).toEqual(asMap([frameOf(1), frameOf(2, 70, 5), frameOf(4)]));
      expect(one).toMatchObject({ header: { vault: 'v1' }, deadBytes: 0 });
    }
    expect((await openJournal(disk.open())).damage).toEqual([]);
    const back = await openJournal(disk.open());
    await back.rewrite(only(back, ({ seq }) => seq === 4));
    expect(disk.bytes('journal-b')).toHaveLength(0);
    expect(await standsIn(await openJournal(disk.open()))).toEqual(asMap([frameOf(4)]));
  });

  it('lets nothing count that an older turn of the file left behind', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append(some);
    const old = disk.bytes('journal-a')?.slice(HEADER_BYTES) ?? [];
    await journal.rewrite(only(journal, ({ seq }) => seq === 1));
    disk.damage('journal-b', (bytes) => new Uint8Array([...bytes, ...old]));
    expect(await standsIn(await openJournal(disk.open()))).toEqual(asMap([frameOf(1)]));
  });

  it('clears the file that it writes to, whatever is in it', async () => {
    const disk = memoryDisk();
    await (await openJournal(disk.open())).append(some);
    disk.damage('journal-a', (bytes) => bytes.fill(0, 0, HEADER_BYTES));
    disk.damage('journal-b', () => new Uint8Array(99_999).fill(5));
    const journal = await openJournal(disk.open());
    await journal.rewrite(only(journal, () => true));
    expect(disk.bytes('journal-b')).toHaveLength(journal.bytes);
    expect(await standsIn(await openJournal(disk.open()))).toEqual(asMap(some));
  });

  it('overwrites the old file before it cuts it off', async () => {
    const disk = memoryDisk();
    const files = disk.open();
    let left: Uint8Array | undefined;
    const journal = await openJournal({
      ...files,
      truncate(name, size) {
        if (name === 'journal-a') left = disk.bytes(name);
        return files.truncate(name, size);
      },
    });
    await journal.append(some);
    await journal.rewrite(only(journal, () => true));
    expect(left?.length).toBeGreaterThan(5000);
    expect(left?.every((byte) => byte === 0)).toBe(true);
  });

  it('makes appends wait and come after', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append(some);
    const rewriting = journal.rewrite(only(journal, () => true));
    await Promise.all([journal.append([frameOf(4)]), rewriting]);
    expect(await standsIn(await openJournal(disk.open()))).toEqual(asMap([...some, frameOf(4)]));
  });

  it('changes nothing when what is to be kept cannot be read', async () => {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append(some);
    async function* failing() {
      yield frameOf(1);
      throw new TypeError('Cannot be read');
    }
    await expect(journal.rewrite(failing())).rejects.toThrow('Cannot be read');
    await journal.append([frameOf(4)]);
    const again = await openJournal(disk.open());
    expect(await standsIn(again)).toEqual(asMap([...some, frameOf(4)]));
    expect(again.damage).toEqual([]);
  });

  it('stops a reading that it overtook, rather than leave frames out of it', async () => {
    const journal = await openJournal(memoryDisk().open());
    await journal.append([frameOf(1, 900_000), frameOf(2, 900_000)]);
    const reading = journal.frames()[Symbol.asyncIterator]();
    await reading.next();
    await journal.rewrite(only(journal, () => true));
    await expect(reading.next()).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
  });
});

it('says that the header is lost when both files were emptied', async () => {
  const disk = memoryDisk();
  await (await openJournal(disk.open())).append(some);
  disk.damage('journal-a', () => new Uint8Array());
  expect((await openJournal(disk.open())).damage).toMatchObject([{ kind: 'header' }]);
});
