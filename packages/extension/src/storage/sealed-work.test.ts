import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryDisk, memoryDisk } from '../testing/memory-files.js';
import {
  type Computer,
  everythingOn,
  formsOf,
  newComputer,
  newKeys,
} from '../testing/storage-under-test.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { type Keyring, openKeyring } from './keyring/keyring.js';
import { openDatabase, type VaultDatabase } from './place/database.js';
import { type SealedWork, sealedWork } from './sealed-work.js';

describe('unfinished work', () => {
  let computer: Computer;
  let keys: VaultKeys;
  let database: VaultDatabase;
  let work: SealedWork;
  let disk: MemoryDisk;
  let keyring: Keyring;
  beforeEach(async () => {
    computer = newComputer();
    keys = await newKeys();
    database = await openDatabase('practice', computer.port);
    disk = memoryDisk();
    keyring = await openKeyring(disk.open(), keys.vault, keys.purposes.slots);
    work = sealedWork(database, keyring, keys);
  });

  it('is there again after a restart, with its version', async () => {
    expect(await work.save('draft/1', { name: 'Rowan' }, 0)).toMatchObject({
      value: { version: 1 },
    });
    expect(await work.save('draft/1', { name: 'Rowan V' }, 1)).toMatchObject({
      value: { version: 2 },
    });
    database.close();
    keyring = await openKeyring(disk.open(), keys.vault, keys.purposes.slots);
    const again = sealedWork(await openDatabase('practice', computer.port), keyring, keys);
    expect(await again.load('draft/1')).toEqual({ value: { name: 'Rowan V' }, version: 2 });
    expect(await again.load('draft/2')).toBeUndefined();
  });

  it('does not write over what another page wrote', async () => {
    await work.save('draft/1', 'first', 0);
    await work.save('draft/1', 'second', 1);
    for (const seen of [0, 1, 3])
      expect(await work.save('draft/1', 'mine', seen)).toMatchObject({
        ok: false,
        issues: [{ code: 'work-changed' }],
      });
    expect(await work.load('draft/1')).toEqual({ value: 'second', version: 2 });
  });

  it('lets one of two saves at the same moment through', async () => {
    const both = await Promise.all([work.save('k', 'a', 0), work.save('k', 'b', 0)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('takes the same save twice for one', async () => {
    const value = { b: 1, a: [{ d: 2, c: null }] };
    await work.save('k', value, 0);
    expect(await work.save('k', value, 0)).toMatchObject({ ok: true, value: { version: 1 } });
  });

  it('lists its keys and forgets what is discarded', async () => {
    await work.save('draft/b', 1, 0);
    await work.save('draft/a', 2, 0);
    expect(await work.keys()).toEqual(['draft/a', 'draft/b']);
    await work.discard('draft/a');
    expect(await work.keys()).toEqual(['draft/b']);
    expect(await work.load('draft/a')).toBeUndefined();
  });

  it('forgets all that names a record, in its key or in what was typed, but for the spared', async () => {
    const [ada, rowan] = [
      'ada00000-0000-4000-8000-000000000001',
      'b0000000-0000-4000-8000-000000000002',
    ];
    await work.save(`intervention/${ada}`, { note: 'x' }, 0);
    await work.save('together', { chosen: [rowan, ada] }, 0);
    await work.save('together/note', { each: { [ada]: {} } }, 0);
    await work.save('safeguarding', { subjectId: rowan }, 0);
    await work.save('keeper/keys', { of: ada }, 0);
    await work.forget(new Set([ada]), (key) => key.startsWith('keeper/'));
    expect(await work.keys()).toEqual(['keeper/keys', 'safeguarding']);
    await work.forget(new Set(), () => false);
    expect(await work.keys()).toEqual(['keeper/keys', 'safeguarding']);
  });

  it('leaves neither its words nor its key readable on the disk', async () => {
    await work.save('draft/Testford-7', { note: 'Marrowgate Quill' }, 0);
    const disk = await everythingOn(computer);
    for (const word of ['Testford-7', 'Marrowgate Quill'])
      for (const form of formsOf(word)) expect(disk).not.toContain(form);
  });

  it('refuses a row that was altered, moved or put back from an earlier version', async () => {
    await work.save('a', 'first', 0);
    const [old] = await database.meta.toArray();
    await work.save('a', 'second', 1);
    await work.save('b', 'other', 0);
    const rows = await database.meta.toArray();
    const a = rows.find(({ version }) => version === 2);
    const b = rows.find(({ version }) => version === 1);
    const refused = { code: 'CP_VAULT_UNREADABLE' };
    await database.meta.put({ key: a?.key ?? '', version: 2, value: old?.value });
    await expect(work.load('a')).rejects.toMatchObject(refused);
    await database.meta.put({ key: b?.key ?? '', version: 1, value: a?.value });
    await expect(work.load('b')).rejects.toMatchObject(refused);
  });

  it('says that the disk is full', async () => {
    const { put } = database.meta;
    database.meta.put = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    await expect(work.save('a', 1, 0)).rejects.toMatchObject({ code: 'CP_STORE_FULL' });
    database.meta.put = put;
    expect(await work.save('a', 1, 0)).toMatchObject({ ok: true });
  });

  it('is sealed under a fresh key when renewed, and what was there before opens no more', async () => {
    await work.save('draft/1', 'Marrowgate Quill', 0);
    await work.save('draft/2', 'Rowan', 0);
    const before = await database.meta.toArray();
    await work.discard('draft/1');
    await work.renew();
    expect(await work.load('draft/2')).toEqual({ value: 'Rowan', version: 1 });
    await database.meta.bulkPut(before);
    await expect(work.load('draft/1')).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('loses nothing that is saved while it is renewed', async () => {
    await work.save('draft/1', 'first', 0);
    const all = await Promise.all([
      work.renew(),
      work.save('draft/1', 'second', 1),
      work.renew(),
      work.save('draft/2', 'other', 0),
    ]);
    expect(all).toHaveLength(4);
    expect(await work.load('draft/1')).toEqual({ value: 'second', version: 2 });
    expect(await work.load('draft/2')).toEqual({ value: 'other', version: 1 });
    expect(keyring.slots()).toHaveLength(1);
  });
});
