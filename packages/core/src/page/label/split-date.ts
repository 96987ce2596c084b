/** A date in three boxes is one value: 3, 4 and 2009 under *Date of birth* are 3/4/2009, either typed or only shown. */
import { groupOf, legendOf, nameOf } from '../tree/choice.js';
import type { Control } from '../tree/control.js';
import type { PageIndex } from '../tree/page-index.js';
import { controlsIn } from '../tree/span.js';
import { displayText } from '../tree/text.js';
import { labelOf } from './label-text.js';
import { promptBefore } from './line/prompt-before.js';
import type { Resolved } from './resolve.js';

export interface SplitDate {
  /** The group that holds the boxes, or the first box if there is none. */
  readonly at: number;
  /** Boxes of day, month and year; without any that the form does not ask for. */
  readonly boxes: readonly number[];
  readonly value: string;
  readonly verbatim: string;
  /** Prompt for it, if that is not the heading over it. */
  readonly prompt?: { readonly at: number; readonly label: string };
}

interface Box {
  readonly at: number;
  /** 0, 1, 2 for day, month, year; -1 if unknown. */
  readonly part: number;
  readonly value: string;
  readonly isControl: boolean;
  /** Label found for the box, if it names no part: all boxes of one cell have the label of the cell. */
  readonly asked?: { readonly at: number; readonly label: string };
}

const PARTS = [
  /(?:^|[^a-z])(?:day|dd?)\b|day$/i,
  /(?:^|[^a-z])(?:month|mm?)\b|month$/i,
  /(?:^|[^a-z])(?:year|yy(?:yy)?)\b|year$/i,
] as const;
/** A quick test: true for any text that may hold one of them. */
const ANY_PART = /day|month|year|(?:^|[^a-z])[dmy]/i;
/** Shapes of a day, a month and a year that are only shown. */
const SHOWN = [/^\d{1,2}(?:st|nd|rd|th)?$/, /^(?:\d{1,2}|\p{L}{3,9})$/u, /^\d{4}$/] as const;
/** Shapes in figures, if nothing else says what they are. */
const SHAPES = [/^(?:0?[1-9]|[12]\d|3[01])$/, /^(?:0?[1-9]|1[0-2])$/, /^(?:19|20)\d\d$/] as const;
const LONGEST_PART = 12;
/** Most nodes between the beginnings of two texts of one date. */
const NEAR = 14;

/** @param resolved - the best label of each control and text, in the order of the page */
export function splitDates(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
  resolved: readonly Resolved[],
): SplitDate[] {
  const dates: SplitDate[] = [];
  const boxes = boxesOf(index, controls, resolved);
  for (let i = 0; i + 1 < boxes.length; ) {
    if (boxes[i] === undefined) {
      i += 1;
      continue;
    }
    const date = [3, 2]
      .map((count) => dateIn(index, boxes.slice(i, i + count), count))
      .find((found) => found !== undefined);
    if (date) dates.push(date);
    i += date?.boxes.length ?? 1;
  }
  return dates;
}

/** Everything that may be a part; undefined for anything else in between. */
function boxesOf(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
  resolved: readonly Resolved[],
): readonly (Box | undefined)[] {
  const found = new Map<number, Box | undefined>();
  for (const { at, value } of controls.values()) {
    const part = datePartOf('', nameOf(index, at));
    found.set(at, part < 0 ? undefined : { at, part, value, isControl: true });
  }
  for (const { best, runnersUp } of resolved) {
    if (best.part || best.row) continue;
    const { target: at } = best;
    const control = controls.get(at);
    const own = datePartOf(best.label, '');
    // Most of a page: text under a label that asks for something else.
    if (own < 0 && runnersUp.length === 0 && !control) {
      found.set(at, undefined);
      continue;
    }
    const part = [own, ...runnersUp.map(({ label }) => datePartOf(label, ''))].find(
      (nth) => nth >= 0,
    );
    const value = control?.value ?? (part === undefined ? '' : displayText(index, at));
    const box = found.get(at);
    const which = part ?? box?.part ?? -1;
    const asked =
      own < 0 && best.labelAt !== undefined ? { at: best.labelAt, label: best.label } : undefined;
    const isBox =
      which < 0
        ? control !== undefined && asked !== undefined && /^\d{1,4}$/.test(value)
        : control !== undefined || SHOWN[which]?.test(value);
    found.set(
      at,
      isBox
        ? { at, part: which, value, isControl: control !== undefined, ...(asked ? { asked } : {}) }
        : undefined,
    );
  }
  return [...found].sort(([a], [b]) => a - b).map(([, box]) => box);
}

/** Part by the label, else by the end of the name: 0, 1, 2 for day, month, year; -1 if neither names one. */
export function datePartOf(label: string, name: string): number {
  if (label !== '' && label.length <= 12 && ANY_PART.test(label)) {
    const byLabel = PARTS.findIndex((part) => part.test(label));
    if (byLabel >= 0) return byLabel;
  }
  if (name === '') return -1;
  const end = /(?:^|[^A-Za-z])(day|month|year|dd|mm|yyyy)\]?$|(Day|Month|Year)$/.exec(name);
  const word = (end?.[1] ?? end?.[2] ?? '').toLowerCase();
  return word === '' ? -1 : PARTS.findIndex((part) => part.test(word));
}

function dateIn(
  index: PageIndex,
  some: readonly (Box | undefined)[],
  count: number,
): SplitDate | undefined {
  const boxes = inOrderAsked(some.filter((box) => box !== undefined)).sort(
    (a, b) => a.part - b.part,
  );
  const [first] = boxes;
  if (!first || boxes.length !== count || new Set(boxes.map(({ part }) => part)).size !== count)
    return undefined;
  if (boxes.some(({ part, isControl }) => part < 0 || isControl !== first.isControl))
    return undefined;
  const filled = boxes.filter(({ value }) => value !== '');
  if (filled.some(({ value }) => value.length > LONGEST_PART)) return undefined;
  const orders = boxes.map(({ at }) => at);
  const group = groupOf(index, first.at);
  const isOwn =
    first.isControl &&
    group >= 0 &&
    orders.every((at) => groupOf(index, at) === group) &&
    controlsIn(index, group, 8).length <= count + 1;
  const legend = isOwn && index.tags[group] === 'fieldset' ? legendOf(index, group) : -1;
  // A date with an empty box is joined only if a legend asks for just that date; it never reads as a valid date.
  if (filled.length < 3 && (filled.length < 2 || legend < 0)) return undefined;
  if (!first.isControl && Math.max(...orders) - Math.min(...orders) > 2 * NEAR) return undefined;
  const values = filled.map(({ value }) => value);
  const isNumeric = filled.length === 3 && values.every((value) => /^\d+$/.test(value));
  const prompt = promptOf(index, boxes, legend);
  return {
    at: isOwn ? group : Math.min(...orders),
    boxes: orders,
    value: values.join(isNumeric ? '/' : ' '),
    verbatim: values.join('\n'),
    ...(prompt ? { prompt } : {}),
  };
}

/** Recognises three boxes in one cell with no part names, filled in with a day, a month and a year. */
function inOrderAsked(boxes: readonly Box[]): Box[] {
  const [first] = boxes;
  const isDate =
    boxes.length === 3 &&
    boxes.every(
      ({ part, asked, value }, nth) =>
        part < 0 && asked?.at === first?.asked?.at && SHAPES[nth]?.test(value),
    );
  return isDate ? boxes.map((box, part) => ({ ...box, part })) : [...boxes];
}

function promptOf(index: PageIndex, boxes: readonly Box[], legend: number): SplitDate['prompt'] {
  const label = legend < 0 ? undefined : labelOf(index, legend);
  if (label !== undefined) return { at: legend, label };
  const [first] = boxes;
  const asked = first?.asked;
  if (asked && boxes.every((box) => box.asked?.label === asked.label)) return asked;
  return promptBefore(
    index,
    boxes.map(({ at }) => at),
  );
}
