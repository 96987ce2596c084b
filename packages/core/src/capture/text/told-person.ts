/** The people that a text is about, and the person that a place in the text is about. */
import { wordsOfName } from '../name/named-part.js';
import { OTHER, PUPIL } from './person-word.js';
import { isOfAdult } from './pronoun.js';
import { type NamedPerson, sentenceBefore } from './subject-name.js';
import { everyMatch } from './text-match.js';

/** True if all words of one name are in the other. */
export function isSameName(one: string, other: string): boolean {
  const [less, more] = [wordsOfName(one), wordsOfName(other)].sort((a, b) => a.length - b.length);
  return less !== undefined && less.length > 0 && less.every((word) => more?.includes(word));
}

/** Nearest mention of a person before a place: a subject by name, somebody else, or nobody in particular. */
export type Nearest = { readonly subject: string } | 'other' | 'nobody';

const SOMEBODY = new RegExp(
  `(?<![\\p{L}])(?:(${OTHER})|(${PUPIL}|he|she|they|him|them))(?![\\p{L}])`,
  'giu',
);

/** @param all - every name in the text, in order: those that are not its subjects too */
export function nearestBefore(text: string, at: number, all: readonly NamedPerson[]): Nearest {
  const people = all.filter(({ name }) => !OF_THING.test(name));
  const before = sentenceBefore(text, at);
  const start = at - before.length;
  const named = people.findLast(({ from, to }) => from >= start && to <= at);
  const owner = ownerIn(text, at, named?.to ?? 0, people);
  if (owner) return owner;
  if (isOfAdult(text, at, people)) return 'other';
  const said = everyMatch(before, SOMEBODY).at(-1);
  const saidAt = said ? start + said.index : -1;
  if (said?.[1] !== undefined && saidAt > (named?.to ?? -1)) return 'other';
  if (named && saidAt < named.to) return personOf(named);
  if (isOfAll(said?.[0] ?? '', text.slice(at, at + 6), people)) return 'nobody';
  // "Tobias Wren is a pupil whose …" is about him; "He was born on …" is about the one person of the sentence before.
  return named ? only(people, start, at) : alone(text, start, people, text.slice(start, at + 8));
}

/** True for *they* or *their* where the text is about several people. */
function isOfAll(said: string, own: string, people: readonly NamedPerson[]): boolean {
  if (!/^(?:they|them)$/i.test(said) && !/^their\b/i.test(own)) return false;
  return isSeveral(people);
}

/** True if a text is about two people or more. */
export function isSeveral(people: readonly NamedPerson[]): boolean {
  const names = people.filter(({ isSubject }) => isSubject).map(({ name }) => name);
  return names.some((name) => !isSameName(name, names[0] ?? ''));
}

/** `Kit’s Discord` looks like a name of two words. */
const OF_THING = /^[\p{L}\p{M}-]+['’]s\s/u;

/** `Kit’s Discord is`, `Kit uses the handle`: a name of one word, which only its place shows to be one. */
const OWNS =
  /(?<![\p{L}\p{M}’'-])(\p{Lu}\p{Ll}[\p{Ll}\p{M}-]*)(?:['’]s(?= )|(?= (?:uses|goes by|is known|calls (?:him|her|them)|was born)))/gu;
/** Words with a capital at the beginning of a sentence, and those that are shortened with *is*. */
const NO_NAME =
  /^(?:He|She|They|It|That|This|There|Here|What|Who|Where|Let|How|The|My|Our|Your|One|Today|Tomorrow|Yesterday|Everyone|Somebody|Someone|Nobody|Child|Pupil|Student)$/;

function ownerIn(
  text: string,
  at: number,
  named: number,
  people: readonly NamedPerson[],
): Nearest | undefined {
  const before = sentenceBefore(text, at);
  const start = at - before.length;
  const found = everyMatch(before, OWNS).at(-1);
  const word = found?.[1] ?? '';
  if (!found || NO_NAME.test(word) || start + found.index < named) return undefined;
  if (IS_OTHER.test(word)) return 'other';
  if (IS_PUPIL.test(word) || isAlias(word, text, people)) return undefined;
  const subject = people.find(({ isSubject, name }) => isSubject && isSameName(word, name));
  // Only the whole draft can say of which name this is a word.
  return { subject: subject?.name ?? word };
}

/** True for a name that the text says the only subject goes by. */
function isAlias(word: string, text: string, people: readonly NamedPerson[]): boolean {
  const names = new Set(people.filter(({ isSubject }) => isSubject).map(({ name }) => name));
  return names.size === 1 && everyMatch(text, ALIAS).some(([, alias]) => alias === word);
}

const ALIAS =
  /\b(?:goes by|known as|nicknamed?|aka|a\.k\.a\.|prefers|preferred name)(?: is| of)?:?\s+["“‘']?(\p{Lu}[\p{L}\p{M}-]+)/gu;

const IS_OTHER = new RegExp(`^${OTHER}$`, 'i');
const IS_PUPIL = new RegExp(`^${PUPIL}$`, 'i');

function alone(text: string, end: number, people: readonly NamedPerson[], clause: string): Nearest {
  const to = text.slice(0, end).trimEnd().length;
  if (to < 1) return 'nobody';
  const start = to - 1 - sentenceBefore(text, to - 1).length;
  // "His mother is Tessa. Her number is …": a sentence goes on about the person with whom the one before began.
  const [said] = everyMatch(text.slice(start, to), SOMEBODY);
  const named = people.find(({ from }) => from >= start && from < to);
  const isOthers =
    said?.[1] !== undefined &&
    start + said.index < (named?.from ?? to) &&
    !isDenied(said[1], clause);
  if (isOthers || (named && !named.isSubject && !saysBefore(said, named.from - start)))
    return 'other';
  return only(people, start, to);
}

const SHE = /^(?:(?:step ?|grand)?mother|mum|mam|mom|nan|gran|aunt|sister|wife|girlfriend)s?$/i;
const HE = /^(?:(?:step ?|grand)?father|dad|grandad|uncle|brother|husband|boyfriend)s?$/i;

/** True if the words after a relation are of a man and the relation is a woman, or the other way about. */
function isDenied(relation: string, clause: string): boolean {
  if (SHE.test(relation)) return /\b(?:he|his|him)\b/i.test(clause);
  return HE.test(relation) && /\b(?:she|her)\b/i.test(clause);
}

function saysBefore(said: RegExpExecArray | undefined, at: number): boolean {
  return said !== undefined && said.index < at;
}

/** The subject between two places, if nobody else is named there. */
function only(people: readonly NamedPerson[], start: number, end: number): Nearest {
  const [first, ...others] = people.filter(({ from, to }) => from >= start && to <= end);
  const isAlone = first?.isSubject && others.every(({ name }) => isSameName(name, first.name));
  return first && isAlone ? { subject: first.name } : 'nobody';
}

function personOf({ isSubject, name }: NamedPerson): Nearest {
  return isSubject ? { subject: name } : 'other';
}
