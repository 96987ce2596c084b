/** A separate computer for a test: a real database, in memory, and everything else that a vault needs. */
import { RecordId } from '@cyber-prevent/core';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import * as v from 'valibot';
import { placeFirstMark } from '../storage/mark.js';
import { databaseName, type IndexedDbPort, openDatabase } from '../storage/place/database.js';
import { VAULT_FILES } from '../storage/place/files.js';
import { type MapArea, mapArea } from '../storage/place/map-area.js';
import type { FilesPlace } from '../storage/place/places.js';
import { numberSuffix, numbersIn } from '../storage/place/vault-names.js';
import { base64url } from '../vault/bytes.js';
import { importPrivate, newPair } from '../vault/identity.js';
import { newRoot, purposeKeys } from '../vault/keys.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { type MemoryDisk, memoryDisk } from './memory-files.js';

export const testOfficer = {
  id: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001'),
  name: 'Morgan Ashdown',
  number: '4417',
  force: 'north-test',
  role: 'Regional Cyber Prevent officer',
  regime: 'dpa-part-3',
};

export interface Computer {
  readonly port: IndexedDbPort;
  readonly area: MapArea;
  readonly files: FilesPlace;
  /** The files of each vault, once there are any: by its kind, and its number except for the first. */
  readonly disks: Map<string, MemoryDisk>;
  readonly room: () => Promise<number | undefined>;
}

export function newComputer(): Computer {
  const disks = new Map<string, MemoryDisk>();
  return {
    port: { indexedDB: new IDBFactory(), IDBKeyRange },
    area: mapArea(),
    disks,
    room: async () => undefined,
    files: filesOn(disks, 1),
  };
}

function filesOn(disks: Map<string, MemoryDisk>, number: number): FilesPlace {
  const nameOf = (kind: VaultKeys['kind']): string => kind + numberSuffix(number);
  return {
    has: async (kind) => disks.has(nameOf(kind)),
    async open(kind, options) {
      const disk = disks.get(nameOf(kind)) ?? memoryDisk(false);
      if (options.make) disks.set(nameOf(kind), disk);
      return disk.open(options);
    },
    async remove(kind) {
      disks.delete(nameOf(kind));
    },
    numbers: async (kind) =>
      numbersIn(
        [...disks.keys()].map((name) => `cp-${name}`),
        kind,
      ),
    numbered: (next) => filesOn(disks, next),
  };
}

/** Keys as after an unlock, without the time for a passphrase. */
export async function newKeys(kind: VaultKeys['kind'] = 'practice'): Promise<VaultKeys> {
  const vault = crypto.randomUUID();
  const [signing, exchange] = await Promise.all([newPair('signing'), newPair('exchange')]);
  return {
    vault,
    kind,
    identity: {
      officer: testOfficer,
      device: v.parse(RecordId, crypto.randomUUID()),
      signingKey: signing.publicKey,
      exchangeKey: exchange.publicKey,
    },
    purposes: await purposeKeys(newRoot(), vault),
    signing: await importPrivate('signing', signing.privateBytes),
    exchange: await importPrivate('exchange', exchange.privateBytes),
  };
}

/**
 * Places the first mark, which a new vault has besides its header: without one, nothing opens that was not made on this
 * computer.
 */
export async function markAsNew(
  keys: VaultKeys,
  { port, area }: Pick<Computer, 'port' | 'area'>,
): Promise<void> {
  const database = await openDatabase(keys.kind, port);
  await placeFirstMark(keys, database, area);
  database.close();
}

/** Makes the next row that is written fail as a browser's storage would. */
export function failNextRow(error: Error): void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = () => {
    IDBObjectStore.prototype.add = add;
    throw error;
  };
}

/** Makes the next save of heads fail in the same way, once its pages are written. */
export function failNextHeads(error: Error): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (value.key !== 'heads') return put.call(this, value, key);
    IDBObjectStore.prototype.put = put;
    throw error;
  };
}

/** Everything on the computer's disk, as text: one character per byte, and in base64url as in JSON. */
export async function everythingOn({ port, area, disks }: Computer): Promise<string> {
  const found: string[] = [...area.held.entries()].flat();
  for (const disk of disks.values())
    for (const name of VAULT_FILES) found.push(name, ...textsOf(disk.bytes(name)));
  const databases = await port.indexedDB.databases();
  for (const { name = '' } of databases) {
    found.push(name);
    const kind = name === databaseName('live') ? 'live' : 'practice';
    const database = await openDatabase(kind, port);
    for (const table of database.tables) {
      found.push(table.name);
      const [keys, rows] = await Promise.all([table.toCollection().primaryKeys(), table.toArray()]);
      found.push(...keys.map(String));
      for (const row of rows) found.push(...textsOf(row));
    }
    database.close();
  }
  return found.join('\n');
}

function textsOf(value: unknown): string[] {
  if (value instanceof Uint8Array) {
    const binary = Array.from(value, (byte) => String.fromCharCode(byte)).join('');
    return [binary, base64url(value)];
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, member]) => [name, ...textsOf(member)]);
  return [String(value)];
}

/**
 * The forms in which a word might be on a disk: UTF-8, UTF-16 of either order, base64 at each of three offsets. The
 * word needs ten letters or more, or the shortest form occurs in sealed bytes by chance.
 */
export function formsOf(word: string): string[] {
  const utf16 = (order: 'le' | 'be'): string =>
    [...word].map((letter) => (order === 'le' ? `${letter}\0` : `\0${letter}`)).join('');
  const base64 = [0, 1, 2].map((offset) =>
    btoa('\0'.repeat(offset) + word)
      .slice(offset === 0 ? 0 : offset + 1)
      .replace(/=+$/, '')
      .slice(0, -2),
  );
  return [word, utf16('le'), utf16('be'), ...base64];
}
