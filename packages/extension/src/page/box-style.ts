/** Facts about an element's box from its style: whether it is lifted over others, cut, faded, moved or scrolled. */
import {
  clientHeightOf,
  clientWidthOf,
  matchesOf,
  rootElementOf,
  scrollHeightOf,
  scrollWidthOf,
} from './native.js';

type Plain = Readonly<Record<string, string>>;

/** Values of an element that is painted whole and unaltered. For an unknown property the browser gives none. */
const WHOLE: Plain = {
  opacity: '1',
  filter: 'none',
  clip: 'auto',
  'clip-path': 'none',
  'mask-image': 'none',
  '-webkit-mask-image': 'none',
  'mask-border-source': 'none',
  '-webkit-mask-box-image-source': 'none',
  'mix-blend-mode': 'normal',
};
/** Values of an element that has no effect on the painting of its children. */
const OPEN: Plain = {
  ...WHOLE,
  'backdrop-filter': 'none',
  contain: 'none',
  'container-type': 'normal',
  'content-visibility': 'visible',
  '-webkit-box-reflect': 'none',
};
/** Values of an element that only its position and its level can lift over others. */
const UNLIFTED: Plain = {
  ...OPEN,
  transform: 'none',
  translate: 'none',
  isolation: 'auto',
  'will-change': 'auto',
  'animation-name': 'none',
  'view-transition-name': 'none',
};
const UNZOOMED: Plain = { zoom: '1' };
/** Values of an element whose rectangle is its box, in the plane of the page. `transform` may move it. */
const FLAT: Plain = {
  rotate: 'none',
  scale: 'none',
  perspective: 'none',
  'offset-path': 'none',
  'transform-style': 'flat',
  ...UNZOOMED,
};
const MOVED_ALONE = /^(?:none|matrix\(1, 0, 0, 1, .*)$/;
const TOP_LAYER = ':is(:modal,:popover-open,:fullscreen)';

/** Reads styles on demand: each property costs as much as a node of the walk. */
export class BoxStyle {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  readonly position: string;
  /** Its `z-index`, whether or not that has an effect; undefined for `auto`. */
  readonly level: number | undefined;
  #isApart: boolean | undefined;
  #isUnlifted: boolean | undefined;

  constructor(element: Element) {
    this.element = element;
    this.style = getComputedStyle(element);
    this.position = this.style.position;
    const level = Number.parseInt(this.style.zIndex, 10);
    this.level = Number.isNaN(level) ? undefined : level;
  }

  get isPositioned(): boolean {
    return this.position !== 'static';
  }

  get isAbsolute(): boolean {
    return this.position === 'absolute';
  }

  get isWhole(): boolean {
    return isAll(this.style, WHOLE);
  }

  get isOpen(): boolean {
    return !this.isLoose && !this.isCutting && isAll(this.style, OPEN);
  }

  get isUnlifted(): boolean {
    this.#isUnlifted ??= isAll(this.style, UNLIFTED);
    return this.#isUnlifted;
  }

  get isFlat(): boolean {
    return MOVED_ALONE.test(this.style.transform) && isAll(this.style, FLAT);
  }

  /** True if it clips or scrolls its overflow. */
  get isCutting(): boolean {
    const { overflowX, overflowY } = this.style;
    return (overflowX !== 'visible' || overflowY !== 'visible') && !isWindow(this.element);
  }

  /** True if it, or its contents, may move while its surroundings stay, or if it is in front of the whole page. */
  get isApart(): boolean {
    this.#isApart ??= this.isLoose || this.#isScrolling || !isAll(this.style, UNZOOMED);
    return this.#isApart;
  }

  /** True if it stays while its surroundings scroll, or is in front of the whole page. */
  get isLoose(): boolean {
    return (
      this.position === 'fixed' ||
      this.position === 'sticky' ||
      (this.isAbsolute && matchesOf(this.element, TOP_LAYER))
    );
  }

  get #isScrolling(): boolean {
    const { element } = this;
    // If one of the two directions scrolls, neither is `visible`.
    const { overflowX } = this.style;
    if (overflowX === 'visible') return false;
    if (!/auto|scroll|overlay/.test(overflowX + this.style.overflowY) || isWindow(element))
      return false;
    return (
      scrollWidthOf(element) > clientWidthOf(element) ||
      scrollHeightOf(element) > clientHeightOf(element)
    );
  }
}

/** True for elements that scroll with the window: its root, and a body that passes its `overflow` on to it. */
function isWindow(element: Element): boolean {
  const root = rootElementOf(document);
  if (element === root) return true;
  if (element !== document.body || !root) return false;
  const { overflowX, overflowY } = getComputedStyle(root);
  return overflowX === 'visible' && overflowY === 'visible';
}

function isAll(style: CSSStyleDeclaration, plain: Plain): boolean {
  for (const name in plain) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== plain[name]) return false;
  }
  return true;
}
