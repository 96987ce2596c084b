/**
 * The vault of each release under a loss of power while the present one opens it and keeps its first records: at every
 * border between two writes, and at forty bytes in between. At the next start everything that the earlier release had
 * kept is there, and of each new save all of it or nothing; it is worked on in, and the start after that has it all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordId } from '@cyber-prevent/core';
import { buildOnlineIdentifier, newRecord } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, newBench } from '../testing/keeper-under-test.js';
import type { MemoryDisk } from '../testing/memory-files.js';
import {
  type FrozenVault,
  filesOf,
  heldBy,
  readDatabase,
  thawVault,
} from '../testing/released-under-test.js';
import type { Computer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';

const FOLDER = join(import.meta.dirname, 'released');
const released = readdirSync(FOLDER).map((name) => ({
  name,
  frozen: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as FrozenVault,
}));

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

async function opened(computer: Computer, frozen: FrozenVault): Promise<KeeperConnection> {
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  const { ok } = await page.vault.unlock('practice', { recoveryKey: frozen.recoveryKey });
  if (!ok) throw new Error('It did not open');
  return page;
}

/** Keeps an identifier of the only person in the vault. */
async function keeps(page: KeeperConnection, frozen: FrozenVault, asSeen: string): Promise<void> {
  const [subjectId] = Object.keys(frozen.holds.records.subject ?? {}) as never[];
  // Ids of the builder are counted, and the vault has the first of them.
  const id = crypto.randomUUID() as RecordId;
  const identifier = buildOnlineIdentifier({ id, subjectId, asSeen });
  const changes = [newRecord('onlineIdentifier', identifier)];
  await page.store.commit({ changes, reason: 'case-work' });
}

type Beside = Pick<FrozenVault, 'database' | 'area'>;

const NEW_SAVES = ['first_after', 'second_after'] as const;

/** What is seen of a run: what was beside the files before each save, and the saves that were acknowledged. */
interface Seen {
  readonly before: Beside[];
  readonly acknowledged: string[];
}

/** Opens the vault and keeps two identifiers. */
async function carriesOn(
  computer: Computer,
  frozen: FrozenVault,
  { before, acknowledged }: Seen = { before: [], acknowledged: [] },
): Promise<void> {
  const page = await opened(computer, frozen);
  for (const asSeen of NEW_SAVES) {
    before.push({
      database: await readDatabase(computer, frozen.database.name),
      area: Object.fromEntries(computer.area.held),
    });
    await keeps(page, frozen, asSeen);
    acknowledged.push(asSeen);
  }
  await page.vault.lock();
}

function diskOf({ disks }: Computer): MemoryDisk {
  const disk = disks.get('practice');
  if (!disk) throw new Error('The vault has files');
  return disk;
}

/** Borders between two writes of a whole run, in bytes. */
async function bordersOf(frozen: FrozenVault): Promise<readonly number[]> {
  const computer = await thawVault(frozen);
  const disk = diskOf(computer);
  const before = disk.borders.length;
  const start = disk.spent;
  await carriesOn(computer, frozen);
  return disk.borders.slice(before).map((at) => at - start);
}

interface Stop {
  readonly after: number;
  /** For each piece that was not flushed: whether it came to the disk. */
  readonly came?: () => boolean;
  /** The files have the save that was being kept, and the database does not have it yet. */
  readonly isDatabaseBehind?: true;
}

/** @returns the number of new saves that are there at the next start */
async function comesBack(frozen: FrozenVault, stop: Stop): Promise<number> {
  const { after, came = () => false, isDatabaseBehind } = stop;
  const computer = await thawVault(frozen);
  const disk = diskOf(computer);
  const seen: Seen = { before: [], acknowledged: [] };
  const { before, acknowledged } = seen;
  disk.stopAfter(after);
  await carriesOn(computer, frozen, seen).catch((error: unknown) => {
    if (!disk.isStopped) throw error;
  });
  for (const bench of benches.splice(0)) await bench.clear();
  disk.restart(came);
  const beside = isDatabaseBehind ? (before.at(-2) ?? before.at(-1)) : undefined;
  const next = beside
    ? await thawVault({ ...frozen, ...beside, files: filesOf(computer) })
    : computer;

  const page = await opened(next, frozen);
  const fresh = await heldAfter(page, frozen);
  expect([[], NEW_SAVES.slice(0, 1), NEW_SAVES]).toContainEqual(fresh);
  expect(fresh).toEqual(expect.arrayContaining(acknowledged));
  await keeps(page, frozen, 'third_after');
  await page.vault.lock();
  for (const bench of benches.splice(0)) await bench.clear();
  const again = await opened(next, frozen);
  expect(await heldAfter(again, frozen)).toEqual([...fresh, 'third_after']);
  return fresh.length;
}

/** @returns the new identifiers; everything that the earlier release kept is there too */
async function heldAfter(page: KeeperConnection, frozen: FrozenVault): Promise<readonly string[]> {
  const kinds = Object.keys(frozen.holds.records) as Parameters<typeof heldBy>[1];
  const { records, revisions, work } = await heldBy(page, kinds);
  expect(records).toMatchObject(frozen.holds.records);
  expect(revisions).toMatchObject(frozen.holds.revisions);
  expect(work).toMatchObject(frozen.holds.work);
  const kept = await page.store.query('onlineIdentifier');
  return kept
    .map(({ value }) => value.asSeen)
    .filter((seen) => seen.endsWith('_after'))
    .toSorted();
}

/** The pieces that were not flushed as they may have come: none, all, the first of two, the second of two. */
const CAME: readonly (() => () => boolean)[] = [
  () => () => false,
  () => () => true,
  () => everyOther(true),
  () => everyOther(false),
];

function everyOther(first: boolean): () => boolean {
  let next = !first;
  return () => {
    next = !next;
    return next;
  };
}

describe.each(released)('$name', ({ frozen }) => {
  it('goes on where it was after a stop at each border between two writes', async () => {
    const borders = await bordersOf(frozen);
    const kept = new Set<number>();
    for (const border of borders) {
      for (const came of CAME) kept.add(await comesBack(frozen, { after: border, came: came() }));
      kept.add(await comesBack(frozen, { after: border + 1 }));
      kept.add(await comesBack(frozen, { after: border + 1, isDatabaseBehind: true }));
    }
    // Stops before the first save, between the two, and after both.
    expect([...kept].toSorted()).toEqual([0, 1, 2]);
  });

  it('goes on where it was after a stop at forty random moments', async () => {
    const last = (await bordersOf(frozen)).at(-1) ?? 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(last), fc.infiniteStream(fc.boolean()), async (after, draws) => {
        await comesBack(frozen, { after, came: () => draws.next().value ?? false });
      }),
      { numRuns: 40 },
    );
  });
});
