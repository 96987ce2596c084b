/**
 * The ways in which one label can be read: as it stands, with abbreviations written out, each half of `AKA / street name`,
 * without what stands in brackets, and without words that do not change what it asks for ("Initial risk grading").
 */
import { labelWords } from './fold-label.js';
import dictionary from './label-dictionary.json' with { type: 'json' };

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(dictionary.abbreviations),
);
const QUALIFIERS = new Set(dictionary.qualifiers);
/** A label is a few words; nothing longer is taken apart. */
const MOST_WORDS = 9;

const known = new Map<string, readonly string[]>();
/** Labels repeat within a page and from page to page; what a page makes up is not kept for ever. */
const MOST_KNOWN = 5_000;

/** Folded phrases, the surest first; the first is the label itself. */
export function labelPhrases(label: string): readonly string[] {
  const found = known.get(label);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const phrases = phrasesOf(label);
  known.set(label, phrases);
  return phrases;
}

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
  phrases.delete('');
  return [...phrases];
}

function writtenOut(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join(' ');
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
