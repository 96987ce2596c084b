/**
 * A whole vault as text: written by a release, and kept to show that every later release opens it. Its passphrase and
 * its recovery key are in it, and everyone in it is fictional.
 */

import type { KeeperConnection } from '../keeper/client/client.js';
import { VAULT_FILES } from '../storage/place/files.js';
import { type Computer, newComputer } from './storage-under-test.js';

/** Bytes of a file that are kept or left out together. */
const BLOCK = 1536;

export interface FrozenVault {
  readonly passphrase: string;
  readonly recoveryKey: string;
  /** Its contents, as read by the release that wrote it. */
  readonly holds: Holding;
  readonly database: FrozenDatabase;
  /** Files by name. */
  readonly files: Readonly<Record<string, FrozenFile>>;
  /** `storage.local`, each value as JSON. */
  readonly area: Readonly<Record<string, string>>;
}

interface FrozenFile {
  readonly size: number;
  /** Blocks by offset, in base64; missing ones are zeros. */
  readonly blocks: Readonly<Record<string, string>>;
}

interface FrozenDatabase {
  readonly name: string;
  readonly version: number;
  readonly stores: Readonly<Record<string, FrozenStore>>;
}

interface FrozenStore {
  readonly keyPath: string;
  readonly autoIncrement: boolean;
  readonly indexes: Readonly<Record<string, string>>;
  /** Bytes as `{ base64 }`, at any depth. */
  readonly rows: readonly unknown[];
}

interface Holding {
  /** Current values, by kind and id. */
  readonly records: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Revisions of each of those records, by id. */
  readonly revisions: Readonly<Record<string, number>>;
  /** The logged actions, oldest first. */
  readonly actions: readonly string[];
  readonly work: Readonly<Record<string, unknown>>;
  readonly batches: number;
}

/** @param kinds - of record that are looked for */
export async function heldBy(
  { store, work }: KeeperConnection,
  kinds: readonly Parameters<typeof store.query>[0][],
): Promise<Holding> {
  const records: Record<string, Record<string, unknown>> = {};
  const revisions: Record<string, number> = {};
  for (const kind of kinds)
    for (const { id, value } of await store.query(kind)) {
      records[kind] = { ...records[kind], [id]: value };
      revisions[id] = (await store.history(id)).length;
    }
  const pieces: Record<string, unknown> = {};
  for (const key of await work.keys()) pieces[key] = (await work.load(key))?.value;
  return {
    records,
    revisions,
    actions: (await store.audit()).map(({ action }) => action),
    work: pieces,
    batches: (await store.batchesSince(0)).length,
  };
}

/** Reads the practice vault while nothing has it open. */
export async function freezeVault(
  computer: Computer,
  said: Pick<FrozenVault, 'passphrase' | 'recoveryKey' | 'holds'>,
): Promise<FrozenVault> {
  const files = filesOf(computer);
  const area = Object.fromEntries(computer.area.held);
  return { ...said, database: await readDatabase(computer, 'cp-practice'), files, area };
}

/** A computer with the vault as it was then. */
export async function thawVault({ database, files, area }: FrozenVault): Promise<Computer> {
  const computer = newComputer();
  await writeDatabase(computer, database);
  const opened = await computer.files.open('practice', { make: true });
  for (const name of VAULT_FILES) {
    const { size = 0, blocks = {} } = files[name] ?? {};
    await opened.truncate(name, size);
    for (const [at, text] of Object.entries(blocks))
      await opened.write([{ name, at: Number(at), bytes: bytesOf(text) }]);
  }
  await opened.close();
  for (const [key, json] of Object.entries(area)) computer.area.held.set(key, json);
  return computer;
}

/** The files of the practice vault, unchanged. */
export function filesOf({ disks }: Computer): FrozenVault['files'] {
  const files: Record<string, FrozenFile> = {};
  for (const name of VAULT_FILES) {
    const bytes = disks.get('practice')?.bytes(name) ?? new Uint8Array();
    const blocks: Record<string, string> = {};
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const block = bytes.subarray(at, at + BLOCK);
      if (block.some((byte) => byte !== 0)) blocks[at] = base64(block);
    }
    files[name] = { size: bytes.length, blocks };
  }
  return files;
}

/** The raw database, regardless of the present release's own checks. */
export async function readDatabase({ port }: Computer, name: string): Promise<FrozenDatabase> {
  const database = await settled(port.indexedDB.open(name));
  const stores: Record<string, FrozenStore> = {};
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName);
    const rows = await settled(store.getAll());
    const indexes = [...store.indexNames].map((each) => [each, String(store.index(each).keyPath)]);
    stores[storeName] = {
      keyPath: String(store.keyPath),
      autoIncrement: store.autoIncrement,
      indexes: Object.fromEntries(indexes),
      rows: rows.map(asText),
    };
  }
  const { version } = database;
  database.close();
  return { name, version, stores };
}

async function writeDatabase({ port }: Computer, frozen: FrozenDatabase): Promise<void> {
  const opening = port.indexedDB.open(frozen.name, frozen.version);
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, autoIncrement, indexes, rows }] of Object.entries(frozen.stores)) {
      const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
      for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
      for (const row of rows) store.put(asValue(row));
    }
  };
  (await settled(opening)).close();
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function asText(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: base64(value) };
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asText(part)]));
}

function asValue(text: unknown): unknown {
  if (Array.isArray(text)) return text.map(asValue);
  if (typeof text !== 'object' || text === null) return text;
  if ('base64' in text && typeof text.base64 === 'string') return bytesOf(text.base64);
  return Object.fromEntries(Object.entries(text).map(([name, part]) => [name, asValue(part)]));
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
