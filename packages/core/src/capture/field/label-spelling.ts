/**
 * Words of labels as they were meant, where they are mistyped or misread: `Date of brith`, `P0stcode`, `Sumame`. A word
 * of another meaning is not a mistake: *Cost code* is no *post code*.
 */
import { formWords, isFormWord } from './label-form.js';
import weights from './label-weights.json' with { type: 'json' };
import { remembered } from './remembered.js';

/** Shortest word that may be mistyped: in a shorter one, one letter makes another word. */
const SHORTEST = 4;
/** Length from which two mistakes still leave a word alone. */
const LONG = 8;
/** Length from which the first letter may be the mistake. */
const FIRST_LETTER_FROM = 6;
const LONGEST = 20;
/** Most words of a label, and most ways to mean one that are tried. */
const MOST_WORDS = 9;
const MOST_WAYS = 6;

/** Signs that scanners confuse. */
const SCANNED: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/1/g, 'l'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/vv/g, 'w'],
  [/rn/g, 'm'],
  [/m/, 'rn'],
  [/cl/g, 'd'],
];

/** Words in their own right that are near one of ours. */
const OTHER_WORDS: ReadonlySet<string> = new Set(weights.otherWords.split(' '));

/** Words of ours, by what is left of them without one letter or two; built when the first unknown word is met. */
let byRest: ReadonlyMap<string, readonly string[]> | undefined;
/**
 * The phrases that folded words may have been meant as, each word that is not known put right. None if every word is
 * known, or if one is not and is near no known word.
 */
export function meantWords(words: string): readonly string[] {
  const all = words.split(' ');
  if (all.length > MOST_WORDS) return [];
  const joined = joinedAt(all);
  if (joined) return [joined];
  let phrases: readonly string[] = [''];
  let isMended = false;
  for (const word of all) {
    const isOwn = isFormWord(word) || /^\d+$/.test(word);
    const meant = isOwn ? [word] : meantWord(word);
    if (meant.length === 0) return [];
    isMended ||= !isOwn;
    phrases = phrases.flatMap((phrase) =>
      meant.map((each) => (phrase === '' ? each : `${phrase} ${each}`)),
    );
    if (phrases.length > MOST_WAYS) return [];
  }
  return isMended ? phrases : [];
}

/** The phrase with two neighbours as one word, where only together they are near one: `E mial`, `for ename`. */
function joinedAt(all: readonly string[]): string | undefined {
  for (let at = 0; at + 1 < all.length; at += 1) {
    const [first = '', second = ''] = all.slice(at, at + 2);
    if (isFormWord(first) && isFormWord(second)) continue;
    const rest = [...all.slice(0, at), ...all.slice(at + 2)];
    if (!rest.every((word) => isFormWord(word))) continue;
    const whole = `${first}${second}`;
    const [meant, ...more] =
      isFormWord(whole) && whole.length >= LONG ? [whole] : first === 'e' ? meantWord(whole) : [];
    if (meant !== undefined && more.length === 0)
      return [...all.slice(0, at), meant, ...all.slice(at + 2)].join(' ');
  }
  return undefined;
}

const meantWord = remembered((word): readonly string[] => {
  if (word.length < SHORTEST || word.length > LONGEST || OTHER_WORDS.has(word)) return [];
  const scanned = SCANNED.flatMap(([sign, meant]) => {
    const read = word.replace(sign, meant);
    return read !== word && isFormWord(read) ? [read] : [];
  });
  const allScanned = SCANNED.slice(0, 4).reduce(
    (text, [sign, meant]) => text.replace(sign, meant),
    word,
  );
  if (allScanned !== word && isFormWord(allScanned)) scanned.push(allScanned);
  if (scanned.length > 0) return [...new Set(scanned)];
  if (/\d/.test(word)) return [];
  byRest ??= wordsByRest();
  const near = new Map<string, number>();
  for (const rest of restsOf(word))
    for (const known of byRest.get(rest) ?? []) {
      const mistakes = near.has(known) ? undefined : mistakesBetween(word, known);
      if (mistakes !== undefined && isNear(word, known, mistakes)) near.set(known, mistakes);
    }
  if (near.size === 0) {
    const parted = partedWord(word);
    return parted === undefined ? [] : [parted];
  }
  const least = Math.min(...near.values());
  return [...near].flatMap(([known, mistakes]) => (mistakes === least ? [known] : []));
});

/** Two of our words without the space between them: `dateof`. */
function partedWord(word: string): string | undefined {
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const isPair =
      isFormWord(first) && isFormWord(second) && Math.max(first.length, second.length) > 3;
    if (isPair) return `${first} ${second}`;
  }
  return undefined;
}

function isNear(word: string, known: string, mistakes: number): boolean {
  const isSameFirst = word[0] === known[0];
  if (mistakes === 1) {
    if (word.length >= FIRST_LETTER_FROM) return true;
    const isSwapped = word.length === known.length && sorted(word) === sorted(known);
    // In a short word another letter makes another word; a lost, doubled or swapped one does not.
    return isSwapped || (isSameFirst && (word.length !== known.length || word.length > SHORTEST));
  }
  return mistakes === 2 && Math.min(word.length, known.length) >= LONG && isSameFirst;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function* restsOf(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at += 1) {
    const rest = word.slice(0, at) + word.slice(at + 1);
    yield rest;
    if (word.length < LONG) continue;
    for (let next = at; next < rest.length; next += 1)
      yield rest.slice(0, next) + rest.slice(next + 1);
  }
}

function wordsByRest(): ReadonlyMap<string, readonly string[]> {
  const rests = new Map<string, string[]>();
  for (const word of formWords()) {
    if (word.length < SHORTEST) continue;
    for (const rest of new Set(restsOf(word))) {
      const words = rests.get(rest);
      if (words) words.push(word);
      else rests.set(rest, [word]);
    }
  }
  return rests;
}

/** Number of letters lost, added, changed or swapped with the next between two words; they are short. */
function mistakesBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 1; at <= a.length; at += 1) {
    const next = [at];
    for (let other = 1; other <= b.length; other += 1) {
      const isSame = a[at - 1] === b[other - 1];
      let least = Math.min(
        (row[other] ?? 0) + 1,
        (next[other - 1] ?? 0) + 1,
        (row[other - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (at > 1 && other > 1 && a[at - 1] === b[other - 2] && a[at - 2] === b[other - 1])
        least = Math.min(least, (before[other - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
