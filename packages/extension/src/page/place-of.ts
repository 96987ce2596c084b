/**
 * The place of an element in the form that readings use, computed on the live page: for a value that was read, the same
 * text.
 */
import { isPassingName, quotedName } from '@cyber-prevent/core/page';
import { childrenIn, mayHost, type ShadowRootOf, shadowOf, tagOf } from './child-node.js';
import { attributeOf, findAllIn, nodeTypeOf, parentOf, slotOf } from './native.js';

const DEEPEST = 400;

/** The element around it on the screen, through slots and shadow roots; undefined at the root. */
export function holderOf(element: Element): Element | undefined {
  const slot = slotOf(element);
  if (slot) return slot;
  const parent = parentOf(element);
  if (!parent) return undefined;
  if (nodeTypeOf(parent) === Node.ELEMENT_NODE) return parent as Element;
  return parent instanceof ShadowRoot ? parent.host : undefined;
}

/** @param isShort - with unique ids and names, as in readings; otherwise counted from the root all the way */
export function placeOf(element: Element, shadowRootOf: ShadowRootOf, isShort = true): string {
  const chain: Element[] = [];
  for (let at: Element | undefined = element; at && chain.length < DEEPEST; at = holderOf(at))
    chain.unshift(at);
  let place = '';
  let host = '';
  let isUnderHost = false;
  for (const at of chain) {
    const holder = holderOf(at);
    const short = isShort ? shortcut(at) : undefined;
    if (short !== undefined) place = host === '' ? short : `${host} >>> ${short}`;
    else {
      const own = `${tagOf(at)}:nth-of-type(${nthOfType(at, holder, shadowRootOf)})`;
      place = place === '' ? own : `${place}${isUnderHost ? ' >>> ' : ' > '}${own}`;
    }
    isUnderHost = mayHost(tagOf(at)) && shadowOf(at, shadowRootOf) !== null;
    if (isUnderHost) host = place;
  }
  return place;
}

function nthOfType(
  element: Element,
  holder: Element | undefined,
  shadowRootOf: ShadowRootOf,
): number {
  const tag = tagOf(element);
  let nth = 0;
  for (const node of holder ? childrenIn(holder, shadowRootOf) : []) {
    if (nodeTypeOf(node) === Node.ELEMENT_NODE && tagOf(node as Element) === tag) nth += 1;
    if (node === element) return nth;
  }
  return 1;
}

/** An id, or a control's name, that is unique in its tree. */
function shortcut(element: Element): string | undefined {
  const id = attributeOf(element, 'id');
  if (id && !isPassingName(id) && isOnly(element, `#${id}`)) return `#${id}`;
  const tag = tagOf(element);
  const name = /^(?:input|select|textarea)$/.test(tag) ? attributeOf(element, 'name') : null;
  if (!name || !isOnly(element, `[name="${CSS.escape(name)}"]`)) return undefined;
  return `${tag}[name="${quotedName(name)}"]`;
}

function isOnly(element: Element, css: string): boolean {
  const found = findAllIn(document, css);
  // Elements in a shadow tree are not found from the document.
  return found.length === 0 || (found.length === 1 && found[0] === element);
}
