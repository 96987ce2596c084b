/** Connects a page to the keeper: the vault, the records and the unfinished work, as services. */
import { type Issue, PreventError, type RecordStore } from '@cyber-prevent/core';
import type { LogService } from '../../ports/log-service.js';
import type { SaveService } from '../../ports/save-service.js';
import type {
  BackupService,
  BlobService,
  ExchangeService,
  RecoveryService,
  RowsService,
  SeenBeforeService,
  Services,
  UnfinishedWork,
  VaultService,
} from '../../ports/services.js';
import type { AskKeeper } from '../../ports/verbs/verbs.js';
import { tellAll } from '../tell.js';
import { clientAsk } from './client-ask.js';
import { clientBlobs } from './client-blobs.js';
import { clientLog } from './client-log.js';
import { clientRecovery } from './client-recovery.js';
import { clientRows } from './client-rows.js';
import { clientSaves } from './client-saves.js';
import { clientSeenBefore } from './client-seen.js';
import { clientStore } from './client-store.js';
import { clientVault } from './client-vault.js';
import { clientWork } from './client-work.js';
import { lateFiles } from './late-files.js';
import { type LineOptions, openLine } from './line.js';

export interface KeeperConnection {
  readonly ask: AskKeeper;
  readonly vault: VaultService;
  readonly recovery: RecoveryService;
  readonly backup: BackupService;
  readonly exchange: ExchangeService;
  readonly store: RecordStore;
  readonly saves: SaveService;
  readonly blobs: BlobService;
  readonly log: LogService;
  readonly seenBefore: SeenBeforeService;
  readonly rows: RowsService;
  readonly work: UnfinishedWork;
  readonly notices: Services['notices'];
  /**
   * Calls `save` when the vault is about to lock, while it is still open: save unfinished typing with `work`. The keys
   * are destroyed when every page is done, or a second and a half later.
   *
   * @returns a function that stops the calls
   */
  beforeLock(save: () => Promise<unknown>): () => void;
  /** Called when the page closes: a lock no longer waits for it. */
  leave(): void;
  close(): void;
}

export function connectKeeper(options: LineOptions): KeeperConnection {
  const line = openLine(options);
  const vault = clientVault(line);
  const rows = clientRows(line);
  const standing = new Map<string, Issue>();
  const told = new Set<(issue: Issue) => void>();
  const savers = new Set<() => Promise<unknown>>();

  const notice = (issue: Issue): void => {
    if (standing.has(issue.message)) return;
    standing.set(issue.message, issue);
    tellAll(told, issue);
  };
  const join = async (): Promise<void> => {
    try {
      const { state, notices } = await line.ask('join', []);
      vault.be(state);
      notices.forEach(notice);
    } catch (error) {
      if (error instanceof PreventError) vault.be({ name: 'unavailable', message: error.message });
    }
  };
  const putAway = async (): Promise<void> => {
    await Promise.allSettled([...savers].map(async (save) => save()));
    // The keeper waits no longer than it announced: a late answer can be ignored.
    await line.ask('put-away', []).catch(() => undefined);
  };
  line.subscribe((news) => {
    if (news.name === 'notice') notice(news.issue);
    if (news.name === 'locking') void putAway();
    if (news.name === 'started') void join();
  });
  vault.subscribe(({ name }) => {
    if (name !== 'open') rows.forget();
  });
  void options.ensureKeeper().catch(() => undefined);
  void join();

  return {
    ask: clientAsk(line),
    vault,
    recovery: clientRecovery(line),
    ...lateFiles(line),
    store: clientStore(line),
    saves: clientSaves(line),
    blobs: clientBlobs(line),
    log: clientLog(line),
    seenBefore: clientSeenBefore(line),
    rows,
    work: clientWork(line),
    notices: {
      subscribe(listener) {
        told.add(listener);
        standing.forEach(listener);
        return () => told.delete(listener);
      },
    },
    beforeLock(save) {
      savers.add(save);
      return () => savers.delete(save);
    },
    leave: () => void line.ask('leave', []).catch(() => undefined),
    close: () => line.close(),
  };
}
