/** The texts inside a node, if they are few and short: anything longer is neither a label nor a value in pieces. */
import type { Element, ElementContent, Root, Text } from 'hast';

/** Most pieces of one short text. */
const MOST_PIECES = 60;

/** @returns none if they have more letters than `most`: the search then stops */
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
