/** Facts from an element's name and namespace alone: computed when a walk first meets them, then looked up. */
import { HTML, isLeftEmpty, mayHost } from './child-node.js';
import { isControlTag } from './live-value.js';
import { localNameOf, namespaceOf } from './native.js';
import { isPainted } from './visibility.js';

/** Elements whose place on the screen shows which parts belong together, even without their own text. */
const BOXED: ReadonlySet<string> = new Set(
  'canvas dd dt embed frame iframe label object td th'.split(' '),
);
/** Elements that show something other than text. */
const PICTURES: ReadonlySet<string> = new Set(
  'canvas embed frame iframe img object video'.split(' '),
);
const FRAMES: ReadonlySet<string> = new Set(['frame', 'iframe', 'object']);

export interface TagKind {
  /** Lower case, as in a parsed page, for any type of document. */
  readonly tag: string;
  /** Start of its JSON, up to its properties. */
  readonly opening: string;
  /** False in another namespace: then only the element itself is read. */
  readonly isHtml: boolean;
  readonly isPainted: boolean;
  readonly isBoxed: boolean;
  readonly isControl: boolean;
  readonly isFrame: boolean;
  readonly isPicture: boolean;
  readonly isLeftEmpty: boolean;
  readonly mayHost: boolean;
}

/** The kinds met so far on one page. */
export class TagKinds {
  readonly #html = new Map<string, TagKind>();
  readonly #foreign = new Map<string, TagKind>();

  of(element: Element): TagKind {
    const isHtml = namespaceOf(element) === HTML;
    const kinds = isHtml ? this.#html : this.#foreign;
    const name = localNameOf(element);
    let kind = kinds.get(name);
    if (!kind) {
      kind = kindOf(name.toLowerCase(), isHtml);
      kinds.set(name, kind);
    }
    return kind;
  }
}

function kindOf(tag: string, isHtml: boolean): TagKind {
  const isControl = isHtml && isControlTag(tag);
  return {
    tag,
    opening: `,[${JSON.stringify(tag)},`,
    isHtml,
    isPainted: isPainted(tag),
    isBoxed: isControl || BOXED.has(tag),
    isControl,
    isFrame: FRAMES.has(tag),
    isPicture: PICTURES.has(tag),
    isLeftEmpty: !isHtml || isLeftEmpty(tag),
    mayHost: isHtml && mayHost(tag),
  };
}
