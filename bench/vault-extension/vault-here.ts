/** A vault in this page's own storage: keys as after an unlock, without the time for a passphrase. */
import Dexie from 'dexie';
import type { RecordId } from '../../packages/core/src/index.ts';
import { browserHost } from '../../packages/extension/src/keeper/host.ts';
import { openSession, type Session } from '../../packages/extension/src/keeper/session.ts';
import { placeFirstMark } from '../../packages/extension/src/storage/mark.ts';
import { databaseName, openDatabase } from '../../packages/extension/src/storage/place/database.ts';
import { privateFiles, roomLeft } from '../../packages/extension/src/storage/place/opfs-place.ts';
import type { Places } from '../../packages/extension/src/storage/place/places.ts';
import { openShelf, type Shelf } from '../../packages/extension/src/storage/shelf.ts';
import { base64url, fromBase64url } from '../../packages/extension/src/vault/bytes.ts';
import { importPrivate, newPair } from '../../packages/extension/src/vault/identity.ts';
import { newRoot, purposeKeys } from '../../packages/extension/src/vault/keys.ts';
import type { VaultKeys } from '../../packages/extension/src/vault/open-vault.ts';

/** The material of a vault's keys, as JSON, so that the next page opens the same vault. Bytes in base64url. */
export interface Seed {
  readonly kind: VaultKeys['kind'];
  readonly vault: string;
  readonly device: string;
  readonly officer: string;
  readonly root: string;
  readonly signing: { readonly publicKey: string; readonly privateBytes: string };
  readonly exchange: { readonly publicKey: string; readonly privateBytes: string };
}

export async function newSeed(kind: Seed['kind']): Promise<Seed> {
  const pair = async (use: 'signing' | 'exchange') => {
    const { publicKey, privateBytes } = await newPair(use);
    return { publicKey, privateBytes: base64url(privateBytes) };
  };
  return {
    kind,
    vault: crypto.randomUUID(),
    device: crypto.randomUUID(),
    officer: crypto.randomUUID(),
    root: base64url(newRoot()),
    signing: await pair('signing'),
    exchange: await pair('exchange'),
  };
}

export async function keysOf(seed: Seed): Promise<VaultKeys> {
  const { kind, vault, device, officer, signing, exchange } = seed;
  return {
    vault,
    kind,
    identity: {
      officer: {
        id: officer as RecordId,
        name: 'Morgan Ashdown',
        number: '4417',
        force: 'north-test',
        role: 'Regional Cyber Prevent officer',
        regime: 'dpa-part-3',
      },
      device: device as RecordId,
      signingKey: signing.publicKey,
      exchangeKey: exchange.publicKey,
    },
    purposes: await purposeKeys(fromBase64url(seed.root), vault),
    signing: await importPrivate('signing', fromBase64url(signing.privateBytes)),
    exchange: await importPrivate('exchange', fromBase64url(exchange.privateBytes)),
  };
}

const places: Places = {
  port: { indexedDB, IDBKeyRange },
  area: {
    get: async (key) => (await chrome.storage.local.get(key))[key],
    set: (key, value) => chrome.storage.local.set({ [key]: value }),
    remove: (key) => chrome.storage.local.remove(key),
  },
  files: privateFiles,
  room: roomLeft,
};

/**
 * Notices report damage. None is expected except for a mark outside that was still being written when a page was left.
 */
const onNotice = ({ code, message }: { code: string; message: string }): void => {
  if (code !== 'mark-missing') throw new Error(message);
};

export function openHere(keys: VaultKeys): Promise<Session> {
  return openSession(keys, { places, host: browserHost(), onNotice });
}

/** Puts the vault into its state on the day it is made. */
export async function markHere(keys: VaultKeys): Promise<void> {
  const database = await openDatabase(keys.kind, places.port);
  await placeFirstMark(keys, database, places.area);
  database.close();
}

export function openShelfHere(keys: VaultKeys): Promise<Shelf> {
  return openShelf(keys, places, onNotice);
}

/** Deletes any vault of the kind. None of it may be open. */
export async function clearHere(kind: Seed['kind']): Promise<void> {
  await Dexie.delete(databaseName(kind));
  if (await privateFiles.has(kind)) await privateFiles.remove(kind);
  await chrome.storage.local.clear();
}
