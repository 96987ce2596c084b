/** Keeps the vault in this page: the offscreen document in Chromium, any page of ours in Firefox. */
import type { CodeLists } from '@cyber-prevent/core';
import { privateFiles, roomLeft } from '../storage/place/opfs-place.js';
import { proveInWorker } from '../storage/prove-in-worker.js';
import type { StorageArea } from '../vault/area.js';
import { deriveInWorker } from '../vault/derive-in-worker.js';
import { browserHost } from './host.js';
import { startKeeper } from './keeper.js';
import { knownAdapters } from './known-adapters.js';
import { readPolicy } from './policy.js';

export interface KeepOptions {
  readonly area: StorageArea;
  /** Reads what the force's policy sets. */
  readonly managed: () => Promise<unknown>;
  readonly sharesKeys: boolean;
  /** Told how many things are due, for the toolbar button. */
  readonly onCount: (count: number | undefined) => void;
  readonly lists?: CodeLists;
}

let isKeeping = false;

/** Once a page, however often it is called. Does not wait until this page is the keeper: another may be. */
export function keepHere({ area, managed, sharesKeys, onCount, lists }: KeepOptions): void {
  if (isKeeping) return;
  isKeeping = true;
  // Another page may take over; until it has, nothing is shown.
  addEventListener('pagehide', () => onCount(undefined));
  void startKeeper({
    places: {
      area,
      port: { indexedDB, IDBKeyRange },
      files: privateFiles,
      prover: proveInWorker,
      room: roomLeft,
    },
    host: browserHost(),
    derive: deriveInWorker,
    lock: (name, held) => navigator.locks.request(name, held),
    openChannel: (name) => new BroadcastChannel(name),
    now: () => Date.now(),
    policy: async () => readPolicy(await managed()),
    adapters: knownAdapters(managed),
    sharesKeys,
    onCount,
    ...(lists ? { lists } : {}),
  });
}
