/**
 * The keeper: the one place with the keys and the records, from unlock to lock. In Chromium it is the offscreen
 * document; in Firefox the first open page of ours. The Web Lock ensures that there is only one.
 */
import type { CodeLists, Host, Issue } from '@cyber-prevent/core';
import { PACKS_KEY } from '../app/work-keys.js';
import type { Policy } from '../ports/services.js';
import type { Places } from '../storage/place/places.js';
import type { Derive } from '../vault/derivation.js';
import { makePatience } from '../vault/patience.js';
import { answerWith } from './answer-request.js';
import { openCounter } from './counter.js';
import { vaultDesk } from './desk/desk.js';
import { readyFind } from './desk/follow-find.js';
import { CHANNEL } from './desk/messages.js';
import { openPages } from './desk/pages.js';
import { readyLists } from './desk/ready-lists.js';
import { showCount } from './desk/show-count.js';
import { backupJobs } from './file/backup-jobs.js';
import { handKeys, waitForKeys } from './hand-over.js';
import { keepUp } from './keep-up.js';
import { hearPolicyChanged } from './policy-changed.js';
import { remindBackup } from './remind-backup.js';
import type { SessionOptions } from './session-options.js';
import { verbHandlers } from './verb-handlers.js';

export interface KeeperPorts {
  readonly places: Places;
  readonly host: Host;
  readonly derive: Derive;
  /**
   * Calls `held` once no other page has the lock of that name, and keeps the lock until the promise of `held` settles.
   */
  readonly lock: (name: string, held: () => Promise<void>) => Promise<unknown>;
  readonly openChannel: (name: string) => BroadcastChannel;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Firefox: keys are passed to waiting pages, so that closing the first does not lock. */
  readonly sharesKeys: boolean;
  readonly policy: () => Promise<Policy>;
  /** See `SessionOptions.adapters`. */
  readonly adapters?: SessionOptions['adapters'];
  /** See `SessionOptions.law`. */
  readonly law?: SessionOptions['law'];
  /** If given, the store refuses reasons that are not in force. */
  readonly lists?: CodeLists;
  /**
   * Called with the number of due or overdue entries, for the toolbar button; undefined when nothing is to be shown.
   */
  readonly onCount?: (count: number | undefined) => void;
  /** Milliseconds for pages to save their work before a lock. */
  readonly putAwayMs?: number;
}

export interface Keeper {
  /** Ends without notice to the pages, as when its page is closed. */
  stop(): Promise<void>;
}

const PUT_AWAY_MS = 1500;
const NOTICES_KEPT = 20;

/** Starts keeping as soon as no other page does: resolves only then, which in a second Firefox page may be never. */
export async function startKeeper(ports: KeeperPorts): Promise<Keeper> {
  const {
    places,
    host,
    openChannel,
    sharesKeys,
    putAwayMs = PUT_AWAY_MS,
    onCount = () => undefined,
  } = ports;
  const waiting = sharesKeys ? waitForKeys(openChannel) : undefined;
  const release = await holdLock(ports.lock);
  const inherited = waiting?.held();
  waiting?.close();

  const pages = openPages();
  const notices: Issue[] = [];
  const onNotice = (issue: Issue): void => {
    if (notices.some(({ message }) => message === issue.message)) return;
    notices.push(issue);
    if (notices.length > NOTICES_KEPT) notices.shift();
    counter.tell({ name: 'notice', issue });
  };
  let stopUpkeep: (() => void) | undefined;
  /**
   * Stops the upkeep and forgets its stop function, which refers to the session and everything in it: it must go with
   * the lock.
   */
  const restUpkeep = (): void => {
    stopUpkeep?.();
    stopUpkeep = undefined;
  };
  const desk = vaultDesk({
    places,
    host,
    random: host.random,
    derive: ports.derive,
    policy: ports.policy,
    patience: makePatience(places.area, ports.now),
    ...(ports.lists ? { lists: ports.lists } : {}),
    ...(ports.adapters ? { adapters: ports.adapters } : {}),
    ...(ports.law ? { law: ports.law } : {}),
    unlogged: new Map(),
    onNotice,
    onState(state) {
      // Clears the count however the vault was closed.
      if (state.name !== 'open') onCount(undefined);
      counter.tell({ name: 'state', state });
    },
    onOpen(session) {
      session.store.subscribe((batch) => counter.tell({ name: 'batch', batch }));
      // The lists and rules of pages may be different now.
      session.packs.subscribe(() => counter.tell({ name: 'work', key: PACKS_KEY }));
      keys?.offer(session.keys);
      restUpkeep();
      const stops = [
        readyLists(session),
        readyFind(session),
        keepUp(session, onNotice),
        remindBackup(session, host.clock, onNotice),
        showCount(session, { clock: host.clock, onCount }),
        backups.forget,
      ];
      stopUpkeep = () => stops.forEach((stop) => void stop());
    },
    onIdentity: (session) => keys?.offer(session.keys),
    async beforeLock() {
      restUpkeep();
      keys?.forget();
      const open = desk.session();
      await pages.putAway(putAwayMs, () => counter.tell({ name: 'locking', withinMs: putAwayMs }));
      await open?.finds.end();
    },
  });
  const onMade = (): void => {
    const due = notices.findIndex(({ code }) => code === 'backup-due');
    if (due >= 0) notices.splice(due, 1);
  };
  const backups = backupJobs({ desk, host, derive: ports.derive, onMade });
  const keys = sharesKeys ? handKeys(openChannel) : undefined;
  const onWork = (key: string): void => counter.tell({ name: 'work', key });
  const onBlank = (): void => counter.tell({ name: 'blank' });
  const counter = openCounter(
    openChannel(CHANNEL),
    crypto.randomUUID(),
    answerWith(verbHandlers({ host, desk, pages, backups, notices, onWork, onBlank })),
  );
  const stopHearing = hearPolicyChanged(openChannel, () => void desk.readPolicyAgain());

  await (inherited ? desk.takeOver(inherited) : desk.look());
  counter.tell({ name: 'started' });
  return {
    async stop() {
      counter.close();
      stopHearing();
      keys?.close();
      restUpkeep();
      await desk.session()?.close();
      release();
    },
  };
}

/** Waits for the lock and keeps it until the page goes or the returned function is called. */
function holdLock(lock: KeeperPorts['lock']): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = (): Promise<void> => new Promise((release) => resolve(release));
    lock(CHANNEL, held).catch(reject);
  });
}
