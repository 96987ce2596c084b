/** Labels that a form gives to its controls: `label`, ARIA names, legends, titles, placeholders. */
import type { Element } from 'hast';
import { attribute, tokens } from '../tree/attribute.js';
import {
  asksChoices,
  asksOneQuestion,
  groupOf,
  isChoice,
  legendOf,
  optionOf,
} from '../tree/choice.js';
import type { Control } from '../tree/control.js';
import type { PageIndex } from '../tree/page-index.js';
import { closest, contains, elementAt } from '../tree/span.js';
import { type Candidate, SCORE } from './candidate.js';
import { labelOf, tidyLabel } from './label-text.js';

const LABEL = new Set(['label']);

export function labelCandidates(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
): Candidate[] {
  const found: Candidate[] = [];
  for (const control of controls.values()) {
    const element = elementAt(index, control.at);
    if (!element) continue;
    // The label of one button or box of a group is its option, not the question.
    if (control.kind !== 'choice' || control.alone !== false)
      ownLabels(index, control.at, element, found);
    else
      textual(found, control.at, optionOf(index, control.at).text, 'label-for', SCORE.optionAlone);
    groupLabels(index, control, found);
  }
  return found;
}

function ownLabels(index: PageIndex, at: number, element: Element, found: Candidate[]): void {
  const id = attribute(element, 'id');
  const labels = id ? around(index.labelsFor.get(id) ?? [], at, 20) : [];
  const bearers = id ? (index.ids.get(id) ?? []) : [];
  for (const labelAt of labels)
    if (nearest(index, bearers, labelAt) === at)
      push(index, found, at, labelAt, 'label-for', SCORE.labelFor);
  const wrapping = closest(index, at, LABEL, 6);
  if (wrapping >= 0) push(index, found, at, wrapping, 'label-wraps', SCORE.labelWraps);
  named(index, at, at, element, found);
  textual(found, at, attribute(element, 'title'), 'placeholder', SCORE.title);
  textual(found, at, attribute(element, 'placeholder'), 'placeholder', SCORE.placeholder);
}

/** The name that ARIA gives: the displayed text of other elements, or a text for screen readers only. */
function named(
  index: PageIndex,
  at: number,
  near: number,
  element: Element,
  found: Candidate[],
): void {
  const ids = tokens(element, 'aria-labelledby').slice(0, 8);
  const parts = ids
    .map((id) => nearest(index, index.ids.get(id) ?? [], near))
    .filter((order) => order !== undefined);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    push(index, found, at, only, 'aria', SCORE.labelledBy);
  else {
    const text = parts.map((order) => labelOf(index, order) ?? '').join(' ');
    textual(found, at, text, 'aria', SCORE.severalIds);
  }
  textual(found, at, attribute(element, 'aria-label'), 'aria', SCORE.ariaLabel);
}

function groupLabels(index: PageIndex, control: Control, found: Candidate[]): void {
  const group = groupOf(index, control.at);
  if (group < 0) return;
  const asks = isChoice(index, control.at) ? asksChoices : asksOneQuestion;
  if (!asks(index, group)) return;
  const legend = index.tags[group] === 'fieldset' ? legendOf(index, group) : -1;
  if (legend >= 0) push(index, found, control.at, legend, 'legend', SCORE.legend, true);
  const element = elementAt(index, group);
  if (element) named(index, control.at, group, element, found);
}

function push(
  index: PageIndex,
  found: Candidate[],
  target: number,
  labelAt: number,
  method: Candidate['method'],
  score: number,
  continues = false,
): void {
  // A control inside its own label would put its text into the label.
  const label = contains(index, target, labelAt) ? undefined : labelOf(index, labelAt);
  if (label !== undefined) found.push({ target, labelAt, label, method, score, continues });
}

function textual(
  found: Candidate[],
  target: number,
  text: string | undefined,
  method: Candidate['method'],
  score: number,
): void {
  const label = tidyLabel(text ?? '');
  if (/\p{L}/u.test(label)) found.push({ target, label, method, score });
}

/**
 * The nearest to its use of several elements with one id, in its own tree if any is there: each shadow tree has ids of
 * its own, and duplicates in one tree are a page's mistake.
 */
function nearest(index: PageIndex, orders: readonly number[], to: number): number | undefined {
  const near = around(orders, to, 50);
  const own = near.filter((order) => index.hosts[order] === index.hosts[to]);
  let best: number | undefined;
  for (const order of own.length > 0 ? own : near)
    if (best === undefined || distance(order, to) < distance(best, to)) best = order;
  return best;
}

/** So many of these orders at most, those around a place. They rise. */
function around(orders: readonly number[], to: number, most: number): readonly number[] {
  if (orders.length <= most) return orders;
  let low = 0;
  let high = orders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((orders[middle] ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - (most >> 1), orders.length - most));
  return orders.slice(from, from + most);
}

/** Distance in document order. Of two at equal distance, the one after is nearer: a label comes before its control. */
function distance(order: number, to: number): number {
  return order >= to ? order - to : to - order + 0.5;
}
