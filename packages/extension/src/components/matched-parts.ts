/**
 * Parts of a text, marked where it has what was typed. Letters are compared folded, as lists compare them; a text that was
 * found by an error in what was typed has no mark, nor has the month of a date where what was typed is a name.
 */
import { foldText, monthNumber, wordsOf } from '@cyber-prevent/core';

export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Shorter words are marked only at the start of a word: inside others they are everywhere. */
const LEAST_INSIDE = 3;
/** A letter with the marks that belong to it. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const ENDS_A_WORD = /[\p{L}\p{N}]$/u;
const DATES = /(?<![\p{L}\p{N}])(\d{1,2}) (\p{L}{3,9}) (\d{4})(?![\p{L}\p{N}])/gu;
/** A day as it may be typed: *02*, *2nd*. */
const AROUND_DAY = /^0|(?:st|nd|rd|th)$/g;

/** @param within - pieces of the text that may be marked; all of it by default */
export function matchedParts(
  text: string,
  typed: string,
  within: readonly string[] = [text],
): readonly TextPart[] {
  const words = wordsOf(typed)
    .map((word) => word.replace(EDGES, ''))
    .filter(Boolean);
  const isMarked = new Set<number>();
  for (const piece of words.length > 0 ? within : []) {
    const start = piece === '' ? -1 : text.indexOf(piece);
    if (start < 0) continue;
    const letters = foldedLetters(piece);
    const months = monthsIn(piece);
    for (const [nth, word] of words.entries())
      for (const { from, to } of placesOf(letters, word)) {
        const month = months.find((each) => from >= each.from && to <= each.to);
        if (month && !isReadAsDate(words, nth, month)) continue;
        for (let at = from; at < to; at += 1) isMarked.add(start + at);
      }
  }
  return joinedParts(text, isMarked);
}

interface FoldedLetters {
  readonly folded: string;
  /** For each unit of the folded text, the place of its letter in the text as written. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

function foldedLetters(text: string): FoldedLetters {
  let folded = '';
  const places: FoldedLetters['places'][number][] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    // A separator folds to nothing by itself.
    const compared = foldText(letter) || ' ';
    const place = { from: index, to: index + letter.length };
    folded += compared;
    for (let unit = 0; unit < compared.length; unit += 1) places.push(place);
  }
  return { folded, places };
}

function placesOf({ folded, places }: FoldedLetters, word: string) {
  const found: { readonly from: number; readonly to: number }[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    const [first, last] = [places[at], places[at + word.length - 1]];
    const isStart = !ENDS_A_WORD.test(folded.slice(0, at));
    // Only whole letters: one that is folded to two is not marked for half of it.
    const isWhole = first !== places[at - 1] && last !== places[at + word.length];
    if (first && last && isWhole && (isStart || word.length >= LEAST_INSIDE))
      found.push({ from: first.from, to: last.to });
  }
  return found;
}

/** The month of a date in a text. */
interface WrittenMonth {
  readonly from: number;
  readonly to: number;
  readonly day: string;
  readonly year: string;
}

function monthsIn(text: string): readonly WrittenMonth[] {
  return [...text.matchAll(DATES)].flatMap(
    ({ 1: day = '', 2: month = '', 3: year = '', index }) => {
      const from = index + day.length + 1;
      return monthNumber(month) === undefined ? [] : [{ from, to: from + month.length, day, year }];
    },
  );
}

/** True if the word was typed as the month of this date, next to its day or its year. */
function isReadAsDate(words: readonly string[], nth: number, { day, year }: WrittenMonth): boolean {
  const isNumber = (word = ''): boolean => word === year || word.replace(AROUND_DAY, '') === day;
  return (
    monthNumber(words[nth] ?? '') !== undefined &&
    (isNumber(words[nth - 1]) || isNumber(words[nth + 1]))
  );
}

function joinedParts(text: string, isMarked: ReadonlySet<number>): readonly TextPart[] {
  const parts: { text: string; isMatch: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isMatch = isMarked.has(at);
    const last = parts.at(-1);
    if (last?.isMatch === isMatch) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), isMatch });
  }
  return parts;
}
