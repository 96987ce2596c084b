import { afterEach, expect, it, vi } from 'vitest';
import { base64url } from '../vault/bytes.js';
import { openDatabase } from './database.js';
import { copyPiece } from './sealed-copy.js';
import { type Computer, newComputer } from './storage-under-test.js';

const [pageBytes, rowBytes] = [Uint8Array.of(1, 2, 250), Uint8Array.of(7, 8, 9)];

afterEach(() => vi.restoreAllMocks());

async function withRows(): Promise<Computer> {
  const computer = newComputer();
  const database = await openDatabase('practice', computer.port);
  await database.batches.add({ seq: 1, slot: 0, sealed: rowBytes });
  await database.pages.bulkAdd([
    { id: 1, sealed: new Blob([pageBytes]) },
    { id: 2, sealed: new Blob([rowBytes]) },
  ]);
  await database.aside.add({ seq: 1, row: { seq: 1, slot: 0, sealed: rowBytes } });
  database.close();
  return computer;
}

async function rowsOf(computer: Computer, table: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let place = { part: 0, at: 0 }; ; ) {
    const { text, next } = await copyPiece('practice', computer, place);
    for (const line of text.split('\n').filter((words) => words !== '')) {
      const read = JSON.parse(line) as { table?: string; row?: unknown };
      if (read.table === table) rows.push(read.row);
    }
    if (next === undefined) return rows;
    place = next;
  }
}

it('has the bytes of every row, whether they stand as bytes or as a blob', async () => {
  const computer = await withRows();
  const [page, row] = [{ base64url: base64url(pageBytes) }, { base64url: base64url(rowBytes) }];
  expect(await rowsOf(computer, 'batches')).toEqual([{ seq: 1, slot: 0, sealed: row }]);
  expect(await rowsOf(computer, 'pages')).toEqual([
    { id: 1, sealed: page },
    { id: 2, sealed: row },
  ]);
  expect(await rowsOf(computer, 'aside')).toEqual([
    { id: 1, seq: 1, row: { seq: 1, slot: 0, sealed: row } },
  ]);
});

it('says of a blob that the browser has lost that it is lost, and has the rest', async () => {
  const computer = await withRows();
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(
    new DOMException('A requested file could not be found.', 'NotFoundError'),
  );
  expect(await rowsOf(computer, 'pages')).toEqual([
    { id: 1, sealed: { lost: 'NotFoundError' } },
    { id: 2, sealed: { base64url: base64url(rowBytes) } },
  ]);
});
