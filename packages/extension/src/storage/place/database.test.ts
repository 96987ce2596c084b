import { describe, expect, it } from 'vitest';
import { failNextRow, newComputer } from '../../testing/storage-under-test.js';
import { hasDatabase, openDatabase } from './database.js';

const rowOf = (seq: number) => ({ seq, slot: 0, sealed: Uint8Array.of(seq) });
const markOf = (value: string) => ({ key: 'mark', version: 0, value });

it('keeps a batch and its mark, or neither', async () => {
  const database = await openDatabase('practice', newComputer().port);
  const kept = async () => [await database.batches.toArray(), await database.meta.toArray()];
  await database.keep(rowOf(1), markOf('one'));
  const before = await kept();
  expect(before).toEqual([[rowOf(1)], [markOf('one')]]);
  // The sequence is taken.
  await expect(database.keep(rowOf(1), markOf('two'))).rejects.toMatchObject({
    name: 'ConstraintError',
  });
  expect(await kept()).toEqual(before);
  failNextRow(new DOMException('The quota has been exceeded.', 'QuotaExceededError'));
  await expect(database.keep(rowOf(2), markOf('two'))).rejects.toThrow('quota');
  expect(await kept()).toEqual(before);
  await database.keep(rowOf(2), markOf('two'));
  expect(await kept()).toEqual([[rowOf(1), rowOf(2)], [markOf('two')]]);
});

it('keeps nothing once the browser has closed it, and does not open by itself', async () => {
  const database = await openDatabase('practice', newComputer().port);
  database.backendDB().close();
  for (let tried = 0; tried < 2; tried += 1)
    await expect(database.keep(rowOf(1), markOf('one'))).rejects.toMatchObject({
      name: 'InvalidStateError',
    });
  expect(database.isOpen()).toBe(false);
});

describe('a browser that gives up while it is asked for the databases that it knows', () => {
  const asked = (failures: number) => {
    const { port } = newComputer();
    const factory: IDBFactory = port.indexedDB;
    let left = failures;
    const databases = async (): Promise<IDBDatabaseInfo[]> => {
      left -= 1;
      if (left >= 0) throw new DOMException('Internal error opening backing store', 'UnknownError');
      return factory.databases();
    };
    return { ...port, indexedDB: Object.assign(Object.create(factory), { databases }) };
  };

  it('is asked again', async () => {
    const port = asked(2);
    (await openDatabase('practice', port)).close();
    expect(await hasDatabase('practice', port)).toBe(true);
    expect(await hasDatabase('live', port)).toBe(false);
  });

  it('is believed at the third time', async () => {
    await expect(hasDatabase('practice', asked(3))).rejects.toThrow('backing store');
  });
});
