/** The keeper's handler for each verb. */

import type { Host, Issue } from '@cyber-prevent/core';
import {
  gatherCodeLists,
  PreventError,
  passed,
  planDisposal,
  type RecordStore,
} from '@cyber-prevent/core';
import { cardOf, fingerprint, readCard } from '../vault/card.js';
import type { Desk } from './desk/desk.js';
import { loggedCheckpoint } from './desk/logged-checkpoint.js';
import { commitNaming, consultBlob } from './desk/named-blobs.js';
import type { Pages } from './desk/pages.js';
import { readDiary } from './desk/read-diary.js';
import { lookSeenBefore } from './desk/seen-person.js';
import { type BackupJobs, readDisposalList } from './file/backup-jobs.js';
import type { Session } from './session.js';
import { signerOf } from './signer.js';
import { type ArgsOf, isKeepersOwn, type ReplyOf, type Verb } from './verbs.js';

export type VerbHandlers = {
  readonly [V in Verb]: (args: ArgsOf<V>, client: string) => Promise<ReplyOf<V>>;
};

export interface HandlerParts {
  readonly host: Pick<Host, 'clock'>;
  readonly desk: Desk;
  readonly pages: Pages;
  readonly backups: BackupJobs;
  readonly notices: readonly Issue[];
  /** Called with the key of saved or discarded work. */
  readonly onWork: (key: string) => void;
  /** Called when every page is to be covered. */
  readonly onBlank: () => void;
}

export function verbHandlers({
  host: { clock },
  desk,
  pages,
  backups,
  notices,
  onWork,
  onBlank,
}: HandlerParts): VerbHandlers {
  /**
   * Runs with the open session. Work cut short by a lock is reported as locked, so that the page keeps it and tries
   * again.
   */
  const opened = async <T>(use: (session: Session) => Promise<T>): Promise<T> => {
    const session = desk.session();
    if (session === undefined) throw locked();
    try {
      return await use(session);
    } catch (error) {
      if (error instanceof PreventError && error.code === 'CP_STORE_CLOSED' && !desk.session())
        throw locked();
      throw error;
    }
  };
  const awaited = <T>(act: (session: Session) => Promise<T>): Promise<T> =>
    opened((session) => session.hurried(() => act(session)));
  const write = <T>(change: (store: RecordStore) => Promise<T>): Promise<T> =>
    opened((session) => session.write(undefined, change));

  return {
    async join(_, client) {
      pages.join(client);
      // Storage that was unavailable at start may be available by now, and a wait may be over.
      const state = desk.state();
      if (state.name === 'unavailable' || 'retryAfterMs' in state) await desk.look();
      return { state: desk.state(), notices };
    },
    leave: async (_, client) => pages.leave(client),
    'put-away': async (_, client) => pages.answer(client),
    create: ([setup]) => desk.create(setup),
    unlock: ([kind, secret]) => desk.unlock(kind, secret),
    lock: () => desk.lock(),
    async blank() {
      onBlank();
      await desk.lock();
    },
    change: ([secret, next]) => desk.change(secret, next),
    'enter-policy': ([reference]) => desk.enterPolicy(reference),
    'try-again': () => desk.tryAgain(),
    recover: ([kind, secret]) => desk.recover(kind, secret),
    'sealed-copy': ([kind, place]) => desk.sealedCopy(kind, place),
    'start-fresh': ([kind]) => desk.startFresh(kind),
    'set-aside': () => opened(async ({ quarantine }) => [...(await quarantine.list())]),
    'vaults-aside': async () => [...(await desk.vaultsAside())],
    'forget-set-aside': () => opened(({ quarantine }) => quarantine.forget()),
    card: () =>
      opened(async ({ keys }) => {
        const card = cardOf(keys.identity);
        return { card, fingerprint: await fingerprint(card) };
      }),
    commit: ([request, commit]) =>
      opened((session) =>
        session.write(
          request,
          async (store) =>
            (await session.receiptOf(request)) ?? commitNaming(session, store, commit),
        ),
      ),
    'receipt-of': ([request]) =>
      opened((session) => session.write(undefined, () => session.receiptOf(request))),
    get: ([kind, id]) => awaited(({ store }) => store.get(kind, id)),
    query: ([kind, where]) => awaited(async ({ store }) => [...(await store.query(kind, where))]),
    rows: ([list, since]) => awaited(({ lists }) => lists.rows(list, since)),
    consult: ([ids, reason]) => write(async (store) => [...(await store.consult(ids, reason))]),
    'seen-before': ([sought, reason]) =>
      opened((session) => lookSeenBefore(session, sought, reason)),
    'ever-about': ([subject]) =>
      awaited(async ({ store }) => [...(await store.everAbout(subject))]),
    'held-only-with': ([ids]) => awaited(async ({ store }) => [...(await store.heldOnlyWith(ids))]),
    diary: ([to]) => opened((session) => readDiary(session, clock.today(), to)),
    history: ([id]) => awaited(async ({ store }) => [...(await store.history(id))]),
    trail: ([ids]) => awaited(({ store }) => store.trail(ids)),
    audit: () => awaited(async ({ store }) => [...(await store.audit())]),
    'log-open': ([whose, reason]) => opened(({ log }) => log.open(whose, reason)),
    'log-read': ([log, filter, from, most]) =>
      opened(async (session) => {
        const { total, entries } = await session.log.read(log, filter, from, most);
        return { total, entries: [...entries] };
      }),
    'log-disclose': ([log, filter, to]) =>
      opened(async (session) => [...(await session.log.disclose(log, filter, to))]),
    'note-search': ([words, shown]) => opened(({ log }) => log.noteSearch({ words, shown })),
    blobs: () => opened(async ({ store }) => [...(await store.blobs())]),
    'blob-put': ([bytes]) => opened(({ blobs }) => blobs.put(bytes)),
    'blob-consult': ([record, name, reason]) =>
      opened((session) => consultBlob(session, record, name, reason)),
    checkpoint: ([asked]) =>
      opened((session) =>
        session.write(undefined, (store) =>
          loggedCheckpoint(asked, store, { signer: signerOf(session.keys), clock }),
        ),
      ),
    'sign-pack': ([text]) => opened(({ keys }) => signerOf(keys).sign(text)),
    'backup-last': () => opened((session) => backups.last(session)),
    'backup-make': () => opened((session) => backups.make(session)),
    'backup-piece': ([job, index]) => opened(() => backups.piece(job, index)),
    'backup-read': async ([what, secret, disposed]) =>
      backups.read(what, secret, readDisposalList(disposed)),
    'backup-push': ([job, index, bytes]) => backups.push(job, index, bytes),
    'backup-end': ([job]) => backups.end(job),
    'backup-stop': async ([job]) => backups.stop(job),
    'read-card': async ([text]) => {
      const read = await readCard(parsed(text));
      if (!read.ok) return read;
      return passed({ card: read.value, fingerprint: await fingerprint(read.value) });
    },
    'exchange-make': ([asked]) => opened((session) => backups.makeExchange(session, asked)),
    'exchange-read': async ([what, asked]) => backups.readExchange(what, asked),
    'disposal-list': () =>
      opened(async (session) => ({
        device: session.keys.identity.device.slice(0, 8),
        text: await backups.disposalList(session),
      })),
    'batches-since': ([seq]) => awaited(async ({ store }) => [...(await store.batchesSince(seq))]),
    'plan-disposal': ([subject]) =>
      write((store) =>
        planDisposal(store, subject, { today: clock.today(), lists: gatherCodeLists() }),
      ),
    dispose: ([ids, reason]) => write((store) => store.dispose(ids, reason)),
    'work-save': ([key, value, seen]) =>
      opened(async ({ work }) => {
        const saved = await work.save(key, value, seen);
        if (saved.ok) onWork(key);
        return saved;
      }),
    'work-load': ([key]) => opened(({ work }) => work.load(key)),
    'work-keys': () =>
      opened(async ({ work }) => (await work.keys()).filter((key) => !isKeepersOwn(key))),
    'work-discard': ([key]) =>
      opened(async ({ work }) => {
        await work.discard(key);
        onWork(key);
      }),
  };
}

/** Returns undefined if the text is not JSON, so not a card. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function locked(): PreventError {
  return new PreventError(
    'CP_STORE_LOCKED',
    'The vault is locked. Unlock it and save again: what you typed is still here.',
  );
}
