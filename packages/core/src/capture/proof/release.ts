/**
 * Changes that a system's next release may bring to a screen. What a field holds stays the same: a taught locator must
 * find it, or find nothing. Pure: each returns a new snapshot.
 */
import type { Element, ElementContent, ElementData, Root, Text } from 'hast';
import type { LabelledValue } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { findPlace } from '../adapter/find-place.js';
import { shownText } from '../adapter/shown-text.js';
import { foldLabel } from '../field/fold-label.js';
import type { TaughtPage } from '../teach/taught.js';

export const RELEASE_CHANGES = [
  'one-more-field',
  'flash-message',
  'hidden-copy',
  'another-tab',
  'other-labels',
] as const;
export type ReleaseChange = (typeof RELEASE_CHANGES)[number];

export interface Release {
  readonly id: ReleaseChange;
  /** @param values - the values that are taught */
  change(page: TaughtPage, values: readonly LabelledValue[]): PageSnapshot;
}

type Parent = Root | Element;

const MORE_LABEL = 'Locality band';
const MORE_VALUE = 'Qx7 review pending';
const FLASH = 'The record was saved. Next in the queue: Ulla Zweifel, 01632 960777.';

export const RELEASES: readonly Release[] = [
  { id: 'one-more-field', change: withMoreFields },
  { id: 'flash-message', change: ({ snapshot }) => inBodies(snapshot, withFlash) },
  { id: 'hidden-copy', change: ({ snapshot }) => inBodies(snapshot, withHiddenCopy) },
  { id: 'another-tab', change: ({ snapshot }) => inBodies(snapshot, withOtherTab) },
  { id: 'other-labels', change: withOtherLabels },
];

/** One more field above each taught one, of the same make. */
function withMoreFields({ snapshot }: TaughtPage, values: readonly LabelledValue[]): PageSnapshot {
  const copy = copied(snapshot);
  // A place is found before anything else has moved.
  const fields = values.flatMap(({ place, labelPlace, value, label }) => {
    const at = labelPlace && findPlace(copy, { ...labelPlace, text: label });
    const box = findPlace(copy, { ...place, text: value });
    return at && box
      ? [{ at: [...at.within, at.element], box: [...box.within, box.element], label }]
      : [];
  });
  const done = new Set<Element>();
  for (const { at, box, label } of fields) {
    const shared = at.findIndex((each, nth) => each !== box[nth]);
    const around = at[shared - 1];
    const [first, last] = [at[shared], box[shared]];
    if (!around || !first || !last || done.has(first) || !saysOnly(first, label)) continue;
    done.add(first);
    const isRow = isWhole(around, first, last);
    // More cells would move the columns of one row, and what is placed by hand has no room in between.
    if ((around.tagName === 'tr' && !isRow) || isPlaced(first)) continue;
    const outer = isRow ? at[shared - 2] : around;
    const span = isRow ? [around] : between(around, first, last);
    const place = outer && span[0] ? outer.children.indexOf(span[0]) : -1;
    if (!outer || place < 0) continue;
    outer.children.splice(place, 0, ...span.map((each) => otherField(each, first, last, label)));
  }
  return copy;
}

/** True if an element holds a label and its value, and nothing else. */
function isWhole(around: Element, first: Element, last: Element): boolean {
  const elements = around.children.filter((child) => child.type === 'element');
  return elements[0] === first && elements.at(-1) === last && elements.length <= 3;
}

/** The children of an element from the label to the value. */
function between(around: Element, first: Element, last: Element): readonly ElementContent[] {
  const [a, b] = [around.children.indexOf(first), around.children.indexOf(last)];
  return a < 0 || b < a || b - a > 6 ? [] : around.children.slice(a, b + 1);
}

/** True for an element that the style places by itself, as in the text of a paper. */
function isPlaced({ properties }: Element): boolean {
  return /position:\s*absolute/i.test(String(properties.style ?? ''));
}

/** True for an element with no other words than a label. */
function saysOnly(element: Element, label: string): boolean {
  return foldLabel(shownText(element)) === foldLabel(label);
}

/** A copy with the words of another field. */
function otherField(
  each: ElementContent,
  labelAt: Element,
  valueAt: Element,
  label: string,
): ElementContent {
  if (each.type !== 'element') return copied(each);
  if (each === labelAt) return filled(each, MORE_LABEL, label);
  if (each === valueAt) return filled(each, MORE_VALUE, label);
  const children = each.children.map((child) => otherField(child, labelAt, valueAt, label));
  return { ...bare(each, label), children };
}

/** A copy whose first text, or whose box, has these words. */
function filled(element: Element, words: string, label: string): Element {
  let isSet = false;
  const fill = (each: ElementContent): ElementContent => {
    if (each.type === 'text') {
      if (each.value.trim() === '') return { ...each };
      const value = isSet ? '' : words;
      isSet = true;
      return { ...each, value };
    }
    if (each.type !== 'element') return copied(each);
    const copy = { ...bare(each, label), children: each.children.map(fill) };
    const isBox = /^(?:input|textarea|select)$/.test(each.tagName);
    if (isBox) copy.data = { ...each.data, value: words } as ElementData;
    return copy;
  };
  return fill(element) as Element;
}

/** The element without what only one element of a page has, and under the other field's name. */
function bare(element: Element, label = ''): Element {
  const { id: _, name: __, htmlFor: ___, ariaLabelledBy: ____, ...properties } = element.properties;
  for (const [name, value] of Object.entries(properties)) {
    const isLabel =
      typeof value === 'string' && label !== '' && foldLabel(value) === foldLabel(label);
    if (isLabel || (label !== '' && NAMES.has(name))) properties[name] = MORE_LABEL;
  }
  return { ...element, properties };
}

/** Attributes that name a box. */
const NAMES = new Set(['ariaLabel', 'placeholder', 'title']);

function withFlash(inside: readonly ElementContent[]): readonly ElementContent[] {
  return [made('div', { role: 'status', className: ['flash'] }, [text(FLASH)]), ...inside];
}

/** A hidden copy before the page, with other words in it. */
function withHiddenCopy(inside: readonly ElementContent[]): readonly ElementContent[] {
  const other = (each: ElementContent): ElementContent => {
    if (each.type === 'text') return { ...each, value: each.value.replace(/\d/g, '0') };
    if (each.type !== 'element') return each;
    const { value } = each.data ?? {};
    const typed = value === undefined ? {} : { value: value.replace(/\d/g, '0') };
    return {
      ...bare(each),
      data: { ...each.data, ...typed, hidden: true } as ElementData,
      children: each.children.map(other),
    };
  };
  const style = 'display:none';
  const copy = made('div', { style }, inside.map(other));
  return [{ ...copy, data: { hidden: true } as ElementData }, ...inside];
}

/** The page's own content in a tab that is closed, beside one that is open. */
function withOtherTab(inside: readonly ElementContent[]): readonly ElementContent[] {
  const hide = (each: ElementContent): ElementContent =>
    each.type === 'element'
      ? {
          ...each,
          data: { ...each.data, hidden: true } as ElementData,
          children: each.children.map(hide),
        }
      : each;
  const open = made('section', { role: 'tabpanel' }, [
    made('h2', {}, [text('Tasks')]),
    made('p', {}, [text('Ring the school back on Monday.')]),
  ]);
  return [open, made('section', { role: 'tabpanel', hidden: true }, inside.map(hide))];
}

const VOWELS = 'aeiouAEIOU';
const LONGEST_LABEL = 80;

/** The labels and headings of the page in another language. */
function withOtherLabels({ snapshot, reading }: TaughtPage): PageSnapshot {
  const words = new Set(
    [...reading.values.flatMap(({ label, owner }) => [label, ...owner]), ...reading.headings]
      .map((each) => each.trim())
      .filter((each) => each !== '' && each.length <= LONGEST_LABEL),
  );
  const values = new Set(reading.values.map(({ value }) => value.trim()));
  const translate = (each: ElementContent): ElementContent => {
    if (each.type === 'text') {
      const bareText = each.value.trim().replace(/\s*[:：*?]+$/, '');
      const isLabel = words.has(bareText) && !values.has(bareText);
      return isLabel ? { ...each, value: each.value.replace(/[a-z]/gi, shifted) } : each;
    }
    if (each.type !== 'element') return each;
    const { ariaLabel, placeholder, ...properties } = each.properties;
    return {
      ...each,
      properties: {
        ...properties,
        ...translated({ ariaLabel, placeholder }),
      },
      children: each.children.map(translate),
    };
  };
  return {
    ...snapshot,
    frames: snapshot.frames.map((frame) => ({
      ...frame,
      tree: { ...frame.tree, children: (frame.tree.children as ElementContent[]).map(translate) },
    })),
  };
}

function translated(properties: Element['properties']): Element['properties'] {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replace(/[a-z]/gi, shifted)]] : [],
    ),
  );
}

/** Another letter of its kind, so that a word stays a word and is none that is known. */
function shifted(letter: string): string {
  const at = VOWELS.indexOf(letter);
  if (at >= 0) return VOWELS[at % 5 === 4 ? at - 4 : at + 1] ?? letter;
  const code = letter.charCodeAt(0) + 1;
  const next = String.fromCharCode(code);
  return /[a-z]/i.test(next) && !VOWELS.includes(next) ? next : letter;
}

function inBodies(
  snapshot: PageSnapshot,
  change: (inside: readonly ElementContent[]) => readonly ElementContent[],
): PageSnapshot {
  const visit = <P extends Parent>(parent: P): P => ({
    ...parent,
    children: (parent.children as ElementContent[]).map((child): ElementContent => {
      if (child.type !== 'element') return child;
      return child.tagName === 'body'
        ? { ...child, children: [...change(child.children)] }
        : visit(child);
    }),
  });
  return {
    ...snapshot,
    frames: snapshot.frames.map((frame) => ({ ...frame, tree: visit(frame.tree) })),
  };
}

function copied<T>(tree: T): T {
  return JSON.parse(JSON.stringify(tree)) as T;
}

function made(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

function text(value: string): Text {
  return { type: 'text', value };
}
