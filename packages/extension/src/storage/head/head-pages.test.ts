import { CHAIN_START, type HeadRecord, type Heads, type HeadsChange } from '@cyber-prevent/core';
import { buildSubject } from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import { newComputer, newKeys } from '../../testing/storage-under-test.js';
import type { VaultKeys } from '../../vault/open-vault.js';
import { openShelf } from '../shelf.js';
import { type HeadPagesOptions, headPages } from './head-pages.js';

const END = { seq: 3, head: '3'.repeat(64) };
/** More than one window, with the last page not full. */
const MANY = 9 * 512 + 7;

function headOf(ordinal: number, name = `Rowan Vael ${ordinal}`): HeadRecord {
  const value = buildSubject({ name });
  const revision = { id: value.id, at: '2026-11-24T09:30:00.000Z', by: value.id };
  const { id } = value;
  return {
    kind: 'subject',
    id,
    ordinal,
    createdAt: revision.at,
    revisions: [id],
    batches: [1],
    subjects: [],
    branches: [{ revision, value, sources: {}, isWithdrawn: false }],
  } as unknown as HeadRecord;
}

const first = (changed: readonly HeadRecord[]): HeadsChange => ({
  from: CHAIN_START,
  end: END,
  disposed: [],
  changed,
  removed: [],
});

async function openPages(keys?: VaultKeys, computer = newComputer()) {
  keys ??= await newKeys();
  const { database, files, keyring } = await openShelf(keys, computer, () => undefined);
  const open = (options: Partial<HeadPagesOptions> = {}) =>
    headPages({ database, files, keyring, keys, ...options });
  const loaded = async (): Promise<HeadRecord[] | undefined> => {
    const found = await open().load();
    if (!found) return undefined;
    let records: HeadRecord[];
    try {
      records = await all(found);
    } catch {
      return undefined;
    }
    return records.map(whole).sort((one, other) => one.ordinal - other.ordinal);
  };
  const disk = () => computer.disks.get(keys.kind);
  return { database, keyring, open, loaded, disk };
}

async function all(found: Heads | undefined): Promise<HeadRecord[]> {
  const records: HeadRecord[] = [];
  for await (const portion of found?.records ?? []) records.push(...portion.records);
  return records;
}

/** Each member read. */
function whole(head: HeadRecord): HeadRecord {
  const { kind, id, ordinal, createdAt, revisions, batches, subjects, branches } = head;
  return { kind, id, ordinal, createdAt, revisions, batches, subjects, branches };
}

describe('pages of heads', () => {
  it('give back every record of more pages than are opened together', async () => {
    const { open, loaded } = await openPages();
    const heads = Array.from({ length: MANY }, (_, ordinal) => headOf(ordinal));
    await open().save(first(heads));
    expect(await loaded()).toEqual(heads);
  });

  it('give back what was laid over them, in old pages and in new', async () => {
    const { open, loaded } = await openPages();
    const heads = Array.from({ length: 600 }, (_, ordinal) => headOf(ordinal));
    const pages = open();
    await pages.save(first(heads));
    const [gone, edited, ...others] = heads;
    const changed: HeadRecord = { ...(edited as HeadRecord), batches: [1, 4] };
    const added = headOf(600, 'Zoë O’Connell\n');
    await pages.save({
      from: END,
      end: { seq: 4, head: '4'.repeat(64) },
      disposed: [],
      changed: [changed, added],
      removed: [(gone as HeadRecord).id],
    });
    expect(await loaded()).toEqual([changed, ...others, added]);
  });

  it('give the kinds that are wanted first before the others, and say what may still come', async () => {
    const { open } = await openPages();
    const kinds = ['intervention', 'subject', 'hold', 'subject', 'referral'] as const;
    const heads = Array.from({ length: 700 }, (_, ordinal): HeadRecord => {
      return { ...headOf(ordinal), kind: kinds[ordinal % kinds.length] ?? 'subject' };
    });
    await open().save(first(heads));
    const found = await open({ first: ['subject', 'referral'] }).load();
    const given: [string, readonly string[] | undefined][] = [];
    for await (const { records, more } of found?.records ?? [])
      given.push([[...new Set(records.map(({ kind }) => kind))].join(), more]);
    expect(given).toEqual([
      ['subject', ['referral', 'intervention', 'hold']],
      ['referral', ['intervention', 'hold']],
      ['intervention', ['hold']],
      ['hold', []],
    ]);
  });

  it('give what is wanted first before all else, wherever it stood before', async () => {
    const { keyring, open, loaded } = await openPages();
    const heads = Array.from({ length: 1600 }, (_, ordinal) => headOf(ordinal));
    const pages = open();
    /** Saves with these records as the ones wanted first; gives the records that then come first. */
    const wanting = async (from: HeadsChange['from'], wanted: readonly HeadRecord[]) => {
      const end = { seq: from.seq + 3, head: String(from.seq % 9).repeat(64) };
      await pages.save({
        from,
        end,
        disposed: [],
        changed: from.seq === 0 ? heads : [],
        removed: [],
        first: { rule: 'of the test', ids: new Set(wanted.map(({ id }) => id)) },
      });
      const found = await open().load();
      const [given, left] = [new Set<string>(), found?.first?.portions ?? 0];
      let portions = 0;
      for await (const { records } of found?.records ?? [])
        if (portions++ < left) for (const { id } of records) given.add(id);
      expect(await loaded()).toEqual(heads);
      return { end, given, slots: keyring.slots().map(({ slot }) => slot) };
    };
    const idsOf = (of: readonly HeadRecord[]) => new Set<string>(of.map(({ id }) => id));
    const some = heads.filter(({ ordinal }) => ordinal % 40 === 0);
    const one = await wanting(CHAIN_START, some);
    expect(one.given).toEqual(idsOf(some));
    // The same records are wanted: nothing moves.
    const two = await wanting(one.end, some);
    expect(two).toMatchObject({ given: idsOf(some), slots: one.slots });
    // Other records are wanted. They move, and the pages they leave are sealed under fresh keys, because old bytes
    // still contain them. The page of the earlier ones, and the last page, which has none of these, stay unchanged.
    const others = heads.filter(({ ordinal }) => ordinal % 40 === 1);
    const three = await wanting(two.end, others);
    expect(three.given).toEqual(idsOf(others));
    expect(two.slots.filter((slot) => three.slots.includes(slot))).toHaveLength(2);
    expect(three.slots).toHaveLength(6);
    // There are so many that their pages stay in place, and the unwanted records leave them.
    const many = heads.filter(({ ordinal }) => ordinal % 40 > 1);
    const four = await wanting(three.end, many);
    expect(four.given).toEqual(idsOf(many));
  });

  it('say nothing of what is first where nobody wants anything first any more', async () => {
    const { open } = await openPages();
    const heads = Array.from({ length: 10 }, (_, ordinal) => headOf(ordinal));
    const ids = new Set(heads.map(({ id }) => id));
    const pages = open();
    await pages.save({ ...first(heads), first: { rule: 'of the test', ids } });
    expect((await open().load())?.first).toEqual({ rule: 'of the test', portions: 1 });
    const end = { seq: 4, head: '4'.repeat(64) };
    await pages.save({ from: END, end, disposed: [], changed: [], removed: [] });
    expect((await open().load())?.first).toBeUndefined();
  });

  it('are as they were after a stop at any place of a save, and as they came to be after it', async () => {
    const heads = Array.from({ length: 600 }, (_, ordinal) => headOf(ordinal));
    const [gone, edited, ...others] = heads;
    const changed: HeadRecord = { ...(edited as HeadRecord), batches: [1, 4] };
    const added = headOf(600);
    for (const share of [0, 0.4, 0.9, 3])
      for (const came of [false, true]) {
        const [keys, computer] = [await newKeys(), newComputer()];
        const { open, disk } = await openPages(keys, computer);
        await open().save(first(heads));
        const pages = open();
        await all(await pages.load());
        disk()?.stopAfter(Math.floor(share * (disk()?.bytes('pages')?.length ?? 0)));
        const hasSaved = await pages
          .save({
            from: END,
            end: { seq: 4, head: '4'.repeat(64) },
            disposed: [],
            changed: [changed, added],
            removed: [(gone as HeadRecord).id],
          })
          .then(
            () => true,
            () => false,
          );
        disk()?.restart(() => came);
        const { loaded } = await openPages(keys, computer);
        expect(await loaded()).toEqual(hasSaved ? [changed, ...others, added] : heads);
        expect(hasSaved).toBe(share === 3);
      }
  });

  it('leave no more than twice their bytes on the disk, however often they are saved', async () => {
    const { open, loaded, disk } = await openPages();
    const heads = Array.from({ length: 1500 }, (_, ordinal) => headOf(ordinal));
    const pages = open();
    await pages.save(first(heads));
    const once = disk()?.bytes('pages')?.length ?? 0;
    for (let seq = 4; seq < 12; seq += 1) {
      const [from, end] = [seq - 1, seq].map((at) => ({ seq: at, head: String(at).repeat(64) }));
      await pages.save({
        from: seq === 4 ? END : (from as HeadsChange['from']),
        end: end as HeadsChange['end'],
        disposed: [],
        changed: heads.filter(({ ordinal }) => ordinal % 2 === 0),
        removed: [],
      });
    }
    expect(disk()?.bytes('pages')?.length).toBeLessThanOrEqual(2 * once);
    expect(await loaded()).toEqual(heads);
    // A page that shrinks to a few records gives back the room of the others.
    await open().save(first(heads.slice(0, 10)));
    expect(disk()?.bytes('pages')?.length).toBeLessThan(once);
  });

  it('read what nobody asked for when they are told to, and forget it when they are closed', async () => {
    const { open } = await openPages();
    const heads = Array.from({ length: 1100 }, (_, ordinal) => headOf(ordinal));
    await open().save(first(heads));
    const [read, closed] = [open(), open()];
    const records = await all(await read.load());
    let pauses = 0;
    await read.settle(async () => {
      pauses += 1;
    });
    expect(pauses).toBe(3);
    read.close();
    expect(records.map(whole)).toEqual(heads);
    const others = await all(await closed.load());
    await closed.settle(async () => closed.close());
    for (const { ordinal } of others) expect(() => others[ordinal]?.branches).toThrow(RangeError);
  });

  it('leave readable what was given when nobody goes on with the others', async () => {
    const { open } = await openPages();
    const heads = Array.from({ length: 3 * 512 }, (_, ordinal) => headOf(ordinal));
    await open().save(first(heads));
    const found = (await open().load())?.records[Symbol.asyncIterator]();
    const { value } = (await found?.next()) ?? {};
    await found?.return?.();
    expect((value?.records ?? []).map(whole)).toEqual(heads.slice(0, 512));
  });

  it('are left unused, whole, when any one of them is missing, altered or without its key', async () => {
    const [keys, computer] = [await newKeys(), newComputer()];
    const { open, disk, loaded } = await openPages(keys, computer);
    await open().save(first(Array.from({ length: MANY }, (_, ordinal) => headOf(ordinal))));
    const sound = disk()?.bytes('pages') ?? new Uint8Array();
    for (const share of [0, 0.5, 0.999]) {
      const at = Math.floor(share * sound.length);
      disk()?.damage('pages', (bytes) => bytes.slice(0, at));
      expect(await loaded()).toBeUndefined();
      disk()?.damage('pages', () => sound.map((byte, place) => (place === at ? byte ^ 1 : byte)));
      expect(await loaded()).toBeUndefined();
      disk()?.damage('pages', () => sound);
    }
    expect(await loaded()).toHaveLength(MANY);
    const { keyring } = await openPages(keys, computer);
    const [slot] = keyring.slots();
    await keyring.destroy([slot?.slot ?? -1]);
    expect(await (await openPages(keys, computer)).loaded()).toBeUndefined();
  });
});
