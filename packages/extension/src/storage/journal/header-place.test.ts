import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Computer, newComputer, testOfficer } from '../../testing/storage-under-test.js';
import { deriveHere } from '../../vault/derive.js';
import type { VaultHeader } from '../../vault/header.js';
import { makeVault } from '../../vault/open-vault.js';
import { placeNewVault } from '../new-vault.js';
import { openDatabase } from '../place/database.js';
import { findVault } from './header-place.js';

describe('the place of a vault', () => {
  let vault: Awaited<ReturnType<typeof makeVault>>;
  let header: VaultHeader;
  let other: VaultHeader;
  let computer: Computer;
  beforeAll(async () => {
    const make = () => makeVault('live', testOfficer, 'copper kettle mossy lantern', deriveHere);
    vault = await make();
    header = vault.header;
    other = (await make()).header;
  });
  beforeEach(async () => {
    computer = newComputer();
    await placeNewVault(vault, computer);
  });
  const inside = async (
    change: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>,
  ) => {
    const database = await openDatabase('live', computer.port);
    await change(database);
    database.close();
  };
  const putInside = (value: unknown) =>
    inside((database) => database.meta.put({ key: 'header', version: 0, value }));
  const found = () => findVault('live', computer);

  it('is found as it was made, and no database is made by looking', async () => {
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
    expect(await findVault('practice', computer)).toEqual({ name: 'none' });
    expect((await computer.port.indexedDB.databases()).map(({ name }) => name)).toEqual([
      'cp-live',
    ]);
  });

  it('is found from the other copies when the browser emptied or lost the database', async () => {
    await inside((database) => database.meta.clear());
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
    await inside((database) => database.delete());
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
    await computer.area.remove('cp-vault-live');
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
  });

  it('is never taken for none while anything of it is left', async () => {
    const disk = computer.disks.get('live');
    const loseJournal = (): void => {
      for (const name of ['journal-a', 'journal-b'] as const) disk?.damage(name, () => undefined);
    };
    await computer.area.remove('cp-vault-live');
    loseJournal();
    await inside((database) => database.meta.clear());
    // Removes only the folder of the files.
    expect(await found()).toMatchObject({
      name: 'damaged',
      message: expect.stringContaining('missing'),
    });
    computer.disks.clear();
    await inside((database) =>
      database.batches.add({ seq: 1, slot: 0, sealed: new Uint8Array(300) }),
    );
    expect(await found()).toMatchObject({ name: 'damaged' });
    await inside((database) => database.batches.clear());
    expect(await found()).toEqual({ name: 'none' });
  });

  it('is found from either copy when the other cannot be read', async () => {
    await computer.area.set('cp-vault-live', { version: 9 });
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
    await computer.area.remove('cp-vault-live');
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
    await computer.area.set('cp-vault-live', header);
    await putInside('not a header');
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
  });

  it('is damaged when every copy is below the floor, or they are of two vaults', async () => {
    const lowered = structuredClone(header);
    Reflect.set(lowered.passphrase.derivation, 'iterations', 1);
    await computer.area.set('cp-vault-live', lowered);
    await putInside(lowered);
    expect(await found()).toEqual({ name: 'sound', headers: [header] });
    for (const name of ['journal-a', 'journal-b'] as const)
      computer.disks.get('live')?.damage(name, () => undefined);
    expect(await found()).toMatchObject({
      name: 'damaged',
      message: expect.stringContaining('altered'),
    });
    await computer.area.set('cp-vault-live', other);
    await putInside(header);
    expect(await found()).toMatchObject({ name: 'damaged' });
  });

  it('says so when the browser gives no storage', async () => {
    const indexedDB = Object.create(computer.port.indexedDB, {
      open: {
        value() {
          throw new DOMException('The browser gave no storage', 'AbortError');
        },
      },
    });
    const places = { ...computer, port: { ...computer.port, indexedDB } };
    expect(await findVault('live', places)).toMatchObject({
      name: 'unavailable',
      message: expect.stringContaining('gave no storage'),
    });
  });
});
