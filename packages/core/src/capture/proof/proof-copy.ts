/** A copy of a page with its structure and its labels, and made-up words in place of all others. */
import type { Element, ElementContent, ElementData, Root, Text } from 'hast';
import {
  type FrameSnapshot,
  type PageSnapshot,
  SNAPSHOT_VERSION,
} from '../../page/snapshot/snapshot.js';
import { isPassingName } from '../../page/tree/selector.js';
import { isWithheld } from '../../page/tree/withheld.js';
import type { Adapter, AdapterMatch } from '../adapter/adapter.js';
import type { SystemWords } from '../teach/system-words.js';
import { type AttributeContext, otherProperties, pointersOf, Renamed } from './proof-attribute.js';
import { keptRanges, type Range, rangesIn } from './proof-kept.js';
import { type NameOf, otherText } from './proof-text.js';
import type { MadeUp } from './proof-word.js';

export interface CopyOptions {
  readonly adapter: Adapter;
  readonly kept: ReadonlyMap<string, string>;
  readonly made: MadeUp;
  readonly words: SystemWords;
  /** True if every id, name and class without any word of the page stays, and not only known words. */
  readonly isLoose: boolean;
  readonly nameOf: NameOf;
}

const SILENT = new Set('script style template noscript'.split(' '));
/** Elements of HTML, old ones included. Any other name is the page’s own. */
const TAGS = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption
  center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer
  form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark
  marquee menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp
  rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg g path table tbody td
  template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(/\s+/),
);

export function copyOfPage(snapshot: PageSnapshot, options: CopyOptions): PageSnapshot {
  const copier = new Copier(options);
  return {
    version: SNAPSHOT_VERSION,
    frames: snapshot.frames.map((frame) => copier.frame(frame, options.adapter.match)),
    unread: snapshot.unread.map(({ path, why }) => ({
      path,
      origin: 'https://example.org',
      why,
    })),
  };
}

class Copier {
  readonly #options: CopyOptions;
  readonly #attributes: AttributeContext;
  /**
   * Replacements made so far: equal texts get equal replacements, so that equal texts on the page are equal in its
   * copy.
   */
  readonly #known = new Map<string, string>();

  constructor(options: CopyOptions) {
    this.#options = options;
    this.#attributes = {
      pointers: pointersOf(options.adapter),
      renamed: new Renamed(),
      text: (text) => this.#text(text, rangesIn(text, options.kept)),
      isKnown: options.words.isKnown,
      isKept: (name) => options.isLoose && !isPassingName(name) && !options.words.holdsValue(name),
    };
  }

  frame(
    { path, title, language, viewport, tree }: FrameSnapshot,
    match: AdapterMatch,
  ): FrameSnapshot {
    return {
      path,
      url: path.length === 0 ? addressFor(match) : 'https://example.org/',
      title: this.#text(title, rangesIn(title, this.#options.kept)),
      ...(language !== undefined && /^[a-z]{2}(?:-[A-Z]{2})?$/.test(language) ? { language } : {}),
      ...(viewport ? { viewport } : {}),
      tree: this.#tree(tree),
    };
  }

  /** Works without recursion, since a page may be nested deep. */
  #tree(tree: Root): Root {
    const ranges = keptRanges(tree, this.#options.kept);
    const copied: Root = { type: 'root', children: [] };
    const stack: { readonly from: Root | Element; readonly to: Root | Element }[] = [
      { from: tree, to: copied },
    ];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const children: ElementContent[] = [];
      for (const child of next.from.children) {
        if (child.type === 'text') children.push(this.#textNode(child, ranges.get(child) ?? []));
        if (child.type !== 'element') continue;
        const element = this.#element(child);
        children.push(element);
        if (!SILENT.has(child.tagName.toLowerCase())) stack.push({ from: child, to: element });
      }
      next.to.children = children;
    }
    return copied;
  }

  #textNode({ value }: Text, ranges: readonly Range[]): Text {
    return { type: 'text', value: this.#text(value, ranges) };
  }

  #text(text: string, ranges: readonly Range[]): string {
    let made = '';
    let at = 0;
    for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
      if (from > at) made += this.#other(text.slice(at, from));
      if (to > at) made += text.slice(Math.max(at, from), to);
      at = Math.max(at, to);
    }
    return made + this.#other(text.slice(at));
  }

  /** Works line by line: a choice from a list is on the page once more, alone. */
  #other(text: string): string {
    return text
      .split('\n')
      .map((line) => {
        const words = line.trim();
        if (words === '') return line;
        const { nameOf, made } = this.#options;
        const known = this.#known.get(words) ?? otherText(words, nameOf, made);
        this.#known.set(words, known);
        return line.replace(words, () => known);
      })
      .join('\n');
  }

  #element(element: Element): Element {
    const { tagName, data } = element;
    const { pointers, renamed } = this.#attributes;
    const properties = otherProperties(element, this.#attributes);
    const isSecret = isWithheld(element);
    if (isSecret) delete properties.value;
    const live: Record<string, unknown> = { ...data };
    if (isSecret) live.withheld = true;
    if (isSecret) delete live.value;
    else if (data?.value !== undefined)
      live.value = this.#text(data.value, rangesIn(data.value, this.#options.kept));
    const tag = tagName.toLowerCase();
    const isOwn = !TAGS.has(tag) && !pointers.tags.has(tag);
    const own = `${tag.includes('-') ? 'x-' : ''}${isOwn ? renamed.of(tag, 't') : ''}`;
    return {
      type: 'element',
      tagName: isOwn ? own : tagName,
      properties,
      children: [],
      ...(Object.keys(live).length > 0 ? { data: live as unknown as ElementData } : {}),
    };
  }
}

/** An address that the adapter accepts, with nothing of the page’s own. */
function addressFor({ hosts, paths, query = {} }: AdapterMatch): string {
  const filled = (pattern: string): string => pattern.replace(/\*+/g, '1');
  const host = hosts?.[0]?.replace(/^\*\./, 'www.') ?? 'example.org';
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encoded(filled(value))}`);
  return `https://${host}${filled(paths?.[0] ?? '/')}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

/** Escapes letters that a query cannot hold. */
function encoded(value: string): string {
  return Array.from(value, (letter) =>
    /[\w.~/-]/.test(letter)
      ? letter
      : [...new TextEncoder().encode(letter)]
          .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
          .join(''),
  ).join('');
}
