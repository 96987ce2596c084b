/**
 * Texts placed on screen one by one, as in the text of a paper: a column of labels and the lines right of each. One
 * column answers the other only where enough of it is known as labels or ends in a colon.
 */
import type { Box } from '../snapshot/snapshot.js';
import type { PageIndex } from '../tree/page-index.js';
import { controlCount, endOf, letters } from '../tree/span.js';
import { displayText, foldLine } from '../tree/text.js';
import { HIDDEN } from '../tree/visibility.js';
import { type Candidate, SCORE } from './candidate.js';
import { claims } from './claim.js';
import { endsWithColon, labelOf, readsAsLabel, tidyLabel } from './label-text.js';
import { makeOf } from './make.js';
import { boxOf } from './place.js';
import type { Knows } from './template-pair.js';

const FEWEST_ATOMS = 6;
const MOST_ATOMS = 5_000;
const MOST_COLUMNS = 12;
/** Pixels within which texts begin at the same place. */
const SAME = 6;
const MOST_NODES = 4;
const MOST_IN_VALUE = 12;
/** Elements whose rows have their own signals. */
const OTHER_SIGNALS = new Set('td th dt dd label option button a'.split(' '));
const LONGEST_ATOM = 2_000;
const LONGEST_LABEL = 90;
const FEWEST_KNOWN = 2;
const KNOWN_SHARE = 0.3;
const MOST_LINES = 40;
/** Most line heights between two lines of one answer. */
const FURTHEST_LINE = 2.2;
const SCORE_OF_PLACE = 0.74;

interface Atom {
  readonly at: number;
  readonly text: string;
  readonly box: Box;
}

interface ColumnLabel {
  readonly label: string;
  readonly isKnown: boolean;
}

export interface PlacePairs {
  readonly candidates: readonly Candidate[];
  /** Labels, and further lines of the answers. */
  readonly notValues: readonly number[];
}

/** @param paired - pairs that other signs have made, whose labels and values are read */
export function placePairs(
  index: PageIndex,
  paired: readonly Candidate[],
  ofForm: Iterable<number>,
  knows?: Knows,
): PlacePairs {
  const isPaired = claims(index, [
    ...ofForm,
    ...paired.flatMap((pair) => readBy(index, pair, knows)),
  ]);
  const candidates: Candidate[] = [];
  const notValues: number[] = [];
  for (const atoms of atomGroups(index, isPaired)) {
    if (atoms.length < FEWEST_ATOMS) continue;
    const columns = columnsOf(atoms);
    if (columns.length < 2 || columns.length > MOST_COLUMNS) continue;
    const known = columns.map((column) => labelsOf(column, knows));
    columns.forEach((column, place) => {
      const labels = known[place];
      const next = columns[place + 1];
      if (labels && next && !known[place + 1])
        readColumn(index, column, labels, next, candidates, notValues);
    });
  }
  return { candidates, notValues };
}

/** Label and value of a pair; not a value that is most of a page, or a label below a heading. */
function readBy(
  index: PageIndex,
  { target, labelAt = -1, method, score }: Candidate,
  knows?: Knows,
): readonly number[] {
  const isUnderHeading = method === 'label-above' && score < SCORE.ariaLabel;
  if (isUnderHeading && knows?.(labelOf(index, target) ?? '')) return [];
  return endOf(index, target) - target <= MOST_IN_VALUE ? [labelAt, target] : [labelAt];
}

/** Texts alone in an element with a box, by their make and that of what is around them. */
function atomGroups(
  index: PageIndex,
  isPaired: (at: number) => boolean,
): readonly (readonly Atom[])[] {
  const groups = new Map<string, Atom[]>();
  for (let at = 0; at < index.tags.length; at += 1) {
    const box = boxOf(index, at);
    if (
      !box ||
      OTHER_SIGNALS.has(index.tags[at] ?? '') ||
      endOf(index, at) - at > MOST_NODES ||
      letters(index, at) === 0
    )
      continue;
    if (controlCount(index, at) > 0 || (index.visibility[at] ?? 0) & HIDDEN) continue;
    if (letters(index, at) > LONGEST_ATOM || isPaired(at)) continue;
    const key = `${makeOf(index, at)}|${makeOf(index, index.parents[at] ?? -1)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (group.length < MOST_ATOMS) group.push({ at, text: displayText(index, at), box });
  }
  return [...groups.values()];
}

/** Atoms by where they begin, leftmost column first, each from top to bottom. */
function columnsOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const columns: Atom[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const atom of [...atoms].sort((a, b) => a.box[0] - b.box[0] || a.at - b.at)) {
    const [x] = atom.box;
    if (x - start > SAME) {
      columns.push([]);
      start = x;
    }
    columns.at(-1)?.push(atom);
  }
  for (const column of columns) column.sort((a, b) => a.box[1] - b.box[1] || a.at - b.at);
  return columns;
}

/** Labels of a column by their atoms; undefined if too little of it is known. */
function labelsOf(
  column: readonly Atom[],
  knows?: Knows,
): ReadonlyMap<Atom, ColumnLabel> | undefined {
  const labels = new Map<Atom, ColumnLabel>();
  let known = 0;
  for (const atom of column) {
    const label = tidyLabel(atom.text);
    if (label === '' || label.length > LONGEST_LABEL || atom.text.includes('\n')) continue;
    const isKnown = endsWithColon(atom.text) || knows?.(label) === true;
    if (isKnown) known += 1;
    if (isKnown || readsAsLabel(label)) labels.set(atom, { label, isKnown });
  }
  return known >= FEWEST_KNOWN && known >= column.length * KNOWN_SHARE ? labels : undefined;
}

/** Pairs each label with the lines right of it, down to the next text in its own column. */
function readColumn(
  index: PageIndex,
  column: readonly Atom[],
  labels: ReadonlyMap<Atom, ColumnLabel>,
  values: readonly Atom[],
  candidates: Candidate[],
  notValues: number[],
): void {
  let from = 0;
  let owner: string | undefined;
  column.forEach((atom, place) => {
    const middle = atom.box[1] + atom.box[3] / 2;
    const nextTop = column[place + 1]?.box[1] ?? Number.POSITIVE_INFINITY;
    const lines: Atom[] = [];
    let line = values[from];
    // Lines above this text answer nothing in this column.
    while (line && line.box[1] + line.box[3] <= atom.box[1] + 1) {
      from += 1;
      line = values[from];
    }
    const isLevel = line !== undefined && line.box[1] <= middle;
    while (line && isLevel && lines.length < MOST_LINES) {
      const last = lines.at(-1);
      const isNext = line.box[1] + line.box[3] / 2 < nextTop;
      if (last && (!isNext || line.box[1] - last.box[1] > last.box[3] * FURTHEST_LINE)) break;
      lines.push(line);
      from += 1;
      line = values[from];
    }
    const asked = labels.get(atom);
    if (!asked) return;
    const [first, ...more] = lines;
    if (!first) {
      // A text in the column of labels with nothing beside it is the heading of those below.
      if (!asked.isKnown && readsAsLabel(asked.label)) owner = asked.label;
      return;
    }
    notValues.push(atom.at, ...more.map(({ at }) => at));
    candidates.push({
      ...candidateOf(index, atom, asked.label, first, lines),
      ...(owner === undefined ? {} : { owner }),
    });
  });
}

function candidateOf(
  index: PageIndex,
  atom: Atom,
  label: string,
  first: Atom,
  lines: readonly Atom[],
): Candidate {
  const bare = {
    target: first.at,
    labelAt: atom.at,
    label,
    method: 'label-left',
    score: SCORE_OF_PLACE,
  } as const;
  if (lines.length === 1) return bare;
  const value = lines.map(({ text }) => foldLine(text)).join('\n');
  return {
    ...bare,
    part: {
      at: first.at,
      offset: 0,
      value,
      verbatim: value,
      within: index.parents[first.at] ?? first.at,
    },
  };
}
