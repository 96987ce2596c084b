/**
 * The database on this computer, one for each kind of vault. Its names reveal nothing about people, and no row has
 * anything readable: `batches` by sequence, `meta` for the header, the mark and unfinished work.
 * `aside` keeps the bytes of damaged rows that were repaired from the journal.
 */
import { PreventError } from '@cyber-prevent/core';
import Dexie, { type Table } from 'dexie';
import type { VaultKind } from '../../ports/services.js';
import { newerRelease } from './trouble.js';
import { vaultName } from './vault-names.js';

export interface BatchRow {
  readonly seq: number;
  /** The slot of the keyring with the key of these bytes. */
  readonly slot: number;
  readonly sealed: Uint8Array;
}

/** The former content of a batch that was repaired. */
export interface AsideRow {
  readonly id?: number;
  readonly seq: number;
  readonly row: unknown;
  /** Instant of the repair; absent in rows that an earlier release set aside. */
  readonly at?: string;
}

export interface MetaRow {
  readonly key: string;
  /** 0 if a row has no versions. */
  readonly version: number;
  readonly value: unknown;
}

/** The platform's database, passed in so that a test can use its own. */
export interface IndexedDbPort {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Called with Chromium's message when it found the database damaged and put an empty one in its place. */
export type OnDataLoss = (message: string) => void;

/** Chromium abandons the call in which it meets a torn log, and continues with an empty database at the next. */
const TRIES = 3;
/**
 * 2: pages of compacted heads are in a file. 3: kinds and fields of record that version 2 cannot read. The tables are as
 * they were; the number makes the release before refuse them instead of leaving out what it does not know.
 */
const DATABASE_VERSION = 3;
/** Dexie counts in tens. */
const DEXIE_STEP = 10;

export class VaultDatabase extends Dexie {
  readonly batches: Table<BatchRow, number>;
  readonly aside: Table<AsideRow, number>;
  readonly meta: Table<MetaRow, string>;

  constructor(kind: VaultKind, port: IndexedDbPort, onDataLoss?: OnDataLoss) {
    super(databaseName(kind), {
      ...port,
      ...(onDataLoss ? { indexedDB: listening(port.indexedDB, onDataLoss) } : {}),
      // A database that closed itself may come back empty: only an unlock opens it again, after a check.
      autoOpen: false,
      chromeTransactionDurability: 'strict',
    });
    this.version(1).stores({ batches: 'seq, slot', pages: 'id', aside: '++id', meta: 'key' });
    this.version(2).stores({ pages: null });
    this.version(DATABASE_VERSION).stores({});
    this.batches = this.table('batches');
    this.aside = this.table('aside');
    this.meta = this.table('meta');
  }

  /**
   * Adds a batch and sets the mark that goes with it, both or neither; on disk when it resolves. Bypasses Dexie, which
   * takes as long again as the write itself: every save waits for this one.
   *
   * @throws {DOMException} the browser's own error; `InvalidStateError` when the database is closed
   */
  async keep(batch: BatchRow, mark: MetaRow): Promise<void> {
    const transaction = this.#begin(['batches', 'meta']);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
    });
    try {
      transaction.objectStore('batches').add(batch);
      transaction.objectStore('meta').put(mark);
      transaction.commit();
    } catch (error) {
      done.catch(() => undefined);
      transaction.abort();
      throw error;
    }
    await done;
  }

  /**
   * Begins a transaction. A database that the browser closed silently is closed here too, so that opening it again
   * checks it.
   */
  #begin(stores: readonly ('batches' | 'meta')[]): IDBTransaction {
    try {
      const connection = this.backendDB() as IDBDatabase | null;
      if (!connection) throw new DOMException('The database is closed', 'InvalidStateError');
      return connection.transaction(stores, 'readwrite', { durability: 'strict' });
    } catch (error) {
      this.close();
      throw error;
    }
  }
}

export function databaseName(kind: VaultKind): string {
  return vaultName(kind, 1);
}

/**
 * Opens the database, making it when there is none.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when a newer release has upgraded it
 * @throws when the browser gives no storage after three tries; nothing is ever deleted to make it open
 */
export async function openDatabase(
  kind: VaultKind,
  port: IndexedDbPort,
  onDataLoss?: OnDataLoss,
): Promise<VaultDatabase> {
  return triedAgain(async () => {
    const database = new VaultDatabase(kind, port, onDataLoss);
    try {
      await database.open();
      if (isNewer(database)) throw newerRelease();
      return database;
    } catch (error) {
      database.close();
      if (error instanceof Error && error.name === 'VersionError') throw newerRelease(error);
      throw error;
    }
  });
}

/**
 * Names of all databases that the browser knows; asking makes none.
 *
 * @throws when the browser gives no storage after three tries
 */
export async function databaseNames({ indexedDB }: IndexedDbPort): Promise<readonly string[]> {
  const known = await triedAgain(() => indexedDB.databases());
  return known.map(({ name = '' }) => name);
}

/** Asks the browser again; our own errors are final. */
async function triedAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof PreventError || tried === TRIES) throw error;
    }
  }
}

/** True for a later version, which Dexie opens silently if it can: its rows may have another meaning. */
function isNewer(database: VaultDatabase): boolean {
  return database.backendDB().version > DEXIE_STEP * DATABASE_VERSION;
}

/** The factory with a listener for `dataLoss`, which only Chromium reports, in the event that Dexie hides. */
function listening(factory: IDBFactory, onDataLoss: OnDataLoss): IDBFactory {
  return {
    open(name, version) {
      const opening = factory.open(name, version);
      opening.addEventListener('upgradeneeded', (event) => {
        const { dataLoss, dataLossMessage } = event as IDBVersionChangeEvent & Loss;
        if (dataLoss !== undefined && dataLoss !== 'none') onDataLoss(dataLossMessage ?? dataLoss);
      });
      return opening;
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}

interface Loss {
  readonly dataLoss?: string;
  readonly dataLossMessage?: string;
}

/** True if the browser knows a database of the kind; asking makes none. */
export async function hasDatabase(kind: VaultKind, port: IndexedDbPort): Promise<boolean> {
  return (await databaseNames(port)).includes(databaseName(kind));
}
