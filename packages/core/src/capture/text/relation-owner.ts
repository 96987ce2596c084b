/** The person whose mother or father a text speaks of: the subject's, or those of somebody else. */
import { wordsOfName } from '../name/named-part.js';
import { OTHER, PUPIL } from './person-word.js';
import { type NamedPerson, sentenceBefore } from './subject-name.js';
import { everyMatch } from './text-match.js';
import { isSameName, isSeveral } from './told-person.js';

/** A relation of a subject. */
export interface Kin {
  /** Name of the subject, if the text has it in the same sentence or the one before. */
  readonly subject?: string;
  /** The pronoun before the relation, in small letters: *his* mother. */
  readonly pronoun?: string;
  /** Set if a word says whose: *his*, *Jayden’s*. */
  readonly isOwned: boolean;
}

const PRONOUN = /\b(his|her|their)\s+(?:own\s+|birth\s+|late\s+)?$/i;
const GENITIVE = /(\p{L}[\p{L}\p{M}-]*)(?:['’]s?)\s+(?:own\s+)?$/u;
/** `Dawn Brandon, mother of the victim`. */
const OF = /^\s+(?:of|to)\s+(?:(?:the|a|an|our|another|one of the)\s+)?(\p{L}[\p{L}\p{M}-]*)/u;
const IS_OTHER = new RegExp(`^${OTHER}$`, 'i');
const IS_PUPIL = new RegExp(`^${PUPIL}$`, 'i');
/** A child around the subject, whose mother may be meant. */
const AROUND = `(?:victim|complainant|classmate|witness|aggrieved|injured party|target|friend|girlfriend|boyfriend|cousin|(?:an|the )?other ${PUPIL})s?`;
const CHILD = new RegExp(`(?<!\\p{L})(?:(${AROUND})|${PUPIL})(?!\\p{L})`, 'giu');
const STYLED = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|PCSO|PC|DC|DS|PS|Sgt)\b/;
const AT_WORK = new RegExp(
  `^\\s*[,(]\\s*(?:(?:our|his|her|their|the|a|my|is)\\s+)*(?:[\\w-]+\\s+){0,3}${OTHER}(?!\\p{L})`,
  'iu',
);

/**
 * @param at - of the relation's word
 * @param people - named in the text, without the relations themselves
 */
export function kinOf(
  text: string,
  at: number,
  relation: string,
  people: readonly NamedPerson[],
): Kin | 'others' {
  const before = sentenceBefore(text, at);
  const owner =
    OF.exec(text.slice(at + relation.length, at + relation.length + 60))?.[1] ??
    GENITIVE.exec(before)?.[1];
  if (owner !== undefined && !/^(?:his|her|their)$/i.test(owner)) {
    if (IS_PUPIL.test(owner)) return { isOwned: true };
    if (IS_OTHER.test(owner)) return 'others';
    const person = people.find(({ name }) => wordsOfName(name).includes(owner.toLowerCase()));
    if (person?.isSubject === false) return 'others';
    // Only the whole draft can say of which name this is a word.
    return { subject: person?.name ?? owner, isOwned: true };
  }
  const pronoun = PRONOUN.exec(before)?.[1]?.toLowerCase();
  if (pronoun === 'their' && isSeveral(people)) return { pronoun, isOwned: true };
  const last = lastChild(text, at, before.length, people);
  if (pronoun === undefined) return last === 'others' ? last : { ...last, isOwned: false };
  if (last !== undefined) return last === 'others' ? last : { ...last, pronoun, isOwned: true };
  const start = text.slice(0, at - before.length).trimEnd().length - 1;
  const earlier =
    start > 0 ? lastChild(text, start, sentenceBefore(text, start).length, people) : undefined;
  return earlier === 'others' ? earlier : { ...earlier, pronoun, isOwned: true };
}

/** The last child of whom the letters before a place speak. Staff are none: they speak to the mothers of others. */
function lastChild(
  text: string,
  at: number,
  length: number,
  people: readonly NamedPerson[],
): { readonly subject?: string } | 'others' | undefined {
  const start = at - length;
  const named = people.findLast(
    ({ from, to, name, isSubject }) =>
      from >= start &&
      to <= at &&
      (isSubject || !(STYLED.test(name) || AT_WORK.test(text.slice(to, to + 60)))),
  );
  const word = everyMatch(text.slice(start, at), CHILD).at(-1);
  const wordAt = word === undefined ? -1 : start + word.index;
  if (word && wordAt > (named?.from ?? -1)) return word[1] === undefined ? {} : 'others';
  if (!named) return undefined;
  if (!named.isSubject) return 'others';
  // Of two children in a sentence, either may be meant.
  const isOne = people.every(
    ({ from, to, name, isSubject }) =>
      !isSubject || from < start || to > at || isSameName(name, named.name),
  );
  return isOne ? { subject: named.name } : {};
}
