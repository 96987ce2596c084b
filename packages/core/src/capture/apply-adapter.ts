/** What an adapter says of a page: which value is what, which are not offered, what is more sensitive than usual. */
import type { LabelledValue } from '../page/reading.js';
import type { Locator, Screen, SelectorLocator } from './adapter.js';
import type { PageRead } from './choose-adapter.js';
import { type FieldPath, fieldOf, type ReaderName, type Sensitivity } from './field-path.js';
import { foldLabel } from './fold-label.js';
import { select } from './select.js';
import { shownText } from './shown-text.js';
import { valuesOfLabel } from './value-of-label.js';

/** A selector that finds more than this means no field. */
const MOST_HITS = 50;

interface AdapterName {
  readonly path: FieldPath;
  readonly read?: ReaderName;
  /** Platform as the row of the table says it. */
  readonly platform?: string;
}

export interface AdapterNaming {
  readonly names: ReadonlyMap<string, AdapterName>;
  /** Values that only a selector finds: the page gives them no label. */
  readonly found: readonly LabelledValue[];
  readonly suppressed: ReadonlySet<string>;
  readonly sensitivity: ReadonlyMap<FieldPath, Sensitivity>;
  /** Fields that the adapter names and whose locators found nothing. */
  readonly fellBack: readonly FieldPath[];
}

export function applyAdapter(screens: readonly Screen[], page: PageRead): AdapterNaming {
  const names = new Map<string, AdapterName>();
  const found: LabelledValue[] = [];
  const fellBack = new Set<FieldPath>();
  const sensitivity = new Map<FieldPath, Sensitivity>();
  const { values } = page.reading;
  for (const screen of screens) {
    for (const [path, locators] of entriesOf(screen.fields)) {
      const located = locate(path, locators, page);
      if (located.length === 0) fellBack.add(path);
      for (const { value, read, isNew } of located) {
        if (isNew) found.push(value);
        if (!names.has(value.id))
          names.set(value.id, { path, ...(read === undefined ? {} : { read }) });
      }
    }
    for (const rows of screen.rows ?? []) nameRows(rows, values, names);
    for (const [path, level] of entriesOf(screen.sensitivity ?? {})) sensitivity.set(path, level);
  }
  const suppress = screens.flatMap((screen) => screen.suppress ?? []);
  const suppressed = new Set(
    suppress
      .flatMap((label) => valuesOfLabel(label, page.reading))
      .map(({ id }) => id)
      .filter((id) => !names.has(id)),
  );
  const named = new Set([...names.values()].map(({ path }) => path));
  return {
    names,
    found,
    suppressed,
    sensitivity,
    fellBack: [...fellBack].filter((path) => !named.has(path)),
  };
}

interface Located {
  readonly value: LabelledValue;
  readonly read: ReaderName | undefined;
  readonly isNew: boolean;
}

/** The first locator that finds anything wins; further lines under the same label come with it. */
function locate(path: FieldPath, locators: readonly Locator[], page: PageRead): readonly Located[] {
  for (const locator of locators) {
    const { read } = locator;
    const located =
      'label' in locator
        ? valuesOfLabel(locator, page.reading).map((value) => ({ value, read, isNew: false }))
        : bySelector(path, locator, page).map((hit) => ({ ...hit, read }));
    if (located.length > 0) return located;
  }
  return [];
}

/** One word that may be a reference. */
const CODE = /^(?=\D*\d)[\p{L}\d/._#-]{5,40}$/u;

function bySelector(
  path: FieldPath,
  { selector, only }: SelectorLocator,
  { reading, snapshot }: PageRead,
) {
  if (!snapshot) return [];
  const hits = select(snapshot, selector).slice(0, MOST_HITS);
  return hits.flatMap(({ frame, element }, nth) => {
    const text = shownText(element);
    if (text === '' || (only === 'code' && !CODE.test(text))) return [];
    // The reading has most likely given it a label already; its words then say more than the adapter's.
    const known = reading.values.find(
      ({ place, value }) => place.frame.join() === frame.join() && fold(value) === fold(text),
    );
    if (known) return [{ value: known, isNew: false }];
    const value: LabelledValue = {
      id: `${path}-${nth}`,
      label: fieldOf(path).label,
      value: text,
      kind: fieldOf(path).read === 'prose' ? 'prose' : 'text',
      owner: [],
      place: { frame, selector, verbatim: text },
      visible: element.data?.hidden !== true,
      method: 'adjacent',
      score: 1,
      runnersUp: [],
    };
    return [{ value, isNew: true }];
  });
}

/** Columns by their headers, in the tables that the adapter names; the platform of a handle stands in its row. */
function nameRows(
  { table, columns, platform }: NonNullable<Screen['rows']>[number],
  values: readonly LabelledValue[],
  names: Map<string, AdapterName>,
): void {
  const wanted = foldLabel(table);
  const cells = values.filter((value) => value.row !== undefined);
  const key = ({ place, row }: LabelledValue) => `${place.frame.join('.')}/${row?.table}`;
  const tables = new Set(
    cells
      .filter(({ label, owner }) => [label, ...owner].some((text) => foldLabel(text) === wanted))
      .map(key),
  );
  const platforms = new Map<string, string>();
  for (const cell of cells)
    if (platform !== undefined && foldLabel(cell.label) === foldLabel(platform))
      platforms.set(`${key(cell)}/${cell.row?.index}`, cell.value);
  for (const cell of cells) {
    if (!tables.has(key(cell))) continue;
    const found = entriesOf(columns).find(
      ([, label]) => foldLabel(label) === foldLabel(cell.label),
    );
    if (!found) continue;
    const word = platforms.get(`${key(cell)}/${cell.row?.index}`);
    names.set(cell.id, { path: found[0], ...(word === undefined ? {} : { platform: word }) });
  }
}

function entriesOf<T>(members: Readonly<Partial<Record<FieldPath, T>>>): [FieldPath, T][] {
  return Object.entries(members) as [FieldPath, T][];
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
