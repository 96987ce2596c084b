/** The displayed lines of a frame, in order: the text as read without the markup. */
import type { PageIndex } from './page-index.js';
import { controlCount, endOf } from './span.js';
import { inPre, isBlock } from './text.js';
import { CLIPPED, HIDDEN } from './visibility.js';

export interface Line {
  /** Order of the nearest block around it. */
  readonly block: number;
  /** Order of the list that it is an item of, or of the block around its paragraph; -1 for neither. */
  readonly list: number;
  /** Order of the first text in it. */
  readonly at: number;
  /** Offset in that text at which it starts: preformatted text holds several lines. */
  readonly offset: number;
  /** Text of the line; in a line that wraps, every white space is replaced by a space. */
  readonly raw: string;
  /** Text exactly as it is, with the same length as `raw`. */
  readonly exact: string;
  readonly isPre: boolean;
  /** Places in `raw` where something hidden was left out. */
  readonly gaps: readonly number[];
  /** Length of the start of `raw` that is in bold or marked as a label. */
  readonly boldTo: number;
  /** Beginning and end in `raw` of each piece in bold, one after the other. */
  readonly bolds: readonly number[];
  /** Set if all of it is links: a menu, not a text. */
  readonly isLinked: boolean;
  /** Place in `raw` of the links or buttons that end a line after other text; -1 for none. */
  readonly actFrom: number;
  /** Set if a control is in the line. */
  readonly hasControl: boolean;
}

/** Longest line looked at for a label; more is prose. */
export const LONGEST_LINE = 2000;

/** Shared by the many lines without gaps; never written to. */
const NO_GAPS: number[] = [];
const NO_BOLDS: number[] = [];
/** Most pieces in bold kept of one line. */
const MOST_BOLDS = 40;

const BREAK = /[\r\n\t]/;
const BREAKS = /[\r\n\t]/g;

/** A line while it is written: there are thousands, and each copy costs time. */
type Open = { -readonly [key in keyof Omit<Line, 'gaps' | 'bolds'>]: Line[key] } & {
  gaps: number[];
  bolds: number[];
  size: number;
  /** Set while all of it so far is bold. */
  bold: boolean;
  /** Set while nothing but white space is after the last piece in bold. */
  goesOn: boolean;
};

/** Gathers the lines in one pass. Lines end at blocks, cells and `br`, and at line breaks of preformatted text. */
export function linesOf(index: PageIndex): Line[] {
  const lines: Line[] = [];
  const blocks: number[] = [-1];
  /** End of the innermost block. */
  let blockEnd = Number.POSITIVE_INFINITY;
  let open: Open | undefined;
  const flush = (): void => {
    if (open && open.size > 0) lines.push(open);
    open = undefined;
  };
  const begin = (at: number, offset: number): Open => ({
    block: blocks.at(-1) ?? -1,
    list: listOf(index, blocks),
    at,
    offset,
    raw: '',
    exact: '',
    isPre: false,
    gaps: NO_GAPS,
    bolds: NO_BOLDS,
    size: 0,
    boldTo: 0,
    bold: true,
    goesOn: false,
    isLinked: true,
    actFrom: -1,
    hasControl: false,
  });
  for (let at = 0; at < index.tags.length; ) {
    while (at >= blockEnd) {
      flush();
      blocks.pop();
      const around = blocks.at(-1) ?? -1;
      blockEnd = around < 0 ? Number.POSITIVE_INFINITY : endOf(index, around);
    }
    const tag = index.tags[at] ?? '';
    if ((index.visibility[at] ?? 0) & (HIDDEN | CLIPPED) || tag === 'button') {
      if (open && open.size > 0) {
        if (open.gaps === NO_GAPS) open.gaps = [];
        open.gaps.push(open.size);
      }
      at = endOf(index, at);
      continue;
    }
    const node = index.nodes[at];
    if (node?.type === 'text') {
      const isPre = inPre(index, at);
      if (isPre || isLined(node.value)) {
        let offset = 0;
        node.value.split('\n').forEach((part, place) => {
          if (place > 0) flush();
          open ??= begin(at, offset);
          open.isPre = isPre;
          write(index, at, part, isPre ? part : part.replace(/\r|\t/g, ' '), open);
          offset += part.length + 1;
        });
      } else {
        const { value } = node;
        open ??= begin(at, 0);
        write(index, at, value, BREAK.test(value) ? value.replace(BREAKS, ' ') : value, open);
      }
    } else if (isBlock(tag)) {
      flush();
      blocks.push(at);
      blockEnd = endOf(index, at);
    } else if (tag === 'br') flush();
    else if (controlCount(index, at) > 0 && endOf(index, at) - at < 2) {
      open ??= begin(at, 0);
      open.hasControl = true;
    }
    at += 1;
  }
  flush();
  return lines;
}

const LABELLED = /^\s{0,40}[^\s:：?][^\n:：?]{0,59}[:：?](?=\s|$)/;
const MOST_LINED = 200_000;

/**
 * True for a text in which most lines begin with a label: a form pasted as it was, whatever the style says about its
 * line breaks.
 */
export function isLined(text: string): boolean {
  if (text.length > MOST_LINED || !/[:：?]\s/.test(text) || !text.trim().includes('\n'))
    return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const labelled = lines.filter((line) => LABELLED.test(line)).length;
  return labelled >= 2 && labelled * 2 > lines.length;
}

/** The list that the innermost block is an item of; the block around it, if it is a paragraph by itself. */
function listOf(index: PageIndex, blocks: readonly number[]): number {
  const [tag, outer] = [-1, -2].map((place) => index.tags[blocks.at(place) ?? -1]);
  if (tag === 'li' || tag === 'td') return blocks.at(-2) ?? -1;
  if (tag !== 'p') return -1;
  return blocks.at(outer === 'li' ? -3 : -2) ?? -1;
}

/** Adds a text to the line, both exactly and with its white space as displayed. */
function write(index: PageIndex, at: number, part: string, raw: string, open: Open): void {
  const { bold, linked, letters } = index.counts;
  const isBold = (bold[at + 1] ?? 0) > (bold[at] ?? 0);
  const isLink = (linked[at + 1] ?? 0) > (linked[at] ?? 0);
  if ((letters[at + 1] ?? 0) > (letters[at] ?? 0)) {
    if (!isLink) open.actFrom = -1;
    else if (open.actFrom < 0 && !open.isLinked) open.actFrom = open.size;
  }
  if ((open.bold && !isBold) || (open.isLinked && !isLink)) {
    const hasInk =
      (letters[at + 1] ?? 0) > (letters[at] ?? 0) && (!open.isPre || part.trim() !== '');
    if (hasInk && !isBold) open.bold = false;
    if (hasInk && !isLink) open.isLinked = false;
  }
  if (isBold && open.bolds.length < 2 * MOST_BOLDS) {
    if (open.bolds === NO_BOLDS) open.bolds = [];
    const { bolds } = open;
    if (open.goesOn) bolds[bolds.length - 1] = open.size + part.length;
    else bolds.push(open.size, open.size + part.length);
    open.goesOn = true;
  } else if (open.goesOn && (letters[at + 1] ?? 0) > (letters[at] ?? 0)) open.goesOn = false;
  open.raw += raw;
  open.exact += part;
  open.size += part.length;
  if (open.bold) open.boldTo = open.size;
}

/**
 * A line, from an offset on, exactly as it was. Hidden text in it becomes a line break, so that no text is invented.
 */
export function verbatimLine({ exact, gaps }: Line, from = 0): string {
  const pieces: string[] = [];
  let start = from;
  for (const gap of gaps) {
    if (gap <= start) continue;
    pieces.push(exact.slice(start, gap));
    start = gap;
  }
  return [...pieces, exact.slice(start)].join('\n');
}
