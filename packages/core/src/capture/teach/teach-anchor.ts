/**
 * Anchors that recognise the taught screen: its title, headings and labels, if they are the system’s and not the
 * record’s, and distinguish this screen from its others. Menus, the site's header and hidden parts are left out.
 */
import type { LabelledValue, Place } from '../../page/reading.js';
import type { Anchor, LabelLocator } from '../adapter/adapter.js';
import { anchorFound } from '../adapter/choose-adapter.js';
import { findPlace } from '../adapter/find-place.js';
import { isOfSite, shownTexts } from '../adapter/page-part.js';
import { valuesOfLabel } from '../adapter/value-of-label.js';
import { foldLabel } from '../field/fold-label.js';
import type { SystemWords } from './system-words.js';
import type { TaughtPage } from './taught.js';
import { namesOf, selectorFor } from './teach-selector.js';
import type { Target } from './teach-target.js';

const MOST_HEADINGS = 4;
const MOST_LABELS = 6;
/** Most labels besides those that were taught: a record that lacks one of these may have the others. */
const MOST_OTHERS = 3;
const MOST_PLACES = 3;
/** Number of anchors from which the markup is not needed. */
const ENOUGH = 4;

export interface TaughtAnchors {
  readonly anchors: readonly Anchor[];
  /** Anchor that is on the screen for full and empty records: it distinguishes this screen from the system’s others. */
  readonly when: readonly Anchor[];
}

export function anchorsFor(
  targets: readonly Target[],
  labels: readonly LabelLocator[],
  page: TaughtPage,
  words: SystemWords,
): TaughtAnchors {
  const { reading } = page;
  const site = siteOf(page);
  // “Case 7” may be the system’s words, but it is still one record.
  const isOfAll = (text: string): boolean => words.isHeading(text) && !/\d/.test(text);
  const title: Anchor[] =
    isOfAll(reading.title) && !site.says(reading.title) ? [{ title: reading.title.trim() }] : [];
  // A heading that repeats the title is not counted again.
  const own = reading.headings.filter((heading, nth) => {
    const place = reading.headingPlaces?.[nth];
    const isTitle = title.length > 0 && foldLabel(heading) === foldLabel(reading.title);
    return isOfAll(heading) && !isTitle && !(place && site.holds(place));
  });
  const owners = new Set(targets.flatMap(({ value }) => value?.owner ?? []).map(foldLabel));
  const headings = distinct(own)
    .sort((a, b) => Number(owners.has(foldLabel(b))) - Number(owners.has(foldLabel(a))))
    .slice(0, MOST_HEADINGS)
    .map((heading): Anchor => ({ heading }));
  const isSites = (locator: LabelLocator): boolean =>
    valuesOfLabel(locator, reading).every(({ place }) => site.holds(place));
  const ownLabels = labels.filter((label) => !isSites(label));
  const taught = ownLabels.slice(0, MOST_LABELS).map(
    ({ label, owner }): Anchor => ({
      label,
      ...(owner === undefined ? {} : { owner }),
    }),
  );
  const others: Anchor[] = [];
  for (const label of otherLabels(page, labels, words))
    if (others.length < MOST_OTHERS && !isSites(label)) others.push(label);
  const said = [...title, ...headings, ...taught, ...others];
  const places = said.length >= ENOUGH ? [] : placesOf(targets, page, words);
  const anchors = [...said, ...places].filter((anchor) => anchorFound(anchor, page));
  const [first] = [...headings, ...title].filter((anchor) => anchorFound(anchor, page));
  return { anchors, when: first ? [first] : [] };
}

function otherLabels(
  { reading }: TaughtPage,
  taught: readonly LabelLocator[],
  words: SystemWords,
): readonly LabelLocator[] {
  const known = new Set(taught.map(({ label }) => foldLabel(label)));
  const others = reading.values.filter(
    (value) => isPlain(value) && !known.has(foldLabel(value.label)) && words.isHeading(value.label),
  );
  return distinct(others.map(({ label }) => label)).map((label) => ({ label }));
}

/** Content that every screen of the system has, for any record: it cannot distinguish them. */
interface Site {
  holds(place: Place): boolean;
  says(text: string): boolean;
}

function siteOf({ snapshot }: TaughtPage): Site {
  const texts = new Set<string>();
  for (const { tree } of snapshot.frames)
    for (const { text, isOfSite } of shownTexts(tree)) if (isOfSite) texts.add(foldLabel(text));
  return {
    holds(place) {
      const found = findPlace(snapshot, { ...place, text: place.verbatim });
      return found !== undefined && isOfSite([...found.within, found.element]);
    },
    says: (text) => texts.has(foldLabel(text)),
  };
}

function isPlain({ visible, row, continues, partOf }: LabelledValue): boolean {
  return visible && row === undefined && continues === undefined && partOf === undefined;
}

/** Anchors by named elements around the places pointed at, for a page with few words. */
function placesOf(
  targets: readonly Target[],
  { snapshot }: TaughtPage,
  words: SystemWords,
): readonly Anchor[] {
  const selectors = targets.flatMap(({ found }) =>
    (found?.within ?? []).flatMap((element, at, within) => {
      if (namesOf(element, words).length === 0 || isOfSite(within.slice(0, at + 1))) return [];
      const named = selectorFor({ element, within: within.slice(0, at) }, { snapshot, words });
      return named?.isStable ? [named.selector] : [];
    }),
  );
  return distinct(selectors.toReversed())
    .slice(0, MOST_PLACES)
    .map((selector) => ({ selector }));
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) if (!seen.has(foldLabel(text))) seen.set(foldLabel(text), text.trim());
  return [...seen.values()];
}
