/** Long text: what happened, in somebody's words. It is kept verbatim under the heading that it stands under. */
import { type Candidate, SCORE } from './candidate.js';
import { endsWithColon, readsAsLabel, tidyLabel } from './label-text.js';
import { type Line, verbatimLine } from './line.js';
import type { Scope } from './owner.js';
import type { Owned } from './ownership.js';
import { ownersOf } from './ownership.js';
import { fold } from './text.js';

/** Characters from which a text without a label of its own is worth offering. */
const PROSE_FROM = 100;
const SENTENCE_END = /[.!?]["”’)]?(?:\s|$)/g;

/** Long, or several sentences: an officer reads it, rather than copies it into a field. */
export function isProse(text: string): boolean {
  if (text.length >= 200) return true;
  return text.length >= PROSE_FROM && (text.match(SENTENCE_END)?.length ?? 0) >= 2;
}

/**
 * Paragraphs that no label claims, run together as long as they stand under one heading and next to each other.
 *
 * @param isFree - whether a line belongs to no value or label already found
 * @param title - the label when no heading stands above
 */
export function proseCandidates(
  lines: readonly Line[],
  scopes: readonly Scope[],
  isFree: (line: Line) => boolean,
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
    if (run) addRun(run.lines, run.scope, title, found);
    run = undefined;
  };
  free.forEach((line, place) => {
    const scope = headingOf(owners[place]);
    const fits = !line.hasControl && !line.isLinked && isFree(line) && !isHeadingLine(line, scope);
    if (!fits || (run && run.scope !== scope)) flush();
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

function isHeadingLine(line: Line, scope: Scope | undefined): boolean {
  return scope !== undefined && line.at < scope.from;
}

function addRun(
  lines: readonly Line[],
  scope: Scope | undefined,
  title: string,
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
  if (!first || value.length < PROSE_FROM || !isProse(value) || isListOfScraps(raw)) return;
  const label = isNamed ? named : (scope?.title ?? title);
  if (label === '') return;
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
    },
  });
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
