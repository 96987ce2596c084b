/** Visible content of the element an adapter points at: its typed or chosen text, or its own. */
import type { Element } from 'hast';
import { attribute } from '../../page/tree/attribute.js';
import { isWithheld } from '../../page/tree/withheld.js';

/** Inputs without a text of their own: a tick says that something is true, and its label says what. */
const NO_TEXT = /^(?:checkbox|radio|submit|button|reset|image)$/i;

/** The visible text; `''` for elements that are never read, and for empty ones. */
export function shownText(element: Element): string {
  if (isWithheld(element)) return '';
  const { tagName, data } = element;
  if (tagName === 'input' && NO_TEXT.test(attribute(element, 'type') ?? '')) return '';
  const typed = data?.value ?? (tagName === 'input' ? attribute(element, 'value') : undefined);
  if (typed !== undefined) return typed.trim();
  const chosen = tagName === 'select' ? selectedIn(element) : [element];
  return chosen.map(textOf).join('\n');
}

function selectedIn(list: Element): readonly Element[] {
  return list.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'option') return selectedIn(child);
    return attribute(child, 'selected') === undefined ? [] : [child];
  });
}

function textOf(element: Element): string {
  const pieces: string[] = [];
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (child.type === 'text') pieces.push(child.value.replace(/\s+/g, ' '));
      else if (child.type === 'element' && child.data?.hidden !== true) {
        if (child.tagName === 'br') pieces.push('\n');
        else walk(child);
      }
    }
  };
  walk(element);
  return pieces
    .join('')
    .replace(/ *\n */g, '\n')
    .trim();
}
