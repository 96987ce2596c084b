/**
 * A saved page, or HTML from elsewhere, as a snapshot. A separate entry, so that the HTML parser is loaded only where
 * saved pages are read.
 */
import type { Element, ElementContent, ElementData, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { PreventError } from '../shared/errors.js';
import {
  type FrameSnapshot,
  type LiveData,
  type PageSnapshot,
  SNAPSHOT_VERSION,
  type UnreadFrame,
} from './snapshot/snapshot.js';
import { attribute } from './tree/attribute.js';
import { isWithheld } from './tree/withheld.js';

export interface SavedPage {
  readonly url: string;
  /** Title; absent: the document's own `title`. */
  readonly title?: string;
  /** HTML of the frames by their `src`, as written in the page. A frame that is not here is listed as not read. */
  readonly frames?: Readonly<Record<string, string>>;
}

/** Depth at which frames are no longer followed: a page can name itself as its frame. */
const DEEPEST_FRAME = 8;
const MOST_FRAMES = 200;
const DROPPED = new Set(['script', 'style', 'link', 'noscript', 'meta', 'base']);

interface Gathered {
  readonly frames: FrameSnapshot[];
  readonly unread: UnreadFrame[];
  readonly given: ReadonlyMap<string, string>;
}

/**
 * Makes a snapshot of a saved page, as the reader in the browser makes one of a live page.
 *
 * @returns the page first, then its frames, parents before children
 * @throws {PreventError} `CP_SNAPSHOT_INVALID` when the HTML is nested too deep to be parsed
 */
export function snapshotOfHtml(html: string, page: SavedPage): PageSnapshot {
  const gathered: Gathered = {
    frames: [],
    unread: [],
    given: new Map(Object.entries(page.frames ?? {})),
  };
  addFrame(html, [], page.url, page.title, gathered);
  return { version: SNAPSHOT_VERSION, frames: gathered.frames, unread: gathered.unread };
}

function addFrame(
  html: string,
  path: readonly number[],
  url: string,
  title: string | undefined,
  gathered: Gathered,
): void {
  const tree: Root = { type: 'root', children: parse(html).children };
  const found = tidy(tree);
  const language = found.language;
  gathered.frames.push({
    path,
    url,
    title: title ?? found.title,
    ...(language ? { language } : {}),
    tree,
  });
  found.frames.forEach((element, place) => {
    tell(element, { frame: place });
    const inner = [...path, place];
    const source = attribute(element, 'src') ?? '';
    const document = srcdocOf(element) ?? gathered.given.get(source);
    const isTooMany = inner.length > DEEPEST_FRAME || gathered.frames.length >= MOST_FRAMES;
    if (document === undefined || isTooMany) {
      if (source !== '' && source !== 'about:blank')
        gathered.unread.push({ path: inner, origin: originOf(source, url), why: 'no-answer' });
      return;
    }
    addFrame(document, inner, resolved(source, url), undefined, gathered);
  });
}

function parse(html: string): Root {
  try {
    return unified().use(rehypeParse).parse(html);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new PreventError(
      'CP_SNAPSHOT_INVALID',
      'The saved page is nested too deep to be read. Open it in the browser and capture from there',
      { cause },
    );
  }
}

/** Drops parts that are never read, opens declarative shadow roots, and removes values that must not be kept. */
function tidy(tree: Root): { title: string; language: string | undefined; frames: Element[] } {
  const frames: Element[] = [];
  let title = '';
  let language: string | undefined;
  const stack: (Root | Element)[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    node.children = kept(node);
    if (node.type === 'element') {
      if (node.tagName === 'title' && title === '') title = textOf(node);
      if (node.tagName === 'html') language = attribute(node, 'lang');
      if (node.tagName === 'iframe' || node.tagName === 'frame') frames.push(node);
      withhold(node);
    }
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i];
      if (child?.type === 'element') stack.push(child);
    }
  }
  return { title, language, frames };
}

/** The elements and texts that count. A shadow root's children replace the light ones, which go to its slots. */
function kept(node: Root | Element): ElementContent[] {
  const light: ElementContent[] = [];
  let shadow: ElementContent[] | undefined;
  for (const child of node.children) {
    if (child.type === 'text') light.push({ type: 'text', value: child.value });
    if (child.type !== 'element' || DROPPED.has(child.tagName)) continue;
    const mode = child.tagName === 'template' ? attribute(child, 'shadowrootmode') : undefined;
    if (mode === undefined || node.type !== 'element' || shadow) light.push(fresh(child));
    else {
      tell(node, { shadow: mode === 'closed' ? 'closed' : 'open' });
      shadow = (child.content?.children ?? child.children) as ElementContent[];
    }
  }
  if (!shadow) return light;
  fillSlots(shadow, light);
  return kept({ type: 'root', children: shadow });
}

/** A copy without the parser's places in the source, and without the content of a plain `template`. */
function fresh({ tagName, properties, children }: Element): Element {
  return { type: 'element', tagName, properties, children };
}

function fillSlots(shadow: readonly ElementContent[], light: readonly ElementContent[]): void {
  const stack: ElementContent[] = [...shadow].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'slot') {
      const name = attribute(node, 'name') ?? '';
      const given = light.filter(
        (child) => (child.type === 'element' ? (attribute(child, 'slot') ?? '') : '') === name,
      );
      if (given.some((child) => child.type === 'element' || textOf(child).trim() !== ''))
        node.children = given;
    } else for (const child of [...node.children].reverse()) stack.push(child);
  }
}

/** Adds facts to the node that only a live page would know. */
function tell(element: Element, facts: LiveData): void {
  if (element.data) Object.assign(element.data, facts);
  else element.data = { ...facts } as ElementData;
}

/** A field that is never read keeps its place and loses its value. */
function withhold(element: Element): void {
  if (!isWithheld(element)) return;
  tell(element, { withheld: true });
  delete element.properties.value;
  element.children = [];
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('').trim() : '';
}

function srcdocOf(element: Element): string | undefined {
  return attribute(element, 'srcdoc');
}

function resolved(source: string, base: string): string {
  return URL.canParse(source, base) ? new URL(source, base).href : source;
}

function originOf(source: string, base: string): string {
  if (!URL.canParse(source, base)) return source.split(/[?#]/, 1)[0] ?? '';
  const { origin } = new URL(source, base);
  return origin === 'null' ? (source.split(/[?#]/, 1)[0] ?? '') : origin;
}
