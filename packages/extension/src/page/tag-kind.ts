/** What an element's name and namespace alone say of it: worked out when a walk first meets them, then looked up. */
import { HTML, isLeftEmpty, mayHost } from './child-node.js';
import { isControlTag } from './live-value.js';
import { localNameOf, namespaceOf } from './native.js';
import { isPainted } from './visibility.js';

/** Elements whose place on the screen says what belongs together, whether or not they hold text of their own. */
const BOXED: ReadonlySet<string> = new Set(
  'canvas dd dt embed frame iframe label object td th'.split(' '),
);
/** Elements that show something other than text. */
const PICTURES: ReadonlySet<string> = new Set(
  'canvas embed frame iframe img object video'.split(' '),
);
const FRAMES: ReadonlySet<string> = new Set(['frame', 'iframe', 'object']);

export interface TagKind {
  /** Lower case, as a parsed page has it, whatever the document's type. */
  readonly tag: string;
  /** How its JSON begins after what stands before it, up to its properties. */
  readonly opening: string;
  /** Of another namespace nothing is read but the element itself. */
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
