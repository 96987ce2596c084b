/**
 * The words and marks of everybody on record. It says whom to look at for a query; their texts, read again, say how well
 * they fit. It holds no text, only words: none of them is taken back out into an answer.
 */
import type { RecordId } from '../../shared/primitives.js';
import { partIndex } from './part-index.js';
import { isOfSentence, type Query, type Run } from './query.js';
import { type FoundText, isOfIdentity } from './record-texts.js';
import { dayTerms } from './sought-day.js';
import { soundOf } from './sound.js';
import { type NearWords, wordIndex } from './word-index.js';
import { marksOfLine, marksOfProse, wordsIn } from './words.js';

/** The reach of a word of a query. */
export interface WordReach extends Pick<NearWords, 'terms'> {
  readonly sound: string | undefined;
  /** From nearly 0 for a word that everybody has to 1 for one that a single person has. */
  readonly rarity: number;
}

export interface Reached {
  /**
   * Those who have most of the words first, and among them those whose name, number or handle has them; at most as many
   * as were asked for.
   */
  readonly owners: readonly RecordId[];
  readonly count: number;
  readonly words: readonly WordReach[];
  /** Forms of runs that somebody has as they were typed: then none of them is a typing error. */
  readonly held: ReadonlySet<string>;
}

export interface TextIndex {
  /** Adds the owner’s texts, or replaces the earlier ones. */
  put(owner: RecordId, texts: readonly FoundText[]): void;
  drop(owner: RecordId): void;
  reach(query: Query, most: number, without: ReadonlySet<RecordId>): Reached;
  /** Clears the words and marks out that nobody on record has any longer. */
  clear(): Promise<void>;
}

/** Owners of a word or a run of the query. */
interface Hits {
  /** The words, a bit each. */
  readonly mask: number;
  /** At most so many owners. */
  readonly size: number;
  readonly each: () => Iterable<readonly [RecordId, number]>;
  /** 0 for somebody who is not among them. */
  readonly scoreOf: (owner: RecordId) => number;
}

const WITH_DIGIT = /\d/;
const LEAST_ALIKE = 5;
const PART_SCORE = 12;
const DAY_SCORE = 24;
/** A word that more people have finds nobody by itself while something rarer was typed. */
const MANY = 2000;
const NO_TERMS: NearWords = { terms: new Map(), owners: new Map() };

export function textIndex(): TextIndex {
  const index = wordIndex();
  const parts = partIndex<RecordId>();
  /** Words and marks of what each owner is asked for by. */
  const identities = new Map<RecordId, readonly string[]>();

  const hitsOf = (mask: number, owners: ReadonlyMap<RecordId, number>): Hits => ({
    mask,
    size: owners.size,
    each: () => owners,
    scoreOf: (owner) => owners.get(owner) ?? 0,
  });
  const partHits = (mask: number, form: string, score: number): Hits => ({
    mask,
    size: parts.mostWith(form),
    each: () => parts.withPart(form).map((owner) => [owner, score] as const),
    scoreOf: (owner) => (parts.has(owner, form) ? score : 0),
  });

  return {
    put(owner, texts) {
      const words = { own: new Set<string>(), line: new Set<string>(), prose: new Set<string>() };
      const marks = new Set<string>();
      for (const { sort, text } of texts) {
        if (sort === 'own-day' || sort === 'day') {
          const field = sort === 'own-day' ? words.own : words.line;
          for (const term of dayTerms(text, sort === 'own-day')) field.add(term);
          continue;
        }
        const field = sort === 'own' ? words.own : sort === 'prose' ? words.prose : words.line;
        for (const word of wordsIn(text))
          if (!WITH_DIGIT.test(word) && !(sort === 'prose' && isOfSentence(word))) field.add(word);
        if (sort === 'code') continue;
        for (const mark of sort === 'prose' ? marksOfProse(text) : marksOfLine(text))
          marks.add(mark);
      }
      index.put(owner, words);
      parts.put(owner, [...marks]);
      const own = texts.filter(isOfIdentity).map((each) => each.text);
      identities.set(owner, [...new Set([...own.flatMap(wordsIn), ...own.flatMap(marksOfLine)])]);
    },
    drop(owner) {
      index.drop(owner);
      parts.drop(owner);
      identities.delete(owner);
    },
    async clear() {
      parts.clear();
      await index.clear();
    },
    reach(query, most, without) {
      const hits: Hits[] = [];
      const counts = query.words.map(() => 0);
      const words = query.words.map((word, nth) => {
        const { terms, owners } = WITH_DIGIT.test(word) ? NO_TERMS : index.near(word);
        counts[nth] = owners.size;
        hits.push(hitsOf(1 << nth, owners));
        return { terms, sound: soundOf(word) };
      });
      const held = new Set<string>();
      for (const run of query.runs) {
        const [mask, length] = [maskOf(run), run.to - run.from];
        const own = run.forms.map((form) => partHits(mask, form, PART_SCORE * length));
        hits.push(...own);
        if (length === 1)
          counts[run.from] = Math.max(counts[run.from] ?? 0, ...own.map(({ size }) => size));
        const as = run.forms.filter((form) => parts.isHeld(form));
        for (const form of as) held.add(form);
        for (const day of run.days) {
          const found = index.onDay(day).map((id) => [id, DAY_SCORE * length] as const);
          hits.push(hitsOf(mask, new Map(found)));
        }
        if (as.length === 0 && mayBeMistyped(run, query))
          for (const form of run.forms) {
            const found = parts.withAlike(form).map((owner) => [owner, 1] as const);
            hits.push(hitsOf(mask, new Map(found)));
          }
      }
      const reached = reachedBy(hits, query, without);
      const all = Math.log1p(index.size) || 1;
      return {
        owners: firstOf(reached, query, most, (owner) =>
          hasAll(identities.get(owner) ?? [], query),
        ),
        count: reached.size,
        held,
        words: words.map((word, nth) => ({
          ...word,
          rarity: Math.min(1, Math.log1p(index.size / Math.max(1, counts[nth] ?? 0)) / all),
        })),
      };
    },
  };
}

type Reach = Map<RecordId, { mask: number; score: number }>;

/** Everybody with something rare, or with the rarest of what was typed; with all else that they have of it. */
function reachedBy(
  hits: readonly Hits[],
  { needed }: Query,
  without: ReadonlySet<RecordId>,
): Reach {
  const reached: Reach = new Map();
  const isNeeded = ({ mask }: Hits) => needed.some((is, nth) => is && (mask & (1 << nth)) !== 0);
  const some = hits.filter(({ size }) => size > 0).toSorted((a, b) => a.size - b.size);
  const rarest = some.find(isNeeded);
  const isFree = (each: Hits) => each === rarest || each.size <= MANY;
  for (const each of some.filter(isFree))
    for (const [owner, score] of each.each()) {
      if (without.has(owner)) continue;
      const before = reached.get(owner);
      if (!before) reached.set(owner, { mask: each.mask, score });
      else {
        before.mask |= each.mask;
        before.score += score;
      }
    }
  for (const { mask, scoreOf } of some.filter((each) => !isFree(each)))
    for (const [owner, before] of reached) {
      const score = scoreOf(owner);
      if (score === 0) continue;
      before.mask |= mask;
      before.score += score;
    }
  return reached;
}

function mayBeMistyped({ from, to, forms: [form = ''] }: Run, { words }: Query): boolean {
  if (form.length < LEAST_ALIKE) return false;
  return to - from === 1 ? WITH_DIGIT.test(form) : to - from === words.length;
}

function maskOf({ from, to }: Run): number {
  return ((1 << to) - 1) & ~((1 << from) - 1);
}

/** True if the words and marks have everything that is needed, or all that was typed as one. */
function hasAll(held: readonly string[], { words, needed, runs }: Query): boolean {
  const has = (part: string): boolean => held.some((each) => each.includes(part));
  return (
    words.every((word, nth) => !needed[nth] || has(word)) ||
    runs.some(({ from, to, forms }) => to - from === words.length && forms.some(has))
  );
}

/** Those with most of the needed words first; among them, those whose own they are, then those with the highest score. */
function firstOf(
  reached: Reach,
  { needed }: Query,
  most: number,
  isOwn: (owner: RecordId) => boolean,
): readonly RecordId[] {
  const isCut = reached.size > most;
  const groups: { owner: RecordId; score: number; isFirst: boolean }[][] = needed.map(() => []);
  groups.push([]);
  for (const [owner, { mask, score }] of reached) {
    const count = needed.filter((is, nth) => is && (mask & (1 << nth)) !== 0).length;
    groups[count]?.push({ owner, score, isFirst: isCut && isOwn(owner) });
  }
  const found: RecordId[] = [];
  for (const group of groups.reverse()) {
    group.sort(
      (a, b) =>
        Number(b.isFirst) - Number(a.isFirst) || b.score - a.score || (a.owner < b.owner ? -1 : 1),
    );
    for (const { owner } of group) {
      if (found.length === most) return found;
      found.push(owner);
    }
  }
  return found;
}
