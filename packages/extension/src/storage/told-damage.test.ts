/** Damage to one copy, in any meaningful place: it is reported once, in words, and nothing is lost. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserHost } from '../keeper/host.js';
import { openSession, type Session } from '../keeper/session.js';
import { setUp } from '../testing/keeper-under-test.js';
import { type Computer, markAsNew, newComputer, newKeys } from '../testing/storage-under-test.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { sealJson } from '../vault/seal.js';
import { openJournal } from './journal/journal.js';
import { HALF_BYTES, HEADER_BYTES } from './journal/journal-header.js';
import { openDatabase, type VaultDatabase } from './place/database.js';
import type { VaultFile } from './place/files.js';

const NAMES = ['Rowan Ellingham', 'Quillon Featherby', 'Marisol Thackenby'];

let computer: Computer;
let keys: VaultKeys;
beforeEach(() => begin());

/** A vault of three saves, compacted, which is not in use. */
async function begin(): Promise<void> {
  computer = newComputer();
  keys = await newKeys();
  await setUp(computer);
  await markAsNew(keys, computer);
  const session = await opens();
  for (const name of NAMES)
    await session.write(undefined, (store) =>
      store.commit({
        changes: [newRecord('subject', buildSubject({ name }))],
        reason: 'case-work',
      }),
    );
  await session.upkeep.tidy();
  await session.close();
}
async function opens(told: string[] = []): Promise<Session> {
  const session = await openSession(keys, {
    places: computer,
    host: browserHost(),
    onNotice: ({ code }) => told.push(code),
  });
  await session.whole;
  return session;
}
/** The notices of an opening and of reading both copies through; every name must be there. */
async function toldAtOpening(): Promise<readonly string[]> {
  const told: string[] = [];
  const session = await opens(told);
  const names = (await session.store.query('subject')).map(({ value }) => value.name);
  expect(names).toEqual(NAMES);
  expect(await session.store.audit()).toHaveLength(NAMES.length);
  await session.upkeep.tidy();
  await session.upkeep.scrub();
  await session.close();
  return told;
}
const onDisk = async (change: (database: VaultDatabase) => Promise<unknown>): Promise<void> => {
  const database = await openDatabase(keys.kind, computer.port);
  await change(database);
  database.close();
};
const disk = () => computer.disks.get(keys.kind);
const lose = (name: VaultFile): void => disk()?.damage(name, () => undefined);
const flip = (at: number, bit = 4): void =>
  disk()?.damage('journal-a', (bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  });
const size = (): number => disk()?.bytes('journal-a')?.length ?? 0;

describe('damage to the journal', () => {
  it('is told for one bit, wherever it is, and not a second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.constantFrom(0, HALF_BYTES, HEADER_BYTES),
          fc.nat(HEADER_BYTES - 1),
          fc.nat(size() - HEADER_BYTES - 1).map((at) => HEADER_BYTES + at),
        ),
        fc.nat(7),
        async (at, bit) => {
          await begin();
          flip(at % size(), bit);
          expect(await toldAtOpening()).toEqual(['journal-mended']);
          expect(await toldAtOpening()).toEqual([]);
          // Damage is not read over and over: the journal was rewritten without it.
          const files = await computer.files.open(keys.kind, { make: false });
          expect((await openJournal(files)).damage).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(['journal-a', 'journal-b'] as const)('is told for a missing %s', async (name) => {
    lose(name);
    expect(await toldAtOpening()).toEqual(['journal-mended']);
    expect(await toldAtOpening()).toEqual([]);
  });

  it('is told for a half of the header that was zeroed', async () => {
    for (const at of [0, HALF_BYTES]) {
      disk()?.damage('journal-a', (bytes) => bytes.fill(0, at, at + 4096));
      expect(await toldAtOpening()).toEqual(['journal-mended']);
      expect(await toldAtOpening()).toEqual([]);
    }
  });

  it('is told for the first page of any of the files', async () => {
    disk()?.unname('blobs-b');
    expect(await toldAtOpening()).toEqual(['file-mended']);
    expect(await toldAtOpening()).toEqual([]);
  });

  it('is told when it came while the vault was open', async () => {
    const told: string[] = [];
    const session = await opens(told);
    flip(size() - 20);
    expect(await session.upkeep.scrub()).toBe(1);
    expect(told).toEqual(['copy-mended']);
    expect(await session.upkeep.scrub()).toBe(0);
    await session.close();
  });

  it('is not told for what a stop leaves while the journal changes over to its other file', async () => {
    const session = await opens();
    const { journal } = session.shelf;
    const before = size();
    // The frames, then the first half of the header, each with its flush: the second half is still to be written.
    disk()?.stopAfter(before - HEADER_BYTES + 1 + HALF_BYTES + 1);
    await expect(journal.rewrite(journal.frames())).rejects.toThrow();
    disk()?.restart();
    expect([disk()?.bytes('journal-b')?.[0], disk()?.bytes('journal-b')?.[HALF_BYTES]]).toEqual([
      99, 0,
    ]);
    expect(await toldAtOpening()).toEqual([]);
  });
});

describe('damage to the pages of heads', () => {
  const spoils: readonly (readonly [string, (database: VaultDatabase) => Promise<unknown>])[] = [
    ['are gone', async () => disk()?.damage('pages', () => undefined)],
    ['were cut off', async () => disk()?.damage('pages', (bytes) => bytes.slice(0, -1))],
    [
      'were altered',
      async () =>
        disk()?.damage('pages', (bytes) => {
          bytes[90] = (bytes[90] ?? 0) ^ 1;
          return bytes;
        }),
    ],
    [
      'have a list that was altered',
      async ({ meta }) => {
        const value = (await meta.get('heads'))?.value;
        if (!(value instanceof Uint8Array)) throw new Error('There is no list of pages');
        value[40] = (value[40] ?? 0) ^ 1;
        await meta.put({ key: 'heads', version: 0, value });
      },
    ],
  ];
  it.each(spoils)('is told when they %s, and not a second time', async (_, spoil) => {
    await onDisk(spoil);
    expect(await toldAtOpening()).toEqual(['pages-mended']);
    expect(await toldAtOpening()).toEqual([]);
  });

  it('is not told where there are none yet', async () => {
    await onDisk(({ meta }) => meta.delete('heads'));
    expect(await toldAtOpening()).toEqual([]);
  });

  it.each([1, 2])(
    'is not told of those that an earlier release wrote, in form %i',
    async (schema) => {
      const { vault, identity, purposes } = keys;
      const place = { vault, table: 'heads', device: identity.device, seq: 0, key: 'mark/1' };
      const value = await sealJson(purposes.mark, { ...place, schema }, { pages: [] });
      await onDisk(({ meta }) => meta.put({ key: 'heads', version: 0, value }));
      expect(await toldAtOpening()).toEqual([]);
    },
  );
});
