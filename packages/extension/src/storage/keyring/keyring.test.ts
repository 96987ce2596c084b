import { beforeEach, describe, expect, it } from 'vitest';
import {
  newSlotsKey,
  opens,
  sealedUnder,
  slotBytes,
  VAULT,
} from '../../testing/keyring-under-test.js';
import { type MemoryDisk, memoryDisk } from '../../testing/memory-files.js';
import { openKeyring } from './keyring.js';

let disk: MemoryDisk;
let slotsKey: CryptoKey;

beforeEach(async () => {
  disk = memoryDisk();
  slotsKey = await newSlotsKey();
});
const fileBytes = (name: 'keys-a' | 'keys-b') => Buffer.from(disk.bytes(name) ?? []);
const opened = (vault = VAULT) => openKeyring(disk.open(), vault, slotsKey);

describe('make', () => {
  it('makes keys that cannot be exported and are the same when the keyring is opened again', async () => {
    const keyring = await opened();
    const slots = [...(await keyring.make('batches')), ...(await keyring.make('blob', 2))];
    const sealed = await Promise.all(slots.map((slot) => sealedUnder(keyring, slot)));
    disk.restart();

    const again = await opened();
    expect(again.damage).toEqual([]);
    expect(again.slots()).toEqual([
      { slot: slots[0], purpose: 'batches' },
      { slot: slots[1], purpose: 'blob' },
      { slot: slots[2], purpose: 'blob' },
    ]);
    for (const [index, slot] of slots.entries()) {
      expect((await again.get(slot)).extractable).toBe(false);
      expect(await opens(again, slot, sealed[index])).toBe(true);
    }
    expect(await opens(again, slots[0] ?? 0, sealed[1])).toBe(false);
  });

  it('writes the one file and flushes it before it touches the other', async () => {
    const files = disk.open();
    const written: string[][] = [];
    const keyring = await openKeyring(
      {
        ...files,
        write(writes) {
          written.push(writes.map(({ name }) => name));
          return files.write(writes);
        },
      },
      VAULT,
      slotsKey,
    );
    const slots = await keyring.make('batches', 3);
    await keyring.destroy(slots);
    expect(written).toEqual(
      Array.from({ length: 8 }, (_, index) => [index % 2 === 0 ? 'keys-a' : 'keys-b']),
    );
  });

  it('hands out no slot when the disk is full, and goes on when there is room', async () => {
    const keyring = await opened();
    await keyring.make('batches', 64);
    disk.capacity = 3 * 4096;
    await expect(keyring.make('batches')).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    expect(keyring.slots()).toHaveLength(64);
    disk.capacity = Number.POSITIVE_INFINITY;
    expect(await keyring.make('batches')).toEqual([64]);
  });

  it('gives each of two that are asked for at once its own slots', async () => {
    const keyring = await opened();
    const made = await Promise.all([keyring.make('work', 2), keyring.make('pages', 2)]);
    expect(new Set(made.flat()).size).toBe(4);
  });
});

describe('get', () => {
  it('refuses a slot that was never made, of another vault, or moved to another place', async () => {
    const [one = 0, two = 1] = await (await opened()).make('batches', 2);
    const refused = { code: 'CP_VAULT_UNREADABLE' };
    await expect((await opened()).get(2)).rejects.toMatchObject(refused);
    await expect((await opened('another vault')).get(one)).rejects.toMatchObject(refused);
    for (const name of ['keys-a', 'keys-b'] as const)
      disk.damage(name, (bytes) => bytes.copyWithin(one * 64, two * 64, two * 64 + 64));
    await expect((await opened()).get(one)).rejects.toMatchObject(refused);
    await (await opened()).get(two);
  });

  it('refuses a key under another purpose than its own', async () => {
    const [slot = 0] = await (await opened()).make('batches');
    for (const name of ['keys-a', 'keys-b'] as const)
      disk.damage(name, (bytes) => bytes.fill(4, slot * 64 + 1, slot * 64 + 2));
    await expect((await opened()).get(slot)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });
});

describe('destroy', () => {
  it('leaves nothing of the slot in any file, and the key is given no more', async () => {
    const keyring = await opened();
    const [gone = 0, kept = 1] = await keyring.make('batches', 2);
    const bytes = slotBytes(disk, gone);
    const sealed = await sealedUnder(keyring, kept);
    await keyring.destroy([gone, gone]);
    disk.restart();

    const again = await opened();
    for (const name of ['keys-a', 'keys-b'] as const)
      for (let at = 0; at + 8 <= bytes.length; at += 8)
        if (bytes.subarray(at, at + 8).some((byte) => byte !== 0))
          expect(fileBytes(name).includes(bytes.subarray(at, at + 8))).toBe(false);
    for (const one of [keyring, again])
      await expect(one.get(gone)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
    expect(await opens(again, kept, sealed)).toBe(true);
    expect(again.damage).toEqual([]);
  });

  it('lets a destroyed slot be used for another key', async () => {
    const keyring = await opened();
    const [first = 0] = await keyring.make('batches', 3);
    const sealed = await sealedUnder(keyring, first);
    await keyring.destroy([first]);
    expect(await keyring.make('blob')).toEqual([first]);
    expect(await opens(keyring, first, sealed)).toBe(false);
    const again = await opened();
    expect(again.slots()[0]).toEqual({ slot: first, purpose: 'blob' });
  });

  it('is done at the next opening when a stop came in the middle', async () => {
    const keyring = await opened();
    const [slot = 0] = await keyring.make('batches', 2);
    const before = slotBytes(disk, slot);
    await keyring.destroy([slot]);
    disk.damage('keys-b', (bytes) => {
      bytes.set(before, slot * 64);
      return bytes;
    });
    const again = await opened();
    expect(again.damage).toEqual([{ slot, outcome: 'destroyed' }]);
    await expect(again.get(slot)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
    expect(fileBytes('keys-b').includes(before.subarray(14, 62))).toBe(false);
    expect((await opened()).damage).toEqual([]);
  });
});

describe('openKeyring', () => {
  it('puts right from the other file what one has lost, and says so', async () => {
    const keyring = await opened();
    const slots = await keyring.make('batches', 100);
    const sealed = await Promise.all(slots.map((slot) => sealedUnder(keyring, slot)));
    for (const harm of [
      () => disk.damage('keys-a', () => undefined),
      () => disk.damage('keys-b', () => undefined),
      () => disk.damage('keys-a', (bytes) => bytes.fill(0, 0, 4096)),
      () => disk.damage('keys-b', (bytes) => bytes.slice(0, 1000)),
      () => disk.damage('keys-b', (bytes) => bytes.fill(7, 64 * 9 + 20, 64 * 9 + 21)),
    ]) {
      harm();
      const again = await opened();
      expect(again.damage.length).toBeGreaterThan(0);
      expect(new Set(again.damage.map(({ outcome }) => outcome))).toEqual(new Set(['restored']));
      for (const slot of slots) expect(await opens(again, slot, sealed[slot])).toBe(true);
      expect((await opened()).damage).toEqual([]);
      expect(disk.bytes('keys-a')?.subarray(0, 6400)).toEqual(
        disk.bytes('keys-b')?.subarray(0, 6400),
      );
    }
  });

  it('gives up one slot alone that is bad in both, does not use it again, and lets it be destroyed', async () => {
    const keyring = await opened();
    const slots = await keyring.make('batches', 5);
    disk.damage('keys-a', (bytes) => bytes.fill(9, 128 + 20, 128 + 30));
    disk.damage('keys-b', (bytes) => bytes.fill(0, 128, 192));
    const again = await opened();
    expect(again.damage).toEqual([{ slot: 2, outcome: 'lost' }]);
    await expect(again.get(2)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
    for (const slot of slots) if (slot !== 2) await again.get(slot);
    expect(await again.make('batches')).toEqual([5]);
    await again.destroy([2]);
    expect(await again.make('batches')).toEqual([2]);
  });

  it('tells slots that were wiped in both files, though zeros are what an unused one has', async () => {
    await (await opened()).make('batches', 70);
    for (const name of ['keys-a', 'keys-b'] as const)
      disk.damage(name, (bytes) => bytes.fill(0, 0, 4096));
    const again = await opened();
    expect(again.damage).toHaveLength(64);
    expect(await again.make('batches')).toEqual([70]);
  });

  it('reads on a disk that takes no repair, which is made before the next write', async () => {
    const keyring = await opened();
    const [slot = 0] = await keyring.make('batches');
    const sealed = await sealedUnder(keyring, slot);
    disk.damage('keys-b', () => undefined);
    disk.capacity = 0;
    const again = await opened();
    expect(await opens(again, slot, sealed)).toBe(true);
    await expect(again.make('batches')).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    disk.capacity = Number.POSITIVE_INFINITY;
    await again.make('batches');
    expect((await opened()).damage).toEqual([]);
  });
});
