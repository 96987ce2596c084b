import type { RecordId, RecordStore } from '@cyber-prevent/core';
import {
  buildSnapshot,
  buildSource,
  buildSourceCapture,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserHost } from '../keeper/host.js';
import { openSession, type Session } from '../keeper/session.js';
import { type Computer, markAsNew, newComputer, newKeys } from '../testing/storage-under-test.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openKeyring } from './keyring/keyring.js';
import { type BatchRow, openDatabase, type VaultDatabase } from './place/database.js';
import { type Prover, proveHere } from './place/prover.js';
import { entrySeal } from './sealed-entry.js';

describe('the upkeep of a vault', () => {
  let computer: Computer;
  let keys: VaultKeys;
  let session: Session;
  beforeEach(async () => {
    computer = newComputer();
    keys = await newKeys();
    await markAsNew(keys, computer);
    session = await begin();
  });
  const begin = (): Promise<Session> =>
    openSession(keys, { places: computer, host: browserHost(), onNotice: () => undefined });
  const again = async (): Promise<void> => {
    await session.close();
    session = await begin();
  };
  const keep = async (name: string): Promise<RecordId> => {
    const change = newRecord('subject', buildSubject({ name }));
    await session.write(undefined, (store) =>
      store.commit({ changes: [change], reason: 'case-work' }),
    );
    return change.record;
  };
  const ended = (id: RecordId): Promise<readonly RecordId[]> =>
    session.write(undefined, (store) => endCase(store, id, browserHost().clock.today()));
  const disk = () => computer.disks.get(keys.kind);
  const names = async (from: Pick<RecordStore, 'query'> = session.store): Promise<string[]> =>
    (await from.query('subject')).map(({ value }) => value.name);
  const onDisk = async <T>(look: (database: VaultDatabase) => Promise<T>): Promise<T> => {
    const database = await openDatabase(keys.kind, computer.port);
    try {
      return await look(database);
    } finally {
      database.close();
    }
  };

  it('opens from compacted heads, and the records are the same', async () => {
    for (let number = 1; number <= 30; number += 1) await keep(`Subject ${number}`);
    await session.upkeep.tidy();
    await keep('Subject 31');
    const before = await names();
    await again();
    expect(await names()).toEqual(before);
    // The batches compacted into the heads are not read: they could not be.
    await session.close();
    await onDisk(async ({ batches }) => {
      await batches
        .where('seq')
        .belowOrEqual(30)
        .modify({ sealed: new Uint8Array(400) });
    });
    session = await begin();
    expect(await names()).toEqual(before);
  });

  it('folds from the first batch when a page was altered, is missing, or is from another day', async () => {
    const id = await keep('One');
    await session.upkeep.tidy();
    const old = disk()?.bytes('pages');
    await session.write(undefined, async (store) => {
      const held = await store.get('subject', id);
      return store.commit({
        changes: [
          { kind: 'subject', record: id, parents: held?.heads ?? [], set: { name: 'One, again' } },
        ],
        reason: 'case-work',
      });
    });
    await session.upkeep.tidy();
    await session.close();
    const sound = disk()?.bytes('pages');
    const altered = sound?.map((byte, at) => (at % 100 === 90 ? byte ^ 1 : byte));
    // The new save is behind the old one, which was left whole until the new one was kept.
    const anotherDay = sound?.map((_, at) => old?.[at % old.length] ?? 0);
    expect(sound).toHaveLength(2 * (old?.length ?? 0));
    for (const bytes of [altered, undefined, anotherDay]) {
      disk()?.damage('pages', () => bytes);
      session = await begin();
      expect(await names()).toEqual(['One, again']);
      await session.close();
      disk()?.damage('pages', () => sound);
    }
    session = await begin();
  });

  it('leaves nothing of a disposed record that any key still opens', async () => {
    for (let number = 1; number <= 5; number += 1) await keep(`Subject ${number}`);
    const doomed = await keep('Marrowgate Quill');
    await session.work.save('draft', { name: 'Marrowgate Quill' }, 0);
    await session.work.discard('draft');
    await session.upkeep.tidy();
    await keep('Subject 6');
    // Everything that was ever on the disk, like the slack of a log-structured store.
    const before = await onDisk(({ batches }) => batches.toArray());
    expect(await opening(before)).toContain('Marrowgate Quill');
    const ids = await ended(doomed);
    await session.write(undefined, (store) => store.dispose(ids, 'case-work'));
    await again();
    expect((await names()).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Subject ${n}`));
    const after = await onDisk(({ batches }) => batches.toArray());
    expect(await opening([...before, ...after])).not.toContain('Marrowgate Quill');
    expect(await opening(after)).toContain('Subject 1');
    const head = (await session.store.batchesSince(0)).at(-1)?.header.seq;
    expect(head).toBe(after.length);
  });

  it('leaves nothing of unfinished work that any key still opens, once a record was disposed of', async () => {
    const doomed = await keep('Marrowgate Quill');
    await session.work.save('draft', { name: 'Marrowgate Quill' }, 0);
    const { meta } = session.shelf.database;
    const before = await meta.where('key').startsWith('w-').toArray();
    await session.work.discard('draft');
    await meta.bulkPut(before);
    expect(await session.work.load('draft')).toMatchObject({ version: 1 });
    await session.work.discard('draft');
    const ids = await ended(doomed);
    await session.write(undefined, (store) => store.dispose(ids, 'case-work'));
    await meta.bulkPut(before);
    await expect(session.work.load('draft')).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('destroys the key of a blob with the record that names it, and of one that none came to name', async () => {
    const keysOfBlobs = () =>
      session.shelf.keyring.slots().filter(({ purpose }) => purpose === 'blob').length;
    const put = (text: string) => session.blobs.put(new TextEncoder().encode(text));
    const naming = async (text: string): Promise<RecordId> => {
      const snapshots = [{ ...buildSnapshot(), blob: await put(text) }];
      const change = newRecord('sourceCapture', buildSourceCapture({ snapshots }));
      await session.write(undefined, (store) =>
        store.commit({ changes: [change], reason: 'case-work' }),
      );
      session.blobs.named(snapshots.map(({ blob }) => blob));
      return change.record;
    };
    await naming('held');
    const doomed = await naming('Marrowgate Quill');
    const subject = buildSubject();
    const sources = { name: [buildSource({ capture: doomed })] };
    await session.write(undefined, (store) =>
      store.commit({
        changes: [{ ...newRecord('subject', subject), sources }],
        reason: 'case-work',
      }),
    );
    const ids = [...(await ended(subject.id)), doomed];
    await put('an orphan');
    await session.upkeep.tidy();
    expect(keysOfBlobs()).toBe(3);
    await session.write(undefined, (store) => store.dispose(ids, 'case-work'));
    expect(keysOfBlobs()).toBe(2);
    await again();
    await session.upkeep.tidy();
    expect(keysOfBlobs()).toBe(1);
    const [name] = await session.store.blobs();
    expect(name && (await session.blobs.get(name))).toEqual(new TextEncoder().encode('held'));
  });

  it('compares the two copies beside this thread, and lets go of what did', async () => {
    await keep('One');
    await session.close();
    const seen = { started: 0, proved: 0, ended: 0 };
    const prover = (): Prover => {
      seen.started += 1;
      return {
        ...proveHere,
        areSound: (...asked) => {
          seen.proved += 1;
          return proveHere.areSound(...asked);
        },
        end: () => {
          seen.ended += 1;
        },
      };
    };
    const places = { ...computer, prover };
    session = await openSession(keys, {
      places,
      host: browserHost(),
      onNotice: () => undefined,
    });
    await keep('Two');
    const before = { ...seen };
    expect(await session.upkeep.scrub()).toBe(0);
    expect(seen.started - before.started).toBe(1);
    expect(seen.proved).toBe(2);
    expect(seen.ended).toBe(seen.started);
  });

  it('drops keys that nothing stands under, and only those', async () => {
    await keep('One');
    await session.upkeep.tidy();
    const disk = computer.disks.get(keys.kind);
    await session.close();
    const files = disk?.open();
    if (!files) throw new Error('No files');
    const keyring = await openKeyring(files, keys.vault, keys.purposes.slots);
    const held = keyring.slots().length;
    await keyring.make('batches', 3);
    await keyring.make('pages', 2);
    await files.close();
    session = await begin();
    await session.upkeep.tidy();
    await keep('Two');
    await again();
    expect(await names()).toEqual(['One', 'Two']);
    await session.close();
    const last = disk?.open();
    if (!last) throw new Error('No files');
    const now = await openKeyring(last, keys.vault, keys.purposes.slots);
    expect(now.slots().length).toBeLessThanOrEqual(held + 1);
    await last.close();
    session = await begin();
  });

  it('finishes a disposal that a stop cut short', async () => {
    await keep('One');
    const ids = await ended(await keep('Marrowgate Quill'));
    await session.upkeep.tidy();
    const disk = computer.disks.get(keys.kind);
    // The stops fall at different places: the disposal writes some tens of kilobytes in all.
    disk?.stopAfter(5000);
    await session
      .write(undefined, (store) => store.dispose(ids, 'case-work'))
      .catch(() => undefined);
    disk?.restart(() => true);
    session = await begin();
    if ((await names()).includes('Marrowgate Quill'))
      await session.write(undefined, (store) => store.dispose(ids, 'case-work'));
    await session.upkeep.tidy();
    expect(await names()).toEqual(['One']);
    expect(await opening(await onDisk(({ batches }) => batches.toArray()))).not.toContain(
      'Marrowgate Quill',
    );
  });

  /** The content of these rows for anyone with every key that is left. */
  async function opening(rows: readonly BatchRow[]): Promise<string> {
    await session.close();
    const files = computer.disks.get(keys.kind)?.open();
    if (!files) throw new Error('No files');
    const keyring = await openKeyring(files, keys.vault, keys.purposes.slots);
    const entries = entrySeal(keys, keyring);
    const opened = await Promise.all(
      rows.flatMap((row) =>
        keyring.slots().map(({ slot }) => entries.open({ ...row, slot }).catch(() => undefined)),
      ),
    );
    await files.close();
    session = await begin();
    return JSON.stringify(opened);
  }
});
