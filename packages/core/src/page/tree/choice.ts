/** Radio buttons and tick boxes: the text of each, and the groups that ask one question together. */
import type { Element } from 'hast';
import { attribute, tokens } from './attribute.js';
import type { PageIndex } from './page-index.js';
import {
  childrenOf,
  closest,
  controlCount,
  controlsIn,
  elementAt,
  endOf,
  letters,
} from './span.js';
import { displayText, foldLine, isBlock, verbatimText } from './text.js';

const LABEL = new Set(['label']);

export function isChoice(index: PageIndex, at: number): boolean {
  const element = elementAt(index, at);
  if (!element) return false;
  const type = index.tags[at] === 'input' ? attribute(element, 'type')?.toLowerCase() : undefined;
  if (type === 'radio' || type === 'checkbox') return true;
  const role = index.tags[at] === 'input' ? undefined : index.roles.get(at);
  return role === 'radio' || role === 'checkbox' || role === 'switch';
}

interface Option {
  readonly text: string;
  /** Text as it was, before white space was folded. */
  readonly verbatim: string;
}

const NO_OPTION: Option = { text: '', verbatim: '' };

/** The text of one button or box: its label, or the text after it. */
export function optionOf(index: PageIndex, at: number): Option {
  const element = elementAt(index, at);
  if (!element) return NO_OPTION;
  const own = labelFor(index, element, at);
  if (own >= 0) return shownAt(index, [own]);
  const wrapping = closest(index, at, LABEL, 6);
  if (wrapping >= 0) return shownAt(index, [wrapping]);
  const ids = tokens(element, 'aria-labelledby').slice(0, 8);
  const named = shownAt(
    index,
    ids.map((id) => index.ids.get(id)?.[0]).filter((order) => order !== undefined),
  );
  if (named.text !== '') return named;
  const told = foldLine(attribute(element, 'aria-label') ?? '');
  if (told !== '') return { text: told, verbatim: told };
  const after = textAfter(index, at);
  return after.text === '' ? shownAt(index, [at]) : after;
}

function shownAt(index: PageIndex, orders: readonly number[]): Option {
  return {
    text: foldLine(orders.map((order) => displayText(index, order)).join(' ')),
    verbatim: orders.map((order) => verbatimText(index, order)).join('\n'),
  };
}

/** The label whose `for` names this control, or -1. */
function labelFor(index: PageIndex, element: Element, at: number): number {
  const id = attribute(element, 'id');
  if (!id) return -1;
  const near = (index.labelsFor.get(id) ?? []).slice(0, 20);
  let best = -1;
  for (const label of near)
    if (best < 0 || Math.abs(label - at) < Math.abs(best - at)) best = label;
  return best;
}

/** Inline text after it, up to the next control, line break or block. */
function textAfter(index: PageIndex, at: number): Option {
  const after: number[] = [];
  let from = at;
  for (let hop = 0; hop < 2; hop += 1) {
    const parent = index.parents[from] ?? -1;
    if (parent < 0) break;
    for (let i = endOf(index, from); i < endOf(index, parent); i = endOf(index, i)) {
      const tag = index.tags[i] ?? '';
      const isEnd = tag === 'br' || isBlock(tag) || controlCount(index, i) > 0;
      if (isEnd || after.length >= 20) return inline(index, after);
      after.push(i);
    }
    if (inline(index, after).text !== '' || isBlock(index.tags[parent] ?? '')) break;
    from = parent;
  }
  return inline(index, after);
}

function inline(index: PageIndex, orders: readonly number[]): Option {
  const verbatim = orders.map((order) => verbatimText(index, order)).join('');
  return { text: foldLine(orders.map((order) => displayText(index, order)).join(' ')), verbatim };
}

/**
 * True if a tick box is one of several that answer one question: it shares its name with others, or is with others in a
 * group that holds nothing else. Always true for a radio button.
 */
export function isInGroup(index: PageIndex, at: number, element: Element): boolean {
  const type = attribute(element, 'type')?.toLowerCase();
  if (type === 'radio' || index.roles.get(at) === 'radio') return true;
  const name = attribute(element, 'name');
  if (name && sharesName(index, name)) return true;
  const group = groupOf(index, at);
  return group >= 0 && asksOneQuestion(index, group);
}

function sharesName(index: PageIndex, name: string): boolean {
  let found = 0;
  for (const other of index.names.get(name) ?? []) {
    if (isChoice(index, other)) found += 1;
    if (found > 1) return true;
  }
  return false;
}

/** The nearest fieldset, or element with a group role, or -1. */
export function groupOf(index: PageIndex, at: number): number {
  let up = index.parents[at] ?? -1;
  for (let left = 14; up >= 0 && left > 0; left -= 1) {
    if (index.tags[up] === 'fieldset') return up;
    const role = index.roles.get(up);
    if (role === 'group' || role === 'radiogroup') return up;
    up = index.parents[up] ?? -1;
  }
  return -1;
}

const ANSWERS = new WeakMap<PageIndex, Map<number, boolean>>();

/** True if a group holds one control, choices only, or boxes of one name: then its legend is their label. */
export function asksOneQuestion(index: PageIndex, group: number): boolean {
  const known = ANSWERS.get(index) ?? new Map<number, boolean>();
  ANSWERS.set(index, known);
  const answer = known.get(group) ?? looksLikeOneQuestion(index, group);
  known.set(group, answer);
  return answer;
}

const CHOICES = new WeakMap<PageIndex, Map<number, boolean>>();

/**
 * True if a legend asks for the choices of its group, with boxes for more behind some of them: *Email* with a box for
 * the address. These boxes have their own labels.
 */
export function asksChoices(index: PageIndex, group: number): boolean {
  if (asksOneQuestion(index, group)) return true;
  const known = CHOICES.get(index) ?? new Map<number, boolean>();
  CHOICES.set(index, known);
  const answer = known.get(group) ?? looksLikeChoices(index, group);
  known.set(group, answer);
  return answer;
}

function looksLikeChoices(index: PageIndex, group: number): boolean {
  const controls = controlsIn(index, group).filter((at) => isShown(index, at));
  const choices = controls.filter((at) => isChoice(index, at));
  if (choices.length < 2 || choices.length > 400 || controls[0] !== choices[0]) return false;
  const names = new Set(choices.map((at) => nameOf(index, at)));
  return names.size === 1 && !names.has('');
}

function looksLikeOneQuestion(index: PageIndex, group: number): boolean {
  const controls = controlsIn(index, group).filter((at) => isShown(index, at));
  if (controls.length === 0 || controls.length > 400) return false;
  if (controls.length === 1) return true;
  if (controls.every((at) => isChoice(index, at))) return true;
  const names = new Set(controls.map((at) => nameOf(index, at)));
  return names.size === 1 && !names.has('');
}

function isShown(index: PageIndex, at: number): boolean {
  const element = elementAt(index, at);
  const type = element && attribute(element, 'type')?.toLowerCase();
  return type !== 'hidden' && type !== 'submit' && type !== 'button';
}

export function nameOf(index: PageIndex, at: number): string {
  const element = elementAt(index, at);
  return (element && attribute(element, 'name')) ?? '';
}

/** The legend of a fieldset, as a child or one wrapper down, or -1. */
export function legendOf(index: PageIndex, fieldset: number): number {
  for (const child of childrenOf(index, fieldset).slice(0, 12)) {
    if (index.tags[child] === 'legend' && letters(index, child) > 0) return child;
  }
  return -1;
}
