/**
 * A box laid over others: opaque, out of the flow, and not fixed to the window, since what a fixed box covers can be
 * scrolled out from under it. The rules are those by which a browser paints (CSS 2, appendix E). Where they do not give
 * one answer for certain, nothing is covered.
 */
import type { BoxStyle } from './box-style.js';
import { rectOf, rectsOf } from './native.js';

/** The elements of a walk by their numbers, which are in the order of the walk. */
export interface Walked {
  /** The element that each is in on the screen; -1 for the root. */
  readonly parents: readonly number[];
  styleAt(at: number): BoxStyle;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An element around the cover. */
interface Step {
  /** Its child that the cover is in, or is. */
  readonly child: number;
  /** The lowest level that the cover can have among what is in the element. */
  readonly lowest: number;
  /** The cover may be placed against something further out. */
  readonly escapes: boolean;
}

/** An element beside the cover, seen from the innermost element around both. */
interface Beside {
  readonly around: number;
  /** The child of `around` that it is in, or is; undefined for `around` itself. */
  readonly child: number | undefined;
  /** The highest level that it can have among what is in `around`; settled where something around it has that level for certain. */
  readonly highest: number;
  readonly isSettled: boolean;
  /** It may be placed against something further out than `around`; so may an absolute child of it. */
  readonly escapes: boolean;
  readonly letsEscape: boolean;
}

const BOXES = /^(?:(?:inline-)?(?:block|flex|grid)|flow-root|list-item)$/;
/** Painted in ways of their own. */
const OWN_WAY = /^(?:body|button|fieldset|html|input|meter|progress|select|textarea)$/i;
/** The share of a round corner's radius within which its box is whole: a little over 1 - √½. */
const CORNER = 0.3;
const ROUND = /^(?:|round|superellipse\(1\))$/;

export class Cover {
  /** The number of the box, or of the one out of the flow that it is in: the cover is painted together with that. */
  readonly at: number;
  /** The innermost element that may cut it off, fade it or move it: only what is in there can be covered by it. */
  readonly within: number;
  readonly #box: BoxStyle;
  readonly #walked: Walked;
  readonly #steps: ReadonlyMap<number, Step>;
  readonly #besides = new Map<number, Beside | undefined>();
  readonly #inset: number;

  /** @param box - the number of an element with an opaque colour */
  static of(box: number, walked: Walked): Cover | undefined {
    const own = walked.styleAt(box);
    if (!isOpaque(own) || rectsOf(own.element).length !== 1) return undefined;
    const steps = new Map<number, Step>();
    let at = own.isPositioned ? box : -1;
    let within = -1;
    let lowest = own.isPositioned ? (own.level ?? 0) : Math.min(own.level ?? 0, 0);
    let isAbsolute = own.isAbsolute;
    for (let child = box; ; ) {
      const style = walked.styleAt(child);
      if (!style.isFlat || (child === at && !isLaidOver(style))) return undefined;
      const around = walked.parents[child] ?? -1;
      if (around < 0) return at < 0 ? undefined : new Cover(at, own, within, walked, steps);
      const outer = walked.styleAt(around);
      if (at >= 0) steps.set(around, { child, lowest, escapes: isAbsolute && !outer.isPositioned });
      else if (!outer.isOpen) return undefined;
      else if (outer.isPositioned) at = around;
      if (at >= 0 && at !== around && within < 0 && !outer.isOpen) within = around;
      lowest = lowestIn(outer, lowest);
      if (outer.isPositioned) ({ isAbsolute } = outer);
      child = around;
    }
  }

  private constructor(
    at: number,
    box: BoxStyle,
    within: number,
    walked: Walked,
    steps: ReadonlyMap<number, Step>,
  ) {
    this.at = at;
    this.within = within;
    this.#box = box;
    this.#walked = walked;
    this.#steps = steps;
    this.#inset = insetOf(box);
  }

  /** The part of it that is opaque for certain, in the window. */
  area(): Area {
    const { left, top, right, bottom } = rectOf(this.#box.element);
    const inset = this.#inset;
    return { left: left + inset, top: top + inset, right: right - inset, bottom: bottom - inset };
  }

  /**
   * Whether it is painted over an element's own text, wherever both are, and moves with it.
   *
   * @param at - of an element that is not the cover's own, nor in that
   */
  isOver(at: number): boolean {
    const beside = this.#beside(at);
    const step = beside && this.#steps.get(beside.around);
    if (!step || beside.around < this.within) return false;
    if ((step.escapes || beside.escapes) && !this.#isClear(beside.around)) return false;
    const { lowest, child } = step;
    if (at < this.at && lowest >= beside.highest)
      return beside.child === undefined || this.#orderAt(child) === this.#orderAt(beside.child);
    return lowest > beside.highest || (lowest >= 0 && this.#isInFlow(at, beside.around));
  }

  #beside(at: number): Beside | undefined {
    if (this.#besides.has(at)) return this.#besides.get(at);
    const beside = this.#steps.has(at) ? this.#besideAround(at) : this.#besideIn(at);
    this.#besides.set(at, beside);
    return beside;
  }

  #besideAround(around: number): Beside {
    const letsEscape = !this.#walked.styleAt(around).isPositioned;
    return { around, child: undefined, highest: 0, isSettled: false, escapes: false, letsEscape };
  }

  #besideIn(at: number): Beside | undefined {
    const outer = this.#beside(this.#walked.parents[at] ?? -1);
    const style = this.#walked.styleAt(at);
    if (!outer || style.isApart) return undefined;
    const escapes = style.isAbsolute ? outer.letsEscape : outer.escapes;
    return {
      around: outer.around,
      child: outer.child ?? at,
      highest: outer.isSettled ? outer.highest : Math.max(outer.highest, style.level ?? 0),
      isSettled: outer.isSettled || (style.isPositioned && style.level !== undefined),
      escapes,
      letsEscape: style.isPositioned ? escapes : outer.letsEscape,
    };
  }

  /** Whether nothing cuts or scrolls from an element out to the one that absolute children of it are placed against. */
  #isClear(around: number): boolean {
    for (let at = around; at >= 0; at = this.#walked.parents[at] ?? -1) {
      const style = this.#walked.styleAt(at);
      if (style.isPositioned) return true;
      if (style.isCutting) return false;
    }
    return true;
  }

  /** Whether the text is on no level at all, and so behind everything on level 0. */
  #isInFlow(from: number, around: number): boolean {
    for (let at = from; at > around; at = this.#walked.parents[at] ?? -1) {
      const style = this.#walked.styleAt(at);
      if (style.isPositioned || style.level !== undefined || !style.isUnlifted) return false;
    }
    return true;
  }

  #orderAt(at: number): string {
    return this.#walked.styleAt(at).style.order;
  }
}

function isOpaque({ element, style, isWhole }: BoxStyle): boolean {
  return (
    BOXES.test(style.display) &&
    style.visibility === 'visible' &&
    !OWN_WAY.test(element.localName) &&
    isWhole &&
    /^(?:border|padding)-box$/.test(style.backgroundClip)
  );
}

function isLaidOver(style: BoxStyle): boolean {
  return style.isAbsolute ? !style.isLoose : style.position === 'relative' && isMoved(style);
}

/** Most boxes that are `relative` only let others be placed against them. */
function isMoved({ level, style }: BoxStyle): boolean {
  const { top, left, bottom, right, marginTop, marginLeft, transform } = style;
  if (level !== undefined || transform !== 'none') return true;
  if (marginTop.startsWith('-') || marginLeft.startsWith('-')) return true;
  return [top, left, bottom, right].some((offset) => !/^(?:auto|0px|)$/.test(offset));
}

/** @param below - the lowest level in an element, of which the style then says what it is from outside */
function lowestIn(style: BoxStyle, below: number): number {
  const { level } = style;
  if (level === undefined) return style.isUnlifted ? below : Math.min(0, below);
  // Without a position a level has an effect in a grid or a flexible box only.
  return style.isPositioned ? level : Math.min(level, 0, below);
}

/** Pixels from its edge to where a box is opaque on all sides. */
function insetOf({ element, style }: BoxStyle): number {
  const { width, height } = rectOf(element);
  const sides = ['top', 'right', 'bottom', 'left'].map((side) =>
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`)),
  );
  const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'].flatMap((corner) =>
    style
      .getPropertyValue(`border-${corner}-radius`)
      .split(' ')
      .map((radius) => {
        const length = Number.parseFloat(radius);
        return radius.endsWith('%') ? (length * Math.max(width, height)) / 100 : length;
      }),
  );
  const share = ROUND.test(style.getPropertyValue('corner-shape')) ? CORNER : 1;
  const border = style.backgroundClip === 'border-box' ? 0 : Math.max(...sides);
  return border + share * Math.max(...corners);
}
