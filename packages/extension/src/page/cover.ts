/**
 * A box laid over others: opaque, out of the flow, and not fixed to the window, since content can be scrolled out from
 * under a fixed box. The rules are the browser's painting order (CSS 2, appendix E). If they do not give a certain
 * answer, nothing is covered.
 */
import type { BoxStyle } from './box-style.js';
import { rectOf, rectsOf } from './native.js';

/** The elements of a walk by number, in the order of the walk. */
export interface Walked {
  /** The number of the element around each on the screen; -1 for the root. */
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
  /** Its child that contains the cover, or is the cover. */
  readonly child: number;
  /** The lowest level that the cover can have within the element. */
  readonly lowest: number;
  /** True if the cover may be placed against an element further out. */
  readonly escapes: boolean;
}

/** An element that is not an ancestor of the cover, seen from the innermost element around both. */
interface Beside {
  readonly around: number;
  /** The child of `around` that contains it, or is it; undefined for `around` itself. */
  readonly child: number | undefined;
  /** The highest level that it can have within `around`; settled if an element around it certainly has that level. */
  readonly highest: number;
  readonly isSettled: boolean;
  /**
   * True if it may be placed against an element further out than `around`; `letsEscape`: so may an absolute child of
   * it.
   */
  readonly escapes: boolean;
  readonly letsEscape: boolean;
}

const BOXES = /^(?:(?:inline-)?(?:block|flex|grid)|flow-root|list-item)$/;
/** Elements with their own painting rules. */
const OWN_WAY = /^(?:body|button|fieldset|html|input|meter|progress|select|textarea)$/i;
/** The share of a round corner's radius within which its box is whole: a little over 1 - √½. */
const CORNER = 0.3;
const ROUND = /^(?:|round|superellipse\(1\))$/;

export class Cover {
  /** The number of the box, or of the box out of the flow around it: the cover is painted together with that. */
  readonly at: number;
  /** The innermost element that may cut it off, fade it or move it: it can cover only elements in there. */
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

  /** The part of it that is certainly opaque, in the window. */
  area(): Area {
    const { left, top, right, bottom } = rectOf(this.#box.element);
    const inset = this.#inset;
    return { left: left + inset, top: top + inset, right: right - inset, bottom: bottom - inset };
  }

  /**
   * True if it is painted over an element's own text, wherever both are, and moves with it.
   *
   * @param at - of an element other than the cover's own, and not inside that
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

  /** True if nothing clips or scrolls between an element and the one that its absolute children are placed against. */
  #isClear(around: number): boolean {
    for (let at = around; at >= 0; at = this.#walked.parents[at] ?? -1) {
      const style = this.#walked.styleAt(at);
      if (style.isPositioned) return true;
      if (style.isCutting) return false;
    }
    return true;
  }

  /** True if the text is on no level at all, and so behind everything on level 0. */
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

/** False for most boxes that are `relative`: they only let others be placed against them. */
function isMoved({ level, style }: BoxStyle): boolean {
  const { top, left, bottom, right, marginTop, marginLeft, transform } = style;
  if (level !== undefined || transform !== 'none') return true;
  if (marginTop.startsWith('-') || marginLeft.startsWith('-')) return true;
  return [top, left, bottom, right].some((offset) => !/^(?:auto|0px|)$/.test(offset));
}

/** @param below - the lowest level inside an element; the style then gives its level from outside */
function lowestIn(style: BoxStyle, below: number): number {
  const { level } = style;
  if (level === undefined) return style.isUnlifted ? below : Math.min(0, below);
  // A level without a position only has an effect in a grid or a flexible box.
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
