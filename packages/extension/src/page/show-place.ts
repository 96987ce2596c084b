/** Runs in the page: marks the place of a value with the browser's own highlights. Adds nothing to the page. */
import { type ShadowRootOf, shadowReader, tagOf } from './child-node.js';
import { findPlace } from './find-place.js';
import { framePath } from './frame-place.js';
import {
  firstChildOf,
  newRange,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  scrollTo,
  textOf,
} from './native.js';

/** Our only highlight; its colours come with `insertCSS`. */
export const HIGHLIGHT = 'cp-value';

/** Most texts searched for the exact value before the whole element is marked instead. */
const TEXT_BOUND = 2_000;

export interface PlaceToShow {
  readonly frame: readonly number[];
  readonly selector: string;
  readonly verbatim: string;
}

/** `outline` is the CSS selector of a control, whose text no highlight reaches; absent inside a shadow tree. */
export type Shown = { readonly shown: boolean; readonly outline?: string };

export function showPlace(
  place: PlaceToShow,
  scroll: boolean,
  shadowRootOf: ShadowRootOf = shadowReader(),
): Shown {
  CSS.highlights.delete(HIGHLIGHT);
  if (framePath().join() !== place.frame.join()) return { shown: false };
  const element = findPlace(place.selector, shadowRootOf);
  if (!element) return { shown: false };
  CSS.highlights.set(HIGHLIGHT, new Highlight(rangeOf(element, place.verbatim)));
  if (scroll) scrollTo(element, { block: 'center', inline: 'nearest' });
  const outline = /^(?:input|select|textarea|button)$/.test(tagOf(element))
    ? cssPath(element)
    : undefined;
  return { shown: true, ...(outline === undefined ? {} : { outline }) };
}

export function clearPlace(): void {
  CSS.highlights.delete(HIGHLIGHT);
}

/** The range of the value alone if its text is found, otherwise of the element's whole text. */
function rangeOf(element: Element, verbatim: string): Range {
  const range = newRange(document);
  range.selectNodeContents(element);
  const wanted = verbatim.trim();
  if (wanted === '') return range;
  const texts = textsIn(element);
  const all = texts.map(textOf).join('');
  const from = all.indexOf(wanted);
  if (from < 0) return range;
  const start = pointAt(texts, from);
  const end = pointAt(texts, from + wanted.length);
  if (start && end) {
    range.setStart(...start);
    range.setEnd(...end);
  }
  return range;
}

function textsIn(element: Element): Text[] {
  const texts: Text[] = [];
  let node: Node | null = firstChildOf(element);
  while (node && texts.length < TEXT_BOUND) {
    if (nodeTypeOf(node) === Node.TEXT_NODE) texts.push(node as Text);
    let next = firstChildOf(node);
    for (let up: Node | null = node; !next && up && up !== element; up = parentOf(up))
      next = nextSiblingOf(up);
    node = next;
  }
  return texts;
}

function pointAt(texts: readonly Text[], offset: number): [Text, number] | undefined {
  let left = offset;
  for (const text of texts) {
    const { length } = textOf(text);
    if (left <= length) return [text, left];
    left -= length;
  }
  return undefined;
}

/**
 * The CSS path from the root by the page's own tree; undefined inside a shadow tree, where our style does not apply.
 */
function cssPath(element: Element): string | undefined {
  const steps: string[] = [];
  for (let at: Node = element; ; ) {
    const parent = parentOf(at);
    if (!parent) return undefined;
    const tag = tagOf(at as Element);
    if (nodeTypeOf(parent) === Node.DOCUMENT_NODE) return [':root', ...steps].join(' > ');
    let nth = 0;
    for (let node = firstChildOf(parent); node; node = nextSiblingOf(node)) {
      if (nodeTypeOf(node) === Node.ELEMENT_NODE && tagOf(node as Element) === tag) nth += 1;
      if (node === at) break;
    }
    steps.unshift(`${CSS.escape(tag)}:nth-of-type(${nth})`);
    at = parent;
  }
}
