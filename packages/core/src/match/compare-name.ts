/**
 * Says whether two names can be one person’s: look-alikes of each half, the halves swapped, or the differences between
 * them.
 */
import { editDistance, isSwap } from './edit-distance.js';
import type { ComparedName } from './name.js';
import { formsOf } from './name-words.js';
import type { Likeness } from './reason.js';

/** The likeness of one half. `unknown` is neither agreement nor disagreement. */
export type HalfLikeness = Likeness | 'differs' | 'unknown';

export interface NameLikeness {
  readonly given: HalfLikeness;
  readonly family: HalfLikeness;
  readonly isSwapped: boolean;
  /** The forename and the parts of the surname that both have: the rare ones carry more evidence. */
  readonly shared: { readonly given?: string; readonly family?: string };
}

/** Takes the reading, straight or swapped, with more evidence; the straight one if they are equal. */
export function compareNames(a: ComparedName, b: ComparedName): NameLikeness {
  if (a.only !== undefined || b.only !== undefined) return compareOnly(a, b);
  const given = compareGiven(a, b);
  const family = compareFamily(a, b, given);
  const straight: NameLikeness = {
    given,
    family,
    isSwapped: false,
    shared: {
      ...(given === 'same' || given === 'spelling' ? { given: a.given ?? '' } : {}),
      ...(isWhole(family) ? { family: a.joined } : sharedPart(a, b, family)),
    },
  };
  if (isAlike(given) || isAlike(family)) return straight;
  const swapped = compareSwapped(a, b);
  return swapped ?? straight;
}

export function isAlike(half: HalfLikeness): half is Likeness {
  return half !== 'differs' && half !== 'unknown';
}

/** The likeness of the middle names of two names that are otherwise the same; undefined if these are the same too. */
export function compareMiddle(
  { middle: a }: Pick<ComparedName, 'middle'>,
  { middle: b }: Pick<ComparedName, 'middle'>,
): Extract<Likeness, 'shorter' | 'initial' | 'other-middle'> | undefined {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.join(' ') === many.join(' ')) return undefined;
  let from = 0;
  for (const word of few) {
    const at = many.findIndex((each, nth) => nth >= from && isSameOrInitial(each, word));
    if (at < 0) return 'other-middle';
    from = at + 1;
  }
  return few.length === many.length ? 'initial' : 'shorter';
}

function isSameOrInitial(one: string, other: string): boolean {
  if (one === other) return true;
  return (one.length === 1 || other.length === 1) && one[0] === other[0];
}

/** True if the whole half is the same. */
export function isWhole(half: HalfLikeness): boolean {
  return half === 'same' || half === 'spelling' || half === 'order';
}

function compareGiven(a: ComparedName, b: ComparedName): HalfLikeness {
  const [one, other] = [a.given, b.given];
  if (one === undefined || other === undefined) return 'unknown';
  if (one === other) return a.written.given === b.written.given ? 'same' : 'spelling';
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 'initial' : 'differs';
  if (formsOf(one).has(other) || isShortened(one, other)) return 'short-form';
  const near = compareWords(one, other);
  if (near !== undefined) return near;
  return a.middle.includes(other) || b.middle.includes(one) ? 'middle' : 'differs';
}

function compareFamily(a: ComparedName, b: ComparedName, given: HalfLikeness): HalfLikeness {
  if (a.joined === '' || b.joined === '') return 'unknown';
  if (a.joined === b.joined) return a.written.family === b.written.family ? 'same' : 'spelling';
  const shared = a.family.filter((part) => b.family.includes(part));
  if (shared.length === a.family.length && shared.length === b.family.length)
    return a.family.join('') === b.family.join('') ? 'part' : 'order';
  if (shared.some((part) => part.length > 2)) return 'part';
  const near = compareWords(a.joined, b.joined);
  if (near !== undefined) return near;
  return isAlike(given) && surnameAmongForenames(a, b) !== undefined ? 'part' : 'differs';
}

/** The surname of one that is a further forename of the other: *Ada Vael* and *Ada Vael Elm*. */
function surnameAmongForenames(a: ComparedName, b: ComparedName): string | undefined {
  const found = [
    ...(b.middle.includes(a.joined) ? [a.joined] : []),
    ...(a.middle.includes(b.joined) ? [b.joined] : []),
  ];
  return found.filter((word) => word.length > 2).sort()[0];
}

function sharedPart(
  a: ComparedName,
  b: ComparedName,
  family: HalfLikeness,
): { readonly family?: string } {
  const [shared] = a.family.filter((part) => part.length > 2 && b.family.includes(part)).sort();
  const part = shared ?? (family === 'part' ? surnameAmongForenames(a, b) : undefined);
  return part === undefined ? {} : { family: part };
}

/** Compares words. In a word of three letters a changed letter makes another word; one letter more may be a slip. */
function compareWords(one: string, other: string): Likeness | undefined {
  const length = Math.min(one.length, other.length);
  if (length < 3 || (length === 3 && one.length === other.length)) return undefined;
  const most = length < 8 ? 1 : 2;
  const apart = editDistance(one, other, most);
  if (apart > most) return undefined;
  if (apart === 2) return 'few-letters';
  return isSwap(one, other) ? 'letters-swapped' : 'one-letter';
}

/**
 * True for Rob and Robert, even if no list has the name: at least three letters, and at least two more in the longer.
 */
function isShortened(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.length > short.length + 1 && long.startsWith(short);
}

function compareSwapped(a: ComparedName, b: ComparedName): NameLikeness | undefined {
  if (a.given === undefined || b.given === undefined || a.joined === '' || b.joined === '')
    return undefined;
  const one = a.given === b.joined ? 'same' : compareWords(a.given, b.joined);
  const other = a.joined === b.given ? 'same' : compareWords(a.joined, b.given);
  if (one === undefined || other === undefined) return undefined;
  return { given: 'swapped', family: 'swapped', isSwapped: true, shared: {} };
}

/** Compares a name of one word, which may be either half. It is not evidence against anybody. */
function compareOnly(a: ComparedName, b: ComparedName): NameLikeness {
  const [lone, full] = a.only === undefined ? [b, a] : [a, b];
  const word = lone.only ?? '';
  const base = { given: 'unknown', family: 'unknown', isSwapped: false, shared: {} } as const;
  if (full.only !== undefined)
    return full.only === word ? { ...base, given: 'same', shared: { given: word } } : base;
  if (full.joined === word) return { ...base, family: 'same', shared: { family: word } };
  if (full.given === word) return { ...base, given: 'same', shared: { given: word } };
  if (full.given !== undefined && formsOf(full.given).has(word))
    return { ...base, given: 'short-form' };
  return base;
}
