/**
 * Which words of a page are its system’s and which are this record’s. Only the first may stand in an adapter, which goes
 * from desk to desk. In doubt a word is the record’s.
 */
import type { LabelledValue, LabelMethod, Reading } from '../page/reading.js';
import { labelWords } from './fold-label.js';
import dictionary from './label-dictionary.json' with { type: 'json' };
import common from './teach-words.json' with { type: 'json' };

export interface SystemWords {
  /** Whether a label is the system’s. How it was found matters: “Marlo: hello” in running text has no label. */
  isLabel(label: string, method?: LabelMethod): boolean;
  /** Whether a heading or title is the system’s: stricter, since many a heading is a name. */
  isHeading(heading: string): boolean;
  /** Whether an id, name or class of the markup has a word of a value in it. */
  holdsValue(name: string): boolean;
}

/** A value of this many words or fewer says something of somebody; a longer one is prose, where any word may stand. */
const MOST_WORDS = 5;
const LONGEST = 80;
/** Found by what stands near, and not by what markup says. */
const LOOSE: ReadonlySet<LabelMethod> = new Set(['text-run', 'adjacent', 'placeholder']);

const KNOWN = knownWords();

export function systemWordsOf({ values }: Pick<Reading, 'values'>): SystemWords {
  const { short, named } = wordsOfValues(values);
  const isRecords = (word: string) =>
    !isKnown(word) && (short.has(word.toLowerCase()) || named.has(word.toLowerCase()));
  const isHeading = (text: string): boolean => {
    if (!mayBeWords(text)) return false;
    const unknown = wordsOf(text).filter((word) => !isKnown(word));
    return (
      unknown.length < wordsOf(text).length &&
      unknown.every((word) => /^\p{Ll}/u.test(word) && !isRecords(word))
    );
  };
  return {
    isHeading,
    isLabel(label, method) {
      if (method !== undefined && LOOSE.has(method)) return isHeading(label);
      if (!mayBeWords(label)) return false;
      const words = wordsOf(label);
      const unknown = words.filter((word) => !isKnown(word));
      if (unknown.some(isRecords)) return false;
      const isName =
        words.length > 1 &&
        unknown.length === words.length &&
        words.every((word) => /^\p{Lu}/u.test(word));
      return words.length > 0 && !isName;
    },
    holdsValue: (name) =>
      /\d{3}/.test(name) || wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).some(isRecords),
  };
}

/** No number beyond “Address line 1”, no address of any kind, and no sentence. */
function mayBeWords(text: string): boolean {
  return (
    text.trim() !== '' &&
    text.length <= LONGEST &&
    !/\d{2}|@|:\/\/|www\.|[“”"«»]/.test(text) &&
    !/\p{L}{6,}[.!?]\s/u.test(text)
  );
}

function wordsOf(text: string): readonly string[] {
  return text.replace(/(?<=\p{L})[.’'](?=\p{L}\b)/gu, '').match(/\p{L}{2,}/gu) ?? [];
}

function isKnown(word: string): boolean {
  const plain = word.toLowerCase();
  return KNOWN.has(plain) || KNOWN.has(plain.replace(/(?:e?s)$/, ''));
}

function wordsOfValues(values: readonly LabelledValue[]) {
  const short = new Set<string>();
  const named = new Set<string>();
  for (const { value } of values) {
    const words = wordsOf(value);
    for (const word of words) {
      if (words.length <= MOST_WORDS) short.add(word.toLowerCase());
      if (/^\p{Lu}/u.test(word)) named.add(word.toLowerCase());
    }
  }
  return { short, named };
}

/** Every word of the dictionary of labels, and those that record systems share. */
function knownWords(): ReadonlySet<string> {
  const { owners, ownersWithin, facts, combined, paths } = dictionary;
  const lists: readonly (readonly string[])[] = [
    ...[owners, ownersWithin, facts, combined, paths].flatMap((named) => Object.values(named)),
    dictionary.never,
    dictionary.headingNoise,
    dictionary.kinds,
    dictionary.qualifiers,
    Object.keys(dictionary.abbreviations),
    dictionary.handleHeads,
    dictionary.handleTails,
  ];
  return new Set([
    ...lists.flat().flatMap((phrase) => labelWords(phrase).split(' ')),
    ...common.words.flatMap((line) => line.split(' ')),
  ]);
}
