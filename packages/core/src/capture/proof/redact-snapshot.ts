/**
 * The copy of a page that is kept: its structure, the values taken from it and their labels. Every other text is a dot,
 * every other value is gone, and an element keeps only the attributes by which a taken place is found.
 */
import type { Element, ElementContent, ElementData, Properties, Root, Text } from 'hast';
import { type PageSnapshot, SNAPSHOT_VERSION } from '../../page/snapshot/snapshot.js';
import { attribute } from '../../page/tree/attribute.js';
import { type FoundPlace, findPlace, letters, type SoughtPlace } from '../adapter/find-place.js';
import { shortTexts } from '../text/short-texts.js';

/** A value that was taken, and the label that it was read by. */
export interface TakenPlace extends SoughtPlace {
  readonly label: string;
}

/** Replacement for a text that was not taken, of any length. */
export const LEFT_OUT = '…';

/**
 * The copy that is kept: the taken values and their labels, with every other text a dot.
 *
 * @param labels - further labels and headings to keep: the owners of taken values, the labels of masked ones
 */
export function redactSnapshot(
  snapshot: PageSnapshot,
  taken: readonly TakenPlace[],
  labels: readonly string[],
): PageSnapshot {
  const kept = new Kept();
  for (const place of taken) {
    const found = findPlace(snapshot, place);
    if (found) kept.take(found, place);
  }
  const said = new Set([...labels, ...taken.map(({ label }) => label)].map(labelKey));
  said.delete('');
  return {
    version: SNAPSHOT_VERSION,
    frames: snapshot.frames.map(({ path, tree }) => {
      kept.sayLabels(tree, said);
      return { path, url: '', title: '', tree: kept.copy(tree) };
    }),
    unread: [],
  };
}

/** Longest text of an element that is compared with a label. */
const LONGEST_LABEL = 300;
const MOST_SPAN = 1000;
const INPUT_TYPES = new Set(
  'text search tel url email number date time month week checkbox radio range color'.split(' '),
);

class Kept {
  readonly #ranges = new Map<Text, [number, number][]>();
  /** Content of each control, as it was taken. */
  readonly #values = new Map<Element, string>();
  readonly #ticked = new Set<Element>();
  /** Elements on the way to taken values, with the selectors that lead through them. */
  readonly #onWay = new Map<Element, string[]>();

  take(found: FoundPlace, { selector, text, label }: TakenPlace): void {
    const { element, within, ranges } = found;
    for (const each of [...within, element]) {
      const selectors = this.#onWay.get(each);
      if (selectors) selectors.push(selector);
      else this.#onWay.set(each, [selector]);
    }
    for (const { node, from, to } of ranges) {
      this.#keep(node, from, to);
      // “Name: Taz” in one text.
      const before = node.value.slice(0, from).toLowerCase().lastIndexOf(label.toLowerCase());
      if (label !== '' && before >= 0) this.#keep(node, before, before + label.length);
    }
    if (isTick(element)) this.#ticked.add(element);
    // Typed, chosen, or read from several pieces: then the element itself keeps the value.
    else if (ranges.length === 0 || element.data?.value !== undefined)
      this.#values.set(element, text);
  }

  /** Keeps each text that is a whole label, even if elements split it. */
  sayLabels(tree: Root, labels: ReadonlySet<string>): void {
    const longest = Math.min(
      LONGEST_LABEL,
      Math.max(0, ...[...labels].map(({ length }) => length)),
    );
    const stack: (Root | Element)[] = [tree];
    for (let node = stack.pop(); node; node = stack.pop()) {
      for (const child of node.children) {
        if (child.type === 'text' && labels.has(labelKey(child.value)))
          this.#keep(child, 0, child.value.length);
        if (child.type === 'element') stack.push(child);
      }
      const texts = node.children.length < 2 ? [] : shortTexts(node, longest + 2);
      if (texts.length < 2 || !labels.has(labelKey(texts.map(({ value }) => value).join(''))))
        continue;
      for (const text of texts) this.#keep(text, 0, text.value.length);
    }
  }

  /** Works without recursion, since a page may be nested deep. */
  copy(tree: Root): Root {
    const copied: Root = { type: 'root', children: [] };
    const stack: { readonly from: Root | Element; readonly to: Root | Element }[] = [
      { from: tree, to: copied },
    ];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const children: ElementContent[] = [];
      for (const child of next.from.children) {
        if (child.type === 'text') children.push({ type: 'text', value: this.#textOf(child) });
        if (child.type !== 'element') continue;
        const element = this.#elementOf(child);
        children.push(element);
        stack.push({ from: child, to: element });
      }
      next.to.children = children;
    }
    return copied;
  }

  #keep(node: Text, from: number, to: number): void {
    const ranges = this.#ranges.get(node);
    if (ranges) ranges.push([from, to]);
    else this.#ranges.set(node, [[from, to]]);
  }

  #textOf(node: Text): string {
    let text = '';
    let at = 0;
    for (const [from, to] of (this.#ranges.get(node) ?? []).sort(([one], [two]) => one - two)) {
      if (from > at) text += leftOut(node.value.slice(at, from));
      if (to > at) text += node.value.slice(Math.max(at, from), to);
      at = Math.max(at, to);
    }
    return text + leftOut(node.value.slice(at));
  }

  #elementOf(element: Element): Element {
    const { tagName, data } = element;
    const selectors = this.#onWay.get(element) ?? [];
    const value = this.#values.get(element);
    const live: Record<string, unknown> = {};
    if (data?.shadow) live.shadow = data.shadow;
    if (data?.frame !== undefined) live.frame = data.frame;
    if (data?.hidden && selectors.length > 0) live.hidden = true;
    if (value !== undefined) live.value = value;
    if (this.#ticked.has(element)) live.checked = true;
    return {
      type: 'element',
      tagName,
      properties: propertiesOf(element, selectors),
      children: [],
      ...(Object.keys(live).length > 0 ? { data: live as unknown as ElementData } : {}),
    };
  }
}

/** The dot for a text. White space and punctuation stay, since they reveal nothing; any word would. */
function leftOut(text: string): string {
  if (text === '') return '';
  if (!/[^\s\p{P}]/u.test(text)) return text.replace(/\s+/g, ' ');
  return `${/^\s/.test(text) ? ' ' : ''}${LEFT_OUT}${/\s$/.test(text) ? ' ' : ''}`;
}

function propertiesOf(element: Element, selectors: readonly string[]): Properties {
  const kept: Properties = {};
  const type = attribute(element, 'type')?.toLowerCase();
  if (element.tagName.toLowerCase() === 'input' && type && INPUT_TYPES.has(type)) kept.type = type;
  for (const [name, property] of [
    ['colspan', 'colSpan'],
    ['rowspan', 'rowSpan'],
  ] as const) {
    const span = Number(attribute(element, name));
    if (Number.isInteger(span) && span > 1 && span <= MOST_SPAN) kept[property] = span;
  }
  if (selectors.length === 0) return kept;
  for (const [name, value] of Object.entries(element.properties)) {
    const parts = (Array.isArray(value) ? value : String(value ?? '').split(/\s+/)).map(String);
    const led = parts.filter((part) => part !== '' && selectors.some((each) => leads(each, part)));
    const isWhole = selectors.some((each) => leads(each, String(value)));
    if (isWhole) kept[name] = value;
    else if (/^class(?:Name)?$/.test(name) && led.length > 0) kept[name] = led;
  }
  return kept;
}

/** True if the selector uses this word: as an id, a class, or the value of an attribute. */
function leads(selector: string, word: string): boolean {
  if (word === '') return false;
  const quoted = word.replace(/["\\]/g, '\\$&');
  if (
    selector.includes(`="${quoted}"`) ||
    selector.includes(`='${word}'`) ||
    selector.includes(`=${word}]`)
  )
    return true;
  return [`#${word}`, `.${word}`].some((mark) => {
    const at = selector.indexOf(mark);
    return at >= 0 && !/[\w-]/.test(selector.charAt(at + mark.length));
  });
}

function isTick(element: Element): boolean {
  const type = attribute(element, 'type')?.toLowerCase();
  if (element.tagName.toLowerCase() === 'input') return type === 'radio' || type === 'checkbox';
  return /^(?:radio|checkbox|switch)$/.test(attribute(element, 'role') ?? '');
}

function labelKey(label: string): string {
  return letters(label)
    .toLowerCase()
    .replace(/[:*.…]+$/, '');
}
