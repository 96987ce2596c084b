/** Finds an element again by the place in a reading, through shadow roots and slots. */
import { childrenIn, type ShadowRootOf, shadowOf, tagOf } from './child-node.js';
import { findBelow, findIn, findInShadow, nodeTypeOf } from './native.js';

/** One step of a reading's selectors. */
const STEP =
  /^(#[A-Za-z][\w-]*|[a-z][^\s>:[\]]*\[name="(?:\\.|[^"\\])*"\]|([a-z][^\s>:[\]]*):nth-of-type\((\d+)\))(?:( >>> | > )|$)/;

/** Undefined when the page has changed and the place is gone. */
export function findPlace(selector: string, shadowRootOf: ShadowRootOf): Element | undefined {
  if (selector === ':root') return findIn(document, 'html') ?? undefined;
  return bySteps(selector, shadowRootOf) ?? byParts(selector, shadowRootOf);
}

/**
 * Follows the steps of a place one by one: a reading counts children as on the screen, with slotted content in its
 * slot, which no browser query does.
 */
function bySteps(selector: string, shadowRootOf: ShadowRootOf): Element | undefined {
  let at: Element | undefined;
  let crosses = false;
  for (let rest = selector; rest !== ''; ) {
    const step = STEP.exec(rest);
    if (!step) return undefined;
    const [whole, css = '', tag, nth, joint] = step;
    const scope = crosses && at ? rootOf(at, shadowRootOf) : undefined;
    if (crosses && !scope) return undefined;
    if (tag !== undefined) at = nthOfType(at, tag, Number(nth), shadowRootOf);
    else at = (scope ? within(scope, css) : findIn(document, css)) ?? undefined;
    if (!at) return undefined;
    crosses = joint === ' >>> ';
    rest = rest.slice(whole.length);
  }
  return at;
}

/** An adapter's selector is any CSS, with ` >>> ` between trees. */
function byParts(selector: string, shadowRootOf: ShadowRootOf): Element | undefined {
  let scope: Document | ShadowRoot = document;
  let at: Element | null = null;
  for (const part of selector.split('>>>')) {
    if (at) {
      const root = rootOf(at, shadowRootOf);
      if (!root) return undefined;
      scope = root;
    }
    try {
      at = scope === document ? findIn(document, part) : within(scope as ShadowRoot, part);
    } catch {
      return undefined;
    }
    if (!at) return undefined;
  }
  return at ?? undefined;
}

/** Searches the shadow tree, and the host's own children slotted into it. */
function within(root: ShadowRoot, css: string): Element | null {
  return findInShadow(root, css) ?? findBelow(root.host, css);
}

function rootOf(host: Element, shadowRootOf: ShadowRootOf): ShadowRoot | undefined {
  return shadowOf(host, shadowRootOf) ?? undefined;
}

function nthOfType(
  parent: Element | undefined,
  tag: string,
  nth: number,
  shadowRootOf: ShadowRootOf,
): Element | undefined {
  if (!parent) return nth === 1 ? (findIn(document, `${tag}:root`) ?? undefined) : undefined;
  let count = 0;
  for (const node of childrenIn(parent, shadowRootOf)) {
    if (nodeTypeOf(node) !== Node.ELEMENT_NODE || tagOf(node as Element) !== tag) continue;
    count += 1;
    if (count === nth) return node as Element;
  }
  return undefined;
}
