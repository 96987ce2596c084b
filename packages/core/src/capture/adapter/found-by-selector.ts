/** What an adapter’s selector finds on a page, and whether that is still what the adapter was made for. */
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

/** A selector that finds more than this means no field. */
const MOST_HITS = 50;
/** One word that may be a reference. */
const CODE = /^(?=\D*\d)[\p{L}\d/._#-]{5,40}$/u;

interface SelectorHit extends Found {
  readonly text: string;
  /** The value of the reading with these words, in that element where there is one. */
  readonly known?: LabelledValue;
  /** Found by its position, and nothing on the page says that it is still the field that was meant. */
  readonly isUnsure: boolean;
}

/** A place that an adapter knows and beside which other words stand now. */
export interface MovedPlace {
  /** The label that it had. */
  readonly beside: string;
  /** The label that it has now, where it has one. */
  readonly now?: string;
}

interface FoundBySelector {
  readonly hits: readonly SelectorHit[];
  readonly moved: readonly MovedPlace[];
}

type SnapshotRead = PageRead & { readonly snapshot: PageSnapshot };

/** Every place that the selector finds and that holds something, but for those beside which other words stand now. */
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

/** Whether a value stands in the element, or the element in what the value was read from. */
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

/** Of how many different values it is the label; of none, how often the words are shown. */
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
