/**
 * The readings of one label: as it is, with abbreviations written out, without the words in brackets, and without words
 * that do not change what it asks for ("Initial risk grading"); then each half of `AKA / street name` alike.
 */
import { isOneWord, labelWords, shownText } from './fold-label.js';
import { isFormWord } from './label-form.js';
import forms from './label-forms.json' with { type: 'json' };
import { withoutMarks } from './label-marks.js';
import vocabulary from './label-vocabulary.json' with { type: 'json' };
import { remembered } from './remembered.js';

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(vocabulary.abbreviations),
);
const QUALIFIERS = new Set(vocabulary.qualifiers);
/** Words that a system puts round its own names for fields: `txtSurname`, `dob_value`. No person writes them. */
const WRAPPERS = new Set(forms.wrappers);
/** Short words that carry meaning, and are not a prefix. */
const MEANINGFUL = new Set(
  'gp oic dad mum no not non id ip mac tax ni nhs cro asn vat co dr old new due end our per sub web fax day age sex aka pet u'.split(
    ' ',
  ),
);
/** Most words of a label that is taken apart; labels are short. */
const MOST_WORDS = 9;
/** Longest text that is taken for a label: a longer one is a paragraph. */
export const LONGEST_LABEL = 300;

const BRACKET = /[([]/;
/** Signs and words between halves. */
const BETWEEN = /[/|,;&–—]|\b(?:or|and|neu)\b| - /i;

export interface LabelReadings {
  /** Folded phrases of the whole label, the surest first; the first is the label itself without its number. */
  readonly whole: readonly string[];
  /** True if words in brackets are not known: what stands before them may mean something else. */
  readonly isDoubtful: boolean;
  /** Folded phrases of each of its halves, if it has any. */
  readonly halves: readonly (readonly string[])[];
}

export const labelReadings = remembered(readingsOf);

/** Folded phrases, the surest first; the first is the label itself without its number. */
export const labelPhrases = remembered((label): readonly string[] => {
  const { whole, halves } = labelReadings(label);
  return halves.length === 0 ? whole : [...new Set([...whole, ...halves.flat()])];
});

function readingsOf(label: string): LabelReadings {
  if (label.length > LONGEST_LABEL) return { whole: [''], isDoubtful: false, halves: [] };
  const first = labelWords(label);
  const unmarked = withoutMarks(shownText(label));
  const bare = BRACKET.test(unmarked)
    ? unmarked.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').trim()
    : unmarked;
  const second = unmarked === label ? first : labelWords(unmarked);
  const whole = new Set([second, first]);
  if (second.split(' ').length > MOST_WORDS)
    return { whole: [...whole], isDoubtful: false, halves: [] };
  if (bare !== unmarked) whole.add(labelWords(bare));
  extend(whole, label);
  const isDoubtful = bare !== unmarked && !isHint(second, bare);
  if (bare === unmarked && !BETWEEN.test(bare))
    return { whole: [...whole], isDoubtful, halves: [] };
  const parted = piecesOf(bare);
  const pieces = parted.length > 1 ? parted : piecesOf(unmarked.replace(/[()[\]]/g, ' / '));
  const halves = pieces.length < 2 ? [] : pieces.map((piece) => phrasesOfHalf(piece, label));
  return { whole: [...whole], isDoubtful, halves };
}

const HINTS = new Set(forms.hints);
/** A number, or letters that stand for one: `DD`, `yyyy`. */
const PATTERN = /^(?:\d+|[a-z]|d+|m+|y+|h+)$/;

/** True if the words that brackets add to a label are all known. */
function isHint(whole: string, bare: string): boolean {
  const own = new Set(labelWords(bare).split(' '));
  return whole
    .split(' ')
    .every((word) => own.has(word) || HINTS.has(word) || PATTERN.test(word) || isFormWord(word));
}

function piecesOf(text: string): readonly string[] {
  return text
    .split(/\s*(?:\/|\||,|;|\bor\b|\band\b|\bneu\b|&|\s[-–—]\s)\s*/i)
    .filter((piece) => /[\p{L}\d]/u.test(piece));
}

function phrasesOfHalf(piece: string, label: string): readonly string[] {
  const phrases = new Set([labelWords(piece)]);
  extend(phrases, label);
  return [...phrases];
}

/** Adds what the phrases say with abbreviations written out, and without what does not matter. */
function extend(phrases: Set<string>, label: string): void {
  const isName = isOneWord(label);
  for (const phrase of [...phrases]) phrases.add(writtenOut(phrase));
  for (const phrase of [...phrases])
    for (const less of withoutQualifiers(phrase, isName)) phrases.add(less);
  if (isName) for (const phrase of [...phrases]) phrases.add(withoutPrefix(phrase));
  phrases.delete('');
}

/** The phrase with its abbreviations in full. */
export function writtenOut(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join(' ');
}

/** A phrase without the prefix that a system puts before all its field names: `ccDateOfBirth`, `frm_surname`. */
function withoutPrefix(phrase: string): string {
  const [first = '', ...rest] = phrase.split(' ');
  const isPrefix = first.length <= 3 && !MEANINGFUL.has(first) && !ABBREVIATIONS.has(first);
  return isPrefix && rest.length > 0 ? rest.join(' ') : phrase;
}

function* withoutQualifiers(phrase: string, isName: boolean): Generator<string> {
  const words = phrase.split(' ');
  const isLess = (word = '') => QUALIFIERS.has(word) || (isName && WRAPPERS.has(word));
  while (words.length > 1) {
    if (isLess(words[0])) words.shift();
    else if (isLess(words.at(-1))) words.pop();
    else return;
    yield words.join(' ');
  }
}
