import { CHAIN_START, type HeadRecord, type HeadsChange } from '@cyber-prevent/core';
import { buildSubject } from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import { headPages } from './head-pages.js';
import { openHere, type PageOpener } from './page-opener.js';
import { openShelf } from './shelf.js';
import { altered, newComputer, newKeys } from './storage-under-test.js';

const END = { seq: 3, head: '3'.repeat(64) };
/** More than are read and opened together, the last page not full. */
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

async function openPages() {
  const keys = await newKeys();
  const { database, keyring } = await openShelf(keys, newComputer(), () => undefined);
  const open = () => headPages({ database, keyring, keys });
  const loaded = async (): Promise<HeadRecord[] | undefined> => {
    const found = await open().load();
    if (!found) return undefined;
    const records: HeadRecord[] = [];
    try {
      for await (const portion of found.records) records.push(...portion.records);
    } catch {
      return undefined;
    }
    return records.sort((one, other) => one.ordinal - other.ordinal);
  };
  return { database, keyring, keys, open, loaded };
}

/** As many as this thread opens alone. */
const FEW_PAGES = 24;

function watched() {
  const seen = {
    started: 0,
    opened: 0,
    ended: 0,
    start: (): PageOpener => {
      seen.started += 1;
      return {
        open: (...page) => {
          seen.opened += 1;
          return openHere.open(...page);
        },
        end: () => {
          seen.ended += 1;
        },
      };
    },
  };
  return seen;
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
    const { database, keyring, keys, open } = await openPages();
    const kinds = ['intervention', 'subject', 'hold', 'subject', 'referral'] as const;
    const heads = Array.from({ length: 700 }, (_, ordinal): HeadRecord => {
      return { ...headOf(ordinal), kind: kinds[ordinal % kinds.length] ?? 'subject' };
    });
    await open().save(first(heads));
    const found = await headPages({
      database,
      keyring,
      keys,
      first: ['subject', 'referral'],
    }).load();
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
    /** Saves that these are wanted first from now on; gives what comes first then. */
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
    // The same are wanted: nothing moves.
    const two = await wanting(one.end, some);
    expect(two).toMatchObject({ given: idsOf(some), slots: one.slots });
    // Others are. They move, and what they leave is sealed under fresh keys: old bytes of it hold them still. The page of
    // those before, and the last, which has none of these, stay as they are.
    const others = heads.filter(({ ordinal }) => ordinal % 40 === 1);
    const three = await wanting(two.end, others);
    expect(three.given).toEqual(idsOf(others));
    expect(two.slots.filter((slot) => three.slots.includes(slot))).toHaveLength(2);
    expect(three.slots).toHaveLength(6);
    // So many are that pages of them stay where they are, and those that are not wanted leave them.
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

  it('are opened beside this thread when there are many, and not one when there are few', async () => {
    const { database, keyring, keys, open } = await openPages();
    const opener = watched();
    const counted = async (count: number): Promise<number> => {
      await open().save(first(Array.from({ length: count }, (_, ordinal) => headOf(ordinal))));
      const found = await headPages({ database, keyring, keys, opener: opener.start }).load();
      let given = 0;
      for await (const { records } of found?.records ?? []) given += records.length;
      return given;
    };
    expect(await counted(FEW_PAGES * 512)).toBe(FEW_PAGES * 512);
    expect([opener.started, opener.opened]).toEqual([0, 0]);
    expect(await counted((FEW_PAGES + 2) * 512)).toBe((FEW_PAGES + 2) * 512);
    expect([opener.started, opener.opened, opener.ended]).toEqual([1, 2, 1]);
  });

  it('leave nothing open beside this thread when nobody goes on with them', async () => {
    const { database, keyring, keys, open } = await openPages();
    await open().save(
      first(Array.from({ length: (FEW_PAGES + 2) * 512 }, (_, ordinal) => headOf(ordinal))),
    );
    for (const goOn of [true, false]) {
      const opener = watched();
      const found = await headPages({ database, keyring, keys, opener: opener.start }).load();
      const given = found?.records[Symbol.asyncIterator]();
      if (goOn) await given?.next();
      await given?.return?.();
      expect([opener.started, opener.ended]).toEqual([1, 1]);
    }
  });

  it('are left unused, whole, when any one of them is missing, altered or without its key', async () => {
    const { database, keyring, open, loaded } = await openPages();
    await open().save(first(Array.from({ length: MANY }, (_, ordinal) => headOf(ordinal))));
    const rows = await database.pages.toArray();
    expect(rows).toHaveLength(10);
    for (const row of [rows[0], rows[5], rows[9]]) {
      if (!row) throw new RangeError('No such page');
      await database.pages.delete(row.id);
      expect(await loaded()).toBeUndefined();
      await database.pages.put({ ...row, sealed: await altered(row.sealed, 50) });
      expect(await loaded()).toBeUndefined();
      await database.pages.put(row);
    }
    expect(await loaded()).toHaveLength(MANY);
    const [slot] = keyring.slots();
    await keyring.destroy([slot?.slot ?? -1]);
    expect(await loaded()).toBeUndefined();
  });
});
