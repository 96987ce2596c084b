/** Text as a reading: a selection, a paste, or a note typed during a call, so that all end in the same draft. */
import type { LabelledValue, Reading } from '../../page/reading.js';
import { ownerOfHeading } from '../field/label-dictionary.js';
import { factOfLabel } from '../name/fact-of-label.js';
import { surePath } from '../name/suggest-path.js';
import { filledCells, headsOf, isRow, pairsOfRow } from './text-row.js';

export interface TextSource {
  readonly title: string;
  /** The page that a selection was made on. */
  readonly url?: string;
  /** For a selection: the element around it, and the headings over it, outermost first. */
  readonly at?: { readonly frame: readonly number[]; readonly selector: string };
  readonly owner?: readonly string[];
}

/** Longest text read; the rest is cut off, with an issue. */
const MAX_LENGTH = 1_000_000;
/** `Label: value`, `Label ..... value`, `Label = value`, or a tab in between; the label is a few words. */
const LINE =
  /^\s*([\p{L}][\p{L}\p{N} _./&'’()-]{0,58}?\??)\s*(?:\.{3,}\s*:?|[-=]>|→|[:=](?!\/\/)|\t+)[ \t]*(.*)$/u;
const MOST_WORDS = 7;

interface Open {
  readonly label: string;
  readonly owner: readonly string[];
  readonly lines: string[];
  /** Set if it is under the heads of columns. */
  readonly row?: { readonly table: number; readonly index: number };
}

/**
 * Reads `Label: value` lines. Lines after a label, up to an empty one, belong to its value. Anything without a label is
 * offered as prose, so that no word of the text is lost.
 */
export function readingOfText(text: string, source: TextSource): Reading {
  const { title, url = '', at: place = NOWHERE } = source;
  const lines = text.slice(0, MAX_LENGTH).split(/\r\n|[\n\r]/);
  const headings: string[] = [];
  const found: Open[] = [];
  let owner = source.owner ?? [];
  let open: Open | undefined;
  let heads: readonly string[] | undefined;
  let rowCount = 0;
  lines.forEach((line, at) => {
    if (isRow(line)) {
      open = undefined;
      const named = headsOf(line, isKnown);
      // Heads without a row below them are ordinary words.
      if (named && isRow(lines[at + 1] ?? '', named.length)) {
        heads = named;
        return;
      }
      const pairs = pairsOfRow(line, heads, isKnown);
      for (const { label, value } of pairs ?? filledCells(line).map(alone))
        found.push({
          label,
          owner,
          lines: [value],
          ...(pairs && heads ? { row: { table: 0, index: rowCount } } : {}),
        });
      rowCount += 1;
      return;
    }
    heads = undefined;
    const split = splitLine(line);
    const heading = headingOf(line, split, lines[at + 1]);
    if (heading !== undefined) {
      headings.push(heading);
      owner = [heading];
      open = undefined;
    } else if (split) {
      open = { label: split.label, owner, lines: split.value === '' ? [] : [split.value] };
      found.push(open);
    } else if (line.trim() === '') {
      // An empty line ends a value, but not the paragraphs of a note.
      if (open !== undefined && !isNote(open)) open = undefined;
      else if (open !== undefined && open.lines.length > 0) open.lines.push('');
    } else {
      if (open === undefined) {
        open = { label: NOTE, owner: source.owner ?? [], lines: [] };
        found.push(open);
      }
      open.lines.push(line);
    }
  });
  const values = found.flatMap((each, nth) => labelled(each, nth, place));
  return {
    url,
    title,
    headings,
    values,
    unread: [],
    nodeCount: lines.length,
    issues: [
      ...(text.length > MAX_LENGTH
        ? [
            {
              code: 'text-cut-off',
              message: 'The text is too long and its end was left out. Paste it in parts.',
              severity: 'warning' as const,
            },
          ]
        : []),
      ...(values.length === 0
        ? [
            {
              code: 'nothing-found',
              message: 'There is no text here. Select or paste the text that you want.',
              severity: 'warning' as const,
            },
          ]
        : []),
    ],
  };
}

/** Place of pasted text, which is on no page. */
const NOWHERE = { frame: [], selector: '' };

/** Label for text without one. */
const NOTE = 'Text';

/** A cell without a label. */
function alone(value: string): { readonly label: string; readonly value: string } {
  return { label: NOTE, value };
}

function isKnown(label: string): boolean {
  return surePath({ label, owner: [] }) !== undefined || factOfLabel(label) !== undefined;
}

function splitLine(line: string): { readonly label: string; readonly value: string } | undefined {
  const [, label = '', value = ''] = LINE.exec(line.slice(0, 2_000)) ?? [];
  if (label === '' || label.split(/\s+/).length > MOST_WORDS) return undefined;
  // 10:30 has no label in front of its colon; the pattern leaves out https://x.
  if (/\d$/.test(label) && /^\d/.test(value)) return undefined;
  return { label: label.trim(), value: value.trimEnd() + line.slice(2_000) };
}

/** Enough for a heading of sixty characters with a rule drawn on both sides. */
const LONGEST_HEADING_LINE = 400;

/**
 * The heading in a line that names the owner of the facts below: `Referring officer`, `== Parent ==`, or `Parent:`
 * before a line with a label.
 */
function headingOf(
  line: string,
  split: { readonly label: string; readonly value: string } | undefined,
  next = '',
): string | undefined {
  if (line.length > LONGEST_HEADING_LINE) return undefined;
  const bare = line.replace(/^[\s#=*_-]+|[\s#=*_:-]+$/g, '');
  if (bare === '' || bare.length > 60 || (split && split.value !== '')) return undefined;
  const isKnown = ownerOfHeading(bare) !== undefined;
  const isMarked = /^\s*(#{1,6} |==|\*\*)/.test(line);
  if (!isKnown && !isMarked) return undefined;
  return isMarked || splitLine(next) !== undefined || !split ? bare : undefined;
}

/** True for a value that may extend over several paragraphs. */
function isNote({ label, owner }: Open): boolean {
  return label === NOTE || surePath({ label, owner }) === 'referral.narrative';
}

function labelled(
  { label, owner, lines, row }: Open,
  nth: number,
  place: NonNullable<TextSource['at']>,
): readonly LabelledValue[] {
  const verbatim = lines.join('\n').trim();
  if (verbatim === '') return [];
  const isProse = label === NOTE || factOfLabel(label) === undefined;
  return [
    {
      id: `t-${nth}`,
      label,
      value: verbatim,
      kind: isProse && verbatim.length > 80 ? 'prose' : 'text',
      owner,
      place: { ...place, verbatim },
      visible: true,
      method: 'text-run',
      score: label === NOTE ? 0.1 : 0.6,
      runnersUp: [],
      ...(row ? { row } : {}),
    },
  ];
}
