/** The words of everybody on record: who has a word as it was typed, and who has one that it may be a typing error of. */
import MiniSearch, { type QueryCombination } from 'minisearch';
import { formsOf } from '../../match/name-words.js';
import type { RecordId } from '../../shared/primitives.js';
import { mostApart, nearness, stemOf, swapsOf } from './nearness.js';
import { dayTerm, type SoughtDay } from './sought-day.js';
import { soundOf } from './sound.js';

/** `own`: names of the person. `line`: what is known in short. `prose`: narratives. */
export type WordField = 'own' | 'line' | 'prose';
export type OwnedWords = Readonly<Record<WordField, ReadonlySet<string>>>;

/** Owners with a word near to one that was typed. */
export interface NearWords {
  /** Words on record that it may be, with how near each is: 1 is the same. */
  readonly terms: ReadonlyMap<string, number>;
  /** Those who have one of them, with a score by which only these owners are compared. */
  readonly owners: ReadonlyMap<RecordId, number>;
}

export interface WordIndex {
  readonly size: number;
  /** Adds the owner’s words, or replaces the earlier ones. */
  put(owner: RecordId, words: OwnedWords): void;
  drop(owner: RecordId): void;
  near(word: string): NearWords;
  onDay(day: SoughtDay): readonly RecordId[];
  /** Clears the words out that nobody has any longer. */
  clear(): Promise<void>;
}

const FIELDS: readonly WordField[] = ['own', 'line', 'prose'];
const NOT_PROSE = ['own', 'line'];
const BOOST = { own: 6, line: 3, prose: 1 };
const SOUND = '~';
/** A shorter beginning is looked for in names and lines alone: half of all narratives have a word that begins so. */
const LEAST_IN_PROSE = 3;
/** Share of the worth of a word that differs from what was typed. */
const NEAR_WORTH = 0.2;
const NO_WORDS: OwnedWords = { own: new Set(), line: new Set(), prose: new Set() };

export function wordIndex(): WordIndex {
  let adding = NO_WORDS;
  const index = new MiniSearch<{ readonly id: RecordId }>({
    fields: [...FIELDS],
    // The words of an owner are at hand already, each once; those of a query are given one by one.
    extractField: (owned, name) => (name === 'id' ? owned.id : ''),
    tokenize: (word, field) => (field === undefined ? [word] : [...adding[field as WordField]]),
    processTerm: (term) => term,
  });
  const search = (queries: readonly QueryCombination[]) =>
    index.search({ combineWith: 'OR', queries: [...queries] }, { boost: BOOST });

  return {
    get size() {
      return index.documentCount;
    },
    put(owner, words) {
      if (index.has(owner)) index.discard(owner);
      const own = new Set(words.own);
      for (const word of words.own) {
        const sound = soundOf(word);
        if (sound !== undefined) own.add(SOUND + sound);
      }
      adding = { ...words, own };
      index.add({ id: owner });
      adding = NO_WORDS;
    },
    drop(owner) {
      if (index.has(owner)) index.discard(owner);
    },
    near(word) {
      const terms = new Map<string, number>();
      const owners = new Map<RecordId, number>();
      const [sound, forms, stem] = [soundOf(word), formsOf(word), stemOf(word)];
      const take = (queries: readonly QueryCombination[], worth: number): void => {
        for (const { id, score, terms: own } of search(queries)) {
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
      const fields =
        word.length === 1 ? ['own'] : word.length < LEAST_IN_PROSE ? NOT_PROSE : [...FIELDS];
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
      const most = mostApart(word);
      // A name may always be mistyped; any other word only if nobody has it as it was typed.
      const mistyped = isThere ? ['own'] : [...FIELDS];
      if (most > 0)
        take([{ queries: [word], fuzzy: most, maxFuzzy: 2, fields: mistyped }], NEAR_WORTH);
      return { terms, owners };
    },
    onDay: (day) => search([{ queries: [dayTerm(day)] }]).map(({ id }) => id),
    clear: () => index.vacuum(),
  };
}
