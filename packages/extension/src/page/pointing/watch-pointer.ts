/**
 * Left in the isolated world of each frame while an officer teaches: remembers the element that the pointer was on
 * last, or that had the focus. It listens before the page does, lets every event pass unchanged, and reads nothing
 * until it is asked.
 */
import { childrenIn, type ShadowRootOf, shadowOf, shadowReader, tagOf } from '../child-node.js';
import { framePath } from '../frame-place.js';
import { isConnected, nodeTypeOf, shownTextOf } from '../native.js';
import { holderOf, placeOf } from '../place-of.js';
import { isWithheld } from '../withheld.js';

/** The element that was pointed at. */
export interface PointedAt {
  readonly frame: readonly number[];
  /** Milliseconds since 1970, to find the frame that was pointed in last. */
  readonly at: number;
  /** True if it is no longer on the page. */
  readonly isGone: boolean;
  /** True for a password, a one-time code, a file: never read, and so never taught. */
  readonly isWithheld: boolean;
  /** Its place as readings write it, then those of the elements around it, the nearest first. */
  readonly around: readonly string[];
  /** Places of the elements inside it. */
  readonly inside: readonly string[];
  /** Its place counted from the root. */
  readonly path: string;
  /** The text it shows; empty for a box, and for text longer than a value. */
  readonly text: string;
}

export interface PointerWatch {
  start(): void;
  /** Undefined while nothing was pointed at in this frame. */
  pointed(): PointedAt | undefined;
  stop(): void;
}

const MOST_AROUND = 12;
const MOST_INSIDE = 60;
const LONGEST = 2_000;
const LISTEN: AddEventListenerOptions = { capture: true, passive: true };

export function watchPointer(shadowRootOf: ShadowRootOf = shadowReader()): PointerWatch {
  let last: { readonly element: Element; readonly at: number } | undefined;
  const note = (element: Element | undefined, event: Event): void => {
    // A page can dispatch its own events.
    if (!event.isTrusted) return;
    // A frame has its own watch, which knows better.
    if (!element || /^(?:i?frame|html|body)$/.test(tagOf(element))) last = undefined;
    else last = { element, at: performance.timeOrigin + event.timeStamp };
  };
  const moved = (event: Event): void => {
    const { clientX, clientY, target } = event as PointerEvent;
    note(target instanceof Element ? under(target, clientX, clientY) : undefined, event);
  };
  const focused = (event: Event): void => {
    if (event.target instanceof Element) note(withFocus(event.target), event);
  };
  /** Looks inside shadow trees, which hide the element that was pointed at. */
  const under = (target: Element, x: number, y: number): Element => {
    let at = target;
    for (let root = shadowOf(at, shadowRootOf); root; root = shadowOf(at, shadowRootOf)) {
      const inner = root.elementFromPoint(x, y);
      if (!inner || inner === at) break;
      at = inner;
    }
    return at;
  };
  const withFocus = (target: Element): Element => {
    let at = target;
    for (let root = shadowOf(at, shadowRootOf); root?.activeElement; ) {
      at = root.activeElement;
      root = shadowOf(at, shadowRootOf);
    }
    return at;
  };
  return {
    start() {
      addEventListener('pointerover', moved, LISTEN);
      addEventListener('focusin', focused, LISTEN);
    },
    pointed() {
      const focus = document.hasFocus() ? document.activeElement : null;
      if (!last && focus && !/^(?:i?frame|html|body)$/.test(tagOf(focus)))
        last = { element: withFocus(focus), at: 1 };
      return last && described(last.element, last.at, shadowRootOf);
    },
    stop() {
      removeEventListener('pointerover', moved, LISTEN);
      removeEventListener('focusin', focused, LISTEN);
      last = undefined;
    },
  };
}

function described(element: Element, at: number, shadowRootOf: ShadowRootOf): PointedAt {
  const tag = tagOf(element);
  const isSecret = isWithheld(element, tag);
  const around: string[] = [];
  for (
    let each: Element | undefined = element;
    each && around.length < MOST_AROUND;
    each = holderOf(each)
  )
    around.push(placeOf(each, shadowRootOf));
  const isBox = /^(?:input|select|textarea|button)$/.test(tag);
  const shown =
    isBox || isSecret || !(element instanceof HTMLElement) ? '' : shownTextOf(element).trim();
  return {
    frame: framePath(),
    at,
    isGone: !isConnected(element),
    isWithheld: isSecret,
    around,
    inside: insideOf(element, shadowRootOf).map((each) => placeOf(each, shadowRootOf)),
    path: placeOf(element, shadowRootOf, false),
    text: shown.length > LONGEST ? '' : shown,
  };
}

function insideOf(element: Element, shadowRootOf: ShadowRootOf): readonly Element[] {
  const found: Element[] = [];
  const waiting: Element[] = [element];
  for (let at = waiting.shift(); at && found.length < MOST_INSIDE; at = waiting.shift())
    for (const node of childrenIn(at, shadowRootOf))
      if (nodeTypeOf(node) === Node.ELEMENT_NODE && found.length < MOST_INSIDE) {
        found.push(node as Element);
        waiting.push(node as Element);
      }
  return found;
}

declare global {
  var __cpWatch: PointerWatch | undefined;
}

/** Installed for each teaching: an earlier watch is removed first. */
export function installWatch(shadowRootOf?: ShadowRootOf): void {
  globalThis.__cpWatch?.stop();
  globalThis.__cpWatch = watchPointer(shadowRootOf);
  globalThis.__cpWatch.start();
}
