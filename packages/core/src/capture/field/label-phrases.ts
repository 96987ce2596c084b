/**
 * The readings of one label: as it is, with abbreviations written out, each half of `AKA / street name`, without the
 * words in brackets, and without words that do not change what it asks for ("Initial risk grading").
 */
import { labelWords } from './fold-label.js';
import dictionary from './label-dictionary.json' with { type: 'json' };
import { remembered } from './remembered.js';

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(dictionary.abbreviations),
);
const QUALIFIERS = new Set(dictionary.qualifiers);
/** Short words that carry meaning, and are not a prefix. */
const MEANINGFUL = new Set(
  'gp oic dad mum no not non id ip mac tax ni nhs cro asn vat co dr old new due end our per sub web fax day age sex'.split(
    ' ',
  ),
);
/** Most words of a label that is taken apart; labels are short. */
const MOST_WORDS = 9;

/** Folded phrases, the surest first; the first is the label itself. */
export const labelPhrases = remembered(phrasesOf);

function phrasesOf(label: string): readonly string[] {
  const whole = labelWords(label);
  const phrases = new Set([whole]);
  if (whole.split(' ').length > MOST_WORDS) return [...phrases];
  const bare = label.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').trim();
  const parts = [label, bare];
  for (const text of [bare, label.replace(/[()[\]]/g, ' / ')]) {
    const pieces = text.split(/\s*(?:\/|\||,|;|\bor\b|\band\b|&|\s[-–—]\s)\s*/i);
    if (pieces.length > 1) parts.push(...pieces);
  }
  for (const part of parts) phrases.add(labelWords(part));
  for (const phrase of [...phrases]) phrases.add(writtenOut(phrase));
  for (const phrase of [...phrases])
    for (const less of withoutQualifiers(phrase)) phrases.add(less);
  if (!/\s/.test(label.trim()))
    for (const phrase of [...phrases]) phrases.add(withoutPrefix(phrase));
  phrases.delete('');
  return [...phrases];
}

function writtenOut(phrase: string): string {
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

function* withoutQualifiers(phrase: string): Generator<string> {
  const words = phrase.split(' ');
  while (words.length > 1) {
    if (QUALIFIERS.has(words[0] ?? '')) words.shift();
    else if (QUALIFIERS.has(words.at(-1) ?? '')) words.pop();
    else return;
    yield words.join(' ');
  }
}
