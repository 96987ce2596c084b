/**
 * An adapter's findings on a page: the path of each value, values not to be offered, and fields that are more sensitive
 * than usual.
 */

import type { LabelledValue } from '../../page/reading.js';
import { type FieldPath, fieldOf, type ReaderName, type Sensitivity } from '../field/field-path.js';
import { readValue } from '../read/reader.js';
import type { Locator, Screen, SelectorLocator } from './adapter.js';
import type { AdapterName } from './adapter-name.js';
import type { PageRead } from './choose-adapter.js';
import { findBySelector, type MovedPlace } from './found-by-selector.js';
import { nameRows, type PersonOf } from './name-rows.js';
import { areSeveral, isUnproved } from './unproved.js';
import { allOfLabel, valuesOfLabel } from './value-of-label.js';

/** A field that is no longer read from its place, since other words are next to it. */
interface MovedField extends MovedPlace {
  readonly path: FieldPath;
}

export interface AdapterNaming {
  readonly names: ReadonlyMap<string, AdapterName>;
  /** Values that only a selector finds: the page gives them no label. */
  readonly found: readonly LabelledValue[];
  /** The person of each value in a list of several people, one per row. */
  readonly people: ReadonlyMap<string, PersonOf>;
  readonly suppressed: ReadonlySet<string>;
  readonly sensitivity: ReadonlyMap<FieldPath, Sensitivity>;
  /** Fields that the adapter names and whose locators found nothing. */
  readonly fellBack: readonly FieldPath[];
  readonly moved: readonly MovedField[];
}

export function applyAdapter(screens: readonly Screen[], page: PageRead): AdapterNaming {
  const names = new Map<string, AdapterName>();
  const found: LabelledValue[] = [];
  const fellBack = new Set<FieldPath>();
  const moved: MovedField[] = [];
  const people = new Map<string, PersonOf>();
  const sensitivity = new Map<FieldPath, Sensitivity>();
  for (const screen of screens) {
    for (const [path, locators] of entriesOf(screen.fields)) {
      const located = locate(path, locators, page, moved);
      if (located.length === 0) fellBack.add(path);
      for (const { value, read, isNew, isUnsure } of located) {
        if (isNew) found.push(value);
        if (!names.has(value.id))
          names.set(value.id, {
            path,
            ...(read === undefined ? {} : { read }),
            ...(isUnsure ? { isUnsure } : {}),
          });
      }
    }
    for (const rows of screen.rows ?? []) nameRows(rows, page.reading, { names, people });
    for (const [path, level] of entriesOf(screen.sensitivity ?? {})) sensitivity.set(path, level);
  }
  const suppress = screens.flatMap((screen) => screen.suppress ?? []);
  const suppressed = new Set(
    suppress
      .flatMap((label) => allOfLabel(label, page.reading))
      .map(({ id }) => id)
      .filter((id) => !names.has(id)),
  );
  const named = new Set([...names.values()].map(({ path }) => path));
  return {
    names,
    found,
    people,
    suppressed,
    sensitivity,
    fellBack: [...fellBack].filter((path) => !named.has(path)),
    moved,
  };
}

interface Located {
  readonly value: LabelledValue;
  readonly read: ReaderName | undefined;
  readonly isNew: boolean;
  readonly isUnsure: boolean;
}

/** Places for a path. The first locator that finds anything wins; further lines under the same label come with it. */
function locate(
  path: FieldPath,
  locators: readonly Locator[],
  page: PageRead,
  moved: MovedField[],
): readonly Located[] {
  for (const locator of locators) {
    const { read } = locator;
    if ('label' in locator) {
      const values = readable(read ?? fieldOf(path).read, valuesOfLabel(locator, page.reading));
      if (values.length > 0)
        return values.map((value) => {
          const isUnsure = areSeveral(path, values) || isUnproved(path, value, page);
          return { value, read, isNew: false, isUnsure };
        });
      continue;
    }
    const found = bySelector(path, locator, page);
    moved.push(...found.moved.map((place) => ({ path, ...place })));
    if (found.located.length > 0) return found.located;
  }
  return [];
}

/** Readers that can tell their own kind of value from any other. */
const TELLING: ReadonlySet<ReaderName> = new Set(['phone', 'email', 'postcode', 'ukDate']);

/** Of several values under one label, such as a name, an office and a telephone, those that the field's reader reads. */
function readable(reader: ReaderName, values: readonly LabelledValue[]): readonly LabelledValue[] {
  if (values.length < 2 || !TELLING.has(reader)) return values;
  const own = values.filter(({ value }) => readValue(reader, value).ok);
  return own.length > 0 ? own : values;
}

function bySelector(
  path: FieldPath,
  locator: SelectorLocator,
  { reading, snapshot, form }: PageRead,
): { readonly located: readonly Located[]; readonly moved: readonly MovedPlace[] } {
  if (!snapshot) return { located: [], moved: [] };
  const { hits, moved } = findBySelector(locator, { reading, snapshot, ...(form ? { form } : {}) });
  const isSeveral = path.includes('[]') || new Set(hits.map(({ text }) => text)).size < 2;
  const located = hits.map(({ frame, element, text, known, isUnsure }, nth): Located => {
    // The reading has usually given it a label already, which is better than the adapter's words.
    const value: LabelledValue = known ?? {
      id: `${path}-${nth}`,
      label: locator.beside ?? fieldOf(path).label,
      value: text,
      kind: fieldOf(path).read === 'prose' ? 'prose' : 'text',
      owner: [],
      place: { frame, selector: locator.selector, verbatim: text },
      visible: element.data?.hidden !== true,
      method: 'adjacent',
      score: 1,
      runnersUp: [],
    };
    return {
      value,
      read: locator.read,
      isNew: known === undefined,
      isUnsure: isUnsure || !isSeveral || isUnproved(path, value, { reading, snapshot }),
    };
  });
  return { located, moved };
}

function entriesOf<T>(members: Readonly<Partial<Record<FieldPath, T>>>): [FieldPath, T][] {
  return Object.entries(members) as [FieldPath, T][];
}
