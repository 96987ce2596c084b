/**
 * Reads the frame it runs in, once, from top to bottom, and writes it down as the JSON of a frame snapshot. It changes
 * nothing, asks for nothing, and lets the page go on between stretches of work.
 */
import { addressOf } from './address.js';
import { propertiesOf } from './attribute.js';
import { insideOf, type ShadowRootOf, shadowReader, tagOf } from './child-node.js';
import type { FrameHead } from './frame-head.js';
import { FrameList, framePath } from './frame-place.js';
import { isControl, type Live, liveOf } from './live-value.js';
import { attributeOf, nodeTypeOf, rootElementOf, textOf, titleOf } from './native.js';
import { Sheets } from './sheet.js';
import { isPainted, SEALED, SEEN, type Sight, sightOf } from './visibility.js';
import { isWithheld } from './withheld.js';

/** Beyond these a page is cut off, and the head says so. */
export const NODE_BOUND = 200_000;
export const SIZE_BOUND = 60_000_000;
export const DEPTH_BOUND = 1_000;

/** Elements whose place on the screen says what belongs together, whether or not they hold text of their own. */
const BOXED: ReadonlySet<string> = new Set(['dd', 'dt', 'frame', 'iframe', 'label', 'td', 'th']);
const FRAMES: ReadonlySet<string> = new Set(['frame', 'iframe', 'object']);
const INK = /\S/;

interface Level {
  readonly element: Element | undefined;
  readonly nodes: readonly Node[];
  next: number;
  /** Whether anything has been written at this level, so that a comma is due. */
  begun: boolean;
  /** The element was out of sight; `sealed` when nothing in it can come back into sight. */
  readonly hidden: boolean;
  readonly sealed: boolean;
}

export interface WalkBounds {
  readonly nodes: number;
  readonly size: number;
}

export interface Walk {
  /** Reads until the time given, in milliseconds of `performance.now()`; true when all is read. */
  step(until: number): boolean;
  /** The outcome, once `step` has said true. */
  pieces(): readonly string[];
  head(): Omit<FrameHead, 'token' | 'readMs' | 'longestMs' | 'pieceCount'>;
}

export function startWalk(
  shadowRootOf: ShadowRootOf = shadowReader(),
  bounds: WalkBounds = { nodes: NODE_BOUND, size: SIZE_BOUND },
): Walk {
  const sheets = new Sheets();
  const frames = new FrameList();
  const levels: Level[] = [];
  /** The elements around the one at hand, outermost first. */
  const around: Element[] = [];
  let nodeCount = 0;
  let cut: FrameHead['cut'];
  let scrolled = { x: 0, y: 0 };

  const root = rootElementOf(document);
  sheets.add(documentJson(root));
  levels.push({
    element: undefined,
    nodes: root ? [root] : [],
    next: 0,
    begun: false,
    hidden: false,
    sealed: false,
  });

  function look(element: Element, tag: string, nodes: readonly Node[], parent: Level): Sight {
    if (parent.sealed) return SEALED;
    if (!isPainted(tag)) return parent.hidden ? { hidden: true, sealed: false } : SEEN;
    return sightOf(element, around, needsBox(element, tag, nodes) ? scrolled : undefined);
  }

  function open(element: Element, parent: Level): void {
    const tag = tagOf(element);
    const withheld = isWithheld(element, tag);
    const inside =
      withheld && tag !== 'input' ? { nodes: [] } : insideOf(element, tag, shadowRootOf);
    const { hidden, sealed, box } = look(element, tag, inside.nodes, parent);

    let data = box && !sealed ? `,"box":[${box.join()}]` : '';
    if (hidden) data += ',"hidden":true';
    else if (parent.hidden) data += ',"hidden":false';
    if (withheld) data += ',"withheld":true';
    else data += liveJson(liveOf(element, tag));
    if (inside.shadow) data += `,"shadow":"${inside.shadow}"`;
    if (FRAMES.has(tag)) {
      const frame = frames.add(element, !hidden);
      if (frame !== undefined) data += `,"frame":${frame}`;
    }
    const about = data === '' ? '' : `,"data":{${data.slice(1)}}`;
    sheets.add(
      `{"type":"element","tagName":${JSON.stringify(tag)},"properties":${propertiesOf(element, tag, withheld)}${about},"children":[`,
    );
    const deep = levels.length >= DEPTH_BOUND && inside.nodes.length > 0;
    if (deep) cut ??= 'depth';
    levels.push({
      element,
      nodes: deep ? [] : inside.nodes,
      next: 0,
      begun: false,
      hidden,
      sealed,
    });
    around.push(element);
  }

  function visit(node: Node, parent: Level): void {
    const type = nodeTypeOf(node);
    if (type !== Node.ELEMENT_NODE && type !== Node.TEXT_NODE) return;
    nodeCount += 1;
    if (parent.begun) sheets.add(',');
    parent.begun = true;
    if (type === Node.ELEMENT_NODE) {
      open(node as Element, parent);
      return;
    }
    const text = textOf(node as Text).slice(0, Math.max(0, bounds.size - sheets.size));
    sheets.add(`{"type":"text","value":${JSON.stringify(text)}}`);
  }

  function close(): void {
    sheets.add(']}');
    levels.pop();
    around.pop();
  }

  return {
    step(until) {
      scrolled = { x: scrollX, y: scrollY };
      for (let count = 1; ; count += 1) {
        const level = levels.at(-1);
        if (!level) return true;
        if (nodeCount >= bounds.nodes) cut ??= 'nodes';
        else if (sheets.size >= bounds.size) cut ??= 'size';
        const node = cut === 'nodes' || cut === 'size' ? undefined : level.nodes[level.next];
        if (node) {
          level.next += 1;
          visit(node, level);
        } else {
          close();
          if (levels.length === 0) sheets.add('}');
        }
        if (count % 32 === 0 && performance.now() >= until) return levels.length === 0;
      }
    },
    pieces: () => sheets.close(),
    head: () => ({
      path: framePath(),
      children: frames.children,
      nodeCount,
      size: sheets.size,
      ...(cut ? { cut } : {}),
      ...(isViewer() ? { viewer: true } : {}),
    }),
  };
}

/** What comes before the tree. The opening brace and the path are the collector's to write. */
function documentJson(root: Element | null): string {
  const language = root && attributeOf(root, 'lang');
  return [
    `"url":${JSON.stringify(addressOf(location.href))}`,
    `"title":${JSON.stringify(titleOf(document))}`,
    ...(language ? [`"language":${JSON.stringify(language)}`] : []),
    `"viewport":[${Math.round(innerWidth)},${Math.round(innerHeight)}]`,
    '"tree":{"type":"root","children":[',
  ].join();
}

function needsBox(element: Element, tag: string, nodes: readonly Node[]): boolean {
  if (BOXED.has(tag) || isControl(element, tag)) return true;
  return nodes.some(
    (node) => nodeTypeOf(node) === Node.TEXT_NODE && INK.test(textOf(node as Text)),
  );
}

function liveJson({ value, checked }: Live): string {
  let json = '';
  if (value !== undefined) json += `,"value":${JSON.stringify(value)}`;
  if (checked !== undefined) json += `,"checked":${checked}`;
  return json;
}

/** The browser shows a PDF or a picture in a document of its own making. */
function isViewer(): boolean {
  return /^(?:application\/pdf|audio\/|image\/|video\/)/.test(document.contentType);
}
