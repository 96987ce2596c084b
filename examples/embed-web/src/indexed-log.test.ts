import 'fake-indexeddb/auto';
import { openStore } from '@cyber-prevent/core';
import {
  buildSubject,
  newRecord,
  testHost,
  testSigner,
  testStore,
} from '@cyber-prevent/core/testing';
import { expect, it, vi } from 'vitest';
import { openDatabase } from './database.ts';
import { indexedLog } from './indexed-log.ts';
import { openRecords } from './open-records.ts';

let databases = 0;
const fresh = () => {
  databases += 1;
  return `test-${databases}`;
};

testStore('a store over the indexed log', async () => {
  const name = fresh();
  const signer = testSigner();
  const open = async () => {
    const log = indexedLog(await openDatabase(name));
    return openStore({ log, signer, host: testHost(), verify: signer.verify });
  };
  return { store: await open(), reopen: open, verify: signer.verify, failNextWrite };
});

/** Makes the database itself fail, once. */
function failNextWrite(error: Error): void {
  const real = IDBDatabase.prototype.transaction;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
  spy.mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] !== 'readwrite') return real.apply(this, args);
    spy.mockRestore();
    throw error;
  });
}

const saving = (name: string) => ({
  changes: [newRecord('subject', buildSubject({ name }))],
  reason: 'case-work',
});

it('is continued by the same device after the page was closed', async () => {
  const name = fresh();
  const first = await openRecords(name);
  await first.commit(saving('Juno Farrow'));
  await first.close();
  const again = await openRecords(name);
  await again.commit(saving('Ines Okoro'));
  expect((await again.query('subject')).map(({ value }) => value.name)).toEqual([
    'Juno Farrow',
    'Ines Okoro',
  ]);
});

it('keeps nothing of a second tab that writes from an old state', async () => {
  const name = fresh();
  const tab = await openRecords(name);
  const other = await openRecords(name);
  await tab.commit(saving('Juno Farrow'));
  await expect(other.commit(saving('Ines Okoro'))).rejects.toMatchObject({
    code: 'CP_STORE_CLOSED',
  });
  const later = await openRecords(name);
  expect((await later.query('subject')).map(({ value }) => value.name)).toEqual(['Juno Farrow']);
});
