/** The texts inside a node, as far as they are few and short: what is longer is no label and no value in pieces. */
import type { Element, ElementContent, Root, Text } from 'hast';

/** Pieces that one short text is put together from. */
const MOST_PIECES = 60;

/** @returns none where they come to more letters than that: then no more of them is looked at */
export function shortTexts(node: Root | Element, most: number): readonly Text[] {
  const texts: Text[] = [];
  let size = 0;
  const stack: (Root['children'][number] | ElementContent)[] = [...node.children].reverse();
  for (let child = stack.pop(); child; child = stack.pop()) {
    if (child.type === 'text') {
      size += child.value.trim().length;
      texts.push(child);
    }
    if (child.type === 'element') stack.push(...[...child.children].reverse());
    if (size > most || texts.length + stack.length > MOST_PIECES) return [];
  }
  return texts;
}
