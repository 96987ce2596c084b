/** Long text: what happened, in somebody's words. It is kept verbatim under the heading that it stands under. */
import { type Candidate, SCORE } from './candidate.js';
import { endsWithColon, readsAsLabel, tidyLabel } from './label-text.js';
import { type Line, verbatimLine } from './line.js';
import type { Scope } from './owner.js';
import type { Owned } from './ownership.js';
import { ownersOf } from './ownership.js';
import type { PageIndex } from './page-index.js';
import { endOf } from './span.js';
import { fold } from './text.js';

/** Characters from which a text without a label of its own is worth offering. */
const PROSE_FROM = 100;
/** What is left of a message whose lines are read one by one is offered from here on. */
const REMAINDER_FROM = 20;
const SENTENCE_END = /[.!?]["”’)]?(?:\s|$)/g;
/** When an entry of a thread was made: a date with a time of day at one end of a short line. */
const TIME_OF_DAY = /\b\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\b/i;
const DAY =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9},? \d{4}|\p{L}{3,9} \d{1,2},? (?:\d\d:\d\d:\d\d )?\d{4})\b/iu;
const LONGEST_STAMP = 160;

/** Long, or several sentences: an officer reads it, rather than copies it into a field. */
export function isProse(text: string): boolean {
  if (text.length >= 200) return true;
  return text.length >= PROSE_FROM && (text.match(SENTENCE_END)?.length ?? 0) >= 2;
}

/**
 * Paragraphs that no label claims, run together as long as they stand under one heading and next to each other.
 *
 * @param isFree - whether a line belongs to no value or label already found
 * @param isRemainder - whether other lines of the same text were read as labelled values
 * @param title - the label when no heading stands above
 */
export function proseCandidates(
  index: PageIndex,
  lines: readonly Line[],
  scopes: readonly Scope[],
  isFree: (line: Line) => boolean,
  isRemainder: (line: Line) => boolean,
  title: string,
): Candidate[] {
  const found: Candidate[] = [];
  const free = lines.filter((line) => line.raw.trim() !== '');
  const owners = ownersOf(
    scopes,
    free.map((line) => line.at),
  );
  let run: { lines: Line[]; scope: Scope | undefined } | undefined;
  const flush = (): void => {
    if (run) addRun(index, run.lines, run.scope, title, run.lines.every(isRemainder), found);
    run = undefined;
  };
  free.forEach((line, place) => {
    const scope = headingOf(owners[place]);
    const fits =
      !line.hasControl &&
      !line.isLinked &&
      isFree(line) &&
      !isHeadingLine(line, scope) &&
      !isStamp(line);
    if (
      !fits ||
      (run && (run.scope !== scope || isRemainder(run.lines[0] ?? line) !== isRemainder(line)))
    )
      flush();
    if (!fits) return;
    run ??= { lines: [], scope };
    run.lines.push(line);
  });
  flush();
  return found;
}

function headingOf(owned: Owned | undefined): Scope | undefined {
  return owned?.scopes.findLast((scope) => scope.at >= 0);
}

/** "Mon Feb 09 10:15:00 2026 J Example - Reply added": one entry ends there, and another begins. */
function isStamp({ raw }: Line): boolean {
  if (raw.length > 1_000) return false;
  const text = fold(raw);
  if (text.length > LONGEST_STAMP) return false;
  const at = TIME_OF_DAY.exec(text)?.index;
  return at !== undefined && (at < 40 || at > text.length - 40) && DAY.test(text);
}

function isHeadingLine(line: Line, scope: Scope | undefined): boolean {
  return scope !== undefined && line.at < scope.from;
}

function addRun(
  index: PageIndex,
  lines: readonly Line[],
  scope: Scope | undefined,
  title: string,
  isRemainder: boolean,
  found: Candidate[],
): void {
  const [opening] = lines;
  // A short first line with a colon names what follows it.
  const named =
    opening && lines.length > 1 && endsWithColon(opening.raw) ? tidyLabel(opening.raw) : '';
  const isNamed = named !== '' && readsAsLabel(named);
  const own = isNamed ? lines.slice(1) : lines;
  const raw = own.map((line) => line.raw);
  const value = fold(raw.join('\n'));
  const [first] = own;
  if (!first) return;
  const isTelling = value.length >= PROSE_FROM && isProse(value) && !isListOfScraps(raw);
  if (!isTelling && !(isRemainder && value.length >= REMAINDER_FROM)) return;
  const label = isNamed ? named : (scope?.title ?? title);
  if (label === '') return;
  const blocks = new Set(own.map((line) => line.block));
  const within = blocks.size > 1 ? holderOf(index, [...blocks]) : -1;
  found.push({
    target: first.block < 0 ? first.at : first.block,
    ...(isNamed ? { labelAt: opening?.at ?? -1 } : scope ? { labelAt: scope.at } : {}),
    label,
    method: 'label-above',
    score: scope ? SCORE.headingAbove : SCORE.adjacent,
    part: {
      at: first.at,
      offset: first.offset,
      value,
      verbatim: own
        .map((line) => verbatimLine(line))
        .join('\n')
        .trim(),
      ...(within < 0 ? {} : { within }),
    },
  });
}

/** The innermost element that holds all of these. */
function holderOf(index: PageIndex, blocks: readonly number[]): number {
  const [first = -1] = blocks;
  const last = Math.max(...blocks);
  let holder = first;
  while (holder >= 0 && endOf(index, holder) <= last) holder = index.parents[holder] ?? -1;
  return holder;
}

/** Menus and footers are many short lines; in prose most of the text is in lines that run on. */
function isListOfScraps(raw: readonly string[]): boolean {
  let all = 0;
  let long = 0;
  for (const line of raw) {
    const size = line.trim().length;
    all += size;
    if (size >= 60) long += size;
  }
  return long < all / 2;
}
