/**
 * Text that has a place on the page but cannot be seen: without colour, in the colour behind it, too small, cut away,
 * or moved out of its box. Uncertain cases, such as text over a picture, count as seen. Covered text is for `covered`:
 * this only gathers, as the styles are read anyway, the boxes that may be laid over it.
 */
import { rectOf } from './native.js';
import { isDotted } from './withheld.js';

/** The effect of the elements around a text on it. */
interface Ground {
  /** The colour behind, as the browser writes it; undefined if a picture or a lower layer may be behind. */
  readonly colour: string | undefined;
  readonly isCutAway: boolean;
  /**
   * In a box out of the flow without a colour up to here, as around menus: a box inside that adds a colour may cover
   * others.
   */
  readonly isLifted: boolean;
}

export interface Paint {
  readonly isUnseen: boolean;
  /** Each letter is a dot: the text stays in the page. */
  readonly isDotted: boolean;
}

/** CSS pixels. Text that starts further than this before its box is outside it. */
const FURTHEST = 500;
/** CSS pixels. Smaller letters are unreadable. */
const SMALLEST = 2;
/** Points of the window that one walk hit-tests: the cost of each rises with the size of the page. */
const MOST_POINTS = 20;
/** Colours whose parts differ by no more than this count as equal. */
const NEAREST = 6;
/** Most boxes gathered that may be laid over others. */
const MOST_LAID = 300;
const PICTURES = /^(?:img|picture|video|canvas|svg|object|embed|iframe)$/i;

/** The grounds met so far in one walk. */
export class Paints {
  /** Elements with an opaque colour that are out of the flow, or that give an element out of it its colour. */
  readonly laid = new Set<Element>();
  readonly #grounds = new WeakMap<Element, Ground>();
  #pointsAsked = 0;

  /** @param around - the ancestors of `element`, outermost first */
  of(element: Element, around: readonly Element[]): Paint {
    const ground = this.#groundOf(element, around, around.length);
    const style = getComputedStyle(element);
    const isUnseen =
      ground.isCutAway || isFaint(style, ground.colour, () => this.#isOverPicture(element));
    return { isUnseen, isDotted: isDotted(element) };
  }

  /** Looks at an element without its own text, which may cover others. */
  meet(element: Element, around: readonly Element[]): void {
    this.#groundOf(element, around, around.length);
  }

  #lay(element: Element): void {
    if (this.laid.size < MOST_LAID) this.laid.add(element);
  }

  /** Anything over the limit is not tested and counts as seen. */
  #isOverPicture(element: Element): boolean {
    this.#pointsAsked += 1;
    return this.#pointsAsked > MOST_POINTS || isOverPicture(element);
  }

  #groundOf(element: Element, around: readonly Element[], depth: number): Ground {
    const known = this.#grounds.get(element);
    if (known) return known;
    const outer = around[depth - 1];
    const behind = outer ? this.#groundOf(outer, around, depth - 1) : canvas();
    const style = getComputedStyle(element);
    // Each property costs time: these are read once.
    const { backgroundColor, position } = style;
    const isOpaque = backgroundColor.startsWith('rgb(');
    const isInLifted = position === 'static' && behind.isLifted;
    const ground: Ground = {
      isLifted: !isOpaque && (isInLifted || lifts(position, style)),
      colour: groundColour(style, behind.colour, backgroundColor, position),
      isCutAway: behind.isCutAway || cutsAway(style, position),
    };
    this.#grounds.set(element, ground);
    if (isOpaque && (isInLifted || /^(?:absolute|relative)$/.test(position))) this.#lay(element);
    return ground;
  }
}

/** The canvas of the document. In a frame, the page around it may show through. */
function canvas(): Ground {
  const isPlain = window === window.top && !matchMedia('(prefers-color-scheme: dark)').matches;
  return { colour: isPlain ? 'rgb(255, 255, 255)' : undefined, isCutAway: false, isLifted: false };
}

function groundColour(
  style: CSSStyleDeclaration,
  behind: string | undefined,
  colour = style.backgroundColor,
  position = style.position,
): string | undefined {
  if (style.backgroundImage !== 'none' && style.backgroundImage !== '') return undefined;
  const parts = partsOf(colour);
  if (parts?.[3] === 1) return colour;
  // A transparent box out of the flow may be over any other part of the page, so its ground is unknown.
  return parts?.[3] === 0 && !/absolute|fixed/.test(position) ? behind : undefined;
}

/** Most boxes that are `relative` are so only to let others be placed against them. */
function lifts(position: string, style: CSSStyleDeclaration): boolean {
  return position === 'absolute' || (position === 'relative' && style.zIndex !== 'auto');
}

function cutsAway(style: CSSStyleDeclaration, position: string): boolean {
  if (/^(?:inset\((?:100|[5-9]\d)(?:\.\d+)?%\)|circle\(0)/.test(style.clipPath)) return true;
  if (!/absolute|fixed/.test(position)) return false;
  const [top, right, bottom, left] = (/^rect\(([^)]+)\)/.exec(style.clip)?.[1] ?? '')
    .split(/[\s,]+/)
    .map(Number.parseFloat);
  return (
    (bottom !== undefined && top !== undefined && bottom - top <= 1) ||
    (right !== undefined && left !== undefined && right - left <= 1)
  );
}

function isFaint(
  style: CSSStyleDeclaration,
  ground: string | undefined,
  isOverPicture: () => boolean,
): boolean {
  if (Number.parseFloat(style.fontSize) < SMALLEST) return true;
  if (Number.parseFloat(style.textIndent) <= -FURTHEST) return true;
  // Letters cut out of a gradient, or drawn by their shadow, are visible.
  if (style.textShadow !== 'none' && style.textShadow !== '') return false;
  if (style.getPropertyValue('-webkit-background-clip') === 'text') return false;
  const ink = partsOf(style.getPropertyValue('-webkit-text-fill-color') || style.color);
  if (!ink) return false;
  if (ink[3] === 0) return true;
  const behind = ground === undefined ? undefined : partsOf(ground);
  return (
    behind !== undefined &&
    [0, 1, 2].every((at) => Math.abs((ink[at] ?? 0) - (behind[at] ?? 0)) <= NEAREST) &&
    !isOverPicture()
  );
}

/** Red, green and blue up to 255 and the opacity up to 1; undefined for a colour of another notation. */
function partsOf(colour: string): readonly number[] | undefined {
  if (colour === 'transparent') return [0, 0, 0, 0];
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number.parseFloat);
  return parts && parts.length >= 3 ? [...parts.slice(0, 3), parts[3] ?? 1] : undefined;
}

/** White letters on a photograph that is not one of their ancestors in the page. */
function isOverPicture(element: Element): boolean {
  const { x, y } = middleOf(element);
  return document
    .elementsFromPoint(x, y)
    .some(
      (below) =>
        !below.contains(element) &&
        !element.contains(below) &&
        (PICTURES.test(below.localName) ||
          groundColour(getComputedStyle(below), 'none') !== 'none'),
    );
}

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { x, y, width, height } = rectOf(element);
  return { x: x + width / 2, y: y + height / 2 };
}
