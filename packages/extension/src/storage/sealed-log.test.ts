import { openStore, type RecordStore } from '@cyber-prevent/core';
import { buildSubject, newRecord, testStore } from '@cyber-prevent/core/testing';
import { IDBDatabase } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserHost } from '../keeper/host.js';
import { openSession } from '../keeper/session.js';
import { signText, verifier } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openDatabase, type VaultDatabase } from './database.js';
import { sealedLog } from './sealed-log.js';
import {
  type Computer,
  everythingOn,
  failNextRow,
  formsOf,
  newComputer,
  newKeys,
} from './storage-under-test.js';

// A passphrase takes its time on purpose, more so on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 });

const open = async (computer: Computer, keys: VaultKeys) => {
  const database = await openDatabase(keys.kind, computer.port);
  const log = sealedLog({ database, keys, area: computer.area, onTrouble: () => undefined });
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
  });
  const session = () =>
    openSession(keys, { places: computer, host: browserHost(), onNotice: () => undefined });
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
    // The control: what the same search finds when the batch was not sealed.
    await onDisk((database) =>
      database.batches.add({
        seq: 9,
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

  it('opens again when the browser closed it, with no loss, and refuses until then', async () => {
    const { store, database } = await open(computer, keys);
    await store.commit(saving('Rowan'));
    database.close();
    await expect(store.commit(saving('Robin'))).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
    expect(await (await session()).store.query('subject')).toHaveLength(1);
  });

  it('refuses a batch that was altered, moved or taken from another vault', async () => {
    await keep('One', 'Two', 'Three');
    const unreadable = { code: 'CP_VAULT_UNREADABLE' };
    let rows: { seq: number; sealed: Uint8Array }[] = [];
    await onDisk(async (database) => {
      rows = await database.batches.toArray();
    });
    for (const [to, from] of [
      [1, 2],
      [2, 1],
      [3, 1],
    ])
      await refusedWith(rows.map((row) => (row.seq === to ? { ...row, sealed: at(from) } : row)));
    await refusedWith(
      rows.map((row) => ({
        ...row,
        sealed: row.sealed.map((byte, i) => (i === 200 ? byte ^ 4 : byte)),
      })),
    );
    await onDisk((database) => database.batches.bulkPut(rows));
    expect(await (await session()).store.query('subject')).toHaveLength(3);

    function at(seq: number | undefined): Uint8Array {
      return rows.find((row) => row.seq === seq)?.sealed ?? new Uint8Array();
    }
    async function refusedWith(altered: typeof rows): Promise<void> {
      await onDisk((database) => database.batches.bulkPut(altered));
      await expect(session()).rejects.toMatchObject(unreadable);
    }
  });

  it('tells a missing batch, wherever it was', async () => {
    for (const missing of [1, 2, 3]) {
      computer = newComputer();
      await keep('One', 'Two', 'Three');
      await onDisk((database) => database.batches.delete(missing));
      await expect(session()).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
    }
  });

  it('tells a database from yesterday beside today’s mark outside', async () => {
    await keep('One');
    let yesterday: { batches: object[]; meta: object[] } = { batches: [], meta: [] };
    await onDisk(async ({ batches, meta }) => {
      yesterday = { batches: await batches.toArray(), meta: await meta.toArray() };
    });
    const { store, log } = await open(computer, keys);
    await store.commit(saving('Two'));
    await log.settled();
    await store.close();
    await onDisk(async (database) => {
      await Promise.all(database.tables.map((table) => table.clear()));
      await database.table('batches').bulkPut(yesterday.batches);
      await database.table('meta').bulkPut(yesterday.meta);
    });
    await expect(session()).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
  });

  it('tells an emptied database, and a mark that was altered', async () => {
    await keep('One');
    await onDisk((database) => Promise.all(database.tables.map((table) => table.clear())));
    await expect(session()).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
    computer = newComputer();
    await keep('One');
    await computer.area.set('cp-mark-practice', 'not a mark');
    await expect(session()).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('says so when the mark outside is missing, and works', async () => {
    await keep('One');
    await computer.area.remove('cp-mark-practice');
    const notices: string[] = [];
    const opened = await openSession(keys, {
      places: computer,
      host: browserHost(),
      onNotice: ({ code }) => notices.push(code),
    });
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
  });

  it('loads thousands of batches in order', async () => {
    await keep(...Array.from({ length: 600 }, (_, index) => `Subject ${index}`));
    const names = (await (await session()).store.query('subject')).map(({ value }) => value.name);
    expect(names).toEqual(Array.from({ length: 600 }, (_, index) => `Subject ${index}`));
  });
});
