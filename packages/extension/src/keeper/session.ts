/** An open vault: its keys, its store and its unfinished work, from unlock to lock. */
import {
  type CodeLists,
  type Host,
  headerDigest,
  type Issue,
  openStore,
  PreventError,
  type Receipt,
  type RecordStore,
} from '@cyber-prevent/core';
import { openDatabase } from '../storage/database.js';
import type { Places } from '../storage/header-place.js';
import { latestMark } from '../storage/mark.js';
import { sealedLog } from '../storage/sealed-log.js';
import { type SealedWork, sealedWork } from '../storage/sealed-work.js';
import { signText, verifier } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';

export interface Session {
  readonly keys: VaultKeys;
  readonly store: Pick<
    RecordStore,
    'get' | 'query' | 'history' | 'audit' | 'batchesSince' | 'subscribe'
  >;
  readonly work: SealedWork;
  /** Runs a change of the store, one at a time. One that was kept under this request already is not made again. */
  write<T>(request: string | undefined, change: (store: RecordStore) => Promise<T>): Promise<T>;
  /** The receipt of a commit that was kept under this request, perhaps by a keeper that died since. */
  receiptOf(request: string): Promise<Receipt | undefined>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly places: Places;
  readonly host: Host;
  readonly lists?: CodeLists;
  readonly onNotice: (issue: Issue) => void;
}

/**
 * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` or `CP_VAULT_UNREADABLE` when the records are not those last worked
 * with; `CP_STORE_CLOSED` when the browser gives no storage
 */
export async function openSession(keys: VaultKeys, options: SessionOptions): Promise<Session> {
  const { places, host, lists, onNotice } = options;
  const { officer, device, signingKey } = keys.identity;
  const database = await openDatabase(keys.kind, places.port).catch((cause) => {
    throw new PreventError('CP_STORE_CLOSED', NO_STORAGE, { cause });
  });
  try {
    const { expect, isOutside } = await latestMark(keys, database, places.area);
    const log = sealedLog({
      database,
      keys,
      area: places.area,
      onTrouble: () => onNotice(MARK_NOT_KEPT),
    });
    const store = await openStore({
      log,
      host,
      // A practice record must never pass for a live one, so the signed header says which it is.
      signer: {
        team: keys.kind,
        device,
        officer: officer.id,
        sign: (text) => signText(keys.signing, text),
      },
      verify: verifier({ [officer.id]: signingKey }),
      ...(lists ? { lists } : {}),
      ...(expect ? { expect } : {}),
    });
    if (expect && !isOutside) onNotice(MARK_MISSING);
    let writing: Promise<unknown> = Promise.resolve();
    return {
      keys,
      store,
      work: sealedWork(database, keys),
      write(request, change) {
        const done = writing.then(() =>
          request === undefined ? change(store) : log.during(request, () => change(store)),
        );
        writing = done.catch(() => undefined);
        return done;
      },
      async receiptOf(request) {
        const seq = log.keptBy(request);
        if (seq === undefined) return undefined;
        const [batch, next] = await store.batchesSince(seq - 1);
        if (batch === undefined) return undefined;
        const head = next?.header.prev ?? (await headerDigest(batch.header, host.digest));
        const revisions = batch.revisions.flatMap((entry) => (entry ? [entry.content.id] : []));
        return { seq, head, revisions };
      },
      close: () => store.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

const NO_STORAGE =
  'The browser gave no storage. Close every browser window, start the browser again and unlock.';

const MARK_NOT_KEPT: Issue = {
  code: 'mark-not-kept',
  message:
    'Your work is saved, but the second mark that shows whether anything was lost could not be written. If this comes back, restart the browser.',
  severity: 'warning',
};

const MARK_MISSING: Issue = {
  code: 'mark-missing',
  message:
    'The second mark that shows whether anything was lost was missing from this computer. It will be made again at the next save. Check that your latest work is here.',
  severity: 'warning',
};
