/** The values and headings of a reading by their folded labels: an adapter asks for dozens, a page holds thousands. */
import type { LabelledValue, Place, Reading } from '../../page/reading.js';
import { foldLabel } from '../field/fold-label.js';
import type { LabelLocator } from './adapter.js';

/** Positions only, no values: the cache may outlive its reading until the next garbage collection. */
interface Folded {
  /** Positions of the values in the reading, in the order of the page. */
  readonly values: ReadonlyMap<string, readonly number[]>;
  /** Positions of headings, by their words. */
  readonly headings: ReadonlyMap<string, readonly number[]>;
}

const FOLDED = new WeakMap<Reading, Folded>();

/**
 * The values that a label locator means: by their label, and their owner among the headings above them. If any of them
 * is visible, only visible ones: a hidden form repeats the labels of the visible record.
 */
export function valuesOfLabel(locator: LabelLocator, reading: Reading): readonly LabelledValue[] {
  const values = allOfLabel(locator, reading);
  const shown = values.filter(({ visible }) => visible);
  return shown.length > 0 ? shown : values;
}

/** The same as {@link valuesOfLabel}, including values hidden behind a visible one. */
export function allOfLabel(
  { label, owner }: LabelLocator,
  reading: Reading,
): readonly LabelledValue[] {
  const places = foldedOf(reading).values.get(foldLabel(label)) ?? [];
  const values = places.flatMap((place) => reading.values[place] ?? []);
  if (owner === undefined || values.length === 0) return values;
  const wanted = foldLabel(owner);
  return values.filter((value) => value.owner.some((heading) => foldLabel(heading) === wanted));
}

/** True if the words are the label of a value of this page. */
export function isLabelOn(words: string, reading: Reading): boolean {
  return foldedOf(reading).values.has(foldLabel(words));
}

/** True if something with a label and owners is the one that a label locator means. */
export function isLabelled(
  { label, owner }: Pick<LabelledValue, 'label' | 'owner'>,
  wanted: LabelLocator,
): boolean {
  if (foldLabel(label) !== foldLabel(wanted.label)) return false;
  const heading = wanted.owner === undefined ? undefined : foldLabel(wanted.owner);
  return heading === undefined || owner.some((each) => foldLabel(each) === heading);
}

/** Places of the headings with these words; undefined for headings in a text that came without a page. */
export function placesOfHeading(heading: string, reading: Reading): readonly (Place | undefined)[] {
  const places = foldedOf(reading).headings.get(foldLabel(heading)) ?? [];
  return places.map((place) => reading.headingPlaces?.[place]);
}

function foldedOf(reading: Reading): Folded {
  const known = FOLDED.get(reading);
  if (known) return known;
  const folded = {
    values: placesBy(reading.values.map(({ label }) => label)),
    headings: placesBy(reading.headings),
  };
  FOLDED.set(reading, folded);
  return folded;
}

function placesBy(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    const folded = foldLabel(text);
    const same = places.get(folded);
    if (same) same.push(place);
    else places.set(folded, [place]);
  }
  return places;
}
