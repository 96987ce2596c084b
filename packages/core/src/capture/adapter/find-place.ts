/** Finds the source of a value again, in a copy of its page. */
import type { Element, ElementContent, Root, Text } from 'hast';
import type { FrameSnapshot, PageSnapshot } from '../../page/snapshot/snapshot.js';
import { attribute } from '../../page/tree/attribute.js';
import { select } from './select.js';

/** Place of a value, as in a row of a draft and in the source of a stored value. */
export interface SoughtPlace {
  readonly frame: readonly number[];
  readonly selector: string;
  /** The value’s own text, which may be part of the text there. */
  readonly text: string;
}

/** Part of a text. */
export interface TextRange {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

export interface FoundPlace {
  readonly frame: FrameSnapshot;
  readonly element: Element;
  /** Elements around it, those of the frames around its own first. */
  readonly within: readonly Element[];
  /** Ranges of its text; empty for typed or ticked values, and for a value read from several pieces. */
  readonly ranges: readonly TextRange[];
  /** True if its text is there in any form. */
  readonly isThere: boolean;
}

type Parent = Root | Element;

/** One step of the selectors that readings write. */
const STEP =
  /^(?:#([A-Za-z][\w-]*)|([a-z][^\s>:[\]]*)\[name="((?:\\.|[^"\\])*)"\]|([a-z][^\s>:[\]]*):nth-of-type\((\d+)\))(?: >>> | > |$)/;
/** Most levels climbed from a button or a box to look for its text. */
const NEAR = 4;
/** Elements that are never shown as text of a page. */
const SILENT = new Set('script style template noscript head title'.split(' '));

/**
 * Finds the source of a value in a copy of the page: its frame, its element, and the ranges of the text.
 *
 * @returns undefined when there is no such place in the copy
 */
export function findPlace(snapshot: PageSnapshot, sought: SoughtPlace): FoundPlace | undefined {
  const frame = snapshot.frames.find(({ path }) => path.join() === sought.frame.join());
  const path = frame && (bySteps(frame.tree, sought.selector) ?? byAdapter(snapshot, sought));
  const element = path?.at(-1);
  if (!frame || !path || !element) return undefined;
  const ranges = rangesOf(frame.tree, element, path.slice(0, -1), sought.text);
  return {
    frame,
    element,
    within: [...holdersOf(snapshot, sought.frame), ...path.slice(0, -1)],
    ranges,
    isThere: ranges.length > 0 || says(element, sought.text),
  };
}

/** The elements that hold the frame, down to its own `iframe`. */
function holdersOf(snapshot: PageSnapshot, path: readonly number[]): readonly Element[] {
  return path.flatMap((index, depth) => {
    const above = path.slice(0, depth).join();
    const outer = snapshot.frames.find((frame) => frame.path.join() === above);
    return (outer && pathTo(outer.tree, ({ data }) => data?.frame === index)) ?? [];
  });
}

/** True if the text is typed or chosen, or the box is ticked. */
function says(element: Element, text: string): boolean {
  const { value, checked } = element.data ?? {};
  const typed = value ?? attribute(element, 'value') ?? '';
  const ticked = checked ?? attribute(element, 'checked') !== undefined;
  return ticked || letters(typed).includes(letters(text));
}

function bySteps(tree: Root, selector: string): readonly Element[] | undefined {
  if (selector === ':root') return pathTo(tree, ({ tagName }) => tagName.toLowerCase() === 'html');
  let path: readonly Element[] = [];
  for (let rest = selector; rest !== ''; ) {
    const step = STEP.exec(rest);
    if (!step) return undefined;
    const [whole, id, control, name, tag, nth] = step;
    const from: Parent = path.at(-1) ?? tree;
    const next =
      tag !== undefined
        ? nthOfType(from, tag, Number(nth))
        : pathTo(from, (element) =>
            id !== undefined
              ? attribute(element, 'id') === id
              : element.tagName.toLowerCase() === control &&
                attribute(element, 'name') === unquoted(name ?? ''),
          );
    if (!next) return undefined;
    path = [...path, ...next];
    rest = rest.slice(whole.length);
  }
  return path;
}

function byAdapter(snapshot: PageSnapshot, sought: SoughtPlace): readonly Element[] | undefined {
  const found = select(snapshot, sought.selector).filter(
    ({ frame }) => frame.join() === sought.frame.join(),
  );
  const wanted = letters(sought.text);
  const hit = found.find(({ element }) => letters(shownIn(element)).includes(wanted)) ?? found[0];
  const frame = snapshot.frames.find(({ path }) => path.join() === sought.frame.join());
  return hit && frame && pathTo(frame.tree, (element) => element === hit.element);
}

function nthOfType(parent: Parent, tag: string, nth: number): readonly Element[] | undefined {
  let count = 0;
  for (const child of parent.children) {
    if (child.type !== 'element' || child.tagName.toLowerCase() !== tag) continue;
    count += 1;
    if (count === nth) return [child];
  }
  return undefined;
}

/** The first matching element below, with those between. */
export function pathTo(
  from: Parent,
  isIt: (element: Element) => boolean,
): readonly Element[] | undefined {
  const levels: { readonly node: Parent; next: number }[] = [{ node: from, next: 0 }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const child = level.node.children[level.next];
    level.next += 1;
    if (child === undefined) levels.pop();
    if (child?.type !== 'element') continue;
    levels.push({ node: child, next: 0 });
    if (isIt(child)) return levels.flatMap(({ node }) => (node === from ? [] : (node as Element)));
  }
  return undefined;
}

function unquoted(name: string): string {
  return name.replace(/\\(?:([0-9a-f]{1,6}) |(.))/gi, (_, code?: string, character?: string) =>
    code === undefined ? (character ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** Ranges in the element; or nearby, for a button or a box with its text next to it, and for joined lines. */
function rangesOf(
  tree: Root,
  element: Element,
  within: readonly Element[],
  text: string,
): readonly TextRange[] {
  const own = rangesIn(element, text);
  if (own.length > 0) return own;
  const around = within.slice(-NEAR).reverse();
  if (isControl(element)) {
    const id = attribute(element, 'id');
    const label = id && pathTo(tree, (each) => attribute(each, 'for') === id)?.at(-1);
    return firstOf([...(label ? [label] : []), ...around], (near) => rangesIn(near, text));
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return [];
  const inAll = (near: Element): readonly TextRange[] => {
    const found = lines.map((line) => rangesIn(near, line));
    return found.every(({ length }) => length > 0) ? found.flat() : [];
  };
  const whole = firstOf([element, ...around], inAll);
  return whole.length > 0 ? whole : lines.flatMap((line) => rangesIn(element, line));
}

function firstOf(
  elements: readonly Element[],
  look: (element: Element) => readonly TextRange[],
): readonly TextRange[] {
  for (const element of elements) {
    const found = look(element);
    if (found.length > 0) return found;
  }
  return [];
}

function isControl({ tagName, properties }: Element): boolean {
  return /^(?:input|select|textarea|button)$/i.test(tagName) || 'role' in properties;
}

/** Ranges of texts that make up the words, ignoring white space; if they occur twice, as separate words. */
function rangesIn(parent: Parent, words: string): readonly TextRange[] {
  const sought = letters(words);
  if (sought === '') return [];
  const texts = textsIn(parent);
  const starts: number[] = [];
  let all = '';
  for (const { value } of texts) {
    starts.push(all.length);
    all += value;
  }
  const places: number[] = [];
  let dense = '';
  for (let at = 0; at < all.length; at += 1) {
    const letter = all.charAt(at);
    if (/\s/.test(letter)) continue;
    dense += letter;
    places.push(at);
  }
  const hit = occurrence(dense, sought, places, all);
  if (hit < 0) return [];
  const [from, to] = [places[hit] ?? 0, (places[hit + sought.length - 1] ?? 0) + 1];
  return texts.flatMap((node, index) => {
    const start = starts[index] ?? 0;
    const range = {
      node,
      from: Math.max(0, from - start),
      to: Math.min(node.value.length, to - start),
    };
    return range.from < range.to ? [range] : [];
  });
}

const WORD = /[\p{L}\p{N}]/u;

/** The first occurrence as separate words, or else the first of all; -1 if none. */
function occurrence(dense: string, sought: string, places: readonly number[], all: string): number {
  let first = -1;
  for (let at = dense.indexOf(sought); at >= 0; at = dense.indexOf(sought, at + 1)) {
    if (first < 0) first = at;
    const before = all.charAt((places[at] ?? 0) - 1);
    const after = all.charAt((places[at + sought.length - 1] ?? 0) + 1);
    if (!WORD.test(before) && !WORD.test(after)) return at;
  }
  return first;
}

/** Texts of the page inside it, in order. */
function textsIn(parent: Parent): readonly Text[] {
  const texts: Text[] = [];
  const stack: (ElementContent | Root['children'][number])[] = [...parent.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') texts.push(node);
    if (node.type !== 'element' || SILENT.has(node.tagName.toLowerCase())) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
  return texts;
}

function shownIn(element: Element): string {
  return textsIn(element)
    .map(({ value }) => value)
    .join('');
}

/** The text without its white space. */
export function letters(text: string): string {
  return text.replace(/\s+/g, '');
}
