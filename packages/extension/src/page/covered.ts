/**
 * The texts that are covered by other parts of the page. Boxes and texts are gathered during the walk and compared once
 * the page is read, since a text is mostly covered by a later element. Nothing is hit-tested point by point.
 */
import { BoxStyle } from './box-style.js';
import { childrenIn, type ShadowRootOf } from './child-node.js';
import { type Area, Cover, type Walked } from './cover.js';
import { newRange, nodeTypeOf, rangeRectOf, rectOf, selectIn, textOf } from './native.js';

/** Boxes that one walk compares with, the largest of them: a box left out covers nothing. */
const MOST_COVERS = 64;
/** CSS pixels. A text that sticks out by no more than this is unreadable: letters have room around them. */
const SLIVER = 2;
const TEXT = 3;
const INK = /\S/;

/**
 * The content that an element shows itself: nothing to read, text, or something that fills its box, such as an input.
 */
export const SHOWS_NOTHING = 0;
export const SHOWS_TEXT = 1;
export const SHOWS_BOX = 2;
/** Also a box, such as a tick box, but drawn by the elements around it: never covered by itself. */
export const SHOWS_DRAWN = 3;
export type Shows = 0 | 1 | 2 | 3;

/** State of everything that an element shows, itself and inside it: nothing, only covered parts, or something seen. */
const BLANK = 0;
const COVERED = 1;
const SEEN = 2;
type State = 0 | 1 | 2;

export class CoveredTexts implements Walked {
  readonly elements: Element[] = [];
  readonly parents: number[] = [];
  readonly #shadowRootOf: ShadowRootOf;
  readonly #shows: Shows[] = [];
  /** Elements that were written as seen inside a hidden one. */
  readonly #shownAgain = new Set<number>();
  readonly #styles: BoxStyle[] = [];
  /** The last number within each. */
  #ends: number[] = [];
  #states: State[] = [];
  #covers: readonly Cover[] | undefined;
  #areas: readonly Area[] = [];
  #compared = 0;

  constructor(shadowRootOf: ShadowRootOf) {
    this.#shadowRootOf = shadowRootOf;
  }

  /**
   * @param isShownAgain - written as seen, within an element that is hidden
   * @returns the element's number
   */
  enter(element: Element, parent: number, shows: Shows, isShownAgain: boolean): number {
    const at = this.elements.length;
    this.elements.push(element);
    this.parents.push(parent);
    this.#shows.push(shows);
    if (isShownAgain) this.#shownAgain.add(at);
    return at;
  }

  styleAt(at: number): BoxStyle {
    let style = this.#styles[at];
    if (!style) {
      style = new BoxStyle(this.elements[at] as Element);
      this.#styles[at] = style;
    }
    return style;
  }

  /**
   * Compares until the time given; true when all is compared.
   *
   * @param laid - the elements met that have an opaque colour and a position
   */
  step(until: number, laid: ReadonlySet<Element>): boolean {
    if (laid.size === 0) return true;
    this.#covers ??= this.#coversAmong(laid);
    if (this.#covers.length === 0) return true;
    // The page may have scrolled or changed since the last stretch.
    this.#areas = this.#covers.map((cover) => cover.area());
    const { length } = this.elements;
    for (let count = 1; this.#compared < length; this.#compared += 1, count += 1) {
      if (count % 8 === 0 && performance.now() >= until) return false;
      this.#states[this.#compared] = this.#ownStateAt(this.#compared);
    }
    return true;
  }

  /**
   * The numbers of the outermost elements with only covered content, and of the elements inside them that are seen
   * again.
   */
  numbers(): readonly number[] {
    const own = [...this.#states];
    const numbers: number[] = [];
    if (!own.includes(COVERED)) return numbers;
    for (let at = own.length - 1; at > 0; at -= 1) {
      const parent = this.parents[at] ?? 0;
      this.#states[parent] = Math.max(this.#states[parent] ?? 0, this.#states[at] ?? 0) as State;
    }
    let end = -1;
    for (let at = 0; at < own.length; at += 1) {
      if (at <= end) {
        if (this.#shownAgain.has(at)) numbers.push(at);
      } else if (this.#states[at] === COVERED) {
        if (own[at] !== COVERED && !this.#isCovered(at, rectOf(this.elements[at] as Element)))
          continue;
        numbers.push(at);
        end = this.#ends[at] ?? at;
      }
    }
    return numbers;
  }

  #coversAmong(laid: ReadonlySet<Element>): readonly Cover[] {
    const { elements, parents } = this;
    this.#ends = elements.map((_, at) => at);
    const found: { readonly at: number; readonly size: number }[] = [];
    for (let at = elements.length - 1; at >= 0; at -= 1) {
      const end = this.#ends[at] ?? at;
      const parent = parents[at] ?? -1;
      if (parent >= 0) this.#ends[parent] = Math.max(this.#ends[parent] ?? 0, end);
      const element = elements[at] as Element;
      if (laid.has(element)) found.push({ at, size: sizeOf(rectOf(element)) });
    }
    return found
      .sort((a, b) => b.size - a.size)
      .slice(0, MOST_COVERS)
      .map(({ at }) => Cover.of(at, this))
      .filter((cover) => cover !== undefined);
  }

  #ownStateAt(at: number): State {
    const shows = this.#shows[at];
    if (shows === SHOWS_NOTHING) return BLANK;
    const element = this.elements[at] as Element;
    const box = rectOf(element);
    if (!this.#meetsOther(at, box)) return SEEN;
    const area = shows === SHOWS_TEXT ? this.#areaOfText(at, box) : box;
    if (!area || !this.#isCovered(at, area)) return SEEN;
    return shows === SHOWS_DRAWN ? BLANK : COVERED;
  }

  /** The area of the text, which may fill only a part of its element, or stick out of it. */
  #areaOfText(at: number, box: Area): Area | undefined {
    const range = newRange(document);
    const areas = childrenIn(this.elements[at] as Element, this.#shadowRootOf)
      .filter((node) => nodeTypeOf(node) === TEXT && INK.test(textOf(node as Text)))
      .map((node) => {
        selectIn(range, node);
        return rangeRectOf(range);
      });
    if (areas.length === 0 || areas.some((area) => sizeOf(area) === 0)) return undefined;
    const area = around(areas);
    return this.styleAt(at).isCutting ? common(area, box) : area;
  }

  #isCovered(at: number, { left, top, right, bottom }: Area): boolean {
    return (this.#covers ?? []).some((cover, place) => {
      const area = this.#areas[place];
      return (
        area !== undefined &&
        area.left <= left + SLIVER &&
        area.top <= top + SLIVER &&
        area.right >= right - SLIVER &&
        area.bottom >= bottom - SLIVER &&
        this.#isBeside(at, cover) &&
        cover.isOver(at)
      );
    });
  }

  #meetsOther(at: number, box: Area): boolean {
    return (this.#covers ?? []).some((cover, place) => {
      const area = this.#areas[place];
      return area !== undefined && meets(box, area) && this.#isBeside(at, cover);
    });
  }

  #isBeside(at: number, cover: Cover): boolean {
    return at < cover.at || at > (this.#ends[cover.at] ?? at);
  }
}

function sizeOf({ left, top, right, bottom }: Area): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function meets(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function common(a: Area, b: Area): Area {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function around(areas: readonly Area[]): Area {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}
