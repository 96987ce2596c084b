/** Small headings, each over one short text: the labels of a record that is laid out like an article. */
import type { PageIndex } from '../tree/page-index.js';
import { controlCount, endOf, holdsTable, isBlank, letters } from '../tree/span.js';
import { displayText } from '../tree/text.js';
import { type Candidate, SCORE } from './candidate.js';
import { isInFurniture } from './furniture.js';
import { isQuestion, labelOf, readsAsLabel } from './label-text.js';
import { isTitle } from './section-value.js';
import { isMenu } from './sibling-pair.js';

const LEVELS = ['h3', 'h4', 'h5', 'h6'] as const;
const TEXTS = new Set(['#text', 'p', 'div', 'span', 'address', 'ul', 'ol']);
const FEWEST = 3;
/** Share of the headings of a level that have one text each, or none, where all of them are labels. */
const MOST_ARE = 0.8;
/** Most siblings looked at after a heading, and characters of a short text. */
const MOST_AFTER = 12;
const SHORT = 200;
const LONGEST = 20_000;

interface Headed {
  readonly at: number;
  readonly label: string;
  /** The text under it; undefined if it is blank. */
  readonly valueAt: number | undefined;
}

export function headingCandidates(index: PageIndex): Candidate[] {
  return LEVELS.flatMap((level) => ofLevel(index, level));
}

function ofLevel(index: PageIndex, level: string): Candidate[] {
  const headed: Headed[] = [];
  let all = 0;
  for (let at = 0; at < index.tags.length; at += 1) {
    if (index.tags[at] !== level || letters(index, at) === 0 || isInFurniture(index, at)) continue;
    all += 1;
    const one = headedAt(index, at);
    if (one) headed.push(one);
  }
  const pairs = headed.flatMap(({ valueAt, ...rest }) =>
    valueAt === undefined ? [] : [{ ...rest, valueAt }],
  );
  const short = pairs.filter(({ valueAt }) => letters(index, valueAt) <= SHORT);
  const names = new Set(pairs.map(({ label }) => label.toLowerCase()));
  const areLabels =
    pairs.length >= FEWEST &&
    headed.length >= all * MOST_ARE &&
    // The sections of an article have long texts, and a list of articles has the same words again.
    short.length * 2 > pairs.length &&
    names.size >= pairs.length * MOST_ARE;
  if (!areLabels) return [];
  return pairs.map(({ at, label, valueAt }) => ({
    target: valueAt,
    labelAt: at,
    label,
    method: 'label-above',
    score: SCORE.headingAbove,
  }));
}

function headedAt(index: PageIndex, at: number): Headed | undefined {
  const label = labelOf(index, at);
  if (label === undefined || !(readsAsLabel(label) || isQuestion(label))) return undefined;
  const parent = index.parents[at] ?? -1;
  const end = parent < 0 ? index.tags.length : endOf(index, parent);
  let valueAt: number | undefined;
  let left = MOST_AFTER;
  for (let next = endOf(index, at); next < end; next = endOf(index, next), left -= 1) {
    if (left === 0) return undefined;
    if (isTitle(index, next)) break;
    if (isBlank(index, next)) continue;
    if (valueAt !== undefined || !isText(index, next)) return undefined;
    valueAt = next;
  }
  return { at, label, valueAt };
}

function isText(index: PageIndex, at: number): boolean {
  const isPlain =
    TEXTS.has(index.tags[at] ?? '') &&
    letters(index, at) <= LONGEST &&
    controlCount(index, at) === 0 &&
    !holdsTable(index, at);
  return isPlain && !isMenu(index, at) && displayText(index, at) !== '';
}
