/** The place of a frame among the frames of the page, found from inside it; works for all origins. */
import { addressOf, originOf } from './address.js';
import { type ChildFrame, DEEPEST_FRAME } from './frame-head.js';
import { attributeOf, rectOf, windowIn } from './native.js';

/** More frames than this on one level are not counted. */
const FRAME_BOUND = 1_000;

/** True if a frame is below the deepest level that is read; the frame around it lists it as not read. */
export function isTooDeep(from: Window = window): boolean {
  let at = from;
  for (let level = 0; level <= DEEPEST_FRAME; level += 1) {
    if (at === at.parent) return false;
    at = at.parent;
  }
  return true;
}

/** Index at each level from the page down; -1 for a frame in a shadow tree, which its parent does not count. */
export function framePath(from: Window = window): number[] {
  const path: number[] = [];
  for (let at = from; at !== at.parent && path.length < DEEPEST_FRAME; at = at.parent)
    path.unshift(indexIn(at.parent, at));
  return path;
}

function indexIn(parent: Window, child: Window): number {
  const count = Math.min(parent.length, FRAME_BOUND);
  for (let index = 0; index < count; index += 1) if (parent[index] === child) return index;
  return -1;
}

/** The frames met on a walk, in order. */
export class FrameList {
  readonly children: ChildFrame[] = [];
  #inShadow = 0;

  /** Notes a frame element; gives the index of the frame in it, or undefined when there is none. */
  add(element: Element, seen: boolean): number | undefined {
    const held = windowIn(element);
    if (!held) return undefined;
    const counted = indexIn(window, held);
    const index = counted >= 0 ? counted : window.length + this.#inShadow;
    if (counted < 0) this.#inShadow += 1;
    const { width, height } = rectOf(element);
    // A frame that the officer could not see is not missed when it does not answer.
    if (seen && width > 1 && height > 1)
      this.children.push({
        index,
        ...whereOf(element, held),
        ...(counted < 0 ? { shadow: true } : {}),
      });
    return index;
  }
}

function whereOf(element: Element, held: Window): Pick<ChildFrame, 'origin' | 'why'> {
  try {
    // Access throws an exception if the origins differ.
    return { origin: originOf(addressOf(held.location.href)), why: 'no-answer' };
  } catch {
    const src = attributeOf(element, 'src') ?? attributeOf(element, 'data') ?? 'about:blank';
    const origin = originOf(
      URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href : src,
    );
    return { origin, why: origin === location.origin ? 'no-answer' : 'other-origin' };
  }
}
