/** Owners of values: headings, legends, captions, card titles and section rows, each with the range that it rules. */
import { attribute, tokens } from '../tree/attribute.js';
import { legendOf } from '../tree/choice.js';
import type { PageIndex } from '../tree/page-index.js';
import {
  childrenOf,
  controlCount,
  elementAt,
  endOf,
  isAllBold,
  isAllLinks,
  letters,
} from '../tree/span.js';
import { displayText, foldLine, isBlock } from '../tree/text.js';
import { endsWithColon, isPart, labelOf } from './label-text.js';
import type { TableSection } from './table/table.js';

export interface Scope {
  /** Position of the heading itself; -1 if it is not displayed. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** Rank: 1 to 6 for headings; 7 for text that only looks like one; 8 within a table; 9 for groups. */
  readonly rank: number;
}

const LONGEST_TITLE = 120;
/** Most nodes in a title, so that headings within headings cost no more than others. */
const MOST_IN_TITLE = 400;
const LEVELS: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]),
);
const STOPS = new Set(
  'section article aside main nav form fieldset td th li body html table dialog'.split(' '),
);
const GROUP_ROLES = new Set(['group', 'radiogroup', 'region', 'tabpanel', 'dialog', 'form']);
const GROUP_TAGS = new Set(['section', 'article', 'aside', 'form', 'table', 'dialog', 'fieldset']);
const TITLE_CLASS =
  /(?:^|[\s_-])(?:title|heading|caption|(?:card|panel|section|box|block|group|modal|dialog)[-_]+header)(?:$|\s)/i;
const NEVER_TITLES = new Set(
  'td th tr tbody table dt dd dl label li ul ol a button option p span b strong font'.split(' '),
);

/** Every scope of a frame, outer before inner. */
export function scopesOf(index: PageIndex, sections: readonly TableSection[]): Scope[] {
  const scopes: Scope[] = sections.map((section) => ({ ...section, rank: 8 }));
  const open = new Map<
    number,
    { scope: { -readonly [key in keyof Scope]: Scope[key] }; rank: number }[]
  >();
  for (let at = 0; at < index.tags.length; at += 1) {
    const tag = index.tags[at] ?? '';
    if (tag === '#text') continue;
    const rank = headingRank(index, at, tag);
    if (rank > 0) {
      const title = headingText(index, at);
      if (title === undefined || isLabelOfBox(index, at)) continue;
      const top = wrapperOf(index, at);
      const parent = index.parents[top] ?? -1;
      const ruled = open.get(parent) ?? [];
      for (const other of ruled)
        if (other.rank >= rank && other.scope.to > top) other.scope.to = top;
      const scope = {
        at,
        from: endOf(index, top),
        to: parent < 0 ? index.tags.length : endOf(index, listUnder(index, at, parent)),
        title,
        rank,
      };
      open.set(parent, [...ruled.filter((other) => other.rank < rank), { scope, rank }]);
      scopes.push(scope);
    } else if (tag === 'details' || GROUP_TAGS.has(tag) || index.roles.has(at))
      groupScope(index, at, tag, scopes);
  }
  return scopes.sort((a, b) => a.from - b.from || b.to - a.to || a.rank - b.rank);
}

/** True for a heading that is the label of one box, and rules nothing else. */
function isLabelOfBox(index: PageIndex, at: number): boolean {
  const [only, ...more] = childrenOf(index, at).filter((child) => letters(index, child) > 0);
  const element = only !== undefined && more.length === 0 ? elementAt(index, only) : undefined;
  return element?.tagName === 'label' && index.ids.has(attribute(element, 'for') ?? '');
}

/** A word beside a name, such as a number by which a service knows somebody. */
const CODE = /^(?=.*\p{L})(?=.*\d)[\p{L}\d/-]{1,20}$/u;
/** Two words or more, as a name has. */
const WORDS = /^\p{Lu}[^\d:]*\s\p{Lu}/u;

/**
 * The list whose first item is a link with at most a code beside it, to all that is held of whoever the other items are
 * about: the heading in it is over them.
 */
function listUnder(index: PageIndex, at: number, parent: number): number {
  const list = index.parents[parent] ?? -1;
  if (index.tags[parent] !== 'li' || index.tags[list] !== 'ul') return parent;
  const isFirst = (index.counts.letters[parent] ?? 0) === (index.counts.letters[list] ?? 0);
  const isPlate = isAllLinks(index, at) && WORDS.test(displayText(index, at));
  if (!isFirst || !isPlate || letters(index, parent) > LONGEST_TITLE) return parent;
  const beside = displayText(index, parent).replace(displayText(index, at), '').trim();
  return beside === '' || CODE.test(beside) ? list : parent;
}

/** Text of a heading without its extras, such as an *edit* link. */
function headingText(index: PageIndex, at: number): string | undefined {
  if (letters(index, at) > LONGEST_TITLE * 2 || endOf(index, at) - at > MOST_IN_TITLE)
    return undefined;
  if (isAllLinks(index, at)) return labelOf(index, at)?.slice(0, LONGEST_TITLE);
  const pieces: string[] = [];
  for (let i = at; i < endOf(index, at); ) {
    const tag = index.tags[i] ?? '';
    const isAside =
      tag === 'a' ||
      tag === 'button' ||
      (i !== at && (index.visibility[i] ?? 0) !== (index.visibility[at] ?? 0));
    const node = index.nodes[i];
    if (node?.type === 'text') pieces.push(node.value);
    else if (tag === 'br' || (i !== at && (isBlock(tag) || tag.includes('-')))) pieces.push(' ');
    i = isAside ? endOf(index, i) : i + 1;
  }
  const text = foldLine(pieces.join('').replace(/\[[\s|]*\]/g, ''));
  return /[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST_TITLE ? text : undefined;
}

/** Rank of a heading; 0 if it is not one. */
function headingRank(index: PageIndex, at: number, tag: string): number {
  const level = LEVELS.get(tag);
  if (level !== undefined) return level;
  const element = index.roles.get(at) === 'heading' ? elementAt(index, at) : undefined;
  if (element) return Number(attribute(element, 'aria-level') ?? 2) || 2;
  return looksLikeHeading(index, at, tag) ? 7 : 0;
}

/** True for a short line in bold on its own, or a block with a title's class, before something else. */
function looksLikeHeading(index: PageIndex, at: number, tag: string): boolean {
  const size = letters(index, at);
  if (size < 2 || size > 60 || endOf(index, at) - at > 40 || controlCount(index, at) > 0)
    return false;
  if (tag === 'p' || tag === 'center') {
    const text = displayText(index, at);
    return (isAllBold(index, at) || isSized(index, at) || isPart(text)) && !endsWithColon(text);
  }
  if (NEVER_TITLES.has(tag)) return false;
  const element = elementAt(index, at);
  const isCalledSo = element !== undefined && TITLE_CLASS.test(attribute(element, 'class') ?? '');
  if (!isCalledSo && !(tag === 'div' && isAllBold(index, at) && isLeaf(index, at))) return false;
  for (let i = at + 1; i < endOf(index, at); i += 1)
    if (LEVELS.has(index.tags[i] ?? '')) return false;
  return !endsWithColon(displayText(index, at));
}

/** Names by which design systems give a paragraph the size of a heading: `heading-m`, `title--lg`. */
const SIZED_CLASS = /(?:^|[\s_-])(?:heading|title)[-_]{1,2}(?:x{0,2}[sml]|sm|md|lg|[1-6])(?:$|\s)/i;

function isSized(index: PageIndex, at: number): boolean {
  const element = elementAt(index, at);
  return element !== undefined && SIZED_CLASS.test(attribute(element, 'class') ?? '');
}

function isLeaf(index: PageIndex, at: number): boolean {
  return childrenOf(index, at).every((child) =>
    /^(?:#text|b|strong|span|font)$/.test(index.tags[child] ?? ''),
  );
}

/** The outermost box that holds only the heading: the heading rules the content after it. */
function wrapperOf(index: PageIndex, at: number): number {
  let top = at;
  const size = letters(index, at);
  for (let left = 8; left > 0; left -= 1) {
    const parent = index.parents[top] ?? -1;
    if (parent < 0 || STOPS.has(index.tags[parent] ?? '')) break;
    const after =
      (index.counts.letters[endOf(index, parent)] ?? 0) -
      (index.counts.letters[endOf(index, top)] ?? 0);
    const boxes =
      (index.counts.controls[endOf(index, parent)] ?? 0) -
      (index.counts.controls[endOf(index, top)] ?? 0);
    if (after > 0 || boxes > 0 || letters(index, parent) > size + 60) break;
    top = parent;
  }
  return top;
}

/** Adds the scopes of fieldsets, captions, details, and groups that have a name. */
function groupScope(index: PageIndex, at: number, tag: string, scopes: Scope[]): void {
  const range = { from: at, to: endOf(index, at), rank: 9 };
  if (tag === 'fieldset') {
    const legend = legendOf(index, at);
    const title = legend < 0 ? undefined : labelOf(index, legend);
    if (title !== undefined)
      scopes.push({ ...range, at: legend, from: endOf(index, legend), title });
    if (title !== undefined) return;
  }
  if (tag === 'table' || tag === 'details') {
    const wanted = tag === 'table' ? 'caption' : 'summary';
    const named = childrenOf(index, at)
      .slice(0, 4)
      .find((child) => index.tags[child] === wanted);
    const title = named === undefined ? undefined : labelOf(index, named);
    if (named !== undefined && title !== undefined) {
      scopes.push({ ...range, at: named, from: endOf(index, named), title });
      return;
    }
  }
  if (!GROUP_TAGS.has(tag) && !GROUP_ROLES.has(index.roles.get(at) ?? '')) return;
  const element = elementAt(index, at);
  if (!element) return;
  const named = tokens(element, 'aria-labelledby')
    .slice(0, 4)
    .map((id) => index.ids.get(id)?.[0])
    .filter((order) => order !== undefined);
  const [first] = named;
  const text =
    named.map((order) => labelOf(index, order) ?? '').join(' ') ||
    (attribute(element, 'aria-label') ?? '');
  const title = foldLine(text).slice(0, LONGEST_TITLE);
  if (title !== '') scopes.push({ ...range, at: first ?? -1, title });
}
