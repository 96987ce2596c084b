/** The label at the start of a line of text, and lines that hold several labels with their values. */

import { type Line, LONGEST_LINE } from '../../tree/line.js';
import { foldLine } from '../../tree/text.js';
import { isCoded, isPart, isQuestion, readsAsLabel, tidyLabel } from '../label-text.js';

export interface Split {
  readonly label: string;
  /** Start of the value in the raw line. */
  readonly from: number;
  readonly sure: boolean;
  /** Set if only a dash parts the two: lists of other things are written so too. */
  readonly isDashed?: true;
  /** Set if the value is in the lines below. */
  readonly below?: true;
}

/** Characters at the start of a line within which its label ends. */
const LONGEST_HEAD = 120;
const LONGEST = 60;

/** The label at the start of a line, if it has one. */
export function splitLine(line: Line): Split | undefined {
  const { raw, boldTo } = line;
  if (raw.length > LONGEST_LINE * 4) return undefined;
  if (isPart(raw.trim())) return undefined;
  const head = raw.slice(0, LONGEST_HEAD);
  const marked = atColon(line, head) ?? atSign(line, head);
  if (marked) return marked;
  const bold = boldTo === 0 ? '' : tidyLabel(raw.slice(0, boldTo));
  return bold !== '' && boldTo < raw.trimEnd().length && isShort(bold)
    ? { label: bold, from: boldTo, sure: false }
    : undefined;
}

function atColon({ raw, boldTo }: Line, head: string): Split | undefined {
  const mark = markIn(head);
  if (!mark) return undefined;
  const isAsked = mark[0] === '?';
  const before = head.slice(0, mark.index);
  const label = isAsked ? foldLine(`${before}?`) : tidyLabel(before);
  const rest = raw.slice(mark.index + 1);
  // Excluded: 10:30, http://, a ratio.
  const isTime = /\d$/.test(before) && /^\d/.test(rest);
  if (isTime || rest.startsWith('//')) return undefined;
  if (isAsked ? !isQuestion(label) : !isShort(label)) return undefined;
  const isPrinted = boldTo >= mark.index && boldTo < raw.trimEnd().length;
  const isDotted = /\.{2,}\s*$/.test(before);
  const doubled = isAsked && /^\s*[:：]/.exec(rest);
  const from = mark.index + 1 + (doubled ? doubled[0].length : 0);
  return { label, from, sure: isPrinted || isDotted || isCoded(label) };
}

const MARK = /[:：]|\?(?=\s|$)/g;
/** A letter or a number that counts questions: `Q: Name: Taz`, `12: Town: Testham`. */
const COUNTER = /^\s*(?:[A-Z]|[A-Z]?\d{1,3}[a-z]?)\s*$/;

/** The sign at which the label ends; that of a counter before it is a part of it. */
function markIn(head: string): RegExpExecArray | undefined {
  const [first, second] = head.matchAll(MARK);
  if (!first || !second || first[0] === '?' || !COUNTER.test(head.slice(0, first.index)))
    return first;
  const isLabel = readsAsLabel(tidyLabel(head.slice(first.index + 1, second.index)));
  return isLabel && /\s/.test(head[first.index + 1] ?? '') ? second : first;
}

function atSign({ raw, isPre }: Line, head: string): Split | undefined {
  const sign = /\s?(?:\s[-=]>\s|\s→\s|=|\t|\s[-–—]\s|\s\.{2,}\s|\.{4,})\s*/.exec(head);
  if (sign && sign.index > 0) {
    const label = tidyLabel(head.slice(0, sign.index));
    const sure = sign[0].includes('....');
    const isDashed = /^\s+[-–—]\s/.test(sign[0]);
    if (isShort(label))
      return {
        label,
        from: sign.index + sign[0].length,
        sure,
        ...(isDashed ? { isDashed } : {}),
      };
  }
  const columns = isPre ? /\S(\s{3,})\S/.exec(head) : null;
  if (!columns) return undefined;
  const from = columns.index + 1 + (columns[1] ?? '').length;
  const label = tidyLabel(head.slice(0, columns.index + 1));
  return isShort(label) && raw.slice(0, 1).trim() !== '' ? { label, from, sure: false } : undefined;
}

export function isShort(label: string): boolean {
  return label.length <= LONGEST && readsAsLabel(label);
}

export function hasValue(line: Line, split: Split | undefined): boolean {
  return split !== undefined && line.raw.slice(split.from).trim() !== '';
}

const SEPARATOR = /\s\|\s|;\s+/g;
const GAP = /\s{3,}/g;
const LABEL_END = /[:：]\s*$|\?\s*$/;

/**
 * Cuts a line such as `Name: Taz | Town: Testham` if each piece begins with a label: at signs between them, at bold
 * labels, or at the wide gaps of a print-out.
 *
 * @param near - the lines before and after it, whose columns may be the same
 */
export function partsOf(line: Line, near: readonly (Line | undefined)[]): readonly Line[] {
  const { raw, bolds } = line;
  if (raw.length > LONGEST_LINE || !/[:：?]/.test(raw)) return [line];
  const bySign = /[|;]/.test(raw) ? cutAt(line, matches(raw, SEPARATOR)) : [];
  if (bySign.length > 1 && bySign.every(isNamed) && !isList(bySign[0])) return bySign;
  const byBold = bolds.length > 2 ? cutAtBold(line) : [];
  if (byBold.length > 1) return byBold;
  const byGap = cutAtGaps(line);
  if (byGap.length < 2) return [line];
  // `Handles:    Discord: taz` is one pair, unless the lines beside it have a second label in the same column.
  const isWhole = byGap.slice(0, -1).every((part) => hasValue(part, splitLine(part)));
  return isWhole || near.some((other) => isInColumns(byGap, other)) ? byGap : [line];
}

type Cut = readonly [end: number, start: number];

function matches(raw: string, pattern: RegExp): readonly Cut[] {
  return [...raw.matchAll(pattern)].map(({ index, 0: sign }) => [index, index + sign.length]);
}

function cutAt(line: Line, cuts: readonly Cut[]): readonly Line[] {
  const starts = [0, ...cuts.map(([, start]) => start)];
  const ends = [...cuts.map(([end]) => end), line.raw.length];
  return starts.map((start, place) => pieceOf(line, start, ends[place] ?? line.raw.length));
}

function pieceOf(line: Line, start: number, end: number): Line {
  return {
    ...line,
    offset: line.offset + start,
    raw: line.raw.slice(start, end),
    exact: line.exact.slice(start, end),
    gaps: line.gaps.map((gap) => gap - start).filter((gap) => gap > 0 && gap < end - start),
    boldTo: Math.max(0, line.boldTo - start),
    bolds: [],
    actFrom: -1,
  };
}

function isNamed(part: Line): boolean {
  return /[:：?]/.test(part.raw.slice(0, LONGEST_HEAD)) && splitLine(part) !== undefined;
}

/** True for `Handles: Discord: taz`: the pieces after it are more of the same. */
function isList(first: Line | undefined): boolean {
  const split = first && splitLine(first);
  if (!first || !split) return false;
  const value = first.raw.slice(split.from).trimStart();
  return (
    splitLine({ ...first, raw: value, boldTo: 0 }) !== undefined && /^[^:：]{1,60}[:：]/.test(value)
  );
}

/** Pieces that begin with bold labels, each of them with a colon at its end. */
function cutAtBold(line: Line): readonly Line[] {
  const { raw, bolds } = line;
  if (raw.slice(0, bolds[0]).trim() !== '') return [];
  const cuts: Cut[] = [];
  for (let i = 0; i < bolds.length; i += 2) {
    const [from = 0, to = 0] = bolds.slice(i, i + 2);
    const isLabel = LABEL_END.test(raw.slice(from, to)) || /^\s*[:：]/.test(raw.slice(to, to + 4));
    if (!isLabel) return [];
    if (i > 0) cuts.push([from, from]);
  }
  const parts = cutAt(line, cuts);
  return parts.every(isNamed) ? parts : [];
}

/** Pieces with wide gaps between them, each with a label and a colon; a gap within a value does not part. */
function cutAtGaps(line: Line): readonly Line[] {
  const gaps = matches(line.raw, GAP);
  if (gaps.length > MOST_GAPS) return [];
  const cuts = gaps.filter(
    ([end, start]) => end > 0 && isNamed(pieceOf(line, start, start + LONGEST_HEAD)),
  );
  if (cuts.length === 0 || cuts.length > MOST_IN_LINE) return [];
  const parts = cutAt(line, cuts);
  return parts.every(isNamed) ? parts : [];
}

/** Most pairs in a line, and most gaps looked at. */
const MOST_IN_LINE = 8;
const MOST_GAPS = 40;

/** True if another line has a pair, then a label in the column in which the last of these pieces begins. */
function isInColumns(parts: readonly Line[], other: Line | undefined): boolean {
  const own = parts.at(-1);
  if (!own || !other) return false;
  const others = cutAtGaps(other);
  const [first] = others;
  const isPair = first !== undefined && hasValue(first, splitLine(first));
  const column = own.offset - (parts[0]?.offset ?? 0);
  return isPair && others.some(({ offset }) => offset - other.offset === column);
}
