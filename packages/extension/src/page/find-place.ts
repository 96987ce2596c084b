/** Finds an element again from the place that a reading gave it, through shadow roots and slots. */
import { childrenIn, type ShadowRootOf, shadowOf, tagOf } from './child-node.js';
import { findBelow, findIn, findInShadow, nodeTypeOf } from './native.js';

/** One step of the selectors that readings write. */
const STEP =
  /^(#[A-Za-z][\w-]*|[a-z][^\s>:[\]]*\[name="(?:\\.|[^"\\])*"\]|([a-z][^\s>:[\]]*):nth-of-type\((\d+)\))(?:( >>> | > )|$)/;

/** Undefined when the page has changed and the place is gone. */
export function findPlace(selector: string, shadowRootOf: ShadowRootOf): Element | undefined {
  if (selector === ':root') return findIn(document, 'html') ?? undefined;
  return bySteps(selector, shadowRootOf) ?? byParts(selector, shadowRootOf);
}

/**
 * A reading counts children as they stand on the screen, slotted content in its slot, which no query of the browser's
 * own does: so its steps are followed one by one.
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

/** In the shadow tree, or slotted into it from the host's own children. */
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
