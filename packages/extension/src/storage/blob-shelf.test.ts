import type { BlobName } from '@cyber-prevent/core';
import { testBlobStore } from '@cyber-prevent/core/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MemoryDisk, memoryDisk } from '../testing/memory-files.js';
import { formsOf, newKeys } from '../testing/storage-under-test.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { type BlobShelf, blobShelf } from './blob-shelf.js';
import { openKeyring } from './keyring/keyring.js';
import type { VaultFile, VaultFiles } from './place/files.js';
import { storageError } from './place/trouble.js';

let keys: VaultKeys;
beforeAll(async () => {
  keys = await newKeys();
});

async function shelfOn(disk: MemoryDisk): Promise<BlobShelf> {
  const files = disk.open({ make: false });
  const keyring = await openKeyring(files, keys.vault, keys.purposes.slots);
  return blobShelf({ files, keyring, keys });
}

testBlobStore('blobs on the shelf', async () => {
  const disk = memoryDisk();
  return { blobs: await shelfOn(disk), reopen: () => shelfOn(disk) };
});

const page = (word: string, length = 3000): Uint8Array =>
  new TextEncoder().encode(`${word} `.repeat(Math.ceil(length / (word.length + 1))));
/** Random bytes, which do not compress. */
const noise = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536)
    crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)));
  return bytes;
};
const kept = async (shelf: BlobShelf, bytes: Uint8Array): Promise<BlobName> => {
  const name = await shelf.put(bytes);
  shelf.named([name]);
  return name;
};

describe('the blob shelf', () => {
  let disk: MemoryDisk;
  let shelf: BlobShelf;
  beforeEach(async () => {
    disk = memoryDisk();
    shelf = await shelfOn(disk);
  });
  const fileOf = (name: VaultFile): string =>
    Array.from(disk.bytes(name) ?? [], (byte) => String.fromCharCode(byte)).join('');

  it('has nothing readable in its files, the name among it', async () => {
    const name = await shelf.put(page('Marrowgate'));
    const all = ['blobs-a', 'blobs-b', 'keys-a', 'keys-b'].map((file) => fileOf(file as VaultFile));
    for (const form of [...formsOf('Marrowgate'), ...formsOf(name)])
      expect(all.join('\n')).not.toContain(form);
  });

  it('has the blob on the disk, flushed, when it says so', async () => {
    const name = await shelf.put(page('Marrowgate'));
    disk.restart();
    expect(await (await shelfOn(disk)).get(name)).toEqual(page('Marrowgate'));
  });

  it('is whole after a stop at any byte of a put: what was kept is there, the new one is there or not', async () => {
    const before = await kept(shelf, page('before'));
    let isDone = false;
    for (let bytes = 1; !isDone; bytes += 97) {
      const trial = await shelfOn(disk);
      await trial.open();
      disk.stopAfter(bytes);
      const name = await trial.put(page(`after ${bytes}`, 900)).catch(() => undefined);
      isDone = name !== undefined;
      disk.restart(() => bytes % 2 === 0);
      const again = await shelfOn(disk);
      expect(await again.get(before)).toEqual(page('before'));
      if (name) expect(await again.get(name)).toEqual(page(`after ${bytes}`, 900));
      // Collecting removes the remains of the stop, and the next blob is kept.
      await again.collect(new Set([before]));
      const next = await again.put(page(`next ${bytes}`, 600));
      expect(await (await shelfOn(disk)).get(next)).toEqual(page(`next ${bytes}`, 600));
      await (await shelfOn(disk)).collect(new Set([before]));
    }
  });

  it('leaves no key of a blob that no record names, whatever bytes of it lie on', async () => {
    const doomed = await kept(shelf, page('Marrowgate'));
    const held = await kept(shelf, page('held'));
    const old = disk.bytes('blobs-a');
    await shelf.collect(new Set([held]));
    // Everything that was ever in the file is back, and every key that is left is tried on it.
    disk.damage('blobs-a', () => old);
    const again = await shelfOn(disk);
    expect(await again.get(doomed)).toBeUndefined();
    expect(await again.get(held)).toEqual(page('held'));
    const reused = await again.put(page('reused'));
    expect(await (await shelfOn(disk)).get(doomed)).toBeUndefined();
    expect(await (await shelfOn(disk)).get(reused)).toEqual(page('reused'));
  });

  it('says that a blob is damaged, gives the others, and takes it in again from a backup', async () => {
    const names = [];
    for (const word of ['first', 'second', 'third']) names.push(await kept(shelf, page(word)));
    const [first, second, third] = names as [BlobName, BlobName, BlobName];
    const each = ((await shelf.size()).bytes - 64) / 3;
    const at = Math.floor(64 + each * 1.8);
    disk.damage('blobs-a', (was) => was.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    const again = await shelfOn(disk);
    expect(await again.unreadable(names)).toEqual([second]);
    await expect(again.get(second)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
    expect(await again.get(first)).toEqual(page('first'));
    expect(await again.get(third)).toEqual(page('third'));
    await again.take(second, page('second'));
    expect(await again.unreadable(names)).toEqual([]);
    expect(await (await shelfOn(disk)).get(second)).toEqual(page('second'));
  });

  it.each([
    ['the file’s own header', 3],
    ['a frame’s head', 70],
    ['a blob’s sealed name', 110],
    ['zeros over all of that', undefined],
  ])('finds the others when damage is in %s', async (_, where) => {
    const first = await kept(shelf, page('first'));
    const second = await kept(shelf, page('second'));
    disk.damage('blobs-a', (was) =>
      was.map((byte, at) =>
        where === undefined ? (at < 160 ? 0 : byte) : at === where ? ~byte : byte,
      ),
    );
    const again = await shelfOn(disk);
    expect(await again.get(second)).toEqual(page('second'));
    await again.get(first).catch(() => undefined);
    const third = await again.put(page('third'));
    const after = await shelfOn(disk);
    expect(await after.get(second)).toEqual(page('second'));
    expect(await after.get(third)).toEqual(page('third'));
  });

  it('knows a blob whose own name is damaged by what a record calls it', async () => {
    const first = await kept(shelf, page('first'));
    disk.damage('blobs-a', (was) => was.map((byte, at) => (at === 110 ? ~byte : byte)));
    const again = await shelfOn(disk);
    await again.collect(new Set([first]));
    expect(await again.get(first)).toEqual(page('first'));
    expect(await (await shelfOn(disk)).get(first)).toEqual(page('first'));
  });

  it('destroys a blob whose name is damaged too, once no record can have it', async () => {
    const doomed = await kept(shelf, page('Marrowgate'));
    const held = await kept(shelf, page('held'));
    disk.damage('blobs-a', (was) => was.map((byte, at) => (at === 110 ? ~byte : byte)));
    const before = (await openKeyring(disk.open(), keys.vault, keys.purposes.slots)).slots();
    await (await shelfOn(disk)).collect(new Set([held]));
    const after = (await openKeyring(disk.open(), keys.vault, keys.purposes.slots)).slots();
    expect([before.length, after.length]).toEqual([2, 1]);
    expect(await (await shelfOn(disk)).get(doomed)).toBeUndefined();
  });

  it('writes the file again when most of it is dead, into the other of the two, and back', async () => {
    const held = await kept(shelf, page('held'));
    let use = shelf;
    for (const [full, spare] of [
      ['blobs-a', 'blobs-b'],
      ['blobs-b', 'blobs-a'],
    ] as const) {
      for (let count = 0; count < 3; count += 1) await kept(use, noise(700_000));
      // Something live behind what is dead: otherwise the end of the file is cut off.
      const last = await kept(use, page(`last in ${full}`));
      await use.shrink();
      expect(fileOf(full).length).toBeGreaterThan(2_000_000);
      await use.collect(new Set([held, last]));
      await use.shrink();
      expect(fileOf(full).length).toBe(0);
      expect(fileOf(spare).length).toBeLessThan(10_000);
      expect(await use.get(held)).toEqual(page('held'));
      use = await shelfOn(disk);
      expect(await use.get(held)).toEqual(page('held'));
    }
  });

  it('is whole after a stop at any point of that', async () => {
    const held: BlobName[] = [];
    for (const word of ['one', 'two']) held.push(await kept(shelf, page(word, 40_000)));
    await kept(shelf, noise(1_100_000));
    held.push(await kept(shelf, page('three', 40_000)));
    await shelf.collect(new Set(held));
    const sound = ['blobs-a', 'blobs-b'].map((file) => disk.bytes(file as VaultFile));
    let isDone = false;
    for (let bytes = 1; !isDone; bytes += 331) {
      (['blobs-a', 'blobs-b'] as const).forEach((file, index) => {
        disk.damage(file, () => sound[index]?.slice());
      });
      const trial = await shelfOn(disk);
      await trial.open();
      disk.stopAfter(bytes);
      isDone = await trial.shrink().then(
        () => true,
        () => false,
      );
      disk.restart(() => bytes % 3 === 0);
      const again = await shelfOn(disk);
      expect(await again.unreadable(held)).toEqual([]);
      const next = await again.put(page('next'));
      const after = await shelfOn(disk);
      expect(await after.unreadable([...held, next])).toEqual([]);
    }
  });

  it.each(['truncate', 'size'] as const)(
    'loses no blob if the file before cannot be emptied after the change to the other: %s fails once',
    async (what) => {
      let isFailing = false;
      const files = disk.open();
      const failing: VaultFiles = {
        ...files,
        [what]: async (name: VaultFile, size: number) => {
          // Only the file that was in use until then is looked at here, or emptied.
          if (!isFailing || name !== 'blobs-a') return files[what](name, size);
          isFailing = false;
          throw storageError(new DOMException('The device is not ready', 'InvalidStateError'));
        },
      };
      const keyring = await openKeyring(failing, keys.vault, keys.purposes.slots);
      const use = blobShelf({ files: failing, keyring, keys });
      const held = await kept(use, page('held'));
      await kept(use, noise(1_100_000));
      const last = await kept(use, page('last'));
      const inUse = new Set([held, last]);
      await use.collect(inUse);
      isFailing = true;
      await use.shrink();
      expect(isFailing).toBe(false);
      await use.collect(inUse);
      expect(await use.unreadable(inUse)).toEqual([]);
      const next = await kept(use, page('next'));
      expect(fileOf('blobs-a').length).toBe(0);
      expect(await (await shelfOn(disk)).unreadable([...inUse, next])).toEqual([]);
    },
  );

  it('says in words that the disk is full, keeps what it has, and goes on when there is room', async () => {
    const held = await kept(shelf, page('held'));
    disk.capacity = 40_000;
    await expect(shelf.put(noise(200_000))).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    expect(await shelf.get(held)).toEqual(page('held'));
    disk.capacity = Number.POSITIVE_INFINITY;
    const late = await shelf.put(noise(200_000));
    expect(await (await shelfOn(disk)).unreadable([held, late])).toEqual([]);
  });

  it('gives the room of what is destroyed back where nothing follows it, on a full disk too', async () => {
    const held = await kept(shelf, page('held'));
    const before = fileOf('blobs-a').length;
    for (let count = 0; count < 3; count += 1) await kept(shelf, noise(200_000));
    disk.capacity = ['blobs-a', 'blobs-b', 'keys-a', 'keys-b', 'journal-a', 'journal-b'].reduce(
      (sum, name) => sum + (disk.bytes(name as VaultFile)?.length ?? 0),
      0,
    );
    await expect(shelf.put(noise(200_000))).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    await shelf.collect(new Set([held]));
    expect(fileOf('blobs-a').length).toBe(before);
    const late = await shelf.put(noise(200_000));
    expect(await (await shelfOn(disk)).unreadable([held, late])).toEqual([]);
  });

  it('hides how long a blob is, within its class', async () => {
    await shelf.put(page('short', 20));
    const { bytes } = await shelf.size();
    const other = await shelfOn(memoryDisk());
    await other.put(page('not as short', 150));
    expect((await other.size()).bytes).toBe(bytes);
  });
});
