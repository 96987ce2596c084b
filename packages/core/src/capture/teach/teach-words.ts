/**
 * Words of a page that are its system's, and those that are this record's. Only the first may be in an adapter, which
 * goes from desk to desk. If in doubt, a word is the record's.
 */

import type { LabelledValue, LabelMethod } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { foldLabel, labelWords } from '../field/fold-label.js';
import { isGivenName } from '../field/given-name.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import vocabulary from '../field/label-vocabulary.json' with { type: 'json' };
import { suggestPath } from '../name/suggest-path.js';
import { textsOn } from '../proof/proof-leak.js';
import type { SystemWords } from './system-words.js';
import type { TaughtPage } from './taught.js';
import { namesSomebody, wordsElsewhere } from './teach-name.js';
import type { Target } from './teach-target.js';
import common from './teach-words.json' with { type: 'json' };

/** Most words of a value that identifies somebody; a longer one is prose, which may contain any word. */
const MOST_WORDS = 5;
const LONGEST = 80;
const NAME_PARTS: ReadonlySet<FieldPath> = new Set([
  'subject.givenNames',
  'subject.familyName',
  'subject.aliases[]',
]);
/** Ways of finding a label by its position and not by markup. */
const LOOSE: ReadonlySet<LabelMethod> = new Set(['text-run', 'adjacent', 'placeholder']);

/** “Referral #7” is the heading of one record; as a label, “Phone #2” is the system’s. */
const NUMBERED = /#\s*\d/;
const POSSESSIVE = /(?<=\p{L})(?:['‘’ʼ`´]s|(?<=s)['‘’ʼ`´])(?!\p{L})/giu;

const KNOWN = knownWords();
const COMMON: ReadonlySet<string> = new Set(common.words.flatMap((line) => line.split(' ')));

export interface SaidOfPage {
  /** Labels and headings that a person assigns to the record. */
  readonly hidden?: readonly string[];
  /** Values that were pointed at, even if the reading does not have them. */
  readonly pointedAt?: readonly Pick<Target, 'path' | 'text'>[];
}

export function systemWordsOf(
  { reading, snapshot }: TaughtPage,
  { hidden = [], pointedAt = [] }: SaidOfPage = {},
): SystemWords {
  const never = new Set(hidden.map(foldLabel));
  const { short, named, names, numbers } = wordsOfValues(reading.values, pointedAt);
  const isKnown = (word: string): boolean =>
    isIn(KNOWN, word) || (isIn(COMMON, word) && !names.has(word.toLowerCase()));
  const isRecords = (word: string) =>
    !isKnown(word) && (short.has(word.toLowerCase()) || named.has(word.toLowerCase()));
  const elsewhere = wordsElsewhere({ reading, snapshot });
  const isSomebodys = (word: string, text: string): boolean =>
    isRecords(word) || isGivenName(word) || elsewhere(word, text);
  const isHeading = (text: string): boolean => {
    if (!mayBeWords(text) || NUMBERED.test(text) || never.has(foldLabel(text))) return false;
    const words = wordsOf(text);
    return words.length > 0 && words.every((word) => isKnown(word) && !isGivenName(word));
  };
  const isLabel = (label: string, method?: LabelMethod): boolean => {
    if (method !== undefined && LOOSE.has(method)) return isHeading(label);
    if (!mayBeWords(label) || never.has(foldLabel(label))) return false;
    const words = wordsOf(label);
    const unknown = new Set(words.filter((word) => !isKnown(word) || isGivenName(word)));
    return (
      words.some((word) => !unknown.has(word)) &&
      ![...unknown].some((word) => isSomebodys(word, label)) &&
      !namesSomebody(label, unknown)
    );
  };
  let found: ReadonlySet<string> | undefined;
  return {
    isHeading,
    isLabel,
    isKnown,
    somebodyIn: (text) =>
      wordsOf(text).find((word) => !isIn(KNOWN, word) && names.has(word.toLowerCase())) ??
      text.match(/\d{3,}/g)?.find((number) => numbers.has(number)),
    holdsValue(name) {
      if (/\d{3}/.test(name)) return true;
      found ??= unknownWordsOn(snapshot, isKnown);
      const parts = wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
      const letters = name.toLowerCase().replace(/[^\p{L}]/gu, '');
      return (
        parts.some(
          (word) => isRecords(word) || isGivenName(word) || found?.has(word.toLowerCase()),
        ) || [...found].some((word) => word.length >= LONG_WORD && letters.includes(word))
      );
    },
  };
}

/** Least length of a word in an id such as `marloquill`, which joins words together. */
const LONG_WORD = 4;

/** Every word shown anywhere, except those that any system has. */
function unknownWordsOn(
  snapshot: PageSnapshot,
  isKnown: (word: string) => boolean,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of textsOn(snapshot))
    for (const word of wordsOf(text)) if (!isKnown(word)) words.add(word.toLowerCase());
  return words;
}

/** True for a text with no number beyond “Address line 1”, no address of any kind, and no sentence. */
function mayBeWords(text: string): boolean {
  return (
    text.trim() !== '' &&
    text.length <= LONGEST &&
    !/\d{2}|@|:\/\/|www\.|[“”"«»]/.test(text) &&
    !/\p{L}{6,}[.!?]\s/u.test(text)
  );
}

/** Words without the “s” of a possessive; invisible marks do not split a word. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(POSSESSIVE, '')
    .replace(/(?<=\p{L})[.’'](?=\p{L}\b)/gu, '');
  return plain.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}

function isIn(list: ReadonlySet<string>, word: string): boolean {
  const plain = word.toLowerCase();
  return (
    list.has(plain) || list.has(plain.replace(/e?s$/, '')) || list.has(plain.replace(/s$/, ''))
  );
}

function wordsOfValues(
  values: readonly LabelledValue[],
  pointedAt: NonNullable<SaidOfPage['pointedAt']>,
) {
  const short = new Set<string>();
  const named = new Set<string>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  const all = [
    ...values.map((value) => ({ text: value.value, path: suggestPath(value) })),
    ...pointedAt,
  ];
  for (const { text, path } of all) {
    const words = wordsOf(text);
    for (const [number] of text.matchAll(/\d{3,}/g)) numbers.add(number);
    const isName = words.length <= MOST_WORDS && isNameOfPerson(path);
    for (const word of words) {
      if (isName) names.add(word.toLowerCase());
      if (words.length <= MOST_WORDS) short.add(word.toLowerCase());
      if (/^\p{Lu}/u.test(word)) named.add(word.toLowerCase());
    }
  }
  return { short, named, names, numbers };
}

/** True for a path of names: Mark Ward is a name, though a mark and a ward are common words. */
function isNameOfPerson(path: FieldPath | undefined): boolean {
  return path !== undefined && (fieldOf(path).read === 'name' || NAME_PARTS.has(path));
}

/** Every word of the dictionary of labels; the wider vocabulary has words that addresses and names have too. */
function knownWords(): ReadonlySet<string> {
  const { owners, ownersWithin, facts, combined, paths } = dictionary;
  const lists: readonly (readonly string[])[] = [
    ...[owners, ownersWithin, facts, combined, paths].flatMap((named) => Object.values(named)),
    dictionary.never,
    dictionary.headingNoise,
    dictionary.kinds,
    vocabulary.qualifiers,
    Object.keys(vocabulary.abbreviations),
    vocabulary.handleHeads,
    vocabulary.handleTails,
  ];
  return new Set(lists.flat().flatMap((phrase) => labelWords(phrase).split(' ')));
}
