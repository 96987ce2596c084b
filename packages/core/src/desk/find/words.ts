/** The words of a text, and its marks: numbers, handles and references, of which a part may be known. */
import { foldWhole } from '../../match/fold.js';

const ASCII = /^[\x20-\x7e\s]*$/;
const ASCII_WORDS = /[a-z0-9]+/g;
const WORDS = /[\p{L}\p{N}]+/gu;
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
/** A word with the signs inside it that folding takes away. */
const WORDS_AS_WRITTEN = /[\p{L}\p{N}\p{M}\p{Cf}'’‘ʼ`´]+/gu;
/** Signs in one piece of text that make it a handle, an address or a reference. */
const SHAPED = /\d|[_@]|\p{L}\.\p{L}/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const NUMBERS = /\+?\(?\d(?:[\s().\-/]{0,3}\d){5,}/g;
const LONGEST_WORD = 40;
/** The longest line that is one mark as a whole; a longer one is prose. */
const LONGEST_MARK = 80;
const DIGITS = /^\d+$/;

/** The words in the form that is compared. */
export function wordsIn(text: string): readonly string[] {
  const found = ASCII.test(text)
    ? text.toLowerCase().replace(/['`]/g, '').match(ASCII_WORDS)
    : foldWhole(text).match(WORDS);
  return found?.map((word) => word.slice(0, LONGEST_WORD)) ?? [];
}

export interface WrittenWord {
  readonly word: string;
  /** Its place in the text as written. */
  readonly from: number;
  readonly to: number;
}

/** The words with their places in the text as written. */
export function writtenWords(text: string): readonly WrittenWord[] {
  return [...text.matchAll(WORDS_AS_WRITTEN)].flatMap(({ 0: written, index }) => {
    const [word] = wordsIn(written);
    return word === undefined ? [] : [{ word, from: index, to: index + written.length }];
  });
}

/** Letters and digits only, in the form that is compared. */
export function packedWhole(text: string): string {
  return ASCII.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : foldWhole(text).replace(NOT_WORDS, '');
}

/** The marks of one line: itself, if it is short enough, and the telephone numbers in it. */
export function marksOfLine(line: string): readonly string[] {
  const whole = line.length <= LONGEST_MARK ? packedWhole(line) : '';
  if (whole === '') return marksOfProse(line);
  return distinct([whole, ...numbersIn(line).filter((number) => !whole.includes(number))]);
}

/** The marks in running text: its telephone numbers, and whatever is shaped like a handle or a reference. */
export function marksOfProse(text: string): readonly string[] {
  // Most narratives have none.
  if (!SHAPED.test(text)) return [];
  const shaped = text.split(/\s+/).flatMap((piece) => {
    if (!SHAPED.test(piece)) return [];
    const bare = piece.replace(EDGES, '');
    return bare.length > 2 && bare.length <= LONGEST_MARK && SHAPED.test(bare)
      ? [packedWhole(bare)]
      : [];
  });
  return distinct([...shaped, ...numbersIn(text)]);
}

/**
 * The forms in which marks may hold what was typed: a number with the code of the country, with or without the sign for
 * it, is held as it is dialled within the United Kingdom.
 */
export function markForms(packed: string): readonly string[] {
  return DIGITS.test(packed) ? distinct([packed, dialled(packed)]) : [packed];
}

function numbersIn(text: string): readonly string[] {
  return (text.match(NUMBERS) ?? []).flatMap((written) => {
    const digits = written.replace(/\D+/g, '');
    return digits.length > 15 ? [] : [dialled(digits)];
  });
}

/** “+44 (0)7700 900123”, “0044 7700 900123” and “07700 900123” give the same digits. */
function dialled(digits: string): string {
  const abroad = digits.replace(/^00/, '');
  if (!abroad.startsWith('44') || abroad.length < 5) return digits;
  return `0${abroad.slice(2).replace(/^0+/, '')}`;
}

function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}
