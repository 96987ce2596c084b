/**
 * Changes to a page that change nothing of its meaning: wrapped, framed, with decoys, with labels elsewhere. A robust
 * reading gives the same values before and after. Pure: each returns a new snapshot.
 */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { FrameSnapshot, PageSnapshot } from '../page/snapshot/snapshot.js';

export interface Metamorph {
  readonly id: string;
  change(page: PageSnapshot): PageSnapshot;
}

type Parent = Root | Element;

/** Every change except the identity. */
export const METAMORPHS: readonly Metamorph[] = [
  { id: 'all of it in one form', change: inBody((inside) => [element('form', {}, inside)]) },
  { id: 'in a frame of its own', change: (page) => framed(page, 'iframe') },
  { id: 'in a frameset', change: (page) => framed(page, 'frame') },
  { id: 'in an open shadow root', change: inBody((inside) => [shadow('open', inside)]) },
  { id: 'in a closed shadow root', change: inBody((inside) => [shadow('closed', inside)]) },
  { id: 'values by property alone', change: everyElement(byProperty) },
  { id: 'labels in the cell before', change: everyParent(labelsInCells) },
  { id: 'labels in the row above', change: everyParent(labelsAbove) },
  { id: 'labels by aria-labelledby', change: everyElement(byAria) },
  { id: 'every text in two spans', change: everyParent(inSpans) },
  { id: 'in three more layout tables', change: inBody((inside) => layout(layout(layout(inside)))) },
  {
    id: 'with a decoy that is not displayed',
    change: inBody((inside) => [...decoy(inside), ...inside]),
  },
  {
    id: 'with every id given twice',
    change: inBody((inside) => [...inside, ...secondIds(inside)]),
  },
  { id: 'among empty tables', change: inBody((inside) => [emptyTable(), ...inside, emptyTable()]) },
  { id: 'with hard spaces and wide colons', change: everyText(widened) },
];

/** The page inside a page of another origin: none of it may be read, and the frame must be named. */
export function inForeignFrame(page: PageSnapshot): PageSnapshot {
  const [top] = page.frames;
  if (!top) return page;
  const host = element('iframe', { src: 'https://elsewhere.example/' }, []);
  return {
    ...page,
    frames: [
      {
        ...top,
        tree: { type: 'root', children: [element('html', {}, [element('body', {}, [host])])] },
      },
    ],
    unread: [{ path: [0], origin: 'https://elsewhere.example', why: 'other-origin' }],
  };
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

function shadow(mode: 'open' | 'closed', inside: readonly ElementContent[]): Element {
  return {
    ...element('x-view', {}, inside),
    data: { shadow: mode } as NonNullable<Element['data']>,
  };
}

function layout(inside: readonly ElementContent[]): ElementContent[] {
  const cell = element('td', {}, inside);
  const row = element('tr', {}, [cell]);
  return [element('table', { width: '100%' }, [element('tbody', {}, [row])])];
}

function emptyTable(): Element {
  const row = element('tr', {}, [element('td', {}, []), element('td', {}, [])]);
  return element('table', {}, [element('tbody', {}, [row])]);
}

/** Changes the content of each frame's body, if it has one. */
function inBody(
  change: (inside: readonly ElementContent[]) => readonly ElementContent[],
): Metamorph['change'] {
  return everyElement((each) =>
    each.tagName === 'body' ? { ...each, children: [...change(each.children)] } : each,
  );
}

function everyElement(change: (each: Element) => Element): Metamorph['change'] {
  return everyParent((parent) =>
    parent.children.map((child) => (child.type === 'element' ? change(child) : child)),
  );
}

function everyText(change: (text: string) => string): Metamorph['change'] {
  return everyParent((parent) =>
    parent.children.map((child) =>
      child.type === 'text' ? ({ ...child, value: change(child.value) } as Text) : child,
    ),
  );
}

/** Works from the leaves up, so that additions of a change are not changed again. */
function everyParent(change: (parent: Parent) => readonly RootContent[]): Metamorph['change'] {
  const walk = <P extends Parent>(parent: P): P => {
    const children = parent.children.map((child) =>
      child.type === 'element' ? walk(child) : child,
    );
    const inside = { ...parent, children } as P;
    return { ...inside, children: [...change(inside)] } as P;
  };
  return (page) => ({
    ...page,
    frames: page.frames.map((frame) => ({ ...frame, tree: walk(frame.tree) })),
  });
}

/** Puts the whole page into another as its only frame; its own frames go one deeper. */
function framed(page: PageSnapshot, tagName: 'iframe' | 'frame'): PageSnapshot {
  const [top] = page.frames;
  if (!top) return page;
  const host = { ...element(tagName, {}, []), data: { frame: 0 } as NonNullable<Element['data']> };
  const inner = tagName === 'frame' ? element('frameset', {}, [host]) : element('body', {}, [host]);
  const outer: FrameSnapshot = {
    ...top,
    path: [],
    tree: { type: 'root', children: [element('html', {}, [inner])] },
  };
  const deeper = page.frames.map((frame) => ({ ...frame, path: [0, ...frame.path] }));
  return { ...page, frames: [outer, ...deeper] };
}

function byProperty(each: Element): Element {
  const { value, ...others } = each.properties;
  if (each.tagName !== 'input' || typeof value !== 'string' || each.data?.value !== undefined)
    return each;
  const type = String(each.properties.type ?? 'text');
  if (/^(?:checkbox|radio|hidden|submit|button|image|password|file)$/.test(type)) return each;
  return {
    ...each,
    properties: others,
    data: { ...each.data, value } as NonNullable<Element['data']>,
  };
}

/** Pairs of a label and the control right after it. */
function pairsOf(parent: Parent): readonly (readonly [label: number, control: number])[] {
  const { children } = parent;
  return children.flatMap((child, at) => {
    if (child.type !== 'element' || child.tagName !== 'label' || forOf(child) === '') return [];
    let next = at + 1;
    while (children[next]?.type === 'text' && /^\s*$/.test((children[next] as Text).value))
      next += 1;
    const control = children[next];
    const isIts =
      control?.type === 'element' &&
      ['input', 'select', 'textarea'].includes(control.tagName) &&
      control.properties.id === forOf(child);
    return isIts ? [[at, next] as const] : [];
  });
}

/** The id that a label names; a tree keeps it as a list. */
function forOf({ properties: { htmlFor } }: Element): string {
  return Array.isArray(htmlFor) ? htmlFor.join(' ') : String(htmlFor ?? '');
}

function rearranged(
  parent: Parent,
  place: (label: readonly ElementContent[], control: Element) => ElementContent,
): readonly RootContent[] {
  const pairs = pairsOf(parent);
  if (pairs.length === 0 || ['p', 'label', 'span'].includes(tagOf(parent))) return parent.children;
  const gone = new Set(pairs.map(([label]) => label));
  const control = new Map(pairs.map(([label, at]) => [at, label]));
  return parent.children.flatMap((child, at): RootContent[] => {
    if (gone.has(at)) return [];
    const label = control.get(at);
    if (label === undefined || child.type !== 'element') return [child];
    return [place((parent.children[label] as Element).children, child)];
  });
}

function labelsInCells(parent: Parent): readonly RootContent[] {
  return rearranged(parent, (label, control) => {
    const cells = [element('td', {}, label), element('td', {}, [control])];
    return element('table', {}, [element('tbody', {}, [element('tr', {}, cells)])]);
  });
}

function labelsAbove(parent: Parent): readonly RootContent[] {
  return rearranged(parent, (label, control) => {
    const rows = [label, [control]].map((inside) => element('tr', {}, [element('td', {}, inside)]));
    return element('table', {}, [element('tbody', {}, rows)]);
  });
}

function tagOf(parent: Parent): string {
  return parent.type === 'element' ? parent.tagName : '';
}

/** Takes `for` from labels, and makes their controls name them instead. */
function byAria(each: Element): Element {
  const { htmlFor: _, ...others } = each.properties;
  const htmlFor = forOf(each);
  if (each.tagName === 'label' && htmlFor !== '')
    return { ...each, tagName: 'span', properties: { ...others, id: `label-of-${htmlFor}` } };
  const { id, type } = each.properties;
  const isChoice = type === 'checkbox' || type === 'radio';
  if (!['input', 'select', 'textarea'].includes(each.tagName) || typeof id !== 'string' || isChoice)
    return each;
  return { ...each, properties: { ...each.properties, ariaLabelledBy: [`label-of-${id}`] } };
}

function inSpans(parent: Parent): readonly RootContent[] {
  if (
    /^(?:title|option|textarea|style|script|html|head|select|table|tbody|tr|ul|ol|dl)$/.test(
      tagOf(parent),
    )
  )
    return parent.children;
  return parent.children.map((child) =>
    child.type === 'text' && child.value.trim() !== ''
      ? element('span', {}, [element('span', {}, [child])])
      : child,
  );
}

/** A hidden copy of the page with other digits. */
function decoy(inside: readonly ElementContent[]): readonly ElementContent[] {
  const hide = (each: ElementContent): ElementContent => {
    if (each.type === 'text') return { ...each, value: each.value.replace(/\d/g, '0') };
    if (each.type !== 'element') return each;
    const { id: _, htmlFor: __, ...properties } = each.properties;
    return { ...each, properties, children: each.children.map(hide) };
  };
  return [element('div', { style: 'display:none' }, inside.map(hide))];
}

function secondIds(inside: readonly ElementContent[]): readonly ElementContent[] {
  return inside.flatMap((each): readonly ElementContent[] => {
    if (each.type !== 'element') return [];
    const { id } = each.properties;
    const own = typeof id === 'string' ? [element('div', { id }, [])] : [];
    return [...own, ...secondIds(each.children)];
  });
}

/** Writes a colon that ends a label full-width, and makes its spaces non-breaking. */
function widened(text: string): string {
  return text.length > 60
    ? text
    : text.replace(/:(\s*)$/, '：$1').replace(/(\S) (?=\S)/g, '$1\u00a0');
}
