/** A person prepared once for comparison: each value with its key. Values that cannot be compared are left out. */
import { readValue } from '../capture/read/reader.js';
import { fold, packed, wordsOf } from './fold.js';
import { type ComparedHandle, comparedHandle } from './handle.js';
import { type ComparedName, comparedName } from './name.js';
import type { MatchPerson, MatchValue } from './person.js';

export interface Keyed {
  readonly key: string;
  readonly value: MatchValue;
}

export interface ComparedAddress {
  /** Packed, `ZZ993WZ`. */
  readonly postcode?: string;
  readonly words: readonly string[];
  readonly value: MatchValue;
}

export interface ComparedPerson {
  readonly names: readonly { readonly name: ComparedName; readonly value: MatchValue }[];
  /** `YYYY-MM-DD`. */
  readonly born: readonly Keyed[];
  readonly references: readonly Keyed[];
  readonly handles: readonly { readonly handle: ComparedHandle; readonly value: MatchValue }[];
  readonly emails: readonly Keyed[];
  /** E.164 if it can be read as a number. */
  readonly phones: readonly Keyed[];
  readonly addresses: readonly ComparedAddress[];
}

/** Most values of one kind: nobody has more, and the input may be anything. */
const MOST_VALUES = 40;
const SHORTEST_REFERENCE = 4;

export function comparedPerson({ values }: MatchPerson): ComparedPerson {
  const of = (kind: MatchValue['kind']) =>
    values.filter((value) => value.kind === kind && !saysNothing(value.text)).slice(0, MOST_VALUES);
  const keyed = (kind: MatchValue['kind'], keyOf: (text: string) => string | undefined) =>
    unlike(
      of(kind).flatMap((value) => {
        const key = keyOf(value.text);
        return key === undefined || key === '' ? [] : [{ key, value }];
      }),
    );
  return {
    names: of('name').flatMap((value) => {
      const name = comparedName(value.text, value);
      return name ? [{ name, value }] : [];
    }),
    born: keyed('bornOn', (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined)),
    references: keyed('reference', referenceKey),
    handles: unlike(
      of('handle').flatMap((value) => {
        const handle = comparedHandle(value.text, value.platform);
        return handle ? [{ key: `${handle.platform} ${handle.exact}`, handle, value }] : [];
      }),
    ),
    emails: keyed('email', emailKey),
    phones: keyed('phone', phoneKey),
    addresses: of('address').flatMap((value) => addressOf(value) ?? []),
  };
}

/** The part of an email address before the at sign. */
export function localPart(email: string): string {
  return email.slice(0, email.indexOf('@'));
}

function saysNothing(text: string): boolean {
  return !readValue('text', text).ok;
}

/** Keeps the first of each key. */
function unlike<T extends Keyed>(found: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return found.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** The key of a reference. Shorter than four characters, or without a digit, it could be a room or a page. */
function referenceKey(text: string): string | undefined {
  const key = packed(text);
  return key.length < SHORTEST_REFERENCE || !/\d/.test(key) ? undefined : key;
}

function emailKey(text: string): string | undefined {
  const low = fold(text.trim());
  return /^[^\s@]+@[^\s@]+$/.test(low) ? low : undefined;
}

function phoneKey(text: string): string | undefined {
  const read = readValue('phone', text);
  return read.ok ? read.value.value : undefined;
}

function addressOf(value: MatchValue): ComparedAddress | undefined {
  const postcode = packed(value.postcode ?? '');
  const words = [...new Set(wordsOf(value.text))].filter((word) => packed(word) !== postcode);
  if (postcode === '' && words.length === 0) return undefined;
  return { ...(postcode === '' ? {} : { postcode }), words, value };
}
