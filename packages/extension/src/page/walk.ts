/**
 * Reads the frame it runs in, once, from top to bottom, and writes the JSON of a frame snapshot, with its tree in the
 * compact form of the core's `compact-tree`. It changes nothing, requests nothing, and gives the page turns between
 * stretches of work.
 *
 * Each press runs it fresh, before the browser has compiled it to fast code: so it makes as few calls to the page per
 * node as it can, and few objects.
 */
import { propertiesOf } from './attribute.js';
import { textsBefore } from './before-text.js';
import { assignedNodes, type ShadowRootOf, shadowOf, shadowReader } from './child-node.js';
import {
  CoveredTexts,
  SHOWS_BOX,
  SHOWS_DRAWN,
  SHOWS_NOTHING,
  SHOWS_TEXT,
  type Shows,
} from './covered.js';
import { documentJson, isViewer } from './document-json.js';
import type { FrameHead } from './frame-head.js';
import { FrameList, framePath } from './frame-place.js';
import { Level } from './level.js';
import { isEditor, liveJson } from './live-value.js';
import {
  firstChildOf,
  hasAttributesOf,
  nextSiblingOf,
  nodeTypeOf,
  rootElementOf,
  textOf,
} from './native.js';
import { Paints } from './paint.js';
import { Sheets } from './sheet.js';
import { type TagKind, TagKinds } from './tag-kind.js';
import {
  isDrawnByOthers,
  type Scrolled,
  SEALED,
  SEEN,
  type Sight,
  sightOf,
  UNSEEN,
  type Wanted,
} from './visibility.js';
import { isWithheld } from './withheld.js';

/** Beyond these bounds a page is cut off, and the head reports it. */
export const NODE_BOUND = 200_000;
export const SIZE_BOUND = 60_000_000;
export const DEPTH_BOUND = 1_000;

const ELEMENT = 1;
const TEXT = 3;
const INK = /\S/;

export interface WalkBounds {
  readonly nodes: number;
  readonly size: number;
}

export interface Walk {
  /** Reads until the given time, in milliseconds of `performance.now()`; true when all is read. */
  step(until: number): boolean;
  /** The result, once `step` has returned true. */
  pieces(): readonly string[];
  head(): Omit<FrameHead, 'token' | 'readMs' | 'longestMs' | 'pieceCount'>;
}

export function startWalk(shadowRootOf?: ShadowRootOf, bounds?: WalkBounds): Walk {
  return new TreeWalk(shadowRootOf, bounds);
}

/**
 * A class, since the compiled code of its methods serves every later walk. Functions created by each walk could not
 * share it.
 */
class TreeWalk implements Walk {
  readonly #shadowRootOf: ShadowRootOf;
  readonly #bounds: WalkBounds;
  readonly #sheets = new Sheets();
  readonly #frames = new FrameList();
  readonly #kinds = new TagKinds();
  readonly #paints = new Paints();
  readonly #before = textsBefore();
  readonly #covered: CoveredTexts;
  /** The current level and those around it are the first `depth`; any after them await their next use. */
  readonly #levels: Level[] = [];
  #depth = 0;
  /** The elements around the current one, outermost first. */
  readonly #around: Element[] = [];
  #nodeCount = 0;
  #cut: FrameHead['cut'];
  #scrolled: Scrolled = { x: 0, y: 0 };
  /** The text that was looked at last: mostly it is read next. */
  #inked: Node | undefined;
  #inkedText = '';
  /** True if no child of the last element looked at is an element. */
  #isLeaf = true;
  #isClosed = false;

  constructor(
    shadowRootOf: ShadowRootOf = shadowReader(),
    bounds: WalkBounds = { nodes: NODE_BOUND, size: SIZE_BOUND },
  ) {
    this.#shadowRootOf = shadowRootOf;
    this.#bounds = bounds;
    this.#covered = new CoveredTexts(shadowRootOf);
    const root = rootElementOf(document);
    this.#sheets.add(documentJson(root));
    this.#descend(
      [root].filter((element) => element !== null),
      null,
      SEEN,
      -1,
    );
  }

  step(until: number): boolean {
    this.#scrolled = { x: scrollX, y: scrollY };
    if (this.#depth > 0) {
      while (this.#depth > 0) {
        this.#some();
        if (performance.now() >= until) break;
      }
      this.#keepPlaces();
      // The search for covers takes some time: it begins in its own stretch.
      if (this.#depth > 0 || (this.#paints.laid.size > 0 && until < Number.POSITIVE_INFINITY))
        return false;
    }
    if (!this.#covered.step(until, this.#paints.laid)) return false;
    this.#close();
    return true;
  }

  pieces(): readonly string[] {
    return this.#sheets.close();
  }

  head(): ReturnType<Walk['head']> {
    return {
      path: framePath(),
      children: this.#frames.children,
      nodeCount: this.#nodeCount,
      size: this.#sheets.size,
      ...(this.#cut ? { cut: this.#cut } : {}),
      ...(isViewer() ? { viewer: true } : {}),
    };
  }

  /** Writes the results that are known only at the end, after the tree. */
  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const numbers = this.#covered.numbers();
    this.#sheets.add(numbers.length === 0 ? '}' : `,"covered":[${numbers}]}`);
  }

  /**
   * Reads a few nodes between two checks of the time: browsers compile a short function called often sooner than one
   * long loop.
   */
  #some(): void {
    for (let count = 0; count < 32 && this.#depth > 0; count += 1) this.#next();
  }

  /** Reads one node, or closes an element without more. */
  #next(): void {
    const level = this.#levels[this.#depth - 1];
    if (!level) return;
    const node = level.next;
    const isFull = this.#nodeCount >= this.#bounds.nodes || this.#sheets.size >= this.#bounds.size;
    if (node && !isFull) {
      level.pass(node);
      this.#visit(node, level);
    } else {
      if (node) this.#cut ??= this.#nodeCount >= this.#bounds.nodes ? 'nodes' : 'size';
      this.#depth -= 1;
      this.#around.pop();
      this.#sheets.add(']');
    }
  }

  #visit(node: Node, parent: Level): void {
    if (node === this.#inked) this.#write(this.#inkedText);
    else {
      const type = nodeTypeOf(node);
      if (type === ELEMENT) this.#open(node as Element, parent);
      else if (type === TEXT) this.#write(textOf(node as Text));
      else return;
    }
    this.#nodeCount += 1;
  }

  #open(element: Element, parent: Level): void {
    const kind = this.#kinds.of(element);
    const { tag } = kind;
    let withheld = kind.isControl && isWithheld(element, tag);
    const hasAttributes = hasAttributesOf(element);
    const isEdited = hasAttributes && kind.isHtml && isEditor(element);

    this.#isLeaf = true;
    const isEmpty = kind.isLeftEmpty || (withheld && tag !== 'input');
    const shadow = kind.mayHost ? shadowOf(element, this.#shadowRootOf) : null;
    let list = tag === 'slot' && kind.isHtml && !shadow ? assignedNodes(element) : undefined;
    if (list?.length === 0) list = undefined;
    let first = isEmpty || list ? null : firstChildOf(shadow ?? element);

    let wants: Wanted = 'sight';
    let isInked = false;
    if (kind.isPainted && !parent.sealed) {
      isInked = kind.isControl || isEdited || this.#hasInk(list, first);
      if (kind.isBoxed || isInked) wants = 'box';
      // Its contents are looked at separately; only a cause that hides all of them must be found here.
      else if (first !== null && kind.isHtml && !kind.isFrame) wants = 'room';
    }
    let sight = this.#look(element, kind, wants, parent);
    if (isInked && kind.isHtml && !sight.hidden && !isDrawnByOthers(element)) {
      const paint = this.#paints.of(element, this.#around);
      if (paint.isUnseen) sight = { ...sight, hidden: true };
      if (paint.isDotted && !withheld) {
        withheld = true;
        list = undefined;
        first = null;
      }
    } else if (this.#isLeaf && kind.isPainted && !sight.hidden)
      this.#paints.meet(element, this.#around);
    const { hidden, box } = sight;

    let data = '';
    let live = '';
    if (hidden) data = ',"hidden":true';
    else if (parent.hidden) data = ',"hidden":false';
    if (withheld) data += ',"withheld":true';
    else if (hasAttributes || kind.isControl)
      live = liveJson(element, kind.isHtml ? tag : undefined, isEdited);
    data += live;
    let shows: Shows = SHOWS_NOTHING;
    if (!hidden) {
      if (kind.isControl) shows = isDrawnByOthers(element) ? SHOWS_DRAWN : SHOWS_BOX;
      else if (isEdited) shows = SHOWS_BOX;
      else if (isInked) shows = SHOWS_TEXT;
      else if (kind.isPicture || live !== '') shows = SHOWS_DRAWN;
    }
    const at = this.#covered.enter(element, parent.at, shows, !hidden && parent.hidden);
    if (shadow) data += `,"shadow":"${shadow.mode}"`;
    if (kind.isFrame) {
      const frame = this.#frames.add(element, !hidden);
      if (frame !== undefined) data += `,"frame":${frame}`;
    }
    const before = this.#before.size > 0 && !hidden ? this.#before.get(element) : undefined;
    const properties = hasAttributes || before ? propertiesOf(element, tag, withheld, before) : '0';
    if (data !== '') data = box ? `{"box":${box}${data}}` : `{${data.slice(1)}}`;
    this.#sheets.add(`${kind.opening}${properties},${data || box || '0'}`);
    const isDeep = this.#depth >= DEPTH_BOUND && (list !== undefined || first !== null);
    if (isDeep) this.#cut ??= 'depth';
    this.#descend(isDeep ? undefined : list, isDeep ? null : first, sight, at);
    this.#around.push(element);
  }

  #look(element: Element, kind: TagKind, wants: Wanted, parent: Level): Sight {
    if (parent.sealed) return SEALED;
    if (!kind.isPainted) return parent.hidden ? UNSEEN : SEEN;
    return sightOf(element, kind.isHtml, this.#around, wants, this.#scrolled);
  }

  #descend(list: readonly Node[] | undefined, first: Node | null, sight: Sight, at: number): void {
    let level = this.#levels[this.#depth];
    if (!level) {
      level = new Level();
      this.#levels.push(level);
    }
    level.begin(list, first, sight, at);
    this.#depth += 1;
  }

  #write(text: string): void {
    const room = Math.max(0, this.#bounds.size - this.#sheets.size);
    this.#sheets.add(`,${JSON.stringify(text.length > room ? text.slice(0, room) : text)}`);
  }

  /** True if the element's own text would be painted in it. */
  #hasInk(list: readonly Node[] | undefined, first: Node | null): boolean {
    if (list) return list.some((node) => this.#isInk(node));
    for (let node = first; node; node = nextSiblingOf(node)) if (this.#isInk(node)) return true;
    return false;
  }

  #isInk(node: Node): boolean {
    const type = nodeTypeOf(node);
    if (type === ELEMENT) this.#isLeaf = false;
    if (type !== TEXT) return false;
    this.#inked = node;
    this.#inkedText = textOf(node as Text);
    return INK.test(this.#inkedText);
  }

  /** Before the page has its turn: it may remove a sibling, and with it all after it, and may change a text. */
  #keepPlaces(): void {
    this.#inked = undefined;
    for (const level of this.#levels.slice(0, this.#depth)) level.keepPlace();
  }
}
