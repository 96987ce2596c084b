/** The values and headings of a reading by their folded labels: an adapter asks for dozens, a page holds thousands. */
import type { LabelledValue, Reading } from '../page/reading.js';
import type { LabelLocator } from './adapter.js';
import { foldLabel } from './fold-label.js';

/** No value itself: what is known of a reading outlives it until the engine next clears up. */
interface Folded {
  /** Where the values stand in the reading, in the order of the page. */
  readonly values: ReadonlyMap<string, readonly number[]>;
  readonly headings: ReadonlySet<string>;
}

const FOLDED = new WeakMap<Reading, Folded>();

/** The values that a label locator means: by their label, and their owner among the headings above them. */
export function valuesOfLabel(
  { label, owner }: LabelLocator,
  reading: Reading,
): readonly LabelledValue[] {
  const places = foldedOf(reading).values.get(foldLabel(label)) ?? [];
  const values = places.flatMap((place) => reading.values[place] ?? []);
  if (owner === undefined || values.length === 0) return values;
  const wanted = foldLabel(owner);
  return values.filter((value) => value.owner.some((heading) => foldLabel(heading) === wanted));
}

/** Whether a thing with a label and owners is the one that a label locator means. */
export function isLabelled(
  { label, owner }: Pick<LabelledValue, 'label' | 'owner'>,
  wanted: LabelLocator,
): boolean {
  if (foldLabel(label) !== foldLabel(wanted.label)) return false;
  const heading = wanted.owner === undefined ? undefined : foldLabel(wanted.owner);
  return heading === undefined || owner.some((each) => foldLabel(each) === heading);
}

export function hasHeading(heading: string, reading: Reading): boolean {
  return foldedOf(reading).headings.has(foldLabel(heading));
}

function foldedOf(reading: Reading): Folded {
  const known = FOLDED.get(reading);
  if (known) return known;
  const values = new Map<string, number[]>();
  for (const [place, value] of reading.values.entries()) {
    const label = foldLabel(value.label);
    const same = values.get(label);
    if (same) same.push(place);
    else values.set(label, [place]);
  }
  const folded = { values, headings: new Set(reading.headings.map(foldLabel)) };
  FOLDED.set(reading, folded);
  return folded;
}
