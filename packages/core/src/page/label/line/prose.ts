/** Long text: an account in somebody's words. It is kept verbatim under the heading over it. */

import { type Line, verbatimLine } from '../../tree/line.js';
import type { PageIndex } from '../../tree/page-index.js';
import { endOf } from '../../tree/span.js';
import { fold } from '../../tree/text.js';
import { type Candidate, SCORE } from '../candidate.js';
import { claims } from '../claim.js';
import { isInFurniture } from '../furniture.js';
import { endsWithColon, readsAsLabel, tidyLabel } from '../label-text.js';
import type { Scope } from '../owner.js';
import type { Owned } from '../ownership.js';
import { ownersOf } from '../ownership.js';
import { isStamp } from './thread-stamp.js';

/** Fewest characters that make a text without its own label worth offering. */
const PROSE_FROM = 100;
/** Fewest characters to offer of the rest of a message whose other lines were read as values. */
const REMAINDER_FROM = 20;
/** Telephone number or address: a short text with one is offered too. */
const REACHES =
  /(?:\+44|\b0)\d{2,4}\)?[ -]?\d{3}[ -]?\d{3,4}\b|[\w.+'-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/;
const SENTENCE_END = /[.!?]["”’)]?(?:\s|$)/g;

/** True for text that is long, or several sentences: an officer reads it, rather than copies it into a field. */
export function isProse(text: string): boolean {
  if (text.length >= 200) return true;
  return text.length >= PROSE_FROM && (text.match(SENTENCE_END)?.length ?? 0) >= 2;
}

/**
 * Paragraphs that no label claims, joined while they are under one heading and next to each other.
 *
 * @param isFree - says if a line belongs to no value or label already found
 * @param isRemainder - says if other lines of the same text were read as labelled values
 * @param title - the label when no heading is above
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
  const isHeading = claims(
    index,
    scopes.map(({ at }) => at),
  );
  const free = lines.filter((line) => line.raw.trim() !== '');
  const owners = ownersOf(
    scopes,
    free.map((line) => line.at),
  );
  let run: { lines: Line[]; scope: Scope | undefined } | undefined;
  let isAfterValues = false;
  const flush = (): void => {
    if (run)
      addRun(
        index,
        run.lines,
        run.scope,
        title,
        run.lines.every(isRemainder),
        isAfterValues,
        found,
      );
    run = undefined;
  };
  free.forEach((line, place) => {
    const scope = headingOf(owners[place]);
    const fits =
      !line.hasControl && !line.isLinked && isFree(line) && !isHeading(line.at) && !isStamp(line);
    if (
      !fits ||
      (run && (run.scope !== scope || isRemainder(run.lines[0] ?? line) !== isRemainder(line)))
    )
      flush();
    if (!isFree(line)) isAfterValues = true;
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

function addRun(
  index: PageIndex,
  lines: readonly Line[],
  scope: Scope | undefined,
  title: string,
  isRemainder: boolean,
  isAfterValues: boolean,
  found: Candidate[],
): void {
  const [opening] = lines;
  // A short first line with a colon names the text after it.
  const named =
    opening && lines.length > 1 && endsWithColon(opening.raw) ? tidyLabel(opening.raw) : '';
  const isNamed = named !== '' && readsAsLabel(named);
  const own = isNamed ? lines.slice(1) : lines;
  const raw = own.map((line) => line.raw);
  const value = fold(raw.join('\n'));
  const [first] = own;
  if (!first) return;
  const isTelling = value.length >= PROSE_FROM && isProse(value) && !isListOfScraps(raw);
  const isOffered =
    isTelling ||
    (value.length >= REMAINDER_FROM && (isRemainder || isReaching(index, first, value)));
  if (!isOffered) return;
  const label = isNamed ? named : (scope?.title ?? title);
  if (label === '') return;
  // Words of the site, as below a record, are not told under the title of the page.
  const isUnderTitle = !scope && !isNamed && !isRemainder;
  if (isUnderTitle && (isInFurniture(index, first.at) || (isAfterValues && !isTelling))) return;
  const blocks = new Set(own.map((line) => line.block));
  const within = blocks.size > 1 ? holderOf(index, [...blocks]) : -1;
  found.push({
    target: first.block < 0 ? first.at : first.block,
    ...(isNamed ? { labelAt: opening?.at ?? -1 } : scope ? { labelAt: scope.at } : {}),
    label,
    method: 'label-above',
    isTold: true,
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

function isReaching(index: PageIndex, { at }: Line, value: string): boolean {
  return (
    value.length < PROSE_FROM * 4 &&
    value.split(/\s+/).length > 2 &&
    REACHES.test(value) &&
    !isInFurniture(index, at)
  );
}

/** The innermost element that holds all of these. */
function holderOf(index: PageIndex, blocks: readonly number[]): number {
  const [first = -1] = blocks;
  const last = Math.max(...blocks);
  let holder = first;
  while (holder >= 0 && endOf(index, holder) <= last) holder = index.parents[holder] ?? -1;
  return holder;
}

/** True for many short lines, as in menus and footers; in prose most of the text is in long lines. */
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
