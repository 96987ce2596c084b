/** The peers, as one script that is injected into a page or a frame: each gives labels and values, and its time. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { pairsInLines, pairsInMarkdown, type TextPair } from '../pairs-in-text.ts';
import { markdownOf } from './markdown.ts';

export const PEERS = {
  readabilityTurndown: () => {
    const article = new Readability(document.cloneNode(true) as Document).parse();
    return pairsInMarkdown(article?.content ? markdownOf(article.content) : '');
  },
  defuddle: () =>
    pairsInMarkdown(markdownOf(new Defuddle(document, { url: document.URL }).parse().content)),
  innerText: () => pairsInLines(document.body?.innerText ?? ''),
  walker: walk,
} as const satisfies Readonly<Record<string, () => TextPair[]>>;
export type PeerName = keyof typeof PEERS;

export interface PeerAnswer {
  readonly pairs: readonly TextPair[];
  readonly ms: number;
}

/** A peer's result for this document; empty if it fails. */
export function answer(name: PeerName): PeerAnswer {
  const begun = performance.now();
  let pairs: TextPair[] = [];
  try {
    pairs = PEERS[name]();
  } catch {
    // A peer may be made for pages of another kind, and fail here.
  }
  return { pairs, ms: performance.now() - begun };
}

/** Milliseconds that the browser itself needs to walk every element and text of this document. */
export function machineWalk(): { readonly nodeCount: number; readonly ms: number } {
  const begun = performance.now();
  const walker = document.createTreeWalker(
    document,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  let nodeCount = 0;
  while (walker.nextNode()) nodeCount += 1;
  return { nodeCount, ms: performance.now() - begun };
}

/** `dt` with its `dd`s, `th` with the `td`s next to it, `label` with its control, by reference or inside it. */
function walk(): TextPair[] {
  const pairs: TextPair[] = [];
  const add = (label: Element, value: string): void => {
    const pair = { label: textOf(label), value: value.trim() };
    if (pair.label !== '' && pair.value !== '') pairs.push(pair);
  };
  for (const term of document.querySelectorAll('dt'))
    for (let at = term.nextElementSibling; at?.localName === 'dd'; at = at.nextElementSibling)
      add(term, valueIn(at));
  for (const head of document.querySelectorAll('th'))
    for (let at = head.nextElementSibling; at?.localName === 'td'; at = at.nextElementSibling)
      add(head, valueIn(at));
  for (const label of document.querySelectorAll('label'))
    if (label.control) add(label, valueIn(label.control));
  return pairs;
}

function textOf(element: Element): string {
  return ((element as HTMLElement).innerText ?? element.textContent ?? '').trim();
}

/** The value of a control; of a container the values of its controls; of anything else its text. */
function valueIn(element: Element): string {
  if (element instanceof HTMLSelectElement)
    return [...element.selectedOptions].map(({ text }) => text).join('\n');
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLInputElement) {
    const isChoice = element.type === 'checkbox' || element.type === 'radio';
    return isChoice && !element.checked ? '' : element.value;
  }
  const controls = [...element.querySelectorAll('input:not([type="hidden"]), select, textarea')];
  return controls.length === 0 ? textOf(element) : controls.map(valueIn).join('\n');
}
