/**
 * One frame of a page, walked once. Nodes are numbered in document order, so that a subtree is a range and
 * "how much text, how many boxes are in here" is a subtraction. Every signal reads this, none walks the tree.
 */
import type { Element, Text } from 'hast';
import { attribute } from './attribute.js';
import type { FrameSnapshot } from './snapshot.js';
import { CLIPPED, visibilityOf } from './visibility.js';

export interface PageIndex {
  readonly frame: FrameSnapshot;
  /** Elements and texts; an order below is a place in this list. */
  readonly nodes: readonly (Element | Text)[];
  /** Lower case; `#text` for a text. */
  readonly tags: readonly string[];
  /** Order of the parent, -1 at the top. */
  readonly parents: readonly number[];
  /** One past the last node inside. */
  readonly ends: readonly number[];
  /** `HIDDEN` and `CLIPPED` flags. */
  readonly visibility: readonly number[];
  /** Place among the siblings of the same tag, from 1, and among all element siblings. */
  readonly nth: readonly number[];
  /** Order of the shadow host a node is inside, -1 for the document. */
  readonly hosts: readonly number[];
  readonly ids: ReadonlyMap<string, readonly number[]>;
  readonly names: ReadonlyMap<string, readonly number[]>;
  /** Labels by the id that their `for` names. */
  readonly labelsFor: ReadonlyMap<string, readonly number[]>;
  /** Orders of form controls of any kind. */
  readonly controls: readonly number[];
  readonly tables: readonly number[];
  readonly counts: Counts;
}

/** Running totals before each node: subtract two to know what a range holds. */
export interface Counts {
  readonly letters: readonly number[];
  readonly bold: readonly number[];
  readonly linked: readonly number[];
  readonly controls: readonly number[];
  readonly tables: readonly number[];
}

/** Nothing in these is shown as text of the record. */
const SKIPPED = new Set(
  'audio canvas datalist embed frame head iframe link math meta noframes noscript object script style svg template title video'.split(
    ' ',
  ),
);
/** Their children are state, not text of the page. */
const CLOSED = new Set(['select', 'textarea']);
const BOLD = new Set([
  'b',
  'strong',
  'th',
  'dt',
  'label',
  'legend',
  'caption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i;
const EDITABLE_ROLES = new Set([
  'combobox',
  'textbox',
  'searchbox',
  'spinbutton',
  'switch',
  'checkbox',
  'radio',
]);

const IN_BOLD = 1;
const IN_LINK = 2;

export function isControl(element: Element, tag: string): boolean {
  if (tag === 'input' || tag === 'select' || tag === 'textarea') return true;
  const editable = attribute(element, 'contenteditable');
  if (editable !== undefined && editable !== 'false') return true;
  const role = attribute(element, 'role');
  return role !== undefined && EDITABLE_ROLES.has(role);
}

/** Walks a frame once, without recursion: depth costs nothing. */
export function indexFrame(frame: FrameSnapshot): PageIndex {
  const nodes: (Element | Text)[] = [];
  const tags: string[] = [];
  const parents: number[] = [];
  const ends: number[] = [];
  const visibility: number[] = [];
  const nth: number[] = [];
  const hosts: number[] = [];
  const styles: number[] = [];
  const ids = new Map<string, number[]>();
  const names = new Map<string, number[]>();
  const labelsFor = new Map<string, number[]>();
  const controls: number[] = [];
  const tables: number[] = [];
  const letters: number[] = [0];
  const bold: number[] = [0];
  const linked: number[] = [0];
  const controlCount: number[] = [0];
  const tableCount: number[] = [0];

  interface Pending {
    readonly children: readonly { readonly type: string }[];
    readonly at: number;
    next: number;
    readonly seen: Map<string, number>;
  }
  const stack: Pending[] = [{ children: frame.tree.children, at: -1, next: 0, seen: new Map() }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.children[top.next];
    if (child === undefined) {
      if (top.at >= 0) ends[top.at] = nodes.length;
      stack.pop();
      continue;
    }
    top.next += 1;
    const up = top.at;
    if (child.type === 'text') {
      const text = child as Text;
      const order = nodes.length;
      nodes.push(text);
      tags.push('#text');
      parents.push(up);
      ends.push(order + 1);
      visibility.push(up < 0 ? 0 : (visibility[up] ?? 0));
      nth.push(0);
      hosts.push(hostOf(up));
      styles.push(up < 0 ? 0 : (styles[up] ?? 0));
      total(order, textSize(order, text.value), 0, 0);
      continue;
    }
    if (child.type !== 'element') continue;
    const element = child as Element;
    const tag = element.tagName.toLowerCase();
    const place = (top.seen.get(tag) ?? 0) + 1;
    top.seen.set(tag, place);
    if (SKIPPED.has(tag) && element.data?.shadow === undefined) continue;
    const order = nodes.length;
    nodes.push(element);
    tags.push(tag);
    parents.push(up);
    ends.push(order + 1);
    const parent = up < 0 ? undefined : (nodes[up] as Element);
    const inClosedDetails =
      tag !== 'summary' &&
      up >= 0 &&
      tags[up] === 'details' &&
      parent !== undefined &&
      attribute(parent, 'open') === undefined;
    visibility.push(visibilityOf(element, up < 0 ? 0 : (visibility[up] ?? 0), inClosedDetails));
    nth.push(place);
    hosts.push(hostOf(up));
    styles.push(styleOf(element, tag, up));
    note(ids, attribute(element, 'id'), order);
    note(names, attribute(element, 'name'), order);
    if (tag === 'label') note(labelsFor, attribute(element, 'for'), order);
    const control = isControl(element, tag);
    if (control) controls.push(order);
    const table = tag === 'table';
    if (table) tables.push(order);
    total(order, 0, control ? 1 : 0, table ? 1 : 0);
    if (!CLOSED.has(tag) && element.children.length > 0)
      stack.push({ children: element.children, at: order, next: 0, seen: new Map() });
  }

  function hostOf(up: number): number {
    if (up < 0) return -1;
    const node = nodes[up];
    return node?.type === 'element' && node.data?.shadow !== undefined ? up : (hosts[up] ?? -1);
  }
  function styleOf(element: Element, tag: string, up: number): number {
    const inherited = up < 0 ? 0 : (styles[up] ?? 0);
    const own =
      BOLD.has(tag) || BOLD_STYLE.test(attribute(element, 'style') ?? '')
        ? IN_BOLD
        : tag === 'a' || tag === 'button'
          ? IN_LINK
          : 0;
    return inherited | own;
  }
  function textSize(order: number, text: string): number {
    return (visibility[order] ?? 0) & CLIPPED ? 0 : text.trim().length;
  }
  function total(order: number, size: number, control: number, table: number): void {
    const style = styles[order] ?? 0;
    letters.push((letters[order] ?? 0) + size);
    bold.push((bold[order] ?? 0) + (style & IN_BOLD ? size : 0));
    linked.push((linked[order] ?? 0) + (style & IN_LINK ? size : 0));
    controlCount.push((controlCount[order] ?? 0) + control);
    tableCount.push((tableCount[order] ?? 0) + table);
  }

  return {
    frame,
    nodes,
    tags,
    parents,
    ends,
    visibility,
    nth,
    hosts,
    ids,
    names,
    labelsFor,
    controls,
    tables,
    counts: { letters, bold, linked, controls: controlCount, tables: tableCount },
  };
}

function note(map: Map<string, number[]>, key: string | undefined, order: number): void {
  if (!key) return;
  const list = map.get(key);
  if (list) list.push(order);
  else map.set(key, [order]);
}
