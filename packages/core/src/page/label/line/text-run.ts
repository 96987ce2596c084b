/**
 * Finds `Label: value` in running text: a form pasted into a message, a print-out with dot leaders, bold words and the
 * text after them.
 */

import { type Line, verbatimLine } from '../../tree/line.js';
import { fold } from '../../tree/text.js';
import { type Candidate, SCORE } from '../candidate.js';
import { tidyLabel } from '../label-text.js';
import { headingsOfLines } from './line-heading.js';
import { hasValue, isShort, partsOf, type Split, splitLine } from './line-label.js';
import { isStamp, stampedBy } from './thread-stamp.js';
import { ON_LABEL, WROTE_LABEL, wroteLine } from './wrote-line.js';

/** Spaces at the start of a line that make it a further line of the one above. */
const DEEP_INDENT = 4;
const MOST_LINES = 40;
/** Most lines looked at for a neighbour, blank ones and further lines of a value among them. */
const MOST_LOOKED_AT = 12;
/** Most nodes between the beginnings of two short items of a list. */
const NEAR = 8;
const NEAR_IN_LIST = 24;
/** Most runs: a reading holds fewer values, so the rest would be cut off in any case. */
const MOST_RUNS = 25_000;

/**
 * @param isFree - says if a line belongs to no value or label already found
 * @param read - takes the lines claimed here
 */
export function textRunCandidates(
  lines: readonly Line[],
  isFree: (line: Line) => boolean,
  read: Set<Line>,
): Candidate[] {
  const found: Candidate[] = [];
  const splits = withoutListed(
    lines,
    lines.map((line) => (isMenuLine(line) ? undefined : splitLine(line))),
  );
  const headings = headingsOfLines(lines, (at) => splits[at] !== undefined);
  // The first entry began the thread; the people who answered do not count.
  let hasSender = false;
  for (let i = 0; i < lines.length && found.length < MOST_RUNS; i += 1) {
    const line = lines[i];
    if (!line || line.hasControl || !isFree(line)) continue;
    const sent = sentBy(line);
    if (sent) {
      read.add(line);
      found.push(...sent);
      continue;
    }
    const isBy = !hasSender && isStamp(line) && !isLabelled(lines, splits, i);
    const by = isBy ? stampedBy(line) : undefined;
    if (by) {
      hasSender = true;
      read.add(line);
      found.push(by);
      continue;
    }
    const parts = partsOf(line, [lines[i - 1], lines[i + 1]]);
    if (parts.length > 1) {
      const added = parts.map((part) => addRun([part], splitLine(part), found, headings[i]));
      if (added.includes(true)) read.add(line);
      continue;
    }
    const own = splits[i];
    const split = hasValue(line, own) ? own : (boldAbove(lines, i) ?? own);
    if (!split || (!split.sure && !hasNeighbour(lines, splits, i))) continue;
    const run = [line];
    const heading = headings[i];
    const rest = split.below ? 0 : restOfItem(lines, splits, i);
    const goesOn = (next: Line, at: number): boolean =>
      split.below ? isBelow(line, next) : at <= rest || isFurtherLine(line, next, splits[at]);
    for (
      let next = lines[i + 1];
      next && run.length < MOST_LINES && goesOn(next, i + 1);
      next = lines[i + 1]
    ) {
      i += 1;
      run.push(next);
    }
    if (addRun(run, split, found, heading)) for (const each of run) read.add(each);
  }
  return found;
}

/** @returns true if there was a value */
function addRun(
  run: readonly Line[],
  split: Split | undefined,
  found: Candidate[],
  heading: string | undefined,
): boolean {
  const [line] = run;
  if (!line || !split) return false;
  const from = (place: number): number => (place === 0 ? split.from : 0);
  const act = run.length === 1 ? actIn(line, split.from) : undefined;
  const value = fold(run.map(({ raw }, place) => raw.slice(from(place), act)).join('\n'));
  const verbatim =
    act === undefined
      ? run.map((each, place) => verbatimLine(each, from(place))).join('\n')
      : line.exact.slice(split.from, act);
  if (value === '') return false;
  found.push({
    target: line.block < 0 ? line.at : line.block,
    labelAt: line.at,
    label: split.label,
    method: split.below ? 'label-above' : 'text-run',
    score: split.sure ? SCORE.textRun : SCORE.textRun - 0.1,
    ...(heading === undefined ? {} : { owner: heading }),
    part: { at: line.at, offset: line.offset, value, verbatim: verbatim.trim() },
  });
  return true;
}

/** Words of a link that does something with the value before it. */
const ACT =
  /^\s*(?:edit|change|amend|update|add|remove|delete|view|show|hide|copy|print|newid|golygu)(?:\s+\p{L}+){0,4}\s*$/iu;

/** Place of a link such as *Edit* that ends a line after the value: it is no part of it. */
function actIn({ raw, actFrom }: Line, from: number): number | undefined {
  const isAfter = actFrom > from && raw.slice(from, actFrom).trim() !== '';
  return isAfter && ACT.test(raw.slice(actFrom, actFrom + LONGEST_ACT + 1)) ? actFrom : undefined;
}
const LONGEST_ACT = 60;

const SENT =
  /^\s*(From)\s+(\S[^\n]{1,120}?)\s+(on)\s+((?:\p{L}{2,9},? )?\d{1,4}[/.\- ]\p{L}{0,9}\d{0,2}[/.\- ]\d{2,4}(?:,? \d{1,2}:\d\d)?)\s*$/u;

/** Sender and date of `From J Example on 27/01/2026 11:02`, as mail programs head a message or one that it quotes. */
function sentBy(line: Line): readonly Candidate[] | undefined {
  if (line.raw.length > 200) return undefined;
  const wrote = wroteLine(line.raw);
  const [, from = '', name = '', , date = ''] = SENT.exec(line.raw) ?? [];
  if (name === '' && !wrote) return undefined;
  const said = wrote
    ? [
        [ON_LABEL, wrote.sent],
        [WROTE_LABEL, wrote.from],
      ]
    : [
        [from, name],
        ['Date', date],
      ];
  return said.map(([label = '', value = '']): Candidate => {
    const offset = line.raw.lastIndexOf(value);
    return {
      target: line.block < 0 ? line.at : line.block,
      labelAt: line.at,
      label,
      method: 'text-run',
      score: SCORE.textRun,
      part: {
        at: line.at,
        offset: line.offset + offset,
        value,
        verbatim: line.exact.slice(offset, offset + value.length),
      },
    };
  });
}

/** Label in a line wholly in bold, above a line that is not bold. */
function boldAbove(lines: readonly Line[], at: number): Split | undefined {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next || !isBelow(line, next)) return undefined;
  const label = tidyLabel(line.raw);
  if (line.boldTo < line.raw.trimEnd().length || !isShort(label)) return undefined;
  return { label, from: line.raw.length, sure: true, below: true };
}

/** True for a line of the same block that is not in bold. */
function isBelow(first: Line, next: Line): boolean {
  const isPlain = next.boldTo === 0 && !next.isLinked && !next.hasControl;
  return next.block === first.block && isPlain && next.raw.trim() !== '';
}

/** True for a line that is all links. */
function isMenuLine(line: Line): boolean {
  return line.isLinked && line.raw.trim() !== '';
}

type Splits = readonly (Split | undefined)[];

/** True if the item before or after it has a label too: then a line that only might have a label is believed. */
function hasNeighbour(lines: readonly Line[], splits: Splits, at: number): boolean {
  return neighbour(lines, splits, at, -1) || neighbour(lines, splits, at, 1);
}

function neighbour(lines: readonly Line[], splits: Splits, at: number, step: 1 | -1): boolean {
  const own = lines[at];
  for (let i = at + step, left = MOST_LOOKED_AT; own && left > 0; i += step, left -= 1) {
    const line = lines[i];
    if (!line) return false;
    if (line.raw.trim() === '') continue;
    const isNear = line.block === own.block || Math.abs(line.at - own.at) <= nearEnough(line, own);
    if (!isNear) return false;
    const split = splits[i];
    if (split) return !(split.isDashed && !splits[at]?.isDashed) || splits[at]?.sure === true;
    // A further line of an item stands between two labels.
    const isFurther = line.list >= 0 && line.list === own.list && !beginsBlock(lines, i);
    if (!isFurther) return false;
  }
  return false;
}

function isLabelled(lines: readonly Line[], splits: Splits, at: number): boolean {
  const split = splits[at];
  return split !== undefined && (split.sure || hasNeighbour(lines, splits, at));
}

/** Most nodes between two lines: items of one list may hold a link or their own markup. */
function nearEnough(line: Line, own: Line): number {
  return line.list >= 0 && line.list === own.list ? NEAR_IN_LIST : NEAR;
}

function beginsBlock(lines: readonly Line[], at: number): boolean {
  return lines[at - 1]?.block !== lines[at]?.block;
}

/**
 * Place of the last line of an item or paragraph that is one value under the label at its beginning; -1 if its other
 * lines have labels of their own. A value such as `Discord: taz` goes on with others that look like labels.
 */
function restOfItem(lines: readonly Line[], splits: Splits, at: number): number {
  const line = lines[at];
  const split = splits[at];
  if (!line || !split || line.list < 0 || !beginsBlock(lines, at)) return -1;
  const isListed = splitLine({ ...line, raw: line.raw.slice(split.from), boldTo: 0 }) !== undefined;
  let last = -1;
  for (let i = at + 1; i < at + MOST_LINES; i += 1) {
    const next = lines[i];
    if (next?.block !== line.block) return last;
    const hasOther = next.hasControl || next.boldTo > 0 || (!isListed && splits[i] !== undefined);
    if (hasOther) return -1;
    last = i;
  }
  return -1;
}

/** One word after a colon: a piece of a list such as `Discord: taz`. */
const PIECE = /^[^:：]{1,60}[:：]\s*\S{1,80}\s*$/;

/**
 * Takes the labels from lines that go on with the value of the first line of their item, whose own label cannot be
 * read: `Discord: taz` below `…: Steam: tazzy` belongs to whoever the first line is about.
 */
function withoutListed(lines: readonly Line[], splits: Splits): Splits {
  const own = [...splits];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || own[at] || line.list < 0 || !beginsBlock(lines, at)) continue;
    const colon = line.raw.search(/[:：]/);
    if (colon < 0 || !PIECE.test(line.raw.slice(colon + 1))) continue;
    for (let i = at + 1; i < at + MOST_LINES; i += 1) {
      const next = lines[i];
      if (next?.block !== line.block || !PIECE.test(next.raw)) break;
      own[i] = undefined;
    }
  }
  return own;
}

function isFurtherLine(first: Line, next: Line, split: Split | undefined): boolean {
  if (next.block !== first.block || next.hasControl || split) return false;
  const text = next.raw.trimStart();
  return text !== '' && next.raw.length - text.length >= DEEP_INDENT;
}
