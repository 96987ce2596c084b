/** The record store from a page's side: every call goes to the keeper. */
import {
  type Commit,
  PreventError,
  type RecordKind,
  type RecordStore,
  type StoredRecord,
  type StoreListener,
} from '@cyber-prevent/core';
import { deepFreeze } from '../freeze.js';
import { tellAll } from '../tell.js';
import type { Line } from './line.js';

/**
 * Submitting the same commit object again is the same request: it is kept once, even if the keeper died in between. So
 * a form keeps its commit, and submits it again after an unlock.
 */
export function clientStore(line: Line): RecordStore {
  const requests = new WeakMap<Commit, string>();
  const listeners = new Set<StoreListener>();
  let isClosed = false;
  const stop = line.subscribe((news) => {
    if (news.name === 'batch') tellAll(listeners, deepFreeze(news.batch));
  });
  const ask: Line['ask'] = async (verb, args) => {
    if (isClosed) throw new PreventError('CP_STORE_CLOSED', 'The record store was closed.');
    return deepFreeze(await line.ask(verb, args));
  };

  return {
    async commit(commit) {
      const request = requests.get(commit) ?? crypto.randomUUID();
      requests.set(commit, request);
      return ask('commit', [request, commit]);
    },
    async get(kind, id) {
      const found = await ask('get', [kind, id]);
      return found && isOf(kind, found) ? found : undefined;
    },
    async query(kind, where = {}) {
      const found = await ask('query', [kind, where]);
      return found.filter((record) => isOf(kind, record));
    },
    consult: async (ids, reason) => ask('consult', [[...ids], reason]),
    everAbout: (subject) => ask('ever-about', [subject]),
    heldOnlyWith: async (ids) => ask('held-only-with', [[...ids]]),
    keptByHolds: async (ids) => ask('kept-by-holds', [[...ids]]),
    history: (id) => ask('history', [id]),
    trail: async (ids) => ask('trail', [[...ids]]),
    audit: () => ask('audit', []),
    blobs: async () => new Set(await ask('blobs', [])),
    batchesSince: (seq) => ask('batches-since', [Math.max(0, seq)]),
    subscribe(listener) {
      const own: StoreListener = (batch) => listener(batch);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    // Only the keeper opens files and checks the keys of their senders: a page requests a restore or an exchange.
    receive: takesNothing,
    foresee: takesNothing,
    dispose: async (ids, reason) => ask('dispose', [[...ids], reason]),
    // The keeper compacts in idle time: a page has no say in that.
    compact: async () => undefined,
    async close() {
      isClosed = true;
      listeners.clear();
      stop();
    },
  };
}

async function takesNothing(): Promise<never> {
  throw new PreventError('CP_STORE_CLOSED', 'A page takes nothing in by itself.');
}

function isOf<K extends RecordKind>(
  kind: K,
  record: StoredRecord,
): record is StoredRecord & StoredRecord<K> {
  return record.kind === kind;
}
