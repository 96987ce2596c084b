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
