/** Chooses the adapter that knows this page, by host, path and anchors. Below its threshold an adapter is not used. */
import type { FormControl } from '../../page/control/form.js';
import type { Place, Reading } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { CORE_VERSION, isInRange } from '../../shared/version.js';
import { foldLabel } from '../field/fold-label.js';
import { hostMatches, pathMatches } from '../field/glob.js';
import type { Adapter, Anchor, Screen } from './adapter.js';
import { findPlace } from './find-place.js';
import { isOnShow } from './page-part.js';
import { select } from './select.js';
import { isLabelled, placesOfHeading, valuesOfLabel } from './value-of-label.js';

/** Input of an adapter. Anchors and locators by selector find nothing without the snapshot. */
export interface PageRead {
  readonly reading: Reading;
  readonly snapshot?: PageSnapshot;
  /** Its controls, empty ones too, if a form is filled: their labels are anchors as well. */
  readonly form?: readonly FormControl[];
}

export interface ChosenAdapter {
  readonly adapter: Adapter;
  /** Counts of anchors found and looked for, so that drift is noticed. */
  readonly found: number;
  readonly of: number;
  readonly missed: readonly Anchor[];
}

const DEFAULT_THRESHOLD = 0.6;

/**
 * The adapter with the greatest share of its anchors on the page; among equals the one that names host, then path, then
 * query, then more anchors, then the first by id.
 */
export function chooseAdapter(
  adapters: readonly Adapter[],
  page: PageRead,
): ChosenAdapter | undefined {
  return adapters
    .filter(
      ({ match, engine }) =>
        isInRange(CORE_VERSION, engine) && addressMatches(match, page.reading.url),
    )
    .flatMap((adapter) => anchorsOf(adapter, page) ?? [])
    .sort(
      (a, b) =>
        b.found / b.of - a.found / a.of ||
        specificity(b.adapter) - specificity(a.adapter) ||
        b.of - a.of ||
        (a.adapter.id < b.adapter.id ? -1 : 1),
    )
    .at(0);
}

/**
 * Anchors of an adapter on the page. Undefined below the threshold, as soon as that is certain: an anchor by selector
 * looks at the whole page.
 */
function anchorsOf(adapter: Adapter, page: PageRead): ChosenAdapter | undefined {
  const { anchors, threshold = DEFAULT_THRESHOLD } = adapter.match;
  const of = anchors.length;
  const missed: Anchor[] = [];
  for (const anchor of anchors) {
    if (anchorFound(anchor, page)) continue;
    missed.push(anchor);
    if (missed.length === of || (of - missed.length) / of < threshold) return undefined;
  }
  return { adapter, found: of - missed.length, of, missed };
}

/** The screens of an adapter that this page shows. */
export function screensOf(adapter: Adapter, page: PageRead): readonly Screen[] {
  return adapter.screens.filter(({ when = [] }) =>
    when.every((anchor) => anchorFound(anchor, page)),
  );
}

function specificity({ match }: Adapter): number {
  return (match.hosts ? 4 : 0) + (match.paths ? 2 : 0) + (match.query ? 1 : 0);
}

/** True if the address fits. A saved page, a paste or a note has no host, so its anchors alone decide. */
function addressMatches({ hosts, paths, query = {} }: Adapter['match'], url: string): boolean {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) return true;
  return (
    (hosts?.some((host) => hostMatches(host, address.hostname)) ?? true) &&
    (paths?.some((path) => pathMatches(path, address.pathname)) ?? true) &&
    Object.entries(query).every(([name, wanted]) =>
      address.searchParams.getAll(name).some((value) => pathMatches(wanted, value)),
    )
  );
}

/**
 * True if an anchor is found among visible content: a hidden form has the labels and headings of a screen that is not
 * shown.
 */
export function anchorFound(anchor: Anchor, { reading, snapshot, form = [] }: PageRead): boolean {
  if ('label' in anchor)
    return (
      valuesOfLabel(anchor, reading).some(({ visible }) => visible) ||
      form.some((control) => isLabelled(control, anchor))
    );
  if ('heading' in anchor)
    return placesOfHeading(anchor.heading, reading).some((place) => isShownAt(place, snapshot));
  if ('title' in anchor) {
    const wanted = foldLabel(anchor.title);
    const titles = [reading.title, ...(snapshot?.frames.map(({ title }) => title) ?? [])];
    return titles.some((title) => foldLabel(title) === wanted);
  }
  return snapshot !== undefined && select(snapshot, anchor.selector).length > 0;
}

/** True if the heading is visible; also for a heading in a text that came without a page. */
function isShownAt(place: Place | undefined, snapshot: PageSnapshot | undefined): boolean {
  const found = place && snapshot && findPlace(snapshot, { ...place, text: place.verbatim });
  return !found || isOnShow([...found.within, found.element]);
}
