/** An editable region of plain paragraphs: read as lines, typed into like a person. */
import { tagOf } from '../child-node.js';
import {
  attributeNamesOf,
  attributeOf,
  firstChildOf,
  nextSiblingOf,
  nodeTypeOf,
  textOf,
} from '../native.js';
import { activeIn, activeInShadow, command, focus, rootOf } from './native-control.js';

const BLOCKS: ReadonlySet<string> = new Set(['body', 'div', 'p']);
/** Characters that editors insert to keep an empty line open. */
const FILLERS = /[\u200b\u2060\ufeff]/g;
const DEEPEST = 12;

/** Its lines, as far as it consists of paragraphs: a block is a line, and so is each stretch between breaks. */
export function linesOf(block: Element, depth = 0): readonly string[] {
  const lines: string[] = [];
  let run: string[] | undefined;
  const close = (): void => {
    // A break at the end of a block only keeps its last line open.
    if (run && run.length > 1 && run.at(-1) === '') run.pop();
    lines.push(...(run ?? []));
    run = undefined;
  };
  const walk = (parent: Element, level: number): void => {
    for (let node = firstChildOf(parent); node; node = nextSiblingOf(node)) {
      if (nodeTypeOf(node) === Node.TEXT_NODE) {
        const raw = textOf(node as Text);
        // Between blocks, the white space of the markup is not a line.
        if (!run && /^[ \t\r\n]*\n[ \t\r\n]*$/.test(raw)) continue;
        run ??= [''];
        run.push(`${run.pop() ?? ''}${raw.replace(FILLERS, '').replace(/[\n\u00a0]/g, ' ')}`);
      } else if (nodeTypeOf(node) === Node.ELEMENT_NODE && level < DEEPEST) {
        const element = node as Element;
        const tag = tagOf(element);
        if (tag === 'br') {
          run ??= [''];
          run.push('');
        } else if (BLOCKS.has(tag)) {
          close();
          const inner = linesOf(element, level + 1);
          lines.push(...(inner.length > 0 ? inner : ['']));
        } else walk(element, level + 1);
      }
    }
  };
  walk(block, depth);
  close();
  return lines;
}

/**
 * True if it contains only paragraphs and text, down to a bound. Other content could not be restored, so such a region
 * is not typed over.
 */
export function isPlain(region: Element, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  for (let node = firstChildOf(region); node; node = nextSiblingOf(node)) {
    if (nodeTypeOf(node) !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const tag = tagOf(element);
    if (tag === 'br') continue;
    const isBare =
      tag === 'span' && !attributeNamesOf(element).some((name) => /^(?:class|style)$/.test(name));
    if (!isBare && tag !== 'div' && tag !== 'p') return false;
    if (attributeOf(element, 'contenteditable') === 'false') return false;
    if (!isPlain(element, depth + 1)) return false;
  }
  return true;
}

/**
 * Types like a person: selects everything, types line after line, with Enter between. Editors with their own model
 * receive the same events as from typing.
 *
 * @returns false if the region does not take the focus, and nothing was done
 */
export function typeIntoRegion(region: HTMLElement, text: string): boolean {
  focus(region, { preventScroll: true });
  const root = rootOf(region);
  const active = root instanceof ShadowRoot ? activeInShadow(root) : activeIn(document);
  if (active !== region) return false;
  // Selects without the `selectAll` command, which may select nothing in a region that already had the focus.
  getSelection()?.selectAllChildren(region);
  const lines = text.split(/\r\n?|\n/);
  // Typing replaces the selection; an empty first line would leave it.
  if (lines[0] === '') command(document, 'delete');
  for (const [at, line] of lines.entries()) {
    if (at > 0) command(document, 'insertParagraph');
    if (line !== '') command(document, 'insertText', false, line);
  }
  getSelection()?.removeAllRanges();
  return true;
}
