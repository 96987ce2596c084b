/**
 * The database on this computer, one for each kind of vault. Its names say nothing of people, and no row has anything
 * readable: `batches` by sequence, `pages` for compacted heads, `meta` for the header, the mark and unfinished work.
 */
import Dexie, { type Table } from 'dexie';
import type { VaultKind } from '../app/services.js';

export interface BatchRow {
  readonly seq: number;
  readonly sealed: Uint8Array;
}

export interface MetaRow {
  readonly key: string;
  /** 0 where a row has no versions. */
  readonly version: number;
  readonly value: unknown;
}

/** The platform's database, handed in so that a test can bring its own. */
export interface IndexedDbPort {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

const TRIES_TO_OPEN = 3;

export class VaultDatabase extends Dexie {
  readonly batches: Table<BatchRow, number>;
  readonly meta: Table<MetaRow, string>;

  constructor(kind: VaultKind, port: IndexedDbPort) {
    super(databaseName(kind), {
      ...port,
      // A database that closed itself may come back empty: it is opened again only by an unlock, which looks.
      autoOpen: false,
      chromeTransactionDurability: 'strict',
    });
    this.version(1).stores({ batches: 'seq', pages: 'id', meta: 'key' });
    this.batches = this.table('batches');
    this.meta = this.table('meta');
  }
}

export function databaseName(kind: VaultKind): string {
  return `cp-${kind}`;
}

/**
 * Opens the database, making it when there is none.
 *
 * @throws when the browser gives no storage after three tries; nothing is ever deleted to make it open
 */
export async function openDatabase(kind: VaultKind, port: IndexedDbPort): Promise<VaultDatabase> {
  for (let tried = 1; ; tried += 1) {
    const database = new VaultDatabase(kind, port);
    try {
      await database.open();
      return database;
    } catch (error) {
      database.close();
      if (tried === TRIES_TO_OPEN) throw error;
    }
  }
}

/** Whether the browser knows a database of the kind; asking makes none. */
export async function hasDatabase(kind: VaultKind, { indexedDB }: IndexedDbPort): Promise<boolean> {
  const known = await indexedDB.databases();
  return known.some(({ name }) => name === databaseName(kind));
}
