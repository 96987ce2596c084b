/**
 * The words and marks of everybody on record. It says whom to look at for a query; their texts, read again, say how well
 * they fit. It holds no text, only words: none of them is taken back out into an answer.
 */
import MiniSearch, { type QueryCombination } from 'minisearch';
import { formsOf } from '../../match/name-words.js';
import type { RecordId } from '../../shared/primitives.js';
import { mostApart, nearness, stemOf, swapsOf } from './nearness.js';
import { partIndex } from './part-index.js';
import { isOfSentence, type Query, type Run } from './query.js';
import type { FoundText } from './record-texts.js';
import { dayTerm, dayTerms } from './sought-day.js';
import { soundOf } from './sound.js';
import { marksOfLine, marksOfProse, wordsIn } from './words.js';

/** What a word of a query reaches. */
export interface WordReach {
  /** Words on record that it may be, with how near each is: 1 is the same. */
  readonly terms: ReadonlyMap<string, number>;
  readonly sound: string | undefined;
  /** From nearly 0 for a word that everybody has to 1 for one that a single person has. */
  readonly rarity: number;
}

export interface Reached {
  /** Those who have most of the words first, at most as many as were asked for. */
  readonly owners: readonly RecordId[];
  readonly count: number;
  readonly words: readonly WordReach[];
  /** Forms of runs that somebody has as they were typed: then none of them is a typing error. */
  readonly held: ReadonlySet<string>;
}

export interface TextIndex {
  readonly size: number;
  /** Adds the owner’s texts, or replaces the earlier ones. */
  put(owner: RecordId, texts: readonly FoundText[]): void;
  drop(owner: RecordId): void;
  reach(query: Query, most: number, without: ReadonlySet<RecordId>): Reached;
  /** Clears the words out that nobody on record has any longer. */
  clear(): Promise<void>;
}

interface Owned {
  readonly id: RecordId;
}
type Field = 'own' | 'line' | 'prose';

type MiniQuery = QueryCombination;

const FIELDS = ['own', 'line', 'prose'];
const NOT_PROSE = ['own', 'line'];
const BOOST = { own: 6, line: 3, prose: 1 };
const SOUND = '~';
const WITH_DIGIT = /\d/;
/** A shorter beginning is looked for in names and lines alone: half of all narratives have a word that begins so. */
const LEAST_IN_PROSE = 3;
const LEAST_ALIKE = 5;
/** Of a word that is not as it was typed. */
const NEAR_WORTH = 0.2;
const PART_SCORE = 12;
const DAY_SCORE = 24;
const NONE: ReadonlyMap<string, number> = new Map();

export function textIndex(): TextIndex {
  let adding: Readonly<Record<Field, readonly string[]>> = { own: [], line: [], prose: [] };
  const index = new MiniSearch<Owned>({
    fields: FIELDS,
    // The words of an owner are at hand already, each once; those of a query are given one by one.
    extractField: (owned, name) => (name === 'id' ? owned.id : ''),
    tokenize: (word, field) => (field === undefined ? [word] : [...adding[field as Field]]),
    processTerm: (term) => term,
  });
  const parts = partIndex<RecordId>();

  /** Owners with a word near to this one, each with a score. */
  const near = (word: string) => {
    const terms = new Map<string, number>();
    const owners = new Map<RecordId, number>();
    if (WITH_DIGIT.test(word)) return { terms: NONE, owners };
    const sound = soundOf(word);
    const forms = formsOf(word);
    const stem = stemOf(word);
    const take = (queries: readonly MiniQuery[], worth: number): void => {
      for (const { id, score, terms: own } of index.search(
        { combineWith: 'OR', queries: [...queries] },
        { boost: BOOST },
      )) {
        let isNear = false;
        for (const term of own) {
          const known =
            terms.get(term) ?? (term === SOUND + sound ? 1 : nearness(word, term, forms));
          terms.set(term, known);
          if (known > 0) isNear = true;
        }
        if (isNear) owners.set(id, Math.max(owners.get(id) ?? 0, score * worth));
      }
    };
    const fields = word.length === 1 ? ['own'] : word.length < LEAST_IN_PROSE ? NOT_PROSE : FIELDS;
    take([{ queries: [word], prefix: true, fields }], 1);
    const isThere = owners.size > 0;
    take(
      [
        { queries: [...swapsOf(word)], fields: NOT_PROSE },
        { queries: [...forms], fields: ['own'] },
        { queries: stem === undefined ? [] : [stem], prefix: true, fields: ['line', 'prose'] },
        { queries: sound === undefined ? [] : [SOUND + sound], fields: ['own'] },
      ],
      NEAR_WORTH,
    );
    // A name may always be mistyped; any other word only if nobody has it as it was typed.
    if (mostApart(word) > 0)
      take(
        [
          {
            queries: [word],
            fuzzy: mostApart(word),
            maxFuzzy: 2,
            fields: isThere ? ['own'] : FIELDS,
          },
        ],
        NEAR_WORTH,
      );
    return { terms, owners };
  };

  return {
    get size() {
      return index.documentCount;
    },
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
        for (const word of wordsIn(text)) {
          if (WITH_DIGIT.test(word) || (sort === 'prose' && isOfSentence(word))) continue;
          field.add(word);
          const sound = sort === 'own' ? soundOf(word) : undefined;
          if (sound !== undefined) field.add(SOUND + sound);
        }
        if (sort !== 'code')
          for (const mark of sort === 'prose' ? marksOfProse(text) : marksOfLine(text))
            marks.add(mark);
      }
      if (index.has(owner)) index.discard(owner);
      adding = { own: [...words.own], line: [...words.line], prose: [...words.prose] };
      index.add({ id: owner });
      parts.put(owner, [...marks]);
    },
    drop(owner) {
      if (index.has(owner)) index.discard(owner);
      parts.drop(owner);
    },
    async clear() {
      parts.clear();
      await index.vacuum();
    },
    reach(query, most, without) {
      const reached = new Map<RecordId, { mask: number; score: number }>();
      const touch = (owner: RecordId, mask: number, score: number): void => {
        if (without.has(owner)) return;
        const before = reached.get(owner);
        if (!before) reached.set(owner, { mask, score });
        else {
          before.mask |= mask;
          before.score += score;
        }
      };
      const counts = query.words.map(() => 0);
      const words = query.words.map((word, nth) => {
        const { terms, owners } = near(word);
        counts[nth] = owners.size;
        for (const [owner, score] of owners) touch(owner, 1 << nth, score);
        return { terms, sound: soundOf(word) };
      });
      const heldForms = new Set<string>();
      for (const run of query.runs) {
        const [mask, length] = [maskOf(run), run.to - run.from];
        const held = new Set<RecordId>();
        for (const form of run.forms)
          for (const owner of parts.withPart(form)) {
            held.add(owner);
            heldForms.add(form);
          }
        if (length === 1) counts[run.from] = Math.max(counts[run.from] ?? 0, held.size);
        for (const owner of held) touch(owner, mask, PART_SCORE * length);
        for (const day of run.days)
          for (const { id } of index.search({ queries: [dayTerm(day)], combineWith: 'OR' }))
            touch(id, mask, DAY_SCORE * length);
        if (held.size === 0 && mayBeMistyped(run, query))
          for (const form of run.forms)
            for (const owner of parts.withAlike(form)) touch(owner, mask, 1);
      }
      const all = Math.log1p(index.documentCount) || 1;
      return {
        owners: firstOf(reached, query, most),
        count: reached.size,
        held: heldForms,
        words: words.map((word, nth) => ({
          ...word,
          rarity: Math.log1p(index.documentCount / Math.max(1, counts[nth] ?? 0)) / all,
        })),
      };
    },
  };
}

function mayBeMistyped({ from, to, forms: [form = ''] }: Run, { words }: Query): boolean {
  if (form.length < LEAST_ALIKE) return false;
  return to - from === 1 ? WITH_DIGIT.test(form) : to - from === words.length;
}

function maskOf({ from, to }: Run): number {
  return ((1 << to) - 1) & ~((1 << from) - 1);
}

/** Those with most of the needed words first; among them, those with the highest score. */
function firstOf(
  reached: ReadonlyMap<RecordId, { readonly mask: number; readonly score: number }>,
  { needed }: Query,
  most: number,
): readonly RecordId[] {
  const groups: { owner: RecordId; score: number }[][] = needed.map(() => []);
  groups.push([]);
  for (const [owner, { mask, score }] of reached) {
    const count = needed.filter((is, nth) => is && (mask & (1 << nth)) !== 0).length;
    groups[count]?.push({ owner, score });
  }
  const found: RecordId[] = [];
  for (const group of groups.reverse()) {
    group.sort((a, b) => b.score - a.score || (a.owner < b.owner ? -1 : 1));
    for (const { owner } of group) {
      if (found.length === most) return found;
      found.push(owner);
    }
  }
  return found;
}
