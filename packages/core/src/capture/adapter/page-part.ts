/** Which part of a page an element is in: one that is shown or not, the record or what every screen of the site has. */
import type { Element, Root } from 'hast';
import { attribute } from '../../page/tree/attribute.js';
import { HIDDEN, visibilityOf } from '../../page/tree/visibility.js';
import { pathTo } from './find-place.js';
import { shownText } from './shown-text.js';

/** An element with those that it is in, outermost first and itself last. */
type Way = readonly Element[];

const RECORD_TAGS: ReadonlySet<string> = new Set(['main', 'article']);
/** Within a record they are its own; anywhere else they are the site’s. */
const SITE_TAGS: ReadonlySet<string> = new Set(['header', 'footer']);
const SITE_ROLES: ReadonlySet<string> = new Set(['banner', 'contentinfo']);
const MENU_ROLES: ReadonlySet<string> = new Set(
  'navigation search menu menubar toolbar'.split(' '),
);
const BOXES: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);
/** Never shown as text of a page. */
const SILENT: ReadonlySet<string> = new Set('script style template noscript head title'.split(' '));

/** How an element is placed, given how what it is in is placed. */
interface Standing {
  readonly flags: number;
  /** Of the inside of `details` that is closed, only the summary is shown. */
  readonly isClosed: boolean;
  readonly isInRecord: boolean;
  /** In a header or footer of the site. */
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

/** Whether it is in a header, menu or footer, as every screen of the site has them. */
export function isOfSite(way: Way): boolean {
  const { isOfSite, isInMenu } = standingOf(way);
  return isOfSite || isInMenu;
}

/** A text of the page as it is shown, white space folded. */
interface ShownText {
  readonly text: string;
  /** The name of the site in its header, say; not an entry of a menu, which may be the name of one screen. */
  readonly isOfSite: boolean;
}

/** Every text of a frame that is shown, in no order. */
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
 * Shown text right before an element: of what is next to it, or else of what is next to something that it is in.
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

/** Empty or not: words before it ask for it, and not for what comes after. */
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
