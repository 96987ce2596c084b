/** A made-up text in the shape of a real one: dates for dates, drama numbers for telephones, filler for prose. */
import { CALENDAR_WORD, CALENDAR_WORDS, DATE, otherCalendarWord, otherDate } from './proof-date.js';
import names from './proof-name.json' with { type: 'json' };
import type { MadeUp } from './proof-word.js';

/** Replacement for a word of somebody's name, the same in every place; undefined for any other word. */
export type NameOf = (word: string) => string | undefined;

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”]+/giu;
const PHONE = /(?<![\p{L}\d])(?:\+44|0044|\(?0)(?:[ ().-]{0,3}\d){7,11}(?!\d)/gu;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?( ?)\d[A-Z]{2}\b/giu;
/** The *on* of “From … on …”, as mail programs write it: a reading recognises the line by these words. */
const JOINING = /(?<!\p{L})on(?!\p{L})/gu;
/** Letters of any script, including circled ones; and numbers of every kind. */
const WORD = /[\p{Alphabetic}\p{M}]+/gu;
const NUMBER = /\p{N}+/gu;
/** Pictures, flags, Braille and signs of private fonts: a name can be written in them, and in invisible marks. */
const PICTURE = /[\u{1f000}-\u{1faff}\u{2800}-\u{28ff}\p{Co}]/gu;
const UNSEEN = /[\p{Cf}\u{e0000}-\u{e01ef}]/gu;
/** `(no value)`, `not provided`: the page's own words, by which a reading leaves the field out. */
const EMPTY =
  /^\s*(?:not (?:provided|entered|set|supplied|given)|no (?:value|answer|data)(?: (?:provided|given))?)\.?\s*$/i;

/** Tokens that a made-up text may share with the page: the numbers and the host reserved for examples. */
export const SET_ASIDE: ReadonlySet<string> = new Set([
  ...CALENDAR_WORDS,
  ...'example 07700 7700 01632 1632 02079 2079 7946'.split(' '),
  ...'provided entered supplied given value answer data'.split(' '),
]);

type Make = (found: string) => string | undefined;

/**
 * A made-up text in the same shape. Each kind of piece is replaced in turn, and replaced pieces are not changed again.
 */
export function otherText(text: string, nameOf: NameOf, made: MadeUp): string {
  if (EMPTY.test(text)) return text;
  const steps: readonly (readonly [RegExp, Make])[] = [
    [EMAIL, (found) => `${localPart(found, made)}@example.org`],
    [ADDRESS, (found) => otherAddress(found, made)],
    [DATE, (found) => otherDate(found, made)],
    [PHONE, (found) => otherPhone(found, made)],
    [POSTCODE, (found) => otherPostcode(found, made)],
    [CALENDAR_WORD, (found) => otherCalendarWord(found, made)],
    [JOINING, (found) => found],
    [UNSEEN, () => ''],
    [PICTURE, () => '◆'],
    [WORD, (found) => nameOf(found) ?? made.word(found)],
    [NUMBER, (found) => made.number(found)],
  ];
  let pieces: readonly Piece[] = [{ text, isMade: false }];
  for (const [pattern, make] of steps)
    pieces = pieces.flatMap((piece) => replaced(piece, pattern, make));
  return pieces.map((piece) => piece.text).join('');
}

interface Piece {
  readonly text: string;
  readonly isMade: boolean;
}

function replaced(piece: Piece, pattern: RegExp, make: Make): readonly Piece[] {
  if (piece.isMade) return [piece];
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of piece.text.matchAll(pattern)) {
    const text = make(found[0]);
    if (text === undefined) continue;
    pieces.push({ text: piece.text.slice(at, found.index), isMade: false }, { text, isMade: true });
    at = found.index + found[0].length;
  }
  pieces.push({ text: piece.text.slice(at), isMade: false });
  return pieces.filter((each) => each.text !== '');
}

function localPart(email: string, made: MadeUp): string {
  const [local = ''] = email.split('@');
  return local
    .replace(WORD, (word) => made.word(word.toLowerCase()))
    .replace(NUMBER, (digits) => made.number(digits));
}

function otherAddress(address: string, made: MadeUp): string {
  const start = /^https?:\/\//i.exec(address)?.[0] ?? '';
  const path = address.slice(start.length).replace(/^[^/?#]*/, '');
  const shape = path
    .replace(WORD, (word) => made.word(word))
    .replace(NUMBER, (digits) => made.number(digits));
  return `${start === '' ? 'www.' : start}example.org${shape}`;
}

/** Another telephone, from the ranges reserved for drama: mobile, London, and one of no area. */
function otherPhone(phone: string, made: MadeUp): string {
  const digits = phone.replace(/\D/g, '');
  const prefix = /^(?:0044|44)/.exec(digits)?.[0] ?? '';
  const national = `0${digits.slice(prefix.length).replace(/^0/, '')}`;
  const start = national.startsWith('07')
    ? '07700900'
    : national.startsWith('02')
      ? '02079460'
      : '01632960';
  for (let left = 60; ; left -= 1) {
    const number = start + String(made.below(1000)).padStart(3, '0');
    const written = prefix === '' ? number : prefix + number.slice(1);
    const other =
      digits.length === written.length
        ? written
            .split('')
            .reduce((text, digit) => text.replace(/#/, digit), phone.replace(/\d/g, '#'))
        : `${number.slice(0, 5)} ${number.slice(5)}`;
    if (left === 0 || (other !== phone && !made.isOfPage(other))) return other;
  }
}

const INWARD = 'ABDEFGHJLNPQRSTUWXYZ';

/** Another postcode, in an area where nobody lives. */
function otherPostcode(postcode: string, made: MadeUp): string {
  const letter = (): string => INWARD[made.below(INWARD.length)] ?? 'Z';
  const gap = / /.test(postcode) ? ' ' : '';
  const other = `ZZ99${gap}${made.below(10)}${letter()}${letter()}`;
  return postcode === postcode.toLowerCase() ? other.toLowerCase() : other;
}

/**
 * Replacements for names. They stay the same over a page, so that a person is one person. Other words vary: a text in
 * which each word always has the same replacement could be worked out.
 *
 * @param words - in lower case
 * @param isExact - letters for letters, and no names of other lengths
 */
export function namesFor(words: ReadonlySet<string>, made: MadeUp, isExact: boolean): NameOf {
  const known = new Map<string, string>();
  return (word) => {
    const plain = word.toLowerCase();
    if (!words.has(plain)) return undefined;
    const name = known.get(plain) ?? (isExact ? made.word(word) : otherName(word, made));
    known.set(plain, name);
    return casedAs(word, name);
  };
}

function casedAs(word: string, name: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return name.toUpperCase();
  if (word === word.toLowerCase()) return name.toLowerCase();
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}

/** A fictional name, as nearly as possible of the same length. */
function otherName(word: string, made: MadeUp): string {
  if (word.length < 3) return made.word(word);
  const near = names.names.filter((name) => Math.abs(name.length - word.length) <= 1);
  const name = near.length > 0 ? made.choice(near) : '';
  if (name === '' || made.isOfPage(name) || name.toLowerCase() === word.toLowerCase())
    return made.word(word);
  return name;
}
