/** A CSS selector that finds one element again, in the stored snapshot and on the page when it is opened anew. */
import { attribute, hasAttributes } from './attribute.js';
import { nameOf } from './choice.js';
import type { PageIndex } from './page-index.js';
import { elementAt, endOf } from './span.js';

const PLAIN_NAME = /^[A-Za-z][\w-]*$/;
/** Ids that a framework counts up are another on the next load. */
const GENERATED = /\d{3,}|^(?:radix|react|ember|mui|headlessui|ng|yui|ext|gen|ui-id)[-_:]?|[:.«»]/i;

/** Whether an id or name is one that a framework counted up, or no plain word. */
export function isPassingName(name: string): boolean {
  return !PLAIN_NAME.test(name) || GENERATED.test(name);
}

/** ` >>> ` stands between a shadow host and what is inside. */
export function selectorOf(index: PageIndex, at: number): string {
  let from = at;
  while (from >= 0 && index.nodes[from]?.type !== 'element') from = index.parents[from] ?? -1;
  if (from < 0) return ':root';
  // Neighbours share nearly all of theirs.
  const { selectors } = index.found;
  const steps: number[] = [];
  let base = '';
  for (let step = from; step >= 0; step = index.parents[step] ?? -1) {
    const before = selectors[step] ?? shortcut(index, step);
    if (before !== undefined && (index.hosts[step] ?? -1) < 0) {
      selectors[step] = before;
      base = before;
      break;
    }
    steps.push(step);
  }
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    base = selectors[step] ?? under(index, step, base);
    selectors[step] = base;
  }
  return base;
}

/** The selector of an element, given that of its parent. */
function under(index: PageIndex, at: number, parent: string): string {
  const host = index.hosts[at] ?? -1;
  const short = host < 0 ? undefined : shortcut(index, at);
  if (short !== undefined) return `${index.found.selectors[host] ?? ''} >>> ${short}`;
  const step = stepOf(index, at);
  if (parent === '') return step.slice(CHILD.length);
  return index.parents[at] === host
    ? `${parent} >>> ${step.slice(CHILD.length)}`
    : `${parent}${step}`;
}

const CHILD = ' > ';
/** Of the first siblings the step is one text, however many elements take it: most of a page's steps are a few. */
const SHARED_PLACES = 16;

/** From a parent to an element, by its place among its siblings. */
function stepOf(index: PageIndex, at: number): string {
  const tag = index.tags[at] ?? '';
  const place = placeAmongSiblings(index, at);
  if (place > SHARED_PLACES) return stepText(tag, place);
  const { steps } = index.found;
  const shared = steps.get(tag) ?? [];
  steps.set(tag, shared);
  shared[place] ??= stepText(tag, place);
  return shared[place];
}

function stepText(tag: string, place: number): string {
  return `${CHILD}${tag}:nth-of-type(${place})`;
}

/** From 1, among siblings of the same tag; those that are not read, such as scripts, count too. */
function placeAmongSiblings(index: PageIndex, at: number): number {
  const { places } = index.found;
  const found = places[at];
  if (found !== undefined) return found;
  const parent = index.parents[at] ?? -1;
  const siblings = elementAt(index, parent)?.children ?? index.frame.tree.children;
  const seen = new Map<string, number>();
  const end = parent < 0 ? index.tags.length : endOf(index, parent);
  let order = parent + 1;
  for (const sibling of siblings) {
    if (sibling.type === 'element') {
      const tag = sibling.tagName.toLowerCase();
      const place = (seen.get(tag) ?? 0) + 1;
      seen.set(tag, place);
      if (index.nodes[order] === sibling) places[order] = place;
    }
    if (order < end && index.nodes[order] === sibling) order = endOf(index, order);
  }
  return places[at] ?? 1;
}

/** An id or name that no other element of the frame has. */
function shortcut(index: PageIndex, at: number): string | undefined {
  const element = elementAt(index, at);
  if (!element || !hasAttributes(element)) return undefined;
  const id = attribute(element, 'id');
  if (id && !isPassingName(id) && isOnly(index.ids.get(id), at)) return `#${id}`;
  const name = nameOf(index, at);
  const tag = index.tags[at] ?? '';
  if (name && /^(?:input|select|textarea)$/.test(tag) && isOnly(index.names.get(name), at))
    return `${tag}[name="${quotedName(name)}"]`;
  return undefined;
}

function isOnly(orders: readonly number[] | undefined, at: number): boolean {
  return orders?.length === 1 && orders[0] === at;
}

/** A text as it stands between the quotes of an attribute's value in a selector. */
export function quotedName(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') out += `\\${character}`;
    else out += code < 32 || code === 127 ? `\\${code.toString(16)} ` : character;
  }
  return out;
}
