/**
 * A stored copy of a page as a small closed tree to show: words and their positions, and nothing else. The only
 * attributes taken from the page are the columns and rows that a cell spans; no tag, link, style or address is.
 */
import { type FoundPlace, type FrameSnapshot, LEFT_OUT } from '@cyber-prevent/core';
import type { Element, ElementContent, Root, Text } from 'hast';

export type InertNode =
  | { readonly kind: 'text'; readonly text: string; readonly marked?: true }
  | { readonly kind: 'break' }
  | { readonly kind: 'tick'; readonly ticked: boolean; readonly marked?: true }
  | { readonly kind: 'control'; readonly text: string; readonly marked?: true }
  | { readonly kind: 'frame' }
  | { readonly kind: InertBox; readonly children: readonly InertNode[] }
  | {
      readonly kind: 'cell';
      readonly heads: boolean;
      readonly columns: number;
      readonly rows: number;
      readonly children: readonly InertNode[];
    };

export type InertBox =
  | 'block'
  | 'inline'
  | 'heading'
  | 'strong'
  | 'item'
  | 'pre'
  | 'table'
  | 'row'
  | 'marked';

export interface InertPage {
  readonly nodes: readonly InertNode[];
  /** True if it is only the part around the value. */
  readonly isPart: boolean;
}

export interface InertOptions {
  /** The value to be marked, found in this frame. */
  readonly found?: FoundPlace | undefined;
  /** True if the copy contains only the values taken: an empty control then says nothing. */
  readonly redacted: boolean;
}

/** Elements and texts shown at once. */
const MOST_NODES = 6000;
const DEEPEST = 120;
const MOST_SPAN = 100;

const SILENT = new Set(
  'area audio base canvas embed head img link map meta noscript object param picture script source style svg template title track video'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp slot small span strike strong sub sup time tt u var wbr button'.split(
    ' ',
  ),
);
const THROUGH = new Set(['thead', 'tbody', 'tfoot', 'colgroup']);

/** @throws nothing: shows as much as possible of any tree */
export function inertPage(frame: FrameSnapshot, options: InertOptions): InertPage {
  const { found } = options;
  const path = found ? [...found.within, found.element] : [];
  const own = path.filter((each) => isIn(frame.tree, each, path));
  const roots: (Root | Element)[] = [frame.tree, ...own];
  // Goes from the value outwards, as far as can be shown.
  let root: Root | Element = roots.at(-1) ?? frame.tree;
  for (const wider of roots.toReversed()) {
    const depth = roots.length - roots.indexOf(wider);
    if (depth > DEEPEST / 2 || sizeOf(wider) > MOST_NODES) break;
    root = wider;
  }
  if (!found) root = frame.tree;
  const builder = new Builder(options, new Set<Element>(own));
  const nodes = root.type === 'root' ? builder.children(root, 0) : builder.node(root, 0);
  return { nodes, isPart: root !== frame.tree || builder.isCut };
}

/** The frames around the value’s own frame also have elements on the path. */
function isIn(tree: Root, element: Element, path: readonly Element[]): boolean {
  const at = path.indexOf(element);
  const parent = at > 0 ? path[at - 1] : undefined;
  return tree.children.includes(element) || (parent?.children.includes(element) ?? false);
}

function sizeOf(top: Root | Element): number {
  let size = 0;
  const stack: (Root | ElementContent | Root['children'][number])[] = [top];
  for (let node = stack.pop(); node && size <= MOST_NODES; node = stack.pop()) {
    size += 1;
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return size;
}

class Builder {
  readonly #found: FoundPlace | undefined;
  readonly #redacted: boolean;
  readonly #way: ReadonlySet<Element>;
  readonly #ranges = new Map<Text, readonly [from: number, to: number]>();
  #left = MOST_NODES;
  isCut = false;

  constructor({ found, redacted }: InertOptions, way: ReadonlySet<Element>) {
    this.#found = found;
    this.#redacted = redacted;
    this.#way = way;
    for (const { node, from, to } of found?.ranges ?? []) this.#ranges.set(node, [from, to]);
  }

  children(parent: Root | Element, depth: number, isPre = false): readonly InertNode[] {
    const nodes: InertNode[] = [];
    for (const child of parent.children) {
      if (this.#left <= 0 || depth > DEEPEST) {
        this.isCut = true;
        break;
      }
      this.#left -= 1;
      if (child.type === 'text') nodes.push(...this.#text(child, isPre));
      if (child.type === 'element') nodes.push(...this.node(child, depth + 1, isPre));
    }
    return nodes;
  }

  node(element: Element, depth: number, isPre = false): readonly InertNode[] {
    const tag = element.tagName.toLowerCase();
    const { data } = element;
    if (SILENT.has(tag) || (data?.hidden && !this.#way.has(element))) return [];
    if (tag === 'br') return [{ kind: 'break' }];
    if (data?.frame !== undefined || tag === 'iframe' || tag === 'frame')
      return [{ kind: 'frame' }];
    const shown = this.#control(element, tag) ?? this.#box(element, tag, depth, isPre);
    const isWhole = element === this.#found?.element && this.#ranges.size === 0;
    return isWhole && !isMarked(shown) ? [{ kind: 'marked', children: shown }] : shown;
  }

  #box(element: Element, tag: string, depth: number, isPre: boolean): readonly InertNode[] {
    const children = [
      ...this.children(element, depth, isPre || tag === 'pre'),
      ...this.#said(element),
    ];
    if (THROUGH.has(tag)) return children;
    if (tag === 'td' || tag === 'th')
      return [
        {
          kind: 'cell',
          heads: tag === 'th',
          columns: spanOf(element, 'colSpan', 'colspan'),
          rows: spanOf(element, 'rowSpan', 'rowspan'),
          children,
        },
      ];
    return children.length === 0 ? [] : [{ kind: boxOf(tag), children }];
  }

  /** A value read from several pieces, shown at the element that contains them. */
  #said({ data }: Element): readonly InertNode[] {
    if (data?.value === undefined) return [];
    return [{ kind: 'control', text: folded(data.value) }];
  }

  #control(element: Element, tag: string): readonly InertNode[] | undefined {
    if (tag !== 'input' && tag !== 'select' && tag !== 'textarea') return undefined;
    const { properties, data } = element;
    const type = String(properties.type ?? 'text').toLowerCase();
    if (tag === 'input' && /^(?:hidden|password|file|image|submit|button|reset)$/.test(type))
      return [];
    const marked =
      element === this.#found?.element && this.#ranges.size === 0 ? { marked: true as const } : {};
    if (tag === 'input' && (type === 'checkbox' || type === 'radio')) {
      const ticked = data?.checked ?? properties.checked === true;
      if (!ticked && this.#redacted) return [{ kind: 'control', text: LEFT_OUT, ...marked }];
      return [{ kind: 'tick', ticked, ...marked }];
    }
    if (this.#ranges.size > 0 && this.#way.has(element) && data?.value === undefined)
      return [{ kind: 'block', children: this.children(element, DEEPEST - 2) }];
    const said =
      data?.value ?? (tag === 'input' ? String(properties.value ?? '') : chosen(element, tag));
    const text = folded(said) || (this.#redacted ? LEFT_OUT : '');
    return [{ kind: 'control', text, ...marked }];
  }

  #text(node: Text, isPre: boolean): readonly InertNode[] {
    const told = (text: string): string => (isPre ? text : text.replace(/\s+/g, ' '));
    const [from, to] = this.#ranges.get(node) ?? [0, 0];
    const parts = [
      { text: told(node.value.slice(0, from)) },
      { text: told(node.value.slice(from, to)), marked: true as const },
      { text: told(node.value.slice(to)) },
    ];
    return parts.flatMap((part) => (part.text === '' ? [] : { kind: 'text' as const, ...part }));
  }
}

function isMarked(nodes: readonly InertNode[]): boolean {
  return nodes.some((node) => 'marked' in node);
}

function boxOf(tag: string): InertBox {
  if (tag === 'table' || tag === 'pre') return tag;
  if (tag === 'tr') return 'row';
  if (tag === 'li') return 'item';
  if (/^h[1-6]$|^legend$|^caption$/.test(tag)) return 'heading';
  if (tag === 'b' || tag === 'strong' || tag === 'dt') return tag === 'dt' ? 'heading' : 'strong';
  return INLINE.has(tag) ? 'inline' : 'block';
}

function spanOf({ properties }: Element, ...names: readonly string[]): number {
  const span = Number(names.map((name) => properties[name]).find((value) => value !== undefined));
  return Number.isInteger(span) && span > 1 ? Math.min(span, MOST_SPAN) : 1;
}

/** The selected option, or the text in the box. */
function chosen({ children }: Element, tag: string): string {
  const texts: string[] = [];
  const stack = [...children].reverse();
  for (let node = stack.pop(); node && texts.length < 200; node = stack.pop()) {
    if (node.type === 'text' && tag === 'textarea') texts.push(node.value);
    if (node.type !== 'element') continue;
    if (node.tagName === 'option') {
      const isChosen = node.properties.selected !== undefined && node.properties.selected !== false;
      if (isChosen)
        for (const child of node.children) if (child.type === 'text') texts.push(child.value);
    } else stack.push(...[...node.children].reverse());
  }
  return texts.join(' ');
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
