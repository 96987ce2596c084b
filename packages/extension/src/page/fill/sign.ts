/** The words that identify a control, to distinguish it from another one in its place. */
import { tagOf } from '../child-node.js';
import {
  attributeOf,
  findIn,
  firstChildOf,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  textOf,
} from '../native.js';
import {
  contentOf,
  labelsOfArea,
  labelsOfInput,
  labelsOfSelect,
  lastChildOf,
  previousSiblingOf,
  rootOf,
} from './native-control.js';

/** Most characters of each part: those of a label, not of a page. */
const BOUND = 200;
/** Most nodes searched for the words before a control without a label. */
const STEPS = 400;
/** Elements that contain typed or chosen text, or no words at all. */
const UNREAD = /^(?:button|input|script|select|style|textarea)$/;

export function signOf(element: Element): string {
  const labels = Array.from(labelsOf(element), (label) => wordsOf(label));
  const said = [
    ...labels,
    attributeOf(element, 'aria-label') ?? '',
    ...labelledBy(element),
    attributeOf(element, 'placeholder') ?? '',
    attributeOf(element, 'title') ?? '',
    // The value distinguishes boxes of one group and options of one question.
    /^(?:radio|checkbox)$/i.test(attributeOf(element, 'type') ?? '')
      ? (attributeOf(element, 'value') ?? '')
      : '',
  ].map(tidied);
  return [...said, said.some((part) => part !== '') ? '' : tidied(wordsBefore(element))].join('\n');
}

export function labelsOf(element: Element): Iterable<Element> {
  const tag = tagOf(element);
  if (tag === 'input') return labelsOfInput(element as HTMLInputElement) ?? [];
  if (tag === 'textarea') return labelsOfArea(element as HTMLTextAreaElement) ?? [];
  return tag === 'select' ? (labelsOfSelect(element as HTMLSelectElement) ?? []) : [];
}

/** The label's own texts only: a label around its control also contains the typed text, and the options of a list. */
function wordsOf(label: Element): string {
  let words = '';
  for (let node: Node | null = firstChildOf(label); node; node = nextSiblingOf(node)) {
    if (nodeTypeOf(node) === Node.TEXT_NODE) words += textOf(node as Text);
    else if (nodeTypeOf(node) === Node.ELEMENT_NODE && !UNREAD.test(tagOf(node as Element)))
      words += ` ${wordsOf(node as Element)} `;
  }
  return words;
}

function labelledBy(element: Element): string[] {
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  return ids.map((id) => {
    const named =
      root instanceof ShadowRoot ? root.getElementById(id) : findIn(document, `#${CSS.escape(id)}`);
    return named ? (contentOf(named) ?? '') : '';
  });
}

/** The nearest text before it, as in a table of cells without labels. */
function wordsBefore(element: Element): string {
  let at: Node | null = element;
  for (let step = 0; at && step < STEPS; step += 1) {
    at = before(at);
    if (at && nodeTypeOf(at) === Node.TEXT_NODE) {
      const words = tidied(textOf(at as Text));
      if (words !== '') return words;
    }
  }
  return '';
}

/** The node before it in the order of the document. */
function before(node: Node): Node | null {
  const sibling = previousSiblingOf(node);
  if (!sibling) return parentOf(node);
  let at: Node = sibling;
  for (let last = insideOf(at); last; last = insideOf(at)) at = last;
  return at;
}

function insideOf(node: Node): Node | null {
  const isElement = nodeTypeOf(node) === Node.ELEMENT_NODE;
  return isElement && !UNREAD.test(tagOf(node as Element)) ? lastChildOf(node) : null;
}

function tidied(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, BOUND);
}
