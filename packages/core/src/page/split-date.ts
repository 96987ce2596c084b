/** A date asked for in three boxes is one value: 3, 4 and 2009 under *Date of birth* are 3/4/2009. */
import type { Candidate } from './candidate.js';
import { groupOf, legendOf, nameOf } from './choice.js';
import type { Control } from './control.js';
import { labelOf } from './label-text.js';
import type { PageIndex } from './page-index.js';
import { controlsIn } from './span.js';

export interface SplitDate {
  /** The group that holds the boxes, or the first box when there is none. */
  readonly at: number;
  readonly boxes: readonly [day: number, month: number, year: number];
  readonly value: string;
  readonly verbatim: string;
  readonly legend?: { readonly at: number; readonly label: string };
}

const PARTS = [
  /(?:^|[^a-z])(?:day|dd?)\b|day$/i,
  /(?:^|[^a-z])(?:month|mm?)\b|month$/i,
  /(?:^|[^a-z])(?:year|yy(?:yy)?)\b|year$/i,
] as const;

/** @param best - the best label of each control, by order */
export function splitDates(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
  best: ReadonlyMap<number, Candidate>,
): SplitDate[] {
  const dates: SplitDate[] = [];
  const orders = [...controls.keys()].sort((a, b) => a - b);
  for (let i = 0; i + 2 < orders.length; i += 1) {
    const three = orders.slice(i, i + 3);
    const parts = three.map((at) => datePartOf(best.get(at)?.label ?? '', nameOf(index, at)));
    if (new Set(parts).size !== 3 || parts.includes(-1)) continue;
    const boxes = [0, 1, 2].map((part) => three[parts.indexOf(part)] ?? -1);
    const date = joined(index, controls, boxes);
    if (date) dates.push(date);
    i += 2;
  }
  return dates;
}

/** 0, 1, 2 for day, month, year by the label, else by the end of the name; -1 when it is none. */
export function datePartOf(label: string, name: string): number {
  if (label.length <= 12) {
    const byLabel = PARTS.findIndex((part) => part.test(label));
    if (byLabel >= 0) return byLabel;
  }
  const end = /(?:^|[^A-Za-z])(day|month|year|dd|mm|yyyy)\]?$|(Day|Month|Year)$/.exec(name);
  const word = (end?.[1] ?? end?.[2] ?? '').toLowerCase();
  return word === '' ? -1 : PARTS.findIndex((part) => part.test(word));
}

function joined(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
  boxes: readonly number[],
): SplitDate | undefined {
  const [day = -1, month = -1, year = -1] = boxes;
  const values = boxes.map((at) => controls.get(at)?.value ?? '');
  if (values.some((value) => value === '' || value.length > 12)) return undefined;
  const group = groupOf(index, day);
  const isOwn =
    group >= 0 &&
    boxes.every((at) => groupOf(index, at) === group) &&
    controlsIn(index, group, 8).length <= 4;
  const legend = isOwn && index.tags[group] === 'fieldset' ? legendOf(index, group) : -1;
  const label = legend < 0 ? undefined : labelOf(index, legend);
  const isNumeric = values.every((value) => /^\d+$/.test(value));
  return {
    at: isOwn ? group : Math.min(...boxes),
    boxes: [day, month, year],
    value: values.join(isNumeric ? '/' : ' '),
    verbatim: values.join('\n'),
    ...(label === undefined ? {} : { legend: { at: legend, label } }),
  };
}
