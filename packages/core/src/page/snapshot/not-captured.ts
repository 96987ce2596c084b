/**
 * Parts of a page that a reading cannot have: areas without text, parts that load only when opened, and the rest of a
 * list. Nothing is missed silently.
 */
import type { Element } from 'hast';
import type { Issue } from '../../shared/issue.js';
import { attribute, hasAttributes, tokens } from '../tree/attribute.js';
import type { Line } from '../tree/line.js';
import type { PageIndex } from '../tree/page-index.js';
import {
  childrenOf,
  closest,
  controlCount,
  elementAt,
  endOf,
  isBlank,
  letters,
} from '../tree/span.js';
import { foldLine } from '../tree/text.js';
import { HIDDEN } from '../tree/visibility.js';

/** Part of a list that is on this page. */
type ListPart =
  | { readonly kind: 'entries'; readonly shown: number; readonly total: number }
  | { readonly kind: 'pages'; readonly page: number; readonly total: number };

/** Parts of one frame that were not captured. */
export interface NotCaptured {
  /** Number of canvases large enough to hold words. */
  readonly painted: number;
  /** Number of PDFs and plug-ins. */
  readonly embedded: number;
  /** Number of tabs and sections that are closed and empty. */
  readonly closed: number;
  /** Number of parts with text that something else on the page is laid over. */
  readonly covered: number;
  /** Number of grids whose cells do not stand under their heads. */
  readonly scattered: number;
  readonly lists: readonly ListPart[];
}

export function notCaptured(index: PageIndex, lines: readonly Line[], scattered = 0): NotCaptured {
  return {
    painted: index.areas.filter(isPainted).length,
    embedded: index.areas.filter(isEmbedded).length,
    closed: closedParts(index),
    covered: coveredParts(index),
    scattered,
    lists: lines.map(listPart).filter((part) => part !== undefined),
  };
}

/** Issues of all frames of a page together, each kind once. */
export function notCapturedIssues(frames: readonly NotCaptured[]): Issue[] {
  const sum = (count: Exclude<keyof NotCaptured, 'lists'>): number =>
    frames.reduce((total, frame) => total + frame[count], 0);
  const painted = sum('painted');
  const embedded = sum('embedded');
  const closed = sum('closed');
  const issues: Issue[] = [];
  if (painted > 0)
    issues.push({
      code: 'area-painted',
      message: `${painted === 1 ? 'One area of this page is a picture' : `${painted} areas of this page are pictures`} that the page paints, and nothing in ${painted === 1 ? 'it' : 'them'} was read. Look at the page, and type what you need from there.`,
      severity: 'warning',
    });
  if (embedded > 0)
    issues.push({
      code: 'area-embedded',
      message: `${embedded === 1 ? 'One area of this page is a PDF or a plug-in' : `${embedded} areas of this page are PDFs or plug-ins`}, and nothing in ${embedded === 1 ? 'it' : 'them'} was read. Copy the text from there and paste it, or type what you need.`,
      severity: 'warning',
    });
  if (closed > 0)
    issues.push({
      code: 'part-closed',
      message: `${closed === 1 ? 'One tab or section of this page is closed and its contents are' : `${closed} tabs or sections of this page are closed and their contents are`} not on the page yet. Open ${closed === 1 ? 'it' : 'each of them'} on the page and capture again.`,
      severity: 'warning',
    });
  if (sum('covered') > 0)
    issues.push({
      code: 'part-covered',
      message:
        'Something on this page, such as an open menu, covers part of it. Values behind it were left out or are marked “Not on screen”. Close it or move it, then capture again.',
      severity: 'warning',
    });
  const scattered = sum('scattered');
  if (scattered > 0)
    issues.push({
      code: 'grid-not-read',
      message: `In ${scattered === 1 ? 'one list' : `${scattered} lists`} on this page the values do not line up with their headings, and nothing in ${scattered === 1 ? 'it' : 'them'} was read. Scroll until they line up and capture again, or type what you need.`,
      severity: 'warning',
    });
  const said = new Set(frames.flatMap(({ lists }) => lists.map(listWords)));
  for (const words of [...said].slice(0, MOST_LISTS))
    issues.push({ code: 'list-continues', message: words, severity: 'warning' });
  return issues;
}

const MOST_LISTS = 3;

function listWords(part: ListPart): string {
  const go = 'Open the other pages and capture each, or open the one record that you need.';
  if (part.kind === 'pages') return `This is page ${part.page} of ${part.total}. ${go}`;
  const { shown, total } = part;
  return `This list has ${total} entries and ${shown} ${shown === 1 ? 'is' : 'are'} on this page. ${go}`;
}

/** Least size of an area with words, in CSS pixels: anything smaller is an icon, or a line of a chart. */
const LEAST_WIDTH = 100;
const LEAST_HEIGHT = 40;

function isPainted(element: Element): boolean {
  if (element.tagName.toLowerCase() !== 'canvas') return false;
  const size = (name: 'width' | 'height', standard: number): number =>
    Number.parseInt(attribute(element, name) ?? '', 10) || standard;
  // A saved page has no boxes: the size is then from the markup, or a canvas's default.
  const { box } = element.data ?? {};
  const width = box ? box[2] : size('width', 300);
  const height = box ? box[3] : size('height', 150);
  return width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
}

const PDF_ADDRESS = /\.pdf(?:$|[?#])/i;
/** Types that the browser reads as a page or shows as a picture, so they are neither PDF nor plug-in. */
const READABLE_TYPE = /^(?:text\/html|application\/xhtml\+xml|image\/)/i;

function isEmbedded(element: Element): boolean {
  const tag = element.tagName.toLowerCase();
  const { box } = element.data ?? {};
  if (tag === 'canvas' || (box && (box[2] < LEAST_WIDTH || box[3] < LEAST_HEIGHT))) return false;
  const type = attribute(element, 'type')?.trim() ?? '';
  const address = attribute(element, tag === 'object' ? 'data' : 'src') ?? '';
  if (/pdf/i.test(type) || PDF_ADDRESS.test(address)) return true;
  return tag === 'embed' || (tag === 'object' && type !== '') ? !READABLE_TYPE.test(type) : false;
}

/** Roles of elements that open a list to choose from, or lead elsewhere. */
const CHOICE_ROLES: ReadonlySet<string> = new Set(
  'combobox listbox menuitem option searchbox textbox treeitem'.split(' '),
);
const CHOICE_TAGS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);
const MENUS: ReadonlySet<string> = new Set(['header', 'nav']);

function closedParts(index: PageIndex): number {
  let count = 0;
  for (let at = 0; at < index.nodes.length; at += 1) {
    const node = index.nodes[at];
    if (node?.type !== 'element' || (index.visibility[at] ?? 0) & HIDDEN) continue;
    if (index.tags[at] !== 'details' && !hasAttributes(node)) continue;
    if (isClosedTab(index, at) || isClosedSection(index, at)) count += 1;
  }
  return count;
}

function coveredParts(index: PageIndex): number {
  return index.nodes.filter(
    (node, at) =>
      node.type === 'element' &&
      node.data?.covered &&
      letters(index, at) + controlCount(index, at) > 0,
  ).length;
}

function isClosedTab(index: PageIndex, at: number): boolean {
  const element = index.roles.get(at) === 'tab' ? elementAt(index, at) : undefined;
  if (!element || attribute(element, 'aria-selected') !== 'false') return false;
  return isAway(index, element);
}

function isClosedSection(index: PageIndex, at: number): boolean {
  const tag = index.tags[at] ?? '';
  const element = elementAt(index, at);
  if (!element) return false;
  if (tag === 'details')
    return attribute(element, 'open') === undefined && holdsOnlySummary(index, at);
  if (attribute(element, 'aria-expanded') !== 'false') return false;
  const popup = attribute(element, 'aria-haspopup');
  if (popup !== undefined && popup !== 'false') return false;
  if (CHOICE_TAGS.has(tag) || CHOICE_ROLES.has(index.roles.get(at) ?? '')) return false;
  return closest(index, at, MENUS) < 0 && isAway(index, element);
}

/** True if the element names what it opens, and that is either not on the page or empty. */
function isAway(index: PageIndex, element: Element): boolean {
  const ids = tokens(element, 'aria-controls').slice(0, 4);
  return (
    ids.length > 0 &&
    ids.every((id) => {
      const panel = index.ids.get(id)?.[0];
      return panel === undefined || isEmpty(index, panel);
    })
  );
}

function isEmpty(index: PageIndex, at: number): boolean {
  if (!isBlank(index, at)) return false;
  const element = elementAt(index, at);
  // A frame in it is read, or reported, separately.
  return !element?.children.some((child) => child.type === 'element' && isFrame(child));
}

function isFrame({ tagName }: Element): boolean {
  return /^(?:iframe|object|embed|img|canvas)$/i.test(tagName);
}

function holdsOnlySummary(index: PageIndex, at: number): boolean {
  const children = childrenOf(index, at);
  const summary = children.find((child) => index.tags[child] === 'summary');
  if (summary === undefined || endOf(index, at) - at > 200) return false;
  return children.every((child) => child === summary || isEmpty(index, child));
}

const LONGEST_PAGER = 80;
const MAY_COUNT = /\d\s+(?:o|\/)/i;
const OF_TOTAL = /\d (?:(?:out )?of|\/) \d/i;
const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,9})`;
const LEAD =
  '(?:(?:now )?(?:showing|displaying|viewing|listing)(?: (?:items?|entries|records?|results?|rows?))?|results?|items?|records?|entries|rows?)';
/** "Showing 1 to 20 of 57 entries", "1–20 of 57". The noun at the end may be any, with nothing after it. */
const ENTRIES = new RegExp(
  `^(?:${LEAD}:? )?${NUMBER} ?(?:-|–|—|to|through) ?${NUMBER} (?:of|out of) ${NUMBER}(?: \\p{L}{1,20}){0,2}\\.?$`,
  'iu',
);
/** "Showing 20 of 57 entries". */
const SOME = new RegExp(
  `^(?:showing|displaying|viewing|listing)(?: the)?(?: first| last| latest)? ${NUMBER} (?:of|out of) ${NUMBER}(?: \\p{L}{1,20}){0,2}\\.?$`,
  'iu',
);
const PAGES = new RegExp(`^(?:viewing )?page:? ${NUMBER} (?:of|out of|/) ${NUMBER}\\.?$`, 'iu');

/**
 * Part of a list by its pager. The pager must be the whole line: inside a sentence the same words are somebody's
 * account.
 */
function listPart(line: Line): ListPart | undefined {
  const { raw } = line;
  if (raw.length > 4 * LONGEST_PAGER || !MAY_COUNT.test(raw)) return undefined;
  const text = foldLine(raw);
  if (text.length > LONGEST_PAGER || !OF_TOTAL.test(text)) return undefined;
  const range = ENTRIES.exec(text)?.slice(1).map(toNumber);
  if (range) {
    const [from = 0, to = 0, total = 0] = range;
    const shown = to - from + 1;
    return from >= 1 && shown >= 1 && to <= total && shown < total
      ? { kind: 'entries', shown, total }
      : undefined;
  }
  const some = SOME.exec(text)?.slice(1).map(toNumber);
  if (some) {
    const [shown = 0, total = 0] = some;
    return shown < total ? { kind: 'entries', shown, total } : undefined;
  }
  const pages = PAGES.exec(text)?.slice(1).map(toNumber);
  if (!pages) return undefined;
  const [page = 0, total = 0] = pages;
  return page >= 1 && page <= total && total > 1 ? { kind: 'pages', page, total } : undefined;
}

function toNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}
