/** Signs that a text is a label, and its tidying: as displayed, without the colon or dots that lead to the value. */

import { attribute } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import {
  controlCount,
  elementAt,
  endOf,
  holdsTable,
  isAllBold,
  isAllLinks,
  letters,
} from '../tree/span.js';
import { displayText, foldLine } from '../tree/text.js';
import { isEmptyMark } from './empty-mark.js';
import { labelHead } from './table/label-head.js';

/** Longest label that markup gives outright, and longest that is only guessed. */
const LONGEST_LABEL = 300;
const LONGEST_GUESS = 70;
const MOST_WORDS = 9;
/** Most nodes a guess looks at, and most in any label, so that nesting cannot make either expensive. */
const MOST_NODES = 40;
const MOST_IN_LABEL = 600;

const LABEL_CLASS =
  /(?:^|[\s_-])(?:label|key|term|prompt|question|field-?name|field-?label)(?:$|[\s_-])/i;
/** Classes of a table cell called a title or header: it is the label of the next cell. */
const CELL_CLASS = /(?:^|[\s_-])(?:title|header|heading|head|caption|name)(?:$|[\s_-])/i;
/** Letters and spaces only, as in most labels: only the number of words can speak against it. */
const PLAIN_WORDS = /^[a-z][a-z ]*$/i;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const TRAILING = new Set([':', '：', '.', '…', '·', '‥', ' ', '\u00a0']);

/** Drops the colon and leader dots at the end. A dot that ends an abbreviation (`D.O.B.`) stays. */
export function tidyLabel(text: string): string {
  const line = foldLine(text);
  let end = line.length;
  while (end > 0 && TRAILING.has(line[end - 1] ?? '')) end -= 1;
  const tail = line.slice(end);
  const keepsDot = tail.startsWith('.') && !tail.startsWith('..') && !/^\.\s*\.\./.test(tail);
  return (keepsDot ? `${line.slice(0, end)}.` : line.slice(0, end)).slice(0, LONGEST_LABEL);
}

/** The label that a node displays, or undefined if it displays none. */
export function labelOf(index: PageIndex, at: number): string | undefined {
  const { labels } = index.found;
  let label = labels[at];
  if (label === undefined) {
    label = displayedLabel(index, labelHead(index, at)) ?? null;
    labels[at] = label;
  }
  return label ?? undefined;
}

function displayedLabel(index: PageIndex, at: number): string | undefined {
  if (letters(index, at) > LONGEST_LABEL * 2 || endOf(index, at) - at > MOST_IN_LABEL)
    return undefined;
  const label = tidyLabel(displayText(index, at));
  return /[\p{L}\p{N}#]/u.test(label) ? label : undefined;
}

export function endsWithColon(text: string): boolean {
  const last = text.trimEnd().at(-1);
  return last === ':' || last === '：';
}

/**
 * A number or letter before a label, as forms count their questions: `3.2`, `7)`, `Q4.1`, `[SU02]`. A whole number by
 * itself may be a house's or a day's.
 */
const COUNTED =
  /^(?:[[{<][A-Z]{0,4}[-. ]?\d{1,6}(?:\.\d{1,2}){0,2}[a-z]?[\]}>]|\(?(?:[A-Z]{0,2}\d{1,2}(?:\.\d{1,2}){1,3}[.):]?|[A-Z]{0,2}\d{1,3}[a-z]?[.):]))\s+(?=\p{Lu}[\p{L}'’/.-]*(?:\s|$|\p{L}))/u;
/** Text after the number of a day, an hour or an amount. */
const COUNTABLE =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,7}\b(?!\s\p{L}{2})|^(?:[KMGT]i?B|[AP]M|GBP|GMT|BST|KG|KM)\b/iu;

/** The label without its number. */
function uncounted(text: string): string {
  const number = COUNTED.exec(text.slice(0, 20));
  if (!number) return text;
  const rest = text.slice(number[0].length);
  return COUNTABLE.test(rest) ? text : rest;
}

/** The name of a part of a form, before what it is about: `Part B - Parent or guardian`. */
const PART =
  /^(?:part|section|schedule|annex|appendix|rhan|adran)\s+(?:[A-Z]|[IVX]{1,4}|\d{1,2})(?:\s*[-–—]\s*(?=\p{Lu})|\s*[:.]\s*(?=\p{Lu}\S*\s\S))/iu;
const LONGEST_PART = 90;

/** True for a line that names a part of a form: it heads what is below, and is no label of its own words. */
export function isPart(text: string): boolean {
  return text.length <= LONGEST_PART && PART.test(text) && !text.slice(0, -1).includes(': ', 12);
}

const MOST_ASKED = 14;

/** True for a question as a form asks it: one sentence that ends with its mark. */
export function isQuestion(text: string): boolean {
  if (text.length > LONGEST_GUESS + 20 || !text.endsWith('?')) return false;
  if (!/^\p{Lu}/u.test(uncounted(text)) || /[.!;@"“”]\s|\n|:/.test(uncounted(text))) return false;
  const words = text.split(' ').length;
  return words >= 2 && words <= MOST_ASKED;
}

/** A code before the name of a field, which is in brackets: `0010,0030 (PatientBirthDate)`. */
const CODED = /^[\dA-Fa-f]{4}[,.:][\dA-Fa-f]{4} \((\p{Lu}[\p{L}\d ]{2,40})\)?$/u;

export function isCoded(label: string): boolean {
  return CODED.test(label);
}

/** True if the text is short, starts like a name, and is not itself a value (a date, a number, a web address). */
export function readsAsLabel(counted: string): boolean {
  if (counted.length === 0 || counted.length > LONGEST_GUESS) return false;
  if (PLAIN_WORDS.test(counted)) return isFewWords(counted);
  const [, coded] = CODED.exec(counted) ?? [];
  const text = coded ?? uncounted(counted);
  const first = text.charCodeAt(0);
  // A date or a number, like half of a page's values.
  if (first >= DIGIT_0 && first <= DIGIT_9) return false;
  if (!/^[("'*\s]*[\p{L}#]/u.test(text) || !/\p{L}/u.test(text)) return false;
  if (/[@\n"“”]|:\/\/|www\./.test(text)) return false;
  if (/\d{4,}|\d+[/.-]\d+/.test(text)) return false;
  // A full stop after a whole word ends a sentence; after part of one it is an abbreviation (Comm. Needs).
  if (/[!;]\s|\p{L}{6,}\.\s+\p{Lu}/u.test(text)) return false;
  return isFewWords(text);
}

function isFewWords(text: string): boolean {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words += 1;
  return words <= MOST_WORDS;
}

/**
 * Certainty, 0 to 1, that a node is a label although the markup does not call it one. A colon at the end, bold type or
 * a class with such a name are signs.
 */
export function labelLikeness(index: PageIndex, at: number): number {
  const known = index.found.likeness;
  const likeness = known[at] ?? headLikeness(index, at);
  known[at] = likeness;
  return likeness;
}

/** Likeness of the cell without its hint; that it is a cell counts as well. */
function headLikeness(index: PageIndex, at: number): number {
  const head = labelHead(index, at);
  if (head === at) return likenessOf(index, at);
  const isNamed = index.tags[at] !== 'td';
  const likeness = likenessOf(index, head);
  return isNamed && likeness > 0 ? 0.95 : likeness;
}

function likenessOf(index: PageIndex, at: number): number {
  const size = letters(index, at);
  if (size === 0 || size > LONGEST_GUESS + 20 || endOf(index, at) - at > MOST_NODES) return 0;
  if (controlCount(index, at) > 0 || holdsTable(index, at)) return 0;
  const shown = displayText(index, at);
  const text = tidyLabel(shown);
  if (!readsAsLabel(text)) return 0;
  const tag = index.tags[at];
  if (tag === 'th' || tag === 'dt' || tag === 'label') return 0.95;
  if (endsWithColon(shown)) return 0.9;
  if (isAllBold(index, at)) return 0.8;
  const element = elementAt(index, at);
  const classes = (element && attribute(element, 'class')) ?? '';
  if (LABEL_CLASS.test(classes)) return 0.75;
  if (isAllLinks(index, at)) return 0.2;
  const isAside = element !== undefined && tag === 'td' && attribute(element, 'align') === 'right';
  return isAside || (tag === 'td' && CELL_CLASS.test(classes)) ? 0.7 : 0.4;
}

const LONGEST_MARKER = 40;

/** The label of an empty box behind a dash, as in a filter between two days: `- From:`. */
const EMPTY_LABEL = /^[-–—•·]\s*\p{L}[\p{L} ]{0,20}:$/u;

/** True for words of the page itself in the place of a value: (Create), [edit], a star, the label of an empty box. */
export function isPageWords(value: string): boolean {
  if (isEmptyMark(value)) return false;
  if (!/[\p{L}\p{N}\p{S}]/u.test(value)) return true;
  if (value.length > LONGEST_MARKER) return false;
  // A short text wholly in brackets is the page's own.
  return EMPTY_LABEL.test(value) || /^[[(<][^()[\]<>\d]{1,30}[\])>]\.?$/.test(value);
}
