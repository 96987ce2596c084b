/**
 * The search over everything held, of an open vault. Its engine is loaded, and everything read, in idle time after an
 * unlock, or with the first search. What it holds is in memory alone and goes with the lock.
 */
import {
  type ClosedRecords,
  type CodeLists,
  PreventError,
  type RecordStore,
} from '@cyber-prevent/core';
import type { FindAnswer, FindPeople } from '@cyber-prevent/core/find';
import { whenIdle } from '../../storage/idle.js';

export type FollowedFind = FindPeople;

type LoadFind = () => Promise<Pick<typeof import('@cyber-prevent/core/find'), 'findPeople'>>;

export interface FollowFindOptions {
  readonly lists: CodeLists;
  readonly pause: () => Promise<void>;
  readonly load?: LoadFind;
}

/** Loaded late: no screen waits for a search engine. */
const LATE: LoadFind = () => import('@cyber-prevent/core/find');
/** The longest delay, however busy the page. */
const LONGEST_MS = 500;

export function followFind(
  store: Pick<RecordStore, 'get' | 'query' | 'subscribe'>,
  { lists, pause, load = LATE }: FollowFindOptions,
): FollowedFind {
  let begun: Promise<FindPeople> | undefined;
  let isStopped = false;
  const begin = (): Promise<FindPeople> => {
    begun ??= load().then(({ findPeople }) => {
      if (isStopped) throw new PreventError('CP_STORE_CLOSED', 'The vault was locked.');
      return findPeople(store, { lists, pause });
    });
    // The next one tries again.
    begun.catch(() => {
      begun = undefined;
    });
    return begun;
  };
  return {
    ready: async () => (await begin()).ready(),
    find: async (words, options) => (await begin()).find(words, options),
    stop() {
      isStopped = true;
      void begun?.then(
        (find) => find.stop(),
        () => undefined,
      );
    },
  };
}

/**
 * Begins when every record is loaded and nothing else is to be done.
 *
 * @returns a function that stops it, for when the vault locks
 */
export function readyFind(
  { find, whole }: { readonly find: Pick<FollowedFind, 'ready'>; readonly whole: Promise<void> },
  idle: () => Promise<void> = () => whenIdle(LONGEST_MS),
): () => void {
  let isOver = false;
  const ready = async (): Promise<void> => {
    await whole;
    await idle();
    if (!isOver) await find.ready();
  };
  // A failure is reported with the first search; until then it can be ignored.
  ready().catch(() => undefined);
  return () => {
    isOver = true;
  };
}

/** Finds among what is open to the officer. What is closed in the meantime is not given either. */
export async function findOpen(
  { find, closed }: { readonly find: FollowedFind; readonly closed: ClosedRecords },
  words: string,
  most?: number,
): Promise<FindAnswer> {
  const under = await closed.version();
  const without = await closed.ids();
  const answer = await find.find(words, { without, ...(most === undefined ? {} : { most }) });
  return (await closed.version()) === under ? answer : findOpen({ find, closed }, words, most);
}
