/** Elements that an adapter’s selector finds on a page, with a check that they are still what it was made for. */
import type { Element } from 'hast';
import type { LabelledValue } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { foldLabel } from '../field/fold-label.js';
import type { SelectorLocator } from './adapter.js';
import type { PageRead } from './choose-adapter.js';
import { findPlace, pathTo } from './find-place.js';
import { shownTexts, wordsBefore } from './page-part.js';
import { type Found, select } from './select.js';
import { goesByPosition, parseSelector } from './selector.js';
import { shownText } from './shown-text.js';

/** Most hits: a selector that finds more does not mean a field. */
const MOST_HITS = 50;
/** One word that may be a reference. */
const CODE = /^(?=\D*\d)[\p{L}\d/._#-]{5,40}$/u;

interface SelectorHit extends Found {
  readonly text: string;
  /** The reading's value with these words, preferably in that element. */
  readonly known?: LabelledValue;
  /** Set if it was found by position, and nothing on the page confirms that it is still the intended field. */
  readonly isUnsure: boolean;
}

/** A place that an adapter knows, with other words next to it now. */
export interface MovedPlace {
  /** The label that it had. */
  readonly beside: string;
  /** The label that it has now, if any. */
  readonly now?: string;
}

interface FoundBySelector {
  readonly hits: readonly SelectorHit[];
  readonly moved: readonly MovedPlace[];
}

type SnapshotRead = PageRead & { readonly snapshot: PageSnapshot };

/** Every place with content that the selector finds, except those that now have other words next to them. */
export function findBySelector(locator: SelectorLocator, page: SnapshotRead): FoundBySelector {
  const { selector, only, beside } = locator;
  const steps = parseSelector(selector);
  const isPosition = steps.ok && goesByPosition(steps.value);
  const isUnsure = isPosition && (beside === undefined || timesShown(foldLabel(beside), page) > 1);
  const hits: SelectorHit[] = [];
  const moved: MovedPlace[] = [];
  for (const found of select(page.snapshot, selector).slice(0, MOST_HITS)) {
    const text = shownText(found.element);
    if (text === '' || (only === 'code' && !CODE.test(text))) continue;
    const same = page.reading.values.filter(
      ({ place, value }) => place.frame.join() === found.frame.join() && fold(value) === fold(text),
    );
    const own = same.find(({ place, value }) => isAt(found.element, place, value, page));
    if (beside !== undefined && !isBeside(beside, found, own, page)) {
      moved.push({ beside, ...(own ? { now: own.label } : {}) });
      continue;
    }
    const known = own ?? same[0];
    hits.push({ ...found, text, isUnsure, ...(known ? { known } : {}) });
  }
  return { hits, moved };
}

function isBeside(
  beside: string,
  { frame, element }: Found,
  own: LabelledValue | undefined,
  { snapshot }: SnapshotRead,
): boolean {
  const wanted = foldLabel(beside);
  if (own && foldLabel(own.label) === wanted) return true;
  const tree = snapshot.frames.find(({ path }) => path.join() === frame.join())?.tree;
  const way = tree && pathTo(tree, (each) => each === element);
  const before = tree && way && wordsBefore(way, tree);
  return before !== undefined && foldLabel(before) === wanted;
}

/** True if the value is in the element, or the element is in the value's source. */
function isAt(
  element: Element,
  place: LabelledValue['place'],
  text: string,
  { snapshot }: SnapshotRead,
): boolean {
  const found = findPlace(snapshot, { ...place, text });
  return (
    found !== undefined &&
    (found.element === element ||
      found.within.includes(element) ||
      pathTo({ type: 'root', children: [found.element] }, (each) => each === element) !== undefined)
  );
}

/** Number of different values with this label; if there are none, the number of times the words are shown. */
function timesShown(folded: string, { reading, snapshot }: SnapshotRead): number {
  const values = reading.values.filter(
    ({ label, visible, partOf, continues }) =>
      visible && partOf === undefined && continues === undefined && foldLabel(label) === folded,
  );
  if (values.length > 0) return new Set(values.map(({ value }) => fold(value))).size;
  let times = 0;
  for (const { tree } of snapshot.frames)
    for (const { text } of shownTexts(tree)) if (foldLabel(text) === folded) times += 1;
  return times;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
