/** Part of a page that an element is in: visible or not, the record or the site's own frame around it. */
import type { Element, Root } from 'hast';
import { attribute } from '../../page/tree/attribute.js';
import { HIDDEN, visibilityOf } from '../../page/tree/visibility.js';
import { pathTo } from './find-place.js';
import { shownText } from './shown-text.js';

/** An element with its ancestors, outermost first and itself last. */
type Way = readonly Element[];

const RECORD_TAGS: ReadonlySet<string> = new Set(['main', 'article']);
/** Tags that belong to a record inside it, and to the site anywhere else. */
const SITE_TAGS: ReadonlySet<string> = new Set(['header', 'footer']);
const SITE_ROLES: ReadonlySet<string> = new Set(['banner', 'contentinfo']);
const MENU_ROLES: ReadonlySet<string> = new Set(
  'navigation search menu menubar toolbar'.split(' '),
);
const BOXES: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);
/** Elements that are never shown as text of a page. */
const SILENT: ReadonlySet<string> = new Set('script style template noscript head title'.split(' '));

/** State of an element's place, derived from its parent's. */
interface Standing {
  readonly flags: number;
  /** Set inside closed `details`: only the summary is shown. */
  readonly isClosed: boolean;
  readonly isInRecord: boolean;
  /** Set in a header or footer of the site. */
  readonly isOfSite: boolean;
  readonly isInMenu: boolean;
}

const OUTSIDE: Standing = {
  flags: 0,
  isClosed: false,
  isInRecord: false,
  isOfSite: false,
  isInMenu: false,
};

function within(element: Element, outer: Standing): Standing {
  const tag = element.tagName.toLowerCase();
  const role = attribute(element, 'role') ?? '';
  const isInRecord = outer.isInRecord || RECORD_TAGS.has(tag) || role === 'main';
  return {
    flags: visibilityOf(element, outer.flags, outer.isClosed && tag !== 'summary'),
    isClosed: tag === 'details' && attribute(element, 'open') === undefined,
    isInRecord,
    isOfSite: outer.isOfSite || SITE_ROLES.has(role) || (SITE_TAGS.has(tag) && !isInRecord),
    isInMenu: outer.isInMenu || tag === 'nav' || MENU_ROLES.has(role),
  };
}

function standingOf(way: Way): Standing {
  return way.reduce((outer, element) => within(element, outer), OUTSIDE);
}

export function isOnShow(way: Way): boolean {
  return (standingOf(way).flags & HIDDEN) === 0;
}

/** True in a header, menu or footer, as on every screen of the site. */
export function isOfSite(way: Way): boolean {
  const { isOfSite, isInMenu } = standingOf(way);
  return isOfSite || isInMenu;
}

/** A text of the page as shown, with white space folded. */
interface ShownText {
  readonly text: string;
  /**
   * Set for the site's own text, such as its name in the header; not for a menu entry, which may be the name of one
   * screen.
   */
  readonly isOfSite: boolean;
}

/** Every visible text of a frame, in no particular order. */
export function* shownTexts(tree: Root): Generator<ShownText> {
  const stack: { readonly node: Root | Element; readonly standing: Standing }[] = [
    { node: tree, standing: OUTSIDE },
  ];
  for (let top = stack.pop(); top; top = stack.pop())
    for (const child of top.node.children) {
      const { standing } = top;
      if (child.type === 'text' && (standing.flags & HIDDEN) === 0)
        yield {
          text: folded(child.value),
          isOfSite: standing.isOfSite && !standing.isInMenu,
        };
      if (child.type === 'element' && !SILENT.has(child.tagName.toLowerCase()))
        stack.push({ node: child, standing: within(child, standing) });
    }
}

/**
 * Visible text right before an element: of the node next to it, or else of one next to an ancestor.
 *
 * @returns undefined where there is none, or another box is between
 */
export function wordsBefore(way: Way, tree: Root): string | undefined {
  for (let depth = way.length - 1; depth >= 0; depth -= 1) {
    const element = way[depth];
    const parent: Root | Element = way[depth - 1] ?? tree;
    const at = element ? parent.children.indexOf(element) : -1;
    for (let before = at - 1; before >= 0; before -= 1) {
      const node = parent.children[before];
      if (node?.type === 'element' && holdsBox(node)) return undefined;
      const text = textOf(node);
      if (/[\p{L}\p{N}]/u.test(text)) return text;
    }
  }
  return undefined;
}

/** True if it holds a box, empty or not: words before it ask for that box, and not for anything after it. */
function holdsBox(element: Element): boolean {
  return isBox(element) || pathTo(element, isBox) !== undefined;
}

function isBox(element: Element): boolean {
  const isHidden = attribute(element, 'type')?.toLowerCase() === 'hidden';
  return BOXES.has(element.tagName.toLowerCase()) && !isHidden;
}

function textOf(node: Root['children'][number] | undefined): string {
  if (node?.type === 'text') return folded(node.value);
  if (node?.type !== 'element' || SILENT.has(node.tagName.toLowerCase()) || !isOnShow([node]))
    return '';
  return folded(shownText(node));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
