/**
 * Keeps searches from going unlogged. A page notes a search once it has settled, with the rows that were on screen; one
 * that no page noted is logged by the keeper itself: after a while, when its page is closed, and before a lock. While one
 * could not be logged, or could not be, nobody is found; one that a lock overtakes is logged after the next unlock.
 */
import {
  type AuditEntry,
  foldText,
  hasWords,
  PreventError,
  type RecordId,
  wordsOf,
} from '@cyber-prevent/core';
import type { FindAnswer } from '@cyber-prevent/core/find';
import { SEARCH_NOT_LOGGED, type SearchNoted } from '../../ports/log-service.js';
import { crossingError } from '../answer-request.js';
import type { LogDesk } from './log-desk.js';

export interface NotedFinds {
  /** Rejects with the issue {@link SEARCH_NOT_LOGGED} if a search could not be logged: it is then not answered. */
  ready(): Promise<void>;
  /**
   * Takes note of an answer before it is given to a page.
   *
   * @param isOnScreen - the page says that it shows the answer to these words already: records changed
   * @throws {PreventError} `CP_STORE_LOCKED` when the vault is being locked: the answer must not be given then
   */
  answered(client: string, words: string, answer: FindAnswer, isOnScreen?: boolean): void;
  /** Notes that the latest answer to these words came too late for the page to show it. */
  unshown(client: string, words: string): void;
  /** Logs a search as its page asks. */
  note(client: string, search: SearchNoted): Promise<void>;
  /** Logs what the page had not noted; called when it is closed. */
  left(client: string): void;
  /** Logs all that is left before a lock. What cannot be logged becomes a debt; nothing is answered any more. */
  end(): Promise<void>;
  stop(): void;
}

export interface NotedFindsParts {
  readonly log: Pick<LogDesk, 'noteSearch' | 'searchEntry' | 'keepSearch'>;
  /** Rejects if searches cannot be logged whatever they are. */
  readonly check: () => Promise<void>;
  /** Entries of searches that an earlier session could not log: they are logged before anything is found. */
  readonly debts?: AuditEntry[];
  /** Milliseconds that a page has to note an answer. */
  readonly afterMs?: number;
  /** Milliseconds since any moment. */
  readonly now?: () => number;
}

/** Longer than a search takes to settle on a page. */
const AFTER_MS = 2000;
/** Words typed letter by letter are one search for so many times that delay. */
const LONGEST = 5;
/** Milliseconds in which the answer to a noted search may come again, or late, and be the same search. */
const AGAIN_MS = 5000;

interface Given {
  readonly search: SearchNoted;
  /** The page says that it was not shown. That is believed only once an answer for more of the same words came after it. */
  readonly isUnshown: boolean;
}

interface Pending {
  /** Answers to words that were typed on, the latest last. */
  readonly given: readonly Given[];
  readonly begunAt: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The search that a page has noted last. */
interface Noted {
  readonly words: ReadonlySet<string>;
  /** Everybody who was shown or given. */
  readonly known: ReadonlySet<RecordId>;
  readonly at: number;
}

export function notedFinds({
  log,
  check,
  debts = [],
  afterMs = AFTER_MS,
  now = () => performance.now(),
}: NotedFindsParts): NotedFinds {
  const pending = new Map<string, Pending>();
  const noted = new Map<string, Noted>();
  /** Notes of pages that are being logged. */
  const noting = new Set<Promise<void>>();
  /** Searches that were to be logged, and could not be. */
  const owed: SearchNoted[] = [];
  let paying: Promise<void> = Promise.resolve();
  let isEnding = false;

  const take = (client: string): readonly SearchNoted[] => {
    const held = pending.get(client);
    if (!held) return [];
    clearTimeout(held.timer);
    pending.delete(client);
    return loggedOf(held.given);
  };
  const pay = (): Promise<void> => {
    paying = paying
      .catch(() => undefined)
      .then(async () => {
        for (let [debt] = debts; debt !== undefined; [debt] = debts) {
          await log.keepSearch(debt);
          debts.shift();
        }
        for (let [search] = owed; search !== undefined; [search] = owed) {
          await log.noteSearch(search);
          owed.shift();
        }
      });
    return paying;
  };
  const settle = (client: string): void => {
    const searches = take(client);
    if (searches.length === 0) return;
    owed.push(...searches);
    // Tried again before the next search is answered.
    pay().catch(() => undefined);
  };
  /** Takes what a note answers for: it says the words, and names somebody who was given. */
  const takeNoted = (client: string, { words, shown }: SearchNoted): readonly SearchNoted[] => {
    const held = pending.get(client);
    if (!held) return [];
    const ids = new Set(shown);
    const isOwn = (search: SearchNoted): boolean =>
      beginsWords(search.words, words) && search.shown.some((id) => ids.has(id));
    const searches = loggedOf(held.given);
    const others = searches.filter((search) => !isOwn(search));
    if (others.length === 0) take(client);
    else if (others.length < searches.length)
      pending.set(client, {
        ...held,
        given: held.given.filter(({ search }) => others.includes(search)),
      });
    return searches.filter(isOwn);
  };
  const note = async (client: string, search: SearchNoted): Promise<void> => {
    const [line = ''] = search.words.split('\n');
    const own = takeNoted(client, search);
    try {
      await log.noteSearch(search);
    } catch (error) {
      owed.push(joined(search, own));
      throw error;
    }
    noted.set(client, {
      words: new Set([line, ...own.map(({ words }) => words)].map(folded)),
      known: new Set([search, ...own].flatMap(({ shown }) => shown)),
      at: now(),
    });
  };
  const isNoted = (client: string, { words, shown }: SearchNoted, isOnScreen: boolean): boolean => {
    const last = noted.get(client);
    if (!last || !(isOnScreen || now() - last.at < AGAIN_MS)) return false;
    return last.words.has(folded(words)) && shown.every((id) => last.known.has(id));
  };

  // Nobody need search for it: it is logged once the records are in hand.
  if (debts.length > 0) pay().catch(() => undefined);
  return {
    async ready() {
      if (isEnding) throw locking();
      try {
        await check();
        await pay();
      } catch (error) {
        throw notLogged(error);
      }
    },
    answered(client, words, answer, isOnScreen = false) {
      if (isEnding) throw locking();
      if (answer.found.length === 0) return;
      const search = searchOf(words, answer);
      if (isNoted(client, search, isOnScreen)) return;
      noted.delete(client);
      const before = pending.get(client);
      const last = before?.given.at(-1);
      const isTypedOn =
        before !== undefined &&
        last !== undefined &&
        now() - before.begunAt < LONGEST * afterMs &&
        isPartOf(last.search.words, words) &&
        before.given.every((each) => isOvertaken(each.search, search));
      if (isTypedOn) take(client);
      // Also what the page says that it did not show: a look is not hidden by another for other words.
      else settle(client);
      const shown = isTypedOn ? before.given.filter(({ isUnshown }) => !isUnshown) : [];
      pending.set(client, {
        given: [...shown, { search, isUnshown: false }],
        begunAt: isTypedOn ? before.begunAt : now(),
        timer: setTimeout(() => settle(client), afterMs),
      });
    },
    unshown(client, words) {
      const held = pending.get(client);
      if (!held) return;
      const at = held.given.findLastIndex(
        ({ search, isUnshown }) => !isUnshown && search.words === words,
      );
      const isLatest = at === held.given.length - 1;
      pending.set(client, {
        ...held,
        given: held.given.flatMap((each, index) =>
          index !== at ? [each] : isLatest ? [{ ...each, isUnshown: true }] : [],
        ),
      });
    },
    note(client, search) {
      if (isEnding) {
        owed.push(search);
        return Promise.reject(locking());
      }
      const done: Promise<void> = note(client, search).finally(() => noting.delete(done));
      noting.add(done);
      return done;
    },
    left(client) {
      settle(client);
      noted.delete(client);
    },
    async end() {
      isEnding = true;
      for (const client of [...pending.keys()]) settle(client);
      await Promise.allSettled(noting);
      await pay().catch(() => undefined);
      // The words go with the lock, so the entries are finished before it.
      for (let [search] = owed; search !== undefined; [search] = owed) {
        debts.push(await log.searchEntry(search));
        owed.shift();
      }
    },
    stop() {
      for (const client of [...pending.keys()]) take(client);
      owed.length = 0;
      noted.clear();
    },
  };
}

/**
 * The searches that answers to words typed on are logged as: the last that was shown, and what came after it. The same
 * answer again is the same search.
 */
function loggedOf(given: readonly Given[]): readonly SearchNoted[] {
  const last = given.findLastIndex(({ isUnshown }) => !isUnshown);
  const [first, ...after] = given.slice(Math.max(last, 0)).map(({ search }) => search);
  if (!first) return [];
  const isAgain = (search: SearchNoted): boolean =>
    folded(search.words) === folded(first.words) && isCovered(search, first);
  return [first, ...after.filter((search) => !isAgain(search))];
}

/** True if an answer needs no entry beside the next: it was for the start of the same words, or has nobody else. */
function isOvertaken(before: SearchNoted, next: SearchNoted): boolean {
  return beginsWords(before.words, next.words) || isCovered(before, next);
}

/** True if the other names everybody whom it names. */
function isCovered({ shown }: SearchNoted, by: SearchNoted): boolean {
  const ids = new Set(by.shown);
  return shown.every((id) => ids.has(id));
}

/** The search as the keeper logs it: everybody who was given, and the records whose words were. */
function searchOf(words: string, { found }: FindAnswer): SearchNoted {
  const places = found.flatMap((each) => each.places);
  const shown = [...found.map(({ id }) => id), ...places.map(({ record }) => record)];
  return {
    words,
    shown: [...new Set<RecordId>(shown)],
    fields: [...new Set(places.flatMap(({ path }) => /^\w+/.exec(path) ?? []))],
  };
}

/**
 * The search with everybody who was given for it too: a page notes the rows on screen, and some of those it had from
 * elsewhere, by a name or in a list.
 */
function joined(search: SearchNoted, given: readonly SearchNoted[]): SearchNoted {
  const all = [search, ...given];
  return {
    words: search.words,
    shown: [...new Set(all.flatMap(({ shown }) => shown))],
    fields: [...new Set(all.flatMap(({ fields = [] }) => fields))],
  };
}

function folded(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** True if every word of the one begins a word of the other, as a search compares them: *ann* is no start of *hannah*. */
function beginsWords(one: string, other: string): boolean {
  return hasWords(foldText(other), wordsOf(one));
}

function isPartOf(one: string, other: string): boolean {
  return beginsWords(one, other) || beginsWords(other, one);
}

/** The refusal to search: as the log refused, told apart from any other trouble of a search. */
function notLogged(error: unknown): PreventError {
  const { code, message } = crossingError(error);
  return new PreventError(code, message, {
    cause: [{ code: SEARCH_NOT_LOGGED, message, severity: 'error' }],
  });
}

function locking(): PreventError {
  return new PreventError(
    'CP_STORE_LOCKED',
    'The vault is being locked. Unlock it and search again.',
  );
}
