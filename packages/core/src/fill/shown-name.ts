/**
 * Texts on the page of a form that may say whose form it is: the title, headings, breadcrumbs, and lines with a date of
 * birth. Those of a menu, or of a list or a table of people, are left out.
 */
import { labelWords } from '../capture/field/fold-label.js';
import { isAside } from '../page/label/furniture.js';
import type { Reading } from '../page/reading.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { type Line, linesOf } from '../page/tree/line.js';
import { indexFrame, type PageIndex } from '../page/tree/page-index.js';
import type { PlainDate } from '../shared/primitives.js';
import { daysOf } from './days-of.js';
import { isInTrail } from './in-trail.js';

export interface NameLine {
  /** As displayed. */
  readonly text: string;
  readonly place: 'title' | 'heading' | 'trail' | 'line';
  /** Days that are labelled as a date of birth; both, where one can be read in two ways. */
  readonly born: readonly PlainDate[];
  /** Days in brackets, which may be dates of birth. */
  readonly bracketed: readonly PlainDate[];
  /** Set if its words are of somebody else as well: `Sibling: …`. */
  readonly isOfOthers?: true;
}

interface Found extends NameLine {
  /** The list that it is in. */
  readonly group?: string;
}

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DAY = `(\\d{1,2}[/. -]\\d{1,2}[/. -]\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th)?[ -](?:${MONTH})[a-z]*[ ,-]+\\d{4})`;
const LABELLED = new RegExp(
  `\\b(?:d\\.? ?o\\.? ?b\\b\\.?|date of birth|birth date|born(?: on)?|b\\.) ?[:=–—-]? ?\\(?${DAY}`,
  'gi',
);
const BRACKETED = new RegExp(`[([] ?${DAY} ?[)\\]]`, 'gi');
/** Words of somebody other than the person whose record it is. */
const OTHERS =
  /(?:^| )(?:siblings?|brothers?|sisters?|twins?|mother|father|mum|dad|parents?|carers?|guardians?|family|relations?|relatives?|linked|related|associated|associates?|previous|co)(?: |$)/;
/** Headings over lists of other records or people. */
const LISTS =
  /(?:^| )(?:recent|recently|linked|related|associated|similar|previous|viewed|duplicates?|results|caseload|my cases|people|persons|contacts|household|family|siblings)(?: |$)/;
/** Most words of such a heading: a longer one says more than what the list is of. */
const MOST_LIST_WORDS = 4;
const LONGEST = 200;
/** Most texts that are compared. */
export const MOST_LINES = 60;
const DEEPEST = 40;
/** At least two words, or a day. */
const NAMES = /\p{L}{2}.*[^\p{L}\p{M}'’].*\p{L}{2}|\d{4}/u;
const GROUPS = new Set(['ul', 'ol']);

export function shownNames(snapshot: PageSnapshot, reading: Reading): readonly NameLine[] {
  const cells = reading.values.flatMap(({ row, place }) => (row ? [tidied(place.verbatim)] : []));
  const found = snapshot.frames.flatMap((frame, nth) => inFrame(indexFrame(frame), nth));
  const groups = new Map<string, Set<string>>();
  for (const { group, text } of found) {
    if (group !== undefined) groups.set(group, (groups.get(group) ?? new Set()).add(text));
  }
  const alone = found.filter(
    ({ group, text, place }) =>
      (group === undefined || groups.get(group)?.size === 1) &&
      !(place === 'line' && cells.some((cell) => cell.includes(text))),
  );
  const seen = new Set<string>();
  return [...lineOf(reading.title, 'title'), ...alone]
    .map(({ group: _, ...line }: Found): NameLine => line)
    .filter(({ place, text }) => !seen.has(`${place} ${text}`) && seen.add(`${place} ${text}`))
    .slice(0, MOST_LINES);
}

function inFrame(index: PageIndex, nth: number): readonly Found[] {
  /** Level of the heading over a list of others, while inside it. */
  let listed = Number.POSITIVE_INFINITY;
  return linesOf(index).flatMap((line): readonly Found[] => {
    const level = levelOf(index, line.at);
    if (level !== undefined) {
      if (level <= listed) listed = Number.POSITIVE_INFINITY;
      if (level > 1 && level <= listed && isOverList(line)) listed = level;
    }
    if (isInTrail(index, line.at)) return lineOf(line.raw, 'trail');
    const isHeading = level !== undefined;
    if (level === undefined || level > 1) {
      if (listed < (level ?? Number.POSITIVE_INFINITY) || line.isLinked) return [];
    }
    if (isAside(index, line.at)) return [];
    const group = level === 1 ? undefined : groupOf(index, line.at);
    return lineOf(line.raw, isHeading ? 'heading' : 'line').map((each) =>
      group === undefined ? each : { ...each, group: `${nth} ${group}` },
    );
  });
}

function isOverList({ raw }: Line): boolean {
  const words = labelWords(raw);
  return LISTS.test(words) && words.split(' ').length <= MOST_LIST_WORDS;
}

/** A text as it is compared; none if it is too long, or says nothing of anybody. */
function lineOf(raw: string, place: NameLine['place']): readonly Found[] {
  const text = tidied(raw);
  if (text.length > LONGEST || !NAMES.test(text)) return [];
  const born = daysIn(text, LABELLED);
  const bracketed = daysIn(text, BRACKETED).filter((day) => !born.includes(day));
  if (place === 'line' && born.length + bracketed.length === 0) return [];
  const isOfOthers = OTHERS.test(labelWords(text));
  return [{ text, place, born, bracketed, ...(isOfOthers ? { isOfOthers } : {}) }];
}

function daysIn(text: string, pattern: RegExp): readonly PlainDate[] {
  return [...new Set([...text.matchAll(pattern)].flatMap(([, day = '']) => daysOf(day)))];
}

/** Level of the heading that the text is in. */
function levelOf(index: PageIndex, at: number): number | undefined {
  for (let up = at, left = DEEPEST; up >= 0 && left > 0; left -= 1) {
    const [, level] = /^h([1-6])$/.exec(index.tags[up] ?? '') ?? [];
    if (level !== undefined) return Number(level);
    if (index.roles.get(up) === 'heading') return 2;
    up = index.parents[up] ?? -1;
  }
  return undefined;
}

function groupOf(index: PageIndex, at: number): number | undefined {
  for (let up = at, left = DEEPEST; up >= 0 && left > 0; left -= 1) {
    if (GROUPS.has(index.tags[up] ?? '')) return up;
    up = index.parents[up] ?? -1;
  }
  return undefined;
}

function tidied(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
