/** What the element shows that an adapter points at: what is typed or chosen in it, or its text. */
import type { Element } from 'hast';
import { attribute } from '../../page/tree/attribute.js';
import { isWithheld } from '../../page/tree/withheld.js';

/** A tick says that something holds, and not what: its label is what an adapter means. */
const NO_TEXT = /^(?:checkbox|radio|submit|button|reset|image)$/i;

/** `''` for what is never read, and for what holds nothing. */
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
