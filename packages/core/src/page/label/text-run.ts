/**
 * Finds `Label: value` in running text: a form pasted into a message, a print-out with dot leaders, bold words and the
 * text after them.
 */

import { type Line, LONGEST_LINE, verbatimLine } from '../tree/line.js';
import { fold, foldLine } from '../tree/text.js';
import { type Candidate, SCORE } from './candidate.js';
import { readsAsLabel, tidyLabel } from './label-text.js';
import { isStamp, stampedBy } from './thread-stamp.js';
import { ON_LABEL, WROTE_LABEL, wroteLine } from './wrote-line.js';

/** Spaces at the start of a line that make it a further line of the one above. */
const DEEP_INDENT = 4;
const MOST_LINES = 40;
/** Most nodes between the beginnings of two short items of a list. */
const NEAR = 8;
const NEAR_IN_LIST = 24;
/** Most runs: a reading holds fewer values, so the rest would be cut off in any case. */
const MOST_RUNS = 25_000;

interface Split {
  readonly label: string;
  /** Start of the value in the raw line. */
  readonly from: number;
  readonly sure: boolean;
  /** Set if the value is in the lines below. */
  readonly below?: boolean;
}

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
    const isBy = !hasSender && isStamp(line) && !isLabelled(lines, i);
    const by = isBy ? stampedBy(line) : undefined;
    if (by) {
      hasSender = true;
      read.add(line);
      found.push(by);
      continue;
    }
    const parts = partsOf(line);
    if (parts.length > 1) {
      const added = parts.map((part) => addRun([part], splitLine(part), found));
      if (added.includes(true)) read.add(line);
      continue;
    }
    const split = splitLine(line) ?? boldAbove(lines, i);
    if (!split || (!split.sure && !hasNeighbour(lines, i))) continue;
    const run = [line];
    const goesOn = split.below ? isBelow : isFurtherLine;
    for (
      let next = lines[i + 1];
      next && run.length < MOST_LINES && goesOn(line, next);
      next = lines[i + 1]
    ) {
      i += 1;
      run.push(next);
    }
    if (addRun(run, split, found)) for (const each of run) read.add(each);
  }
  return found;
}

/** @returns true if there was a value */
function addRun(run: readonly Line[], split: Split | undefined, found: Candidate[]): boolean {
  const [line] = run;
  if (!line || !split) return false;
  const from = (place: number): number => (place === 0 ? split.from : 0);
  const value = fold(run.map(({ raw }, place) => raw.slice(from(place))).join('\n'));
  const verbatim = run.map((each, place) => verbatimLine(each, from(place))).join('\n');
  if (value === '') return false;
  found.push({
    target: line.block < 0 ? line.at : line.block,
    labelAt: line.at,
    label: split.label,
    method: split.below ? 'label-above' : 'text-run',
    score: split.sure ? SCORE.textRun : SCORE.textRun - 0.1,
    part: { at: line.at, offset: line.offset, value, verbatim: verbatim.trim() },
  });
  return true;
}

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

const SEPARATOR = /\s\|\s|;\s+/g;

/** Cuts a line such as `Name: Taz | Town: Testham` if each piece begins with a label. */
function partsOf(line: Line): readonly Line[] {
  if (line.raw.length > LONGEST_LINE || !/[|;]/.test(line.raw)) return [line];
  const parts: Line[] = [];
  let start = 0;
  const cut = (to: number): void => {
    parts.push({
      ...line,
      offset: line.offset + start,
      raw: line.raw.slice(start, to),
      exact: line.exact.slice(start, to),
      gaps: line.gaps.map((gap) => gap - start).filter((gap) => gap > 0 && gap < to - start),
      boldTo: Math.max(0, line.boldTo - start),
    });
  };
  for (const separator of line.raw.matchAll(SEPARATOR)) {
    cut(separator.index);
    start = separator.index + separator[0].length;
  }
  if (start === 0) return [line];
  cut(line.raw.length);
  return parts.every((part) => part.raw.slice(0, 60).includes(':') && splitLine(part))
    ? parts
    : [line];
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

/** The label at the start of a line, if it has one. */
function splitLine({ raw, boldTo, isPre }: Line): Split | undefined {
  if (raw.length > LONGEST_LINE * 4) return undefined;
  const head = raw.slice(0, 120);
  const bold = foldLine(raw.slice(0, boldTo));
  const colon = /[:：]/.exec(head);
  if (colon) {
    const label = tidyLabel(head.slice(0, colon.index));
    const rest = raw.slice(colon.index + 1);
    // Excluded: 10:30, http://, a ratio.
    const isTime = /\d$/.test(head.slice(0, colon.index)) && /^\d/.test(rest);
    if (!isTime && !rest.startsWith('//') && isShort(label)) {
      const isPrinted = boldTo >= colon.index && boldTo < raw.trimEnd().length;
      const isDotted = /\.{2,}\s*$/.test(head.slice(0, colon.index));
      return { label, from: colon.index + 1, sure: isPrinted || isDotted };
    }
  }
  const sign = /\s?(?:\s[-=]>\s|\s→\s|=|\t|\s[-–—]\s|\.{4,})\s*/.exec(head);
  if (sign && sign.index > 0) {
    const label = tidyLabel(head.slice(0, sign.index));
    const isDotted = sign[0].includes('....');
    if (isShort(label)) return { label, from: sign.index + sign[0].length, sure: isDotted };
  }
  const columns = isPre ? /\S(\s{3,})\S/.exec(head) : null;
  if (columns) {
    const from = columns.index + 1 + (columns[1] ?? '').length;
    const label = tidyLabel(head.slice(0, columns.index + 1));
    if (isShort(label) && raw.slice(0, 1).trim() !== '') return { label, from, sure: false };
  }
  if (bold !== '' && boldTo < raw.trimEnd().length && isShort(tidyLabel(bold)))
    return { label: tidyLabel(bold), from: boldTo, sure: false };
  return undefined;
}

function isShort(label: string): boolean {
  return readsAsLabel(label) && label.length <= 50 && label.split(' ').length <= 6;
}

/** True if the line before or after it has a label too: then a line that only might have a label is believed. */
function hasNeighbour(lines: readonly Line[], at: number): boolean {
  const own = lines[at];
  return [lines[at - 1], lines[at + 1]].some(
    (line) =>
      line !== undefined &&
      own !== undefined &&
      (line.block === own.block || Math.abs(line.at - own.at) <= nearEnough(line, own)) &&
      splitLine(line) !== undefined,
  );
}

function isLabelled(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const split = line && splitLine(line);
  return split !== undefined && (split.sure || hasNeighbour(lines, at));
}

/** Most nodes between two lines: items of one list may hold a link or their own markup. */
function nearEnough(line: Line, own: Line): number {
  return line.list >= 0 && line.list === own.list ? NEAR_IN_LIST : NEAR;
}

function isFurtherLine(first: Line, next: Line): boolean {
  if (next.block !== first.block || next.hasControl) return false;
  const text = next.raw.trimStart();
  if (text === '' || next.raw.length - text.length < DEEP_INDENT) return false;
  const split = splitLine(next);
  return split === undefined;
}
