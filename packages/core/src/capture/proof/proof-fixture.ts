/**
 * Records the page that an adapter was taught on as a fixture: its structure and labels, with made-up values. The
 * result is proved: the adapter reads it as it read the page, and only the listed words of the page are in it.
 */

import { readPage } from '../../page/read-page.js';
import type { LabelledValue, Reading } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { Adapter } from '../adapter/adapter.js';
import { type AdapterNaming, applyAdapter } from '../adapter/apply-adapter.js';
import { chooseAdapter, screensOf } from '../adapter/choose-adapter.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { knowsLabel } from '../name/knows-label.js';
import { suggestPath } from '../name/suggest-path.js';
import type { TaughtPage } from '../teach/taught.js';
import { systemWordsOf } from '../teach/teach-words.js';
import { CLASSES, STRUCTURE_WORDS } from './proof-attribute.js';
import { copyOfPage } from './proof-copy.js';
import { fieldsOn } from './proof-field.js';
import { keptKey, keptTexts } from './proof-kept.js';
import { tokensOfPage } from './proof-leak.js';
import { namesFor, SET_ASIDE } from './proof-text.js';
import { fitsInFile } from './proof-tree.js';
import { madeUp, tokensOf } from './proof-word.js';

export interface RecordedFixture {
  /** Name in letters, digits, `_` and `-`. */
  readonly name: string;
  readonly snapshot: PageSnapshot;
  /** Every value that must be on the draft, by path, in the order of the page. */
  readonly fields: Readonly<Partial<Record<FieldPath, readonly string[]>>>;
}

export interface RecordOptions {
  readonly name: string;
  /**
   * Whole number, drawn at random from at least 2^48: the same seed makes the same fixture, and anyone who guesses it
   * learns about the page.
   */
  readonly seed: number;
  /**
   * Labels and headings to be made up as well. Those that the adapter uses cannot be: teach it with the same ones
   * hidden.
   */
  readonly hidden?: readonly string[];
}

export interface Recorded {
  readonly fixture: RecordedFixture;
  /** Every text of the page that is in it unchanged, for the officer to look through. */
  readonly kept: readonly string[];
}

/** Attributes whose words were each checked separately against the words of the page. */
const MARKUP: ReadonlySet<string> = new Set([...CLASSES, 'id', 'name', 'htmlfor', 'for']);
const WORD = /[\p{Alphabetic}\p{M}]+/gu;
const BEFORE_ADDRESS = /^([^<@]{2,80})<[^>\s]+@/;
/** Most words of a name: a longer value is not one, under any label. */
const MOST_WORDS = 8;
/**
 * Most tries: made-up words sometimes read differently from the page, as a label in place of a name, or a date in place
 * of a number.
 */
const MOST_TRIES = 8;
const NAMES: ReadonlySet<FieldPath> = new Set(['subject.givenNames', 'subject.familyName']);

/**
 * Makes a fixture of a page: its structure and labels, with every value replaced by a meaningless one.
 *
 * @returns the fixture; or an issue when the page cannot be copied without its values and still be read the same
 */
export function recordFixture(
  snapshot: PageSnapshot,
  adapter: Adapter,
  { name, seed, hidden = [] }: RecordOptions,
): Result<Recorded> {
  const reading = readPage(snapshot, { knows: knowsLabel });
  const page = { reading, snapshot };
  const naming = applyAdapter(screensOf(adapter, page), page);
  const pointedAt = [...reading.values, ...naming.found].flatMap((value) => {
    const path = naming.names.get(value.id)?.path;
    return path === undefined ? [] : [{ path, text: value.value }];
  });
  const words = systemWordsOf(page, { hidden, pointedAt });
  const kept = keptTexts(reading, adapter, words);
  const taken = tokensOfPage(snapshot);
  const ofPage = new Set([...taken].filter((token) => !SET_ASIDE.has(token)));
  const names = namesOn(reading, naming);
  for (let nth = 0; nth < MOST_TRIES; nth += 1) {
    const made = madeUp(seed + nth, ofPage);
    // Names change length in early tries, and are replaced letter for letter in later ones. The markup keeps only known
    // words at first, and in loose tries every name without any word of the page.
    const copy = copyOfPage(snapshot, {
      ...{ adapter, kept, words, made },
      isLoose: nth % 4 > 1,
      nameOf: namesFor(names, made, nth >= MOST_TRIES / 2),
    });
    const read = readPage(copy, { knows: knowsLabel });
    if (!isSameReading(reading, read, kept)) continue;
    if (!isSameNaming(adapter, page, { reading: read, snapshot: copy })) continue;
    if (leaks(copy, adapter, kept, ofPage).length > 0) continue;
    const fixture = { name, snapshot: copy, fields: fieldsOn(copy, adapter) };
    if (!fitsInFile(fixture)) return failed(TOO_LARGE);
    return passed({ fixture, kept: [...new Set(kept.values())] });
  }
  return failed(NOT_FAITHFUL);
}

/** Words of the page in its copy, beyond those kept on purpose. */
function leaks(
  copy: PageSnapshot,
  adapter: Adapter,
  kept: ReadonlyMap<string, string>,
  ofPage: ReadonlySet<string>,
): readonly string[] {
  const allowed = new Set([...kept.values(), JSON.stringify(adapter)].flatMap(tokensOf));
  return [...tokensOfPage(copy, MARKUP)].filter(
    (token) => ofPage.has(token) && !allowed.has(token) && !STRUCTURE_WORDS.has(token),
  );
}

function namesOn(reading: Reading, naming: AdapterNaming): ReadonlySet<string> {
  return new Set(
    [...reading.values, ...naming.found].flatMap((value) => {
      const path = naming.names.get(value.id)?.path ?? suggestPath(value);
      const isName = path !== undefined && (fieldOf(path).read === 'name' || NAMES.has(path));
      // “J Example <j.example@example.org>” is a person under any label.
      const said = isName ? value.value : (BEFORE_ADDRESS.exec(value.value)?.[1] ?? '');
      const words = said.toLowerCase().match(WORD) ?? [];
      return words.length <= MOST_WORDS ? words : [];
    }),
  );
}

/** Compares two readings value by value: the way it was found, its place, and its label if that was kept. */
function isSameReading(page: Reading, copy: Reading, kept: ReadonlyMap<string, string>): boolean {
  return (
    page.values.length === copy.values.length &&
    page.headings.length === copy.headings.length &&
    page.values.every((value, nth) => {
      const other = copy.values[nth];
      return other !== undefined && isSameValue(value, other, kept);
    })
  );
}

function isSameValue(
  one: LabelledValue,
  other: LabelledValue,
  kept: ReadonlyMap<string, string>,
): boolean {
  const structure = ({
    id,
    kind,
    method,
    row,
    continues,
    partOf,
    visible,
    isTyped,
    owner,
  }: LabelledValue) =>
    JSON.stringify([id, kind, method, row, continues, partOf, visible, isTyped, owner.length]);
  const isSameText = (text: string, copied: string | undefined): boolean =>
    !kept.has(keptKey(text)) || text === copied;
  return (
    structure(one) === structure(other) &&
    isSameText(one.label, other.label) &&
    one.owner.every((owner, nth) => isSameText(owner, other.owner[nth]))
  );
}

function isSameNaming(adapter: Adapter, page: TaughtPage, copy: TaughtPage): boolean {
  const named = (each: TaughtPage): string => {
    const { names, people, fellBack, suppressed } = applyAdapter(screensOf(adapter, each), each);
    const paths = [...names].map(([id, { path, read }]) => [id, path, read]);
    return JSON.stringify([paths, [...people.keys()], fellBack, [...suppressed]]);
  };
  const before = chooseAdapter([adapter], page);
  const after = chooseAdapter([adapter], copy);
  return (
    after !== undefined && (!before || before.found === after.found) && named(page) === named(copy)
  );
}

const TOO_LARGE: Issue = {
  code: 'fixture-too-large',
  message:
    'The page is too large or nested too deep to travel with the adapter. Teach it on a smaller record, or send it without a recorded page.',
  severity: 'error',
};
const NOT_FAITHFUL: Issue = {
  code: 'fixture-not-faithful',
  message:
    'The page could not be copied without its values and still be read the same. Teach the adapter on another record, or send it without a recorded page.',
  severity: 'error',
};
