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
  /** Reads the settings of the force's policy. */
  readonly managed: () => Promise<unknown>;
  readonly sharesKeys: boolean;
  /** Called with the number of due entries, for the toolbar button. */
  readonly onCount: (count: number | undefined) => void;
  readonly lists?: CodeLists;
}

let isKeeping = false;

/** Acts once per page, even when called again. Does not wait until this page is the keeper: another may be. */
export function keepHere({ area, managed, sharesKeys, onCount, lists }: KeepOptions): void {
  if (isKeeping) return;
  isKeeping = true;
  // Another page may take over; until then nothing is shown.
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
