/** A CSS selector that finds one element again, in the stored snapshot and on the page when it is reopened. */
import { attribute, hasAttributes } from './attribute.js';
import { nameOf } from './choice.js';
import type { PageIndex } from './page-index.js';
import { elementAt, endOf } from './span.js';

const PLAIN_NAME = /^[A-Za-z][\w-]*$/;
/** Ids that a framework counts up: they change on the next load. */
const GENERATED = /\d{3,}|^(?:radix|react|ember|mui|headlessui|ng|yui|ext|gen|ui-id)[-_:]?|[:.«»]/i;

/** True if an id or name was counted up by a framework, or is not a plain word. */
export function isPassingName(name: string): boolean {
  return !PLAIN_NAME.test(name) || GENERATED.test(name);
}

/** Selector of a node, with ` >>> ` between a shadow host and its content. */
export function selectorOf(index: PageIndex, at: number): string {
  let from = at;
  while (from >= 0 && index.nodes[from]?.type !== 'element') from = index.parents[from] ?? -1;
  if (from < 0) return ':root';
  // Neighbours share nearly all their ancestors, so these selectors are cached.
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

/** The selector of an element, given its parent's. */
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
/** Number of first siblings whose steps are cached and shared: most of a page's steps are a few texts. */
const SHARED_PLACES = 16;

/** Step from a parent to an element, by its place among its siblings. */
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

/** Place from 1, among siblings of the same tag; unread ones, such as scripts, count too. */
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

/** A selector by an id or name that no other element of the frame has. */
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

/** A text escaped for the quotes of an attribute's value in a selector. */
export function quotedName(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') out += `\\${character}`;
    else out += code < 32 || code === 127 ? `\\${code.toString(16)} ` : character;
  }
  return out;
}
