import { expect, it } from 'vitest';
import { type Computer, newComputer } from '../testing/storage-under-test.js';
import { base64url } from '../vault/bytes.js';
import { openDatabase } from './place/database.js';
import { copyPiece } from './sealed-copy.js';

const bytes = Uint8Array.of(7, 8, 250);

async function withRows(): Promise<Computer> {
  const computer = newComputer();
  const database = await openDatabase('practice', computer.port);
  await database.batches.add({ seq: 1, slot: 0, sealed: bytes });
  await database.aside.add({ seq: 1, row: { seq: 1, slot: 0, sealed: bytes } });
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

it('has the bytes of every row, at any depth', async () => {
  const computer = await withRows();
  const row = { seq: 1, slot: 0, sealed: { base64url: base64url(bytes) } };
  expect(await rowsOf(computer, 'batches')).toEqual([row]);
  expect(await rowsOf(computer, 'aside')).toEqual([{ id: 1, seq: 1, row }]);
});
