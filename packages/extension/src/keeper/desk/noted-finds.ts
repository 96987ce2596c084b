/**
 * Keeps searches from going unlogged. A page notes a search once it has settled, with the rows that were on screen; one
 * that no page noted is logged by the keeper itself: after a while, when its page is closed, and before a lock. While one
 * could not be logged, or could not be, nobody is found.
 */
import type { RecordId } from '@cyber-prevent/core';
import type { FindAnswer } from '@cyber-prevent/core/find';
import type { SearchNoted } from '../../ports/log-service.js';

export interface NotedFinds {
  /** Rejects if a search could not be logged: it is then not answered. */
  ready(): Promise<void>;
  /** Takes note of an answer that is given to a page. */
  answered(client: string, words: string, answer: FindAnswer): void;
  /** Forgets an answer that came too late for the page to show it. */
  unshown(client: string, words: string): void;
  /** Logs a search as its page asks. */
  note(client: string, search: SearchNoted): Promise<void>;
  /** Logs what the page had not noted; called when it is closed. */
  left(client: string): void;
  /** Logs all that no page has noted; resolves also if that fails. */
  flush(): Promise<void>;
  stop(): void;
}

export interface NotedFindsParts {
  readonly log: (search: SearchNoted) => Promise<void>;
  /** Rejects if searches cannot be logged whatever they are. */
  readonly check: () => Promise<void>;
  /** Milliseconds that a page has to note an answer. */
  readonly afterMs?: number;
}

/** Longer than a search takes to settle on a page. */
const AFTER_MS = 2000;
/** Words typed letter by letter are one search for so many times that delay. */
const LONGEST = 5;

interface Pending {
  /** Answers to words that were typed on, the latest last: the one that is logged. */
  readonly searches: readonly SearchNoted[];
  readonly begunAt: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

export function notedFinds({ log, check, afterMs = AFTER_MS }: NotedFindsParts): NotedFinds {
  const pending = new Map<string, Pending>();
  /** Words that a page has noted last: an answer to them that comes late, or again, is the same search. */
  const noted = new Map<string, ReadonlySet<string>>();
  /** Searches that were to be logged, and could not be. */
  let owed: SearchNoted[] = [];
  let paying: Promise<void> = Promise.resolve();

  const take = (client: string): SearchNoted | undefined => {
    const held = pending.get(client);
    if (!held) return undefined;
    clearTimeout(held.timer);
    pending.delete(client);
    return held.searches.at(-1);
  };
  const pay = (): Promise<void> => {
    paying = paying
      .catch(() => undefined)
      .then(async () => {
        while (owed[0] !== undefined) {
          await log(owed[0]);
          owed = owed.slice(1);
        }
      });
    return paying;
  };
  const settle = (client: string): void => {
    const search = take(client);
    if (!search) return;
    owed.push(search);
    // Tried again before the next search is answered.
    pay().catch(() => undefined);
  };

  return {
    async ready() {
      await check();
      await pay();
    },
    answered(client, words, answer) {
      if (answer.found.length === 0 || noted.get(client)?.has(folded(words))) return;
      noted.delete(client);
      const before = pending.get(client);
      const isTypedOn =
        before !== undefined &&
        Date.now() - before.begunAt < LONGEST * afterMs &&
        isPartOf(before.searches.at(-1)?.words ?? '', words);
      if (isTypedOn) take(client);
      else settle(client);
      pending.set(client, {
        searches: [...(isTypedOn ? before.searches : []), searchOf(words, answer)],
        begunAt: isTypedOn ? before.begunAt : Date.now(),
        timer: setTimeout(() => settle(client), afterMs),
      });
    },
    unshown(client, words) {
      const held = pending.get(client);
      if (!held) return;
      const searches = held.searches.filter((each) => each.words !== words);
      if (searches.length === 0) take(client);
      else pending.set(client, { ...held, searches });
    },
    async note(client, search) {
      const [line = ''] = search.words.split('\n');
      const held = pending.get(client)?.searches.at(-1);
      const own = held && folded(search.words).includes(folded(held.words)) ? held : undefined;
      if (own) take(client);
      try {
        await log(search);
      } catch (error) {
        if (own) owed.push(own);
        throw error;
      }
      noted.set(client, new Set([folded(line), ...(own ? [folded(own.words)] : [])]));
    },
    left(client) {
      settle(client);
      noted.delete(client);
    },
    async flush() {
      for (const client of [...pending.keys()]) settle(client);
      await pay().catch(() => undefined);
    },
    stop() {
      for (const client of [...pending.keys()]) take(client);
      owed = [];
    },
  };
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

function folded(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function isPartOf(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a.includes(b) || b.includes(a);
}
