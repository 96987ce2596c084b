/** An open vault: its keys, its store and its unfinished work, from unlock to lock. */
import {
  type ClosedRecords,
  closedRecords,
  diaryOrder,
  type FollowedDiary,
  gatherRetention,
  gatherTriggers,
  headerDigest,
  type Issue,
  keepingLaw,
  type ListRows,
  listKinds,
  listRows,
  openStoreEarly,
  PreventError,
  type Receipt,
  type RecordId,
  type RecordStore,
  type SeenBefore,
  seenBefore,
} from '@cyber-prevent/core';
import { isKeepersOwn } from '../ports/verbs/client-verbs.js';
import { type BlobShelf, blobShelf } from '../storage/blob-shelf.js';
import { headPages } from '../storage/head/head-pages.js';
import { inSlices, makePace, whenIdle } from '../storage/idle.js';
import { latestMark } from '../storage/mark.js';
import { type Quarantine, quarantine } from '../storage/quarantine.js';
import { sealedLog } from '../storage/sealed-log.js';
import { type SealedWork, sealedWork } from '../storage/sealed-work.js';
import { openShelfEarly, type Shelf } from '../storage/shelf.js';
import { type Upkeep, upkeep } from '../storage/upkeep.js';
import { verifier } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { auditorWords } from './desk/auditor-words.js';
import { type FollowedFind, followFind } from './desk/follow-find.js';
import { followSession } from './desk/follow-session.js';
import { type LogDesk, logDesk } from './desk/log-desk.js';
import { type NotedFinds, notedFinds } from './desk/noted-finds.js';
import { type PutBlobs, putBlobs } from './desk/put-blobs.js';
import { searchDigests } from './desk/search-digest.js';
import { raisedPaths, withPacked } from './known-adapters.js';
import { lawOfficer } from './law-officer.js';
import { MARK_MISSING, MARK_NOT_KEPT, marksMissing, unmarked } from './mark-issue.js';
import { logPackAct } from './packs/log-pack-act.js';
import { type PacksInHand, packsInHand } from './packs/packs-in-hand.js';
import {
  blobsLost,
  COPY_MENDED,
  DISPOSAL_UNFINISHED,
  PAGES_MENDED,
  packsUnreadable,
} from './session-issue.js';
import { debtsOf, type SessionOptions } from './session-options.js';
import { signerOf } from './signer.js';
import { watchClock } from './watch-clock.js';

export interface Session {
  /** Replaced as a whole when the officer enters another policy document; its keys stay the same. */
  keys: VaultKeys;
  readonly shelf: Shelf;
  readonly store: Pick<
    RecordStore,
    | 'get'
    | 'query'
    | 'everAbout'
    | 'heldOnlyWith'
    | 'keptByHolds'
    | 'history'
    | 'trail'
    | 'audit'
    | 'batchesSince'
    | 'foresee'
    | 'blobs'
    | 'subscribe'
  >;
  readonly work: SealedWork;
  /** Copies of pages and attachments: records name them but do not contain them. */
  readonly blobs: BlobShelf;
  /** Blobs that pages have put and no record names yet. */
  readonly puts: PutBlobs;
  /** The log, read under tickets, and the entries of searches. */
  readonly log: LogDesk;
  /** The people on record, indexed by their searchable details; forgotten with the session. */
  readonly seen: SeenBefore;
  /** Rows of lists: names and references, kept up to date with the records; forgotten with the session. */
  readonly lists: ListRows;
  /** Everything held, by its words; forgotten with the session. */
  readonly find: FollowedFind;
  /** Logs searches that no page noted; none is answered while they cannot be logged. */
  readonly finds: NotedFinds;
  /** The records that are closed to the officer, who said that they know the person. */
  readonly closed: ClosedRecords;
  /** The due entries, followed from the first request; forgotten with the session. */
  readonly diary: FollowedDiary;
  /** The definition packs, and the lists and the policy as they are with them. */
  readonly packs: PacksInHand;
  /** Runs a change of the store, one at a time. A request that was kept already is not repeated. */
  write<T>(request: string | undefined, change: (store: RecordStore) => Promise<T>): Promise<T>;
  /** The receipt of a commit that was kept under this request, perhaps by an earlier keeper. */
  receiptOf(request: string): Promise<Receipt | undefined>;
  /** Instant of the very first save: only that one is read for it. */
  firstSavedAt(): Promise<string | undefined>;
  /**
   * Runs a task that a page waits for: meanwhile the loading of records and the rows do not give way to everything
   * else.
   */
  hurried<T>(task: () => Promise<T>): Promise<T>;
  /** Records of the practice caseload that are being removed; empty at any other time. */
  readonly removing: Set<RecordId>;
  /** Work in idle time: compaction, unneeded keys, copies compared byte by byte. */
  readonly upkeep: Upkeep;
  /** The damaged bytes that were repaired. */
  readonly quarantine: Quarantine;
  /**
   * Resolves when every record is in hand and the journal was read through; saves wait for it. Rejects as `openSession`
   * does when the records turn out not to be those last worked with, and when the session was closed before.
   */
  readonly whole: Promise<void>;
  close(): Promise<void>;
}

/**
 * Resolves once the chain's end is proved; the rest of the records load while the first are in use.
 *
 * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` or `CP_VAULT_UNREADABLE` when the records are not those last worked
 * with; `CP_STORE_CLOSED` when the browser gives no storage
 */
export async function openSession(keys: VaultKeys, options: SessionOptions): Promise<Session> {
  const { places, host, lists, law = keepingLaw } = options;
  const pace = makePace();
  const { officer, signingKey } = keys.identity;
  /** Repairs are reported once the chain is proved: until then it is not known that nothing is lost. */
  let waiting: Issue[] | undefined = [];
  const onNotice = (issue: Issue): void => {
    if (waiting) waiting.push(issue);
    else options.onNotice(issue);
  };
  const shelf = await openShelfEarly(keys, places, onNotice);
  const { database, keyring } = shelf;
  try {
    const { expect, isOutside } = await latestMark(keys, database, places.area);
    const isTaken = options.isUnmarkedTaken === true && shelf.journal.lastSeq > 0;
    if (!expect && !isTaken) throw unmarked();
    const log = sealedLog({
      shelf,
      keys,
      area: places.area,
      onTrouble: () => onNotice(MARK_NOT_KEPT),
      onRepair: () => onNotice(COPY_MENDED),
      pause: inSlices(pace.wait),
      now: host.clock.now,
    });
    const heads = headPages({
      database,
      files: shelf.files,
      keyring,
      keys,
      // The kinds that the first screen and the lists need, and what says which records are closed, so that neither
      // waits for the rest.
      first: [...new Set([...listKinds(), 'colleagueRequest' as const])],
      idle: pace.wait,
      onDamage: () => onNotice(PAGES_MENDED),
    });
    let opened: Pick<Session, 'keys'> = { keys };
    const removing = new Set<RecordId>();
    let retention = gatherRetention();
    const raised = raisedPaths(
      sealedWork(database, keyring, keys),
      withPacked(options.adapters, () => packs.policy()),
    );
    const { work } = raised;
    const packs = packsInHand({
      work,
      host,
      policy: options.policy,
      lists,
      isFilled: options.isFilled,
      log: (request, act) => logPackAct(session, request, act),
      onChange(policy) {
        retention = gatherRetention(policy.retention);
        // The next reading of the diary begins by the limits of now.
        diary.stop();
        void raised.learn();
      },
    });
    const allLists = packs.lists;
    const triggers = gatherTriggers(allLists);
    // Nothing can be shown until the chain is proved: the officer who unlocked waits for it.
    const { store, ready, first } = await pace.hurried(() =>
      openStoreEarly({
        log: { ...log, heads },
        host,
        signer: signerOf(keys),
        verify: verifier({ [officer.id]: signingKey }),
        ...(lists ? { lists: allLists } : {}),
        ...(expect ? { expect } : {}),
        gate: law({
          host,
          lists: allLists,
          officer: () => lawOfficer(opened.keys),
          raisedBy: raised.by,
          retention: () => retention,
          removing: () => removing,
          postcodeTables: () => packs.postcodeTables().ever,
        }),
        first: diaryOrder(triggers),
        pause: inSlices(pace.wait),
      }),
    );
    const blobs = blobShelf({ files: shelf.files, keyring, keys });
    const pause = () => new Promise<void>((go) => setTimeout(go));
    const seen = seenBefore(store, { pause });
    const rows = listRows(store, { run: host.random.id(), pause: inSlices(pace.wait) });
    const find = followFind(store, { lists: allLists, pause: inSlices(pace.wait) });
    const diary = followSession(store, {
      officer: officer.id,
      policy: packs.policy,
      lists: allLists,
      triggers,
      first,
    });
    const closed = closedRecords(store, officer.id);
    const auditor = auditorWords(options.policy);
    const clock = watchClock(host.clock, onNotice);
    const whole = ready.then(async () => {
      // A review follows the force’s own periods, and a capture its adapters: no save is checked before both are read.
      await packs.refresh().catch((error: unknown) => {
        if (error instanceof PreventError) onNotice(packsUnreadable(error));
      });
      retention = gatherRetention((await packs.policy().catch(() => undefined))?.retention);
      await raised.learn();
      const told = waiting ?? [];
      waiting = undefined;
      told.forEach(onNotice);
      const unusable = await auditor.issue();
      if (unusable) onNotice(unusable);
      if (expect && !isOutside) onNotice(MARK_MISSING);
      const [last] = shelf.journal.lastSeq > 0 ? await log.read([shelf.journal.lastSeq]) : [];
      if (!expect && last) onNotice(marksMissing(last.header.seq, last.header.at));
      if (last) clock.opened(last.header.at);
      // If it fails, the next write to the journal tries again and reports it.
      await shelf.prove().catch(() => undefined);
    });
    void whole.then(() => heads.settle(whenIdle)).catch(() => undefined);
    let writing: Promise<unknown> = whole.catch(() => undefined);
    const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
      const done = writing.then(task);
      writing = done.catch(() => undefined);
      return done;
    };
    const keeping = upkeep({
      shelf,
      log,
      heads,
      store,
      work,
      blobs,
      prover: places.prover,
      inTurn,
      onUnfinished: () => onNotice(DISPOSAL_UNFINISHED),
      onLostBlobs: (count) => onNotice(blobsLost(count)),
    });
    const digests = searchDigests(work, keys.purposes.searches);
    /** Records that were erased since unfinished work about them was last discarded. */
    const erased = new Set<RecordId>();
    store.subscribe(({ header, audit }) => {
      clock.saved(header.at);
      for (const entry of audit)
        if (entry?.content.action === 'erasure')
          for (const id of entry.content.records) erased.add(id);
    });
    // A save waits until every record is loaded.
    const write: Session['write'] = (request, change) =>
      pace.hurried(() =>
        inTurn(async () => {
          await packs.refresh().catch(() => undefined);
          const changed = () => change(store);
          const done = await (request === undefined ? changed() : log.during(request, changed));
          // Runs before unfinished work is sealed again: anything discarded by then is destroyed with the old key.
          if (erased.size > 0)
            await Promise.all([digests.forget(), work.forget(erased, isKeepersOwn)]).then(
              () => erased.clear(),
              () => undefined,
            );
          await keeping.afterWrite();
          return done;
        }),
      );
    const ownLog = logDesk({
      store,
      officer: officer.id,
      write: (change) => write(undefined, change),
      digestOf: digests.of,
      seal: auditor.seal,
    });
    const session: Session = {
      keys,
      shelf,
      store,
      work,
      blobs,
      puts: putBlobs({ blobs, write }),
      seen,
      lists: rows,
      find,
      closed,
      diary,
      packs,
      upkeep: keeping,
      quarantine: quarantine(database, keyring, keys),
      whole,
      hurried: pace.hurried,
      removing,
      log: ownLog,
      finds: notedFinds({ log: ownLog, check: auditor.check, debts: debtsOf(keys, options) }),
      write,
      async receiptOf(request) {
        const seq = await log.keptBy(request);
        if (seq === undefined) return undefined;
        const [batch, next] = await store.batchesSince(seq - 1);
        if (batch === undefined) return undefined;
        const head = next?.header.prev ?? (await headerDigest(batch.header, host.digest));
        const revisions = batch.revisions.flatMap((entry) => (entry ? [entry.content.id] : []));
        return { seq, head, revisions };
      },
      async firstSavedAt() {
        const [first] = shelf.journal.lastSeq > 0 ? await log.read([1]) : [];
        return first?.header.at;
      },
      async close() {
        keeping.stop();
        seen.stop();
        rows.stop();
        find.stop();
        session.finds.stop();
        closed.stop();
        diary.stop();
        await store.close();
        heads.close();
      },
    };
    opened = session;
    return session;
  } catch (error) {
    await shelf.close().catch(() => undefined);
    throw error;
  }
}
