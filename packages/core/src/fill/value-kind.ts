/** Kinds of numbers, addresses and handles, and the kinds boxes ask for: mobile or landline, home or work, platform. */
import { fieldOf, isFieldPath, ownerOf } from '../capture/field/field-path.js';
import { labelWords } from '../capture/field/fold-label.js';
import { platformOfLabel } from '../capture/read/read-handle.js';
import type { FillValue } from './fill-value.js';
import data from './value-kind.json' with { type: 'json' };

/** Words that describe a box: its label, and the words over or next to it. */
export interface BoxWords {
  readonly label: string;
  /** Headings over it, outermost first. */
  readonly owner: readonly string[];
  /** Choice in a list next to it that gives the kind of the value: `Mobile`. */
  readonly beside?: string;
}

/**
 * `own`: the box asks for that kind, and the value is of it. `any`: it asks for no kind. `differs`, `unknown`: must not
 * be typed.
 */
export type KindMatch = 'own' | 'any' | 'differs' | 'unknown';

interface Kinds {
  readonly types: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

type Words = Readonly<Record<string, readonly string[]>>;
const TYPES: Words = data.types;
const PLACES: Words = data.places;
const KIND_WORDS = new Set(
  [TYPES, PLACES]
    .flatMap((words) => Object.values(words).flat(2))
    .flatMap((name) => name.split(' ')),
);
const FIXED = new Set(data.fixedPlaces);
const NOUNS = new Set(data.nouns);
const ANY_REFERENCE = new Set(data.anyReference);
const OF_OWNER: Readonly<Record<string, string>> = data.ofOwner;
const TYPE_NAMES: Readonly<Record<string, string>> = data.typeNames;

/** Compares the kind of the value with the kind that the box asks for. */
export function matchKind(value: FillValue, box: BoxWords): KindMatch {
  const { path } = value;
  if (!isFieldPath(path)) return 'any';
  const { read } = fieldOf(path);
  if (read === 'phone' || read === 'email') return matchContact(value, box, read);
  if (read === 'handle') {
    const asked = platformOfLabel(box.label) ?? platformOfLabel(box.owner.at(-1) ?? '');
    if (asked === undefined) return 'any';
    if (value.platform === undefined) return 'unknown';
    return value.platform === asked ? 'own' : 'differs';
  }
  if (path !== 'referral.otherReferences[]') return 'any';
  const asked = labelWords(box.label);
  if (ANY_REFERENCE.has(asked)) return 'any';
  return (value.labels ?? []).some((label) => labelWords(label) === asked) ? 'own' : 'unknown';
}

/** The kind of a number in words: “a mobile number”. Undefined if it is unknown, or the value is not a number. */
export function kindInWords(value: FillValue): string | undefined {
  const { path } = value;
  if (!isFieldPath(path) || fieldOf(path).read !== 'phone') return undefined;
  return TYPE_NAMES[typeOfNumber(value.text) ?? ''];
}

/**
 * True if words give the kind of a value and nothing else: a choice in a list next to its box, or a heading over it.
 */
export function isKindAlone(words: string): boolean {
  const kinds = kindsIn(words);
  if (kinds.types.size + kinds.places.size === 0) return false;
  return labelWords(words)
    .split(' ')
    .every((word) => KIND_WORDS.has(word) || NOUNS.has(word) || /^\d+$/.test(word));
}

function matchContact(value: FillValue, box: BoxWords, read: 'phone' | 'email'): KindMatch {
  const over = box.owner.at(-1) ?? '';
  const asked = together([box.label, box.beside ?? '', isKindAlone(over) ? over : '']);
  const { types, places } = kindsOfValue(value, read);
  const isFixed = asked.types.size === 0 && [...asked.places].some((place) => FIXED.has(place));
  const askedTypes = read === 'email' ? NONE : isFixed ? LANDLINE : asked.types;
  if (askedTypes.size + asked.places.size === 0) return 'any';
  if (askedTypes.size > 0 && !shares(askedTypes, types))
    return types.size > 0 ? 'differs' : 'unknown';
  return asked.places.size === 0 || shares(asked.places, places) ? 'own' : 'unknown';
}

const NONE: ReadonlySet<string> = new Set();
const LANDLINE: ReadonlySet<string> = new Set(['landline']);

/**
 * Kinds by the number or address itself and by the labels it was read under; if neither gives a place, by its owner.
 */
function kindsOfValue({ path, text, labels = [] }: FillValue, read: 'phone' | 'email'): Kinds {
  const said = together(labels);
  const number = read === 'phone' ? typeOfNumber(text) : undefined;
  const domain = read === 'email' ? placeOfDomain(text) : undefined;
  const usual = isFieldPath(path) ? OF_OWNER[ownerOf(path)] : undefined;
  const known = [...said.places, ...(domain === undefined ? [] : [domain])];
  // A teacher's address at a school is a work address; a pupil's is not a home address.
  const isUsual =
    usual !== undefined && (known.length === 0 || (usual === 'work' && !said.places.size));
  return {
    types: number === undefined ? said.types : new Set([number]),
    places: new Set([...known, ...(isUsual ? [usual] : [])]),
  };
}

function typeOfNumber(text: string): string | undefined {
  const digits = text.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  const national = digits.replace(/^(?:\+44|0044)0?/, '0');
  const fitting = Object.entries(data.numbers).flatMap(([type, starts]) =>
    starts.filter((start) => national.startsWith(start)).map((start) => [start, type] as const),
  );
  return fitting.toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
}

function placeOfDomain(address: string): string | undefined {
  const host = `.${address.split('@').at(-1) ?? ''}`.toLowerCase();
  return Object.entries(data.domains).find(([, ends]) =>
    ends.some((end) => host.endsWith(end)),
  )?.[0];
}

function together(texts: readonly string[]): Kinds {
  const all = texts.map(kindsIn);
  return {
    types: new Set(all.flatMap(({ types }) => [...types])),
    places: new Set(all.flatMap(({ places }) => [...places])),
  };
}

function kindsIn(text: string): Kinds {
  const words = ` ${labelWords(text)} `;
  const named = (kinds: Words) =>
    new Set(
      Object.entries(kinds).flatMap(([kind, names]) =>
        names.some((name) => words.includes(` ${name} `)) ? [kind] : [],
      ),
    );
  return { types: named(TYPES), places: named(PLACES) };
}

function shares(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((each) => others.has(each));
}
