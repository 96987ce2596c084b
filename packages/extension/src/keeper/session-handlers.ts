/**
 * Handlers of the verbs that an open vault answers from its records alone: every verb of a view, and those of the
 * clients that need no keys, no files and no desk. Tests of views answer with the same, over records in memory.
 */
import { type Clock, planDisposal, type RecordId, type RecordStore } from '@cyber-prevent/core';
import { type DoubtedPages, doubtedPages } from '@cyber-prevent/core/fill';
import { isKeepersOwn } from '../ports/verbs/client-verbs.js';
import type { Verb, ViewVerb } from '../ports/verbs/verbs.js';
import type { BlobShelf } from '../storage/blob-shelf.js';
import type { SealedWork } from '../storage/sealed-work.js';
import type { HandlersOf } from './answer-request.js';
import { openBatch, openRows, openTrail } from './desk/closed-reads.js';
import { findOpen } from './desk/follow-find.js';
import { commitNaming, consultBlob, isOfRefusedFile, openFile } from './desk/named-blobs.js';
import type { NotedFinds } from './desk/noted-finds.js';
import { pageWork } from './desk/page-work.js';
import type { PracticeSession } from './desk/practice-caseload.js';
import { readDiary } from './desk/read-diary.js';
import { readObstacles } from './desk/read-obstacles.js';
import { readPersonLine } from './desk/read-person-line.js';
import { readyToRefuse, refuseDoubted } from './desk/refuse-doubted.js';
import { lookSeenBefore } from './desk/seen-person.js';
import { whoseReferences } from './desk/whose-references.js';
import { refuseSaidActs } from './packs/log-pack-act.js';
import { packHandlers } from './packs/pack-handlers.js';
import type { Session } from './session.js';
import { whileOpen } from './while-open.js';

type PartName =
  | 'store'
  | 'lists'
  | 'find'
  | 'seen'
  | 'diary'
  | 'log'
  | 'closed'
  | 'packs'
  | 'write'
  | 'removing'
  | 'puts'
  | 'receiptOf'
  | 'hurried';

/** The parts of an open vault that these handlers use. */
export interface AnsweringSession extends Pick<Session, PartName> {
  readonly keys: PracticeSession['keys'];
  readonly work: Pick<SealedWork, 'save' | 'load' | 'keys' | 'discard'>;
  readonly blobs: Pick<BlobShelf, 'put' | 'get' | 'unreadable' | 'named'>;
  /** Absent in tests of views: what a page does not note is not logged there. */
  readonly finds?: NotedFinds;
}

export interface SessionHandlerParts {
  readonly clock: Pick<Clock, 'today' | 'now'>;
  /** Gives the open session; undefined while locked. */
  readonly session: () => AnsweringSession | undefined;
  /** Called with the key of saved or discarded work. */
  readonly onWork: (key: string) => void;
}

type SessionHandlers = HandlersOf<ViewVerb> & Partial<HandlersOf<Exclude<Verb, ViewVerb>>>;

export function sessionHandlers({ clock, session, onWork }: SessionHandlerParts) {
  const opened = whileOpen(session);
  /** Pages in doubt, known as long as the vault is open. */
  const doubted = new WeakMap<AnsweringSession, DoubtedPages>();
  const pagesOf = (open: AnsweringSession): DoubtedPages => {
    const pages = doubted.get(open) ?? doubtedPages();
    doubted.set(open, pages);
    return pages;
  };
  const awaited = <T>(act: (open: AnsweringSession) => Promise<T>): Promise<T> =>
    opened((open) => open.hurried(() => act(open)));
  /** Acts on these records only if none of them is closed to the officer. */
  const write = <T>(
    about: readonly RecordId[],
    change: (store: RecordStore) => Promise<T>,
  ): Promise<T> =>
    opened((open) =>
      open.write(undefined, async (store) => {
        await open.closed.refuse(about);
        return change(store);
      }),
    );
  /** Gives something about these records only if none of them is closed to the officer. */
  const given = <T>(
    about: readonly RecordId[],
    act: (open: AnsweringSession) => Promise<T>,
  ): Promise<T> =>
    awaited(async (open) => {
      await open.closed.refuse(about);
      return act(open);
    });

  /** Unfinished work about destroyed records went with them: a form that is open elsewhere is told. */
  const tellOfLost = async ({ work }: AnsweringSession, before: readonly string[]) => {
    const left = new Set(await work.keys());
    for (const key of before) if (!left.has(key) && !isKeepersOwn(key)) onWork(key);
  };

  return {
    commit: ([request, commit], client) =>
      opened(async (open) => {
        refuseSaidActs(commit);
        await readyToRefuse(open, commit);
        const saving = open.write(request, async (store) => {
          const kept = await open.receiptOf(request);
          if (kept) return kept;
          await refuseDoubted(open, store, commit, pagesOf(open));
          return commitNaming(open, store, commit);
        });
        const receipt = await saving.catch(async (error: unknown) => {
          if (isOfRefusedFile(error)) await open.puts.drop(client).catch(() => undefined);
          throw error;
        });
        open.puts.saved(client);
        return receipt;
      }),
    'receipt-of': ([request]) =>
      opened((open) => open.write(undefined, () => open.receiptOf(request))),
    get: ([kind, id]) => given([id], ({ store }) => store.get(kind, id)),
    query: ([kind, where]) =>
      awaited(async ({ store, closed }) => [
        ...(await closed.without(await store.query(kind, where))),
      ]),
    rows: ([list, since]) => awaited((open) => openRows(open, list, since)),
    find: ([words, most, isOnScreen], client) =>
      awaited(async (open) => {
        await open.finds?.ready();
        const answer = await findOpen(open, words, most);
        open.finds?.answered(client, words, answer, isOnScreen);
        return answer;
      }),
    'search-ready': () => opened(async ({ finds }) => finds?.ready()),
    'find-unshown': ([words], client) => opened(async (open) => open.finds?.unshown(client, words)),
    consult: ([ids, reason]) =>
      write(ids, async (store) => [...(await store.consult(ids, reason))]),
    'seen-before': ([sought, reason]) => opened((open) => lookSeenBefore(open, sought, reason)),
    'ever-about': ([subject]) =>
      given([subject], async ({ store }) => [...(await store.everAbout(subject))]),
    'held-only-with': ([ids]) =>
      given(ids, async ({ store }) => [...(await store.heldOnlyWith(ids))]),
    'kept-by-holds': ([ids]) =>
      given(ids, async ({ store }) => [...(await store.keptByHolds(ids))]),
    diary: ([to]) => opened((open) => readDiary(open, clock.today(), to)),
    'person-line': ([subject]) => awaited((open) => readPersonLine(open, subject, clock.today())),
    obstacles: ([subject]) =>
      given([subject], (open) => readObstacles(open, subject, clock.today())),
    'form-doubts': ([subject, page]) =>
      opened((open) => whoseReferences(open, subject, page, pagesOf(open))),
    history: ([id]) => given([id], async ({ store }) => [...(await store.history(id))]),
    trail: ([ids]) =>
      awaited(async ({ store, closed }) => openTrail(await store.trail(ids), await closed.ids())),
    audit: () => awaited(async ({ store }) => [...(await store.audit())]),
    'log-open': ([whose, reason]) =>
      opened(async ({ log, closed }) => {
        if (whose !== 'own') await closed.refuse([whose.subject]);
        return log.open(whose, reason);
      }),
    'log-read': ([log, filter, from, most]) =>
      opened(async (open) => {
        const { total, entries } = await open.log.read(log, filter, from, most);
        return { total, entries: [...entries] };
      }),
    'log-disclose': ([log, filter, to]) =>
      opened(async (open) => [...(await open.log.disclose(log, filter, to))]),
    'note-search': ([words, shown, fields = []], client) =>
      opened(({ log, finds }) => {
        const search = { words, shown, fields };
        return finds ? finds.note(client, search) : log.noteSearch(search);
      }),
    blobs: () => opened(async ({ store }) => [...(await store.blobs())]),
    'blob-put': ([bytes], client) => opened(({ puts }) => puts.put(client, bytes)),
    'blob-consult': ([record, name, reason]) =>
      opened(async (open) => {
        await open.closed.refuse([record]);
        return consultBlob(open, record, name, reason);
      }),
    'file-open': ([record, reason]) =>
      opened(async (open) => {
        await open.closed.refuse([record]);
        return openFile(open, record, reason);
      }),
    'batches-since': ([seq]) =>
      awaited(async ({ store, closed }) => {
        const ids = await closed.ids();
        return (await store.batchesSince(seq)).map((batch) => openBatch(batch, ids));
      }),
    'plan-disposal': ([subject]) =>
      opened(async (open) => {
        const closed = await open.closed.ids();
        const context = { today: clock.today(), lists: open.packs.lists, closed };
        return write([subject], (store) => planDisposal(store, subject, context));
      }),
    dispose: ([ids, reason]) =>
      opened(async (open) => {
        const before = await open.work.keys();
        const receipt = await write(ids, (store) => store.dispose(ids, reason));
        await tellOfLost(open, before);
        return receipt;
      }),
    ...packHandlers(opened),
    'practice-state': () => opened(async (open) => (await practice()).practiceState(open)),
    'practice-fill': () => opened(async (open) => (await practice()).fillPractice(open, clock)),
    'practice-remove': ([isWorkToo]) =>
      opened(async (open) => {
        const before = await open.work.keys();
        const removed = await (await practice()).removePractice(open, isWorkToo, clock);
        await tellOfLost(open, before);
        return removed;
      }),
    'work-save': ([key, value, seen]) =>
      opened(async (open) => {
        const saved = await pageWork(open).save(key, value, seen);
        if (saved.ok) onWork(key);
        return saved;
      }),
    'work-load': ([key]) => opened((open) => pageWork(open).load(key)),
    'work-keys': () => opened(async (open) => [...(await pageWork(open).keys())]),
    'work-discard': ([key]) =>
      opened(async ({ work }) => {
        await work.discard(key);
        onWork(key);
      }),
  } satisfies SessionHandlers;
}

/** Loaded at the first use: most vaults never have it. */
const practice = () => import('./desk/practice-caseload.js');
