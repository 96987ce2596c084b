/** A form with the path each control takes: by the adapter that knows the page, otherwise by reading it. */

import type { Adapter, FillForm, Locator, SelectorLocator } from '../capture/adapter/adapter.js';
import { anchorFound, chooseAdapter, type PageRead } from '../capture/adapter/choose-adapter.js';
import { withRecordQuery } from '../capture/adapter/page-address.js';
import { select } from '../capture/adapter/select.js';
import { isLabelled } from '../capture/adapter/value-of-label.js';
import type { FillKind, FillPath } from '../capture/field/fill-path.js';
import { knowsLabel } from '../capture/name/knows-label.js';
import { pageContextOf } from '../capture/name/page-context.js';
import type { PageContext } from '../capture/name/suggest-path.js';
import { type FormControl, type FoundControl, findControls } from '../page/control/form.js';
import type { Reading } from '../page/reading.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { type FormPerson, personOnPage } from './form-person.js';
import type { NamedControl } from './live-control.js';
import { type NameLine, shownNames } from './shown-name.js';
import { type ShownReference, shownReferences } from './shown-reference.js';
import { suggestFill } from './suggest-fill.js';
import { orderOf, provenPatterns } from './written-date.js';

export interface NamedForm {
  readonly kind: FillKind;
  readonly controls: readonly NamedControl[];
  readonly adapter?: Pick<Adapter, 'id' | 'title' | 'version'>;
  /** Patterns in which days are written there: the adapter's, then those that days on the page prove. */
  readonly dates?: readonly string[];
  /** The page's address as it may be kept: of its query, only the part that names the record. */
  readonly url: string;
  /** The person whom the page names; absent if it names nobody. */
  readonly person?: FormPerson;
  /** References that the page shows outside its lists and menus; absent if there are none. */
  readonly shown?: readonly ShownReference[];
  /** Title, headings, breadcrumbs and lines that may name a person; absent if there are none. */
  readonly lines?: readonly NameLine[];
}

export interface NameFormOptions {
  readonly kind: FillKind;
  readonly adapters?: readonly Adapter[];
}

/** Names the controls of the page's forms. If an adapter has no form for this page, reading names them all. */
export function nameForm(
  snapshot: PageSnapshot,
  reading: Reading,
  { kind, adapters = [] }: NameFormOptions,
): NamedForm {
  const found = findControls(snapshot, knowsLabel);
  const form = found.map(({ control }) => control);
  const page: PageRead = { reading, snapshot, form };
  const chosen = chooseAdapter(
    adapters.filter(({ fill = [] }) => fill.some(({ of }) => of === kind)),
    page,
  );
  const forms = (chosen?.adapter.fill ?? []).filter(
    ({ of, when = [] }) => of === kind && when.every((anchor) => anchorFound(anchor, page)),
  );
  const named = new Map<string, FillPath>();
  const choices = new Map<FillPath, Readonly<Record<string, string>>>();
  const suppressed = new Set<string>();
  for (const each of forms) {
    nameByAdapter(each, found, snapshot, named);
    for (const [path, words] of entriesOf(each.choices ?? {})) choices.set(path, words);
    for (const label of each.suppress ?? [])
      for (const control of byLocator(label, found, snapshot)) suppressed.add(control.id);
  }
  const taken = new Set(named.values());
  const passing = new Set(
    found.filter(({ isPassing }) => isPassing).map(({ control }) => control.id),
  );
  const around = contextOf(found, reading);
  const controls = form.map((control): NamedControl => {
    if (suppressed.has(control.id)) return { control, isSuppressed: true };
    const known = named.get(control.id);
    const path =
      known ?? (passing.has(control.id) ? undefined : suggestFill(control, kind, around));
    // The reading does not look for a path that the adapter has placed.
    if (path === undefined || (known === undefined && taken.has(path))) return { control };
    const words = choices.get(path);
    return {
      control,
      path,
      by: known === undefined ? 'reading' : 'adapter',
      ...(words === undefined ? {} : { choices: words }),
    };
  });
  const person = personOnPage(snapshot, reading, adapters);
  const shown = shownReferences(snapshot, reading);
  const lines = shownNames(snapshot, reading);
  const adapter = forms.length > 0 ? chosen?.adapter : undefined;
  const dates = [...new Set([...forms.flatMap((each) => each.dates ?? []), ...datesOf(reading)])];
  return {
    kind,
    controls,
    ...(dates.length === 0 ? {} : { dates }),
    ...(person ? { person } : {}),
    ...(shown.length === 0 ? {} : { shown }),
    ...(lines.length === 0 ? {} : { lines }),
    url: withRecordQuery(reading.url, adapter?.link?.query ?? []),
    ...(adapter
      ? { adapter: { id: adapter.id, title: adapter.title, version: adapter.version } }
      : {}),
  };
}

/** Evidence that the boxes, empty or filled, and the values next to them give for each other. */
function contextOf(found: readonly FoundControl[], { values }: Reading): PageContext {
  const kept = found.filter(({ isPassing, control }) => !isPassing && control.isShown);
  return pageContextOf([
    ...kept.map(({ control: { label, owner } }) => ({ label, owner })),
    ...values.filter(({ visible, isTyped }) => visible && !isTyped),
  ]);
}

/**
 * Patterns that days shown on the page prove. Typed days, and days inside running text, prove nothing about the system.
 */
function datesOf({ values }: Reading): readonly string[] {
  return values
    .filter(({ isTyped, method, kind }) => !isTyped && method !== 'text-run' && kind !== 'prose')
    .flatMap(({ value }) => provenPatterns(value))
    .filter((pattern) => orderOf(pattern) !== 'year' && !/m{3}/i.test(pattern));
}

function nameByAdapter(
  { fields }: FillForm,
  found: readonly FoundControl[],
  snapshot: PageSnapshot,
  named: Map<string, FillPath>,
): void {
  for (const [path, locators] of entriesOf(fields)) {
    for (const locator of locators) {
      const hits = byLocator(locator, found, snapshot);
      for (const { id } of hits) if (!named.has(id)) named.set(id, path);
      if (hits.length > 0) break;
    }
  }
}

function byLocator(
  locator: Locator,
  found: readonly FoundControl[],
  snapshot: PageSnapshot,
): readonly FormControl[] {
  const hits =
    'label' in locator
      ? found.filter(({ control }) => isLabelled(control, locator))
      : bySelector(locator, found, snapshot);
  return hits.map(({ control }) => control);
}

function bySelector(
  { selector, beside }: SelectorLocator,
  found: readonly FoundControl[],
  snapshot: PageSnapshot,
): readonly FoundControl[] {
  const elements = new Set(select(snapshot, selector).map(({ element }) => element));
  return found.filter(
    ({ element, control }) =>
      elements.has(element) && (beside === undefined || isLabelled(control, { label: beside })),
  );
}

function entriesOf<T>(members: Readonly<Partial<Record<FillPath, T>>>): [FillPath, T][] {
  return Object.entries(members) as [FillPath, T][];
}
