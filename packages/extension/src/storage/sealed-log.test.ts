import { openStore, type RecordStore } from '@cyber-prevent/core';
import { buildSubject, newRecord, testStore } from '@cyber-prevent/core/testing';
import { IDBDatabase } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserHost } from '../keeper/host.js';
import { openSession } from '../keeper/session.js';
import {
  type Computer,
  everythingOn,
  failNextHeads,
  failNextRow,
  formsOf,
  markAsNew,
  newComputer,
  newKeys,
} from '../testing/storage-under-test.js';
import type { Bytes } from '../vault/bytes.js';
import { signText, verifier } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { headPages } from './head/head-pages.js';
import { frameOf } from './journal/batch-frame.js';
import { HEAD_BYTES } from './journal/journal-frame.js';
import { HEADER_BYTES } from './journal/journal-header.js';
import { type BatchRow, type MetaRow, openDatabase, type VaultDatabase } from './place/database.js';
import { VAULT_FILES, type VaultFile } from './place/files.js';
import { sealedLog } from './sealed-log.js';
import { openShelf } from './shelf.js';

const open = async (computer: Computer, keys: VaultKeys, withHeads = true) => {
  const shelf = await openShelf(keys, computer, () => undefined);
  const { database, files, keyring } = shelf;
  const sealed = sealedLog({ shelf, keys, area: computer.area, onTrouble: () => undefined });
  const log = withHeads
    ? { ...sealed, heads: headPages({ database, files, keyring, keys }) }
    : sealed;
  const { identity, kind } = keys;
  const verify = verifier({ [identity.officer.id]: identity.signingKey });
  const store = await openStore({
    log,
    host: browserHost(),
    signer: {
      team: kind,
      device: identity.device,
      officer: identity.officer.id,
      sign: (text) => signText(keys.signing, text),
    },
    verify,
  });
  return { store, log, database, verify };
};

testStore('a store over the sealed log', async () => {
  const [computer, keys] = [newComputer(), await newKeys()];
  const { store, verify } = await open(computer, keys);
  return {
    store,
    verify,
    reopen: async () => (await open(computer, keys)).store,
    reopenWhole: async () => (await open(computer, keys, false)).store,
    another: async () => (await open(newComputer(), keys)).store,
    team: keys.kind,
    failNextCompaction: failNextHeads,
    failNextWrite: failNextRow,
  };
});

const saving = (name: string) => ({
  changes: [newRecord('subject', buildSubject({ name }))],
  reason: 'case-work',
});

describe('the sealed log', () => {
  let computer: Computer;
  let keys: VaultKeys;
  beforeEach(async () => {
    computer = newComputer();
    keys = await newKeys();
    await markAsNew(keys, computer);
  });
  const session = async (notices: string[] = []) => {
    const opened = await openSession(keys, {
      places: computer,
      host: browserHost(),
      onNotice: ({ code }) => notices.push(code),
    });
    await opened.whole;
    return opened;
  };
  const namesIn = async ({ store }: { store: Pick<RecordStore, 'query'> }) =>
    (await store.query('subject')).map(({ value }) => value.name);
  /** Flips a bit in the content of every frame of that sequence. */
  const damageFrame = (seq: number): void => {
    for (const name of ['journal-a', 'journal-b'] as const)
      computer.disks.get(keys.kind)?.damage(name, (bytes) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        for (let at = HEADER_BYTES; at + HEAD_BYTES < bytes.length; at += view.getUint32(at + 4)) {
          if (view.getUint32(at + 20) === seq)
            bytes[at + HEAD_BYTES + 30] = (bytes[at + HEAD_BYTES + 30] ?? 0) ^ 1;
        }
        return bytes;
      });
  };
  const keep = async (...names: string[]) => {
    const { store, log } = await open(computer, keys);
    for (const name of names) await store.commit(saving(name));
    await log.settled();
    await store.close();
  };
  const onDisk = async (change: (database: VaultDatabase) => Promise<unknown>) => {
    const database = await openDatabase(keys.kind, computer.port);
    await change(database);
    database.close();
  };

  it('leaves nothing readable on the disk, in any form; without the seal it would', async () => {
    const canary = 'Marrowgate Quill';
    await keep(canary);
    const disk = await everythingOn(computer);
    for (const form of formsOf(canary)) expect(disk).not.toContain(form);
    expect(disk).not.toContain('subject');
    // The control: the same search finds the batch when it is not sealed.
    await onDisk((database) =>
      database.batches.add({
        seq: 9,
        slot: 0,
        sealed: new TextEncoder().encode(JSON.stringify(saving(canary))),
      }),
    );
    const unsealed = await everythingOn(computer);
    expect(formsOf(canary).filter((form) => unsealed.includes(form)).length).toBeGreaterThan(1);
  });

  it('is asked for in strict transactions, one a commit', async () => {
    const asked: unknown[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return transaction.call(this, stores, mode, options);
    };
    await keep('One', 'Two');
    IDBDatabase.prototype.transaction = transaction;
    expect(asked).toEqual(['strict', 'strict']);
  });

  it('says that the disk is full, in a sentence, and works again when there is room', async () => {
    const { store } = await open(computer, keys);
    const causes = [
      new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
      new DOMException('Failed to write blobs (IOError)', 'DataError'),
    ];
    for (const cause of causes) {
      failNextRow(cause);
      await expect(store.commit(saving('Rowan'))).rejects.toMatchObject({
        code: 'CP_STORE_FULL',
        message: expect.stringContaining('no room left'),
      });
    }
    await store.commit(saving('Rowan'));
    expect(await store.query('subject')).toHaveLength(1);
  });

  it('goes on when the browser closed the database, and puts back what it lost meanwhile', async () => {
    const { store, database } = await open(computer, keys);
    await store.commit(saving('Rowan'));
    database.close();
    await store.commit(saving('Robin'));
    await database.batches.clear();
    database.close();
    await store.commit(saving('Ray'));
    await store.close();
    expect(await namesIn(await session())).toEqual(['Rowan', 'Robin', 'Ray']);
  });

  it('keeps the first save after the browser closed the database without a word', async () => {
    const { store, database } = await open(computer, keys);
    await store.commit(saving('Rowan'));
    failNextRow(new DOMException('The disk is full.', 'AbortError'));
    await expect(store.commit(saving('Robin'))).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    database.backendDB().close();
    await store.commit(saving('Ray'));
    await store.close();
    const after = await session();
    expect(await namesIn(after)).toEqual(['Rowan', 'Ray']);
    await after.close();
  });

  it('puts right a batch that was altered, moved or lost in the database, and sets the bytes aside', async () => {
    await keep('One', 'Two', 'Three');
    let rows: BatchRow[] = [];
    await onDisk(async (database) => {
      rows = await database.batches.toArray();
    });
    const sealedOf = (seq: number): Uint8Array =>
      rows.find((row) => row.seq === seq)?.sealed ?? new Uint8Array();
    const altered: readonly (readonly BatchRow[])[] = [
      ...[
        [1, 2],
        [2, 1],
        [3, 1],
      ].map(([to, from = 0]) =>
        rows.map((row) => (row.seq === to ? { ...row, sealed: sealedOf(from) } : row)),
      ),
      rows.map((row) => ({
        ...row,
        sealed: row.sealed.map((byte, index) => (index === 200 ? byte ^ 4 : byte)),
      })),
      rows.map((row) => ({ ...row, slot: row.slot + 9 })),
    ];
    for (const now of altered) {
      const different = now.filter((row, index) => row !== rows[index]).length;
      await onDisk((database) => database.batches.bulkPut([...now]));
      const opened = await session();
      expect(await namesIn(opened)).toEqual(['One', 'Two', 'Three']);
      await opened.close();
      await onDisk(async (database) => {
        expect(await database.batches.toArray()).toEqual(rows);
        expect(await database.aside.count()).toBe(different);
        await database.aside.clear();
      });
    }
  });

  it('refuses a batch that is altered in both copies', async () => {
    await keep('One', 'Two', 'Three');
    await onDisk(async (database) => {
      const row = await database.batches.get(2);
      if (row) await database.batches.put({ ...row, sealed: row.sealed.map((byte) => byte ^ 1) });
    });
    damageFrame(2);
    const notices: string[] = [];
    await expect(session(notices)).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
    // A copy was repaired from the other on the way: no notice may say that nothing is lost.
    expect(notices).toEqual([]);
  });

  it('puts back a batch that either copy lost, wherever it was', async () => {
    for (const missing of [1, 2, 3]) {
      computer = newComputer();
      await keep('One', 'Two', 'Three');
      await onDisk((database) => database.batches.delete(missing));
      const first = await session();
      expect(await namesIn(first)).toEqual(['One', 'Two', 'Three']);
      await first.close();
      damageFrame(missing);
      const second = await session();
      expect(await namesIn(second)).toEqual(['One', 'Two', 'Three']);
      await second.close();
      await onDisk((database) => database.batches.clear());
      expect(await namesIn(await session())).toEqual(['One', 'Two', 'Three']);
    }
  });

  it('goes on from today when the database was put back from yesterday', async () => {
    await keep('One');
    let yesterday: { batches: BatchRow[]; meta: MetaRow[] } = { batches: [], meta: [] };
    await onDisk(async ({ batches, meta }) => {
      yesterday = { batches: await batches.toArray(), meta: await meta.toArray() };
    });
    await keep('Two', 'Three');
    await onDisk(async (database) => {
      await Promise.all(database.tables.map((table) => table.clear()));
      await database.batches.bulkPut(yesterday.batches);
      await database.meta.bulkPut(yesterday.meta);
    });
    const notices: string[] = [];
    const opened = await session(notices);
    expect(await namesIn(opened)).toEqual(['One', 'Two', 'Three']);
    expect(notices).toEqual(['records-recovered']);
  });

  it('tells a database and a journal that were both put back, beside today’s mark outside', async () => {
    await keep('One');
    let yesterday: BatchRow[] = [];
    let files: [VaultFile, Bytes][] = [];
    const disk = computer.disks.get(keys.kind);
    await onDisk(async ({ batches }) => {
      yesterday = await batches.toArray();
    });
    files = VAULT_FILES.map((name) => [name, disk?.bytes(name) ?? new Uint8Array()]);
    await keep('Two');
    await onDisk(async (database) => {
      await Promise.all(database.tables.map((table) => table.clear()));
      await database.batches.bulkPut(yesterday);
    });
    for (const [name, bytes] of files) disk?.damage(name, () => bytes);
    await expect(session()).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
  });

  it('puts everything back into a database that the browser emptied', async () => {
    await keep('One', 'Two');
    await onDisk((database) => Promise.all(database.tables.map((table) => table.clear())));
    const notices: string[] = [];
    const opened = await session(notices);
    expect(await namesIn(opened)).toEqual(['One', 'Two']);
    expect(notices).toEqual(['records-recovered']);
  });

  it('puts everything back into a journal that is gone, and says so', async () => {
    await keep('One', 'Two');
    const disk = computer.disks.get(keys.kind);
    for (const name of ['journal-a', 'journal-b'] as const) disk?.damage(name, () => undefined);
    const notices: string[] = [];
    const opened = await session(notices);
    expect(await namesIn(opened)).toEqual(['One', 'Two']);
    await opened.close();
    expect(notices).toEqual(['journal-mended']);
    await onDisk((database) => Promise.all(database.tables.map((table) => table.clear())));
    expect(await namesIn(await session())).toEqual(['One', 'Two']);
  });

  it('opens nothing without the keyring, and says so', async () => {
    await keep('One');
    const disk = computer.disks.get(keys.kind);
    for (const name of ['keys-a', 'keys-b'] as const) disk?.damage(name, () => undefined);
    await expect(session()).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('takes a save that the database refused back out of the journal', async () => {
    const { store } = await open(computer, keys);
    await store.commit(saving('One'));
    failNextRow(new DOMException('The quota has been exceeded.', 'QuotaExceededError'));
    await expect(store.commit(saving('Two'))).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    await store.close();
    expect(await namesIn(await session())).toEqual(['One']);
  });

  it('reads both copies through and puts right what is damaged in one of them', async () => {
    await keep('One', 'Two', 'Three');
    await onDisk(async (database) => {
      const row = await database.batches.get(1);
      if (row) await database.batches.put({ ...row, sealed: row.sealed.map((byte) => byte ^ 1) });
    });
    const opened = await session();
    damageFrame(3);
    expect(await opened.upkeep.scrub()).toBe(1);
    expect(await opened.upkeep.scrub()).toBe(0);
    await opened.close();
    await onDisk((database) => Promise.all(database.tables.map((table) => table.clear())));
    expect(await namesIn(await session())).toEqual(['One', 'Two', 'Three']);
  });

  it('puts a copy right that says another key of the same bytes, with which they do not open', async () => {
    await keep('One', 'Two');
    const opened = await session();
    const { database, journal } = opened.shelf;
    const row = await database.batches.get(1);
    if (!row) throw new Error('No row');
    await journal.append([frameOf({ ...row, slot: row.slot + 1 })]);
    expect(await opened.upkeep.scrub()).toBe(1);
    expect((await journal.read([1])).get(1)?.slot).toBe(row.slot);
    await opened.close();
  });

  it('tells a mark that was altered', async () => {
    await keep('One');
    await computer.area.set('cp-mark-practice', 'not a mark');
    await expect(session()).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('says so when the mark outside is missing, and works', async () => {
    await keep('One');
    await computer.area.remove('cp-mark-practice');
    const notices: string[] = [];
    const opened = await session(notices);
    expect(notices).toEqual(['mark-missing']);
    expect(await opened.store.query('subject')).toHaveLength(1);
  });

  it('keeps the batch when the mark outside cannot be written, and says so', async () => {
    computer.area.set = async () => {
      throw new Error('full');
    };
    const notices: string[] = [];
    const places = computer;
    const options = {
      places,
      host: browserHost(),
      onNotice: ({ code }: { code: string }) => notices.push(code),
    };
    const opened = await openSession(keys, options);
    await opened.write(undefined, (store: RecordStore) => store.commit(saving('One')));
    await opened.close();
    expect(notices).toEqual(['mark-not-kept']);
    expect(await (await session()).store.query('subject')).toHaveLength(1);
  });

  it('knows a commit that is asked for again after the keeper died', async () => {
    const request = crypto.randomUUID();
    const first = await session();
    const receipt = await first.write(request, (store) => store.commit(saving('One')));
    await first.close();
    const second = await session();
    expect(await second.receiptOf(request)).toEqual(receipt);
    expect(await second.receiptOf(crypto.randomUUID())).toBeUndefined();
    await second.write(undefined, (store) => store.commit(saving('Two')));
    expect(await second.receiptOf(request)).toEqual(receipt);
    // After an opening from compacted heads the batch is not loaded any more, but still known.
    await second.upkeep.tidy();
    await second.close();
    const third = await session();
    expect(await third.receiptOf(request)).toEqual(receipt);
  });

  it('loads thousands of batches in order', async () => {
    await keep(...Array.from({ length: 600 }, (_, index) => `Subject ${index}`));
    const names = (await (await session()).store.query('subject')).map(({ value }) => value.name);
    expect(names).toEqual(Array.from({ length: 600 }, (_, index) => `Subject ${index}`));
  });
});
