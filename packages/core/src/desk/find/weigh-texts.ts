/**
 * Fit of the texts of one person to a query. Each word, or run of words, is matched where it fits best; of all ways to
 * divide the query, the one that matches most of its words counts.
 */
import { editDistance } from '../../match/edit-distance.js';
import { RECORD_LABELS } from '../../record/kind-name.js';
import { SHARED_KINDS } from '../../record/shared-kind.js';
import { mostApart } from './nearness.js';
import type { Query, Run } from './query.js';
import type { FoundText, TextSort } from './record-texts.js';
import { isDay } from './sought-day.js';
import { soundOf } from './sound.js';
import type { Reached, WordReach } from './text-index.js';
import { marksOfLine, marksOfProse, wordsIn } from './words.js';

/** A text that part of the query was found in. */
export interface Fit {
  readonly text: FoundText;
  /** The word or the part that was found, in the form that is compared; absent for a day or a label. */
  readonly said?: string;
}

export interface Fitting {
  /** True if every word of the query that is needed was found. */
  readonly isWhole: boolean;
  /** True if a word is there with a typing error, by its sound or with another ending. */
  readonly isNear: boolean;
  /** Share of the needed words that were found, 0 to 1. */
  readonly share: number;
  readonly score: number;
  /** The places, best first; a text once. */
  readonly fits: readonly Fit[];
}

interface Best extends Fit {
  readonly score: number;
  readonly isNear?: boolean;
}

/** The worth of a word found in a text of the sort. */
const WORTH: Readonly<Record<TextSort, number>> = {
  own: 10,
  'own-day': 8,
  line: 6,
  prose: 2.5,
  day: 2,
  code: 1.5,
};
/** The word is in the label of a field or kind that the person has: “school”, “referral”. */
const LABEL_WORTH = 0.4;
/** Share of the worth that is left in a record that several people have. */
const SHARED = 0.6;
const SOUND_NEAR = 0.35;
/** Letters by which two spellings of one sound may differ in length. */
const MOST_SILENT = 4;
const LEAST_SOUNDS = 3;
/** A name with a typing error is worth less than a word of a narrative as it was typed. */
const NOT_AS_TYPED = 0.4;
const TOGETHER = 0.1;
const ONE_PIECE = 1.6;
const WHOLE_MARK = 1.2;
const BEGINS = 0.85;
const ENDS = 0.8;
const WITHIN = 0.7;
const LETTERS_WITHIN = 0.45;
const MISTYPED_MARK = 0.45;
const WITH_DIGIT = /\d/;

interface Prepared {
  readonly text: FoundText;
  readonly worth: number;
  readonly words: readonly string[];
  readonly marks: readonly string[];
  readonly labels: readonly string[];
}

export function weighTexts(
  query: Query,
  { words: reach, held }: Pick<Reached, 'words' | 'held'>,
  texts: readonly FoundText[],
): Fitting {
  const found: { readonly from: number; readonly to: number; readonly best: Best }[] = [];
  for (const each of texts.map(prepare)) {
    const own: typeof found = [];
    for (const [from, word] of query.words.entries()) {
      const best = wordIn(each, word, reach[from]);
      if (best) own.push({ from, to: from + 1, best });
    }
    for (const run of query.runs) {
      const best = runIn(each, run, { query, held });
      if (best) own.push({ from: run.from, to: run.to, best });
    }
    // Words that are together in one text say more than the same words here and there.
    const count = query.words.filter((_, at) => own.some(({ from, to }) => from <= at && at < to));
    const more = 1 + TOGETHER * Math.max(0, count.length - 1);
    for (const { from, to, best } of own)
      found.push({ from, to, best: { ...best, score: best.score * more } });
  }
  const best = new Map<string, Best>();
  for (const each of found) {
    const key = `${each.from} ${each.to}`;
    if (each.best.score > (best.get(key)?.score ?? 0)) best.set(key, each.best);
  }
  return bestCover(query, reach, best);
}

function prepare(text: FoundText): Prepared {
  const { kind, label, sort } = text;
  const isDate = sort === 'day' || sort === 'own-day';
  return {
    text,
    worth: WORTH[sort] * (SHARED_KINDS.has(kind) ? SHARED : 1),
    words: isDate ? [] : wordsIn(text.text),
    marks:
      isDate || sort === 'code'
        ? []
        : sort === 'prose'
          ? marksOfProse(text.text)
          : marksOfLine(text.text),
    labels: wordsIn(`${label} ${RECORD_LABELS[kind].one}`),
  };
}

function wordIn(
  { text, worth, words, labels }: Prepared,
  word: string,
  reach: WordReach | undefined,
): Best | undefined {
  let found: Best | undefined;
  const isOwn = text.sort === 'own';
  for (const held of words) {
    const near =
      reach?.terms.get(held) || plainly(held, word) || (isOwn ? sounding(held, word, reach) : 0);
    const isNear = !held.startsWith(word);
    const score = near * worth * (isNear ? NOT_AS_TYPED : 1);
    if (score > (found?.score ?? 0)) found = { score, text, said: held, isNear };
  }
  const isLabel = labels.some(
    (label) => label === word || (word.length > 2 && label.startsWith(word)),
  );
  return !found && isLabel ? { score: LABEL_WORTH, text } : found;
}

/** For words with digits, which the index holds as marks only. */
function plainly(held: string, word: string): number {
  if (held === word) return 1;
  return WITH_DIGIT.test(word) && word.length > 1 && held.startsWith(word) ? BEGINS : 0;
}

function sounding(held: string, word: string, reach: WordReach | undefined): number {
  if (reach?.sound === undefined || Math.abs(held.length - word.length) > MOST_SILENT) return 0;
  // “Rowan” and “Wren” have the same two sounds.
  if (reach.sound.length < LEAST_SOUNDS && held[0] !== word[0]) return 0;
  return soundOf(held) === reach.sound ? SOUND_NEAR : 0;
}

function runIn(
  { text, worth, marks, words }: Prepared,
  { from, to, forms, days, isOnePiece }: Run,
  { query, held }: { readonly query: Query; readonly held: ReadonlySet<string> },
): Best | undefined {
  const count = (to - from) * (isOnePiece ? ONE_PIECE : 1);
  if (days.some((day) => isDayText(text) && isDay(day, text.text)))
    return { score: worth * WHOLE_MARK * count, text };
  const isWholeQuery = to - from === query.words.length;
  let near = 0;
  let said = '';
  let isNear = false;
  for (const form of forms)
    for (const mark of marks) {
      const isMistyped = !held.has(form) && (isWholeQuery || WITH_DIGIT.test(form));
      const own = markNear(mark, form) || (isMistyped ? mistyped(mark, form) : 0);
      if (own <= near) continue;
      near = own;
      isNear = !mark.includes(form);
      said = isNear ? mark : form;
    }
  // One word alone is no better for being in a mark than for being the word.
  if (to - from === 1 && near > 0 && !WITH_DIGIT.test(forms[0] ?? '') && words.length > 1)
    near = Math.min(near, LETTERS_WITHIN);
  return near > 0 ? { score: near * worth * count, text, said, isNear } : undefined;
}

function isDayText({ sort }: FoundText): boolean {
  return sort === 'day' || sort === 'own-day';
}

function markNear(mark: string, form: string): number {
  if (mark === form) return WHOLE_MARK;
  if (mark.startsWith(form)) return BEGINS;
  if (mark.endsWith(form)) return ENDS;
  return mark.includes(form) ? WITHIN : 0;
}

function mistyped(mark: string, form: string): number {
  const most = form.length < 5 ? 0 : mostApart(form);
  return most > 0 && editDistance(form, mark, most) <= most ? MISTYPED_MARK : 0;
}

interface Cover {
  readonly needed: number;
  readonly score: number;
  readonly fits: readonly Best[];
}

/** The way to divide the words that finds most of the needed ones, and among these the one of the highest score. */
function bestCover(
  { words, needed }: Query,
  reach: readonly WordReach[],
  best: ReadonlyMap<string, Best>,
): Fitting {
  const covers: Cover[] = [{ needed: 0, score: 0, fits: [] }];
  for (let to = 1; to <= words.length; to += 1) {
    let top = covers[to - 1] as Cover;
    for (let from = 0; from < to; from += 1) {
      const found = best.get(`${from} ${to}`);
      const before = covers[from];
      if (!found || !before) continue;
      const rarity = to - from > 1 ? 1 : (reach[from]?.rarity ?? 1);
      const next = {
        needed: before.needed + needed.slice(from, to).filter(Boolean).length,
        score: before.score + found.score * (0.5 + rarity),
        fits: [...before.fits, found],
      };
      if (next.needed > top.needed || (next.needed === top.needed && next.score > top.score))
        top = next;
    }
    covers.push(top);
  }
  const { needed: count, score, fits } = covers.at(-1) as Cover;
  const all = needed.filter(Boolean).length;
  const seen = new Set<FoundText>();
  return {
    isWhole: count === all && all > 0,
    isNear: fits.some(({ isNear }) => isNear),
    share: all === 0 ? 0 : count / all,
    score,
    fits: fits
      .toSorted((a, b) => b.score - a.score)
      .filter(({ text }) => !seen.has(text) && seen.add(text)),
  };
}
