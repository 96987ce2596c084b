/** Text as displayed: white space folded, line breaks where the page breaks lines. */
import { followsChip } from './chip.js';
import type { PageIndex } from './page-index.js';
import { endOf } from './span.js';
import { CLIPPED, HIDDEN } from './visibility.js';

/** Longest value kept, in characters. Anything longer is cut, and the reading says so. */
export const LONGEST_VALUE = 200_000;

/** Most characters read to find the longest value: white space may be most of a text. */
const LONGEST_READ = 4 * LONGEST_VALUE;

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const BOXES: ReadonlySet<string> = new Set([...BLOCKS, ...CELLS]);

export function isBlock(tag: string): boolean {
  return BOXES.has(tag);
}

/** Folds white space within each line, and drops empty lines. */
export function fold(text: string): string {
  if (!text.includes('\n')) return foldLine(text);
  return text
    .split('\n')
    .map(foldLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** Folds a text into one line: every run of white space, including no-break spaces, becomes a space. */
export function foldLine(text: string): string {
  return isFolded(text) ? text : text.replace(/\s+/g, ' ').trim();
}

const SPACE = 32;
const WHITE = /\s/;
/** Longest text checked: longer ones are few, and folding one costs little compared with reading it. */
const LONGEST_LOOK = 300;

/**
 * True for words with single spaces between them and nothing else, as most texts are. False if no quick answer exists.
 */
function isFolded(text: string): boolean {
  if (text.length > LONGEST_LOOK) return false;
  let before = SPACE;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= SPACE ? code < SPACE || before === SPACE : code > 126 && WHITE.test(text.charAt(i)))
      return false;
    before = code;
  }
  return before !== SPACE;
}

/** Folds white space within each line of a text with its own line breaks; empty lines stay. */
export function foldLines(text: string): string {
  if (isFolded(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .trim();
}

/**
 * Text that a node displays. Anything hidden inside a visible node is left out, as are buttons and text for screen
 * readers, unless the node is itself such an element.
 */
export function displayText(index: PageIndex, at: number): string {
  const { shown } = index.found;
  let text = shown[at];
  if (text === undefined) {
    text = textOf(index, at);
    shown[at] = text;
  }
  return text;
}

function textOf(index: PageIndex, at: number): string {
  const only = onlyText(index, at);
  if (only !== undefined) return inPre(index, only.at) ? fold(only.text) : foldLine(only.text);
  const own = index.visibility[at] ?? 0;
  const ignored = (HIDDEN | CLIPPED) & ~own;
  const pieces: string[] = [];
  const open: number[] = [];
  let size = 0;
  const end = endOf(index, at);
  for (let i = at; i < end && size <= LONGEST_VALUE; ) {
    while (open.length > 0 && (open.at(-1) ?? 0) <= i) {
      open.pop();
      pieces.push('\n');
    }
    const tag = index.tags[i] ?? '';
    if (i !== at && ((index.visibility[i] ?? 0) & ignored || isIgnored(tag))) {
      i = endOf(index, i);
      continue;
    }
    const node = index.nodes[i];
    if (node?.type === 'text') {
      const start = node.value.slice(0, LONGEST_READ);
      const kept = inPre(index, i) ? start : foldInline(start);
      size += kept.length;
      pieces.push(kept);
    } else if (tag === 'br') pieces.push('\n');
    else if (CELLS.has(tag)) pieces.push(' ');
    else if (BLOCKS.has(tag)) {
      pieces.push('\n');
      open.push(endOf(index, i));
    } else if (i !== at && followsChip(index, i)) pieces.push('\n');
    i += 1;
  }
  return fold(pieces.join(''));
}

/** The text of a node that holds one text and nothing else, as most labels and values do. */
function onlyText(index: PageIndex, at: number): { at: number; text: string } | undefined {
  const last = endOf(index, at) - 1;
  if (last - at > 4 || index.nodes[last]?.type !== 'text') return undefined;
  for (let i = at; i < last; i += 1) {
    const isPlain = index.visibility[i + 1] === index.visibility[at] && index.tags[i] !== '#text';
    if (!isPlain || index.tags[i] === 'br' || (i > at && isIgnored(index.tags[i] ?? '')))
      return undefined;
  }
  const node = index.nodes[last];
  return node?.type === 'text' && node.value.length <= LONGEST_VALUE
    ? { at: last, text: node.value }
    : undefined;
}

function isIgnored(tag: string): boolean {
  return tag === 'button' || tag === 'select' || tag === 'textarea';
}

/** Folds a text inside a line: a line break in the source is a space on screen, except in preformatted text. */
function foldInline(text: string): string {
  return text.replace(/\s+/g, ' ');
}

export function inPre(index: PageIndex, at: number): boolean {
  if (!index.hasPre) return false;
  let up = index.parents[at] ?? -1;
  for (let left = 6; up >= 0 && left > 0; left -= 1) {
    const tag = index.tags[up] ?? '';
    if (tag === 'pre') return true;
    if (isBlock(tag)) return false;
    up = index.parents[up] ?? -1;
  }
  return false;
}

/**
 * Every text inside a node exactly as it was, with `br` as a line break; at most one character beyond the longest
 * value.
 */
export function verbatimText(index: PageIndex, at: number): string {
  let text = '';
  let size = 0;
  const end = endOf(index, at);
  for (let i = at; i < end && size <= LONGEST_VALUE; i += 1) {
    const node = index.nodes[i];
    if (node?.type === 'text') {
      text += node.value;
      size += node.value.length;
    } else if (index.tags[i] === 'br') text += '\n';
  }
  return text.trim().slice(0, LONGEST_VALUE + 1);
}
