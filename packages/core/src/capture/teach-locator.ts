/** How each value that was pointed at is found again: by label, by its column in a table, by a selector. */
import type { LabelledValue } from '../page/reading.js';
import type { LabelLocator, Locator, Screen } from './adapter.js';
import { type FieldPath, fieldOf } from './field-path.js';
import { foldLabel, labelWords } from './fold-label.js';
import { FACT_LABELS, KINDS } from './label-dictionary.js';
import { select } from './select.js';
import { shownText } from './shown-text.js';
import type { TaughtPage } from './taught.js';
import { selectorFor } from './teach-selector.js';
import { folded, type Target } from './teach-target.js';
import type { SystemWords } from './teach-words.js';
import { valuesOfLabel } from './value-of-label.js';

export interface TeachContext extends TaughtPage {
  readonly words: SystemWords;
}

/** One way that finds some of what was taught for a path. */
export interface TaughtWay {
  readonly path: FieldPath;
  readonly locators: readonly Locator[];
}

type Rows = NonNullable<Screen['rows']>[number];

/**
 * The label that finds these values and no others; with an owner where it is one that a page has of many people, or where
 * it finds others without.
 */
export function labelFor(
  value: LabelledValue,
  wanted: readonly LabelledValue[],
  { reading, words }: TeachContext,
): LabelLocator | undefined {
  const { label, method } = value;
  if (!words.isLabel(label, method)) return undefined;
  const owned = value.owner
    .toReversed()
    .filter((owner) => words.isHeading(owner))
    .map((owner): LabelLocator => ({ label, owner }));
  const isAnybodys = FACT_LABELS.has(labelWords(label)) || KINDS.has(labelWords(label));
  const candidates = isAnybodys ? [...owned, { label }] : [{ label }, ...owned];
  const ids = new Set(wanted.map(({ id }) => id));
  const isMeant = (hit: LabelledValue): boolean =>
    ids.has(hit.id) ||
    ids.has(hit.continues ?? '') ||
    ids.has(hit.partOf ?? '') ||
    wanted.some((each) => isSaidTwice(each, hit));
  return candidates.find((candidate) => valuesOfLabel(candidate, reading).every(isMeant));
}

/** The same value under the same label and headings: a page that has it once for the eye and once for a printer. */
export function isSaidTwice(one: LabelledValue, other: LabelledValue): boolean {
  return (
    one.value === other.value &&
    one.label === other.label &&
    one.owner.join('\n') === other.owner.join('\n')
  );
}

/** Only by an element that shows what was pointed at, and nothing else. */
export function selectorLocator(
  { found, text }: Pick<Target, 'found' | 'text'>,
  { snapshot, words }: TeachContext,
): { readonly selector: string; readonly isStable: boolean } | undefined {
  if (!found) return undefined;
  const made = selectorFor(found, { snapshot, words });
  const [hit] = made ? select(snapshot, made.selector) : [];
  return hit && folded(shownText(hit.element)) === folded(text) ? made : undefined;
}

/** The ways of one path, until each of its targets is found. */
export function waysOf(
  path: FieldPath,
  targets: readonly Target[],
  context: TeachContext,
): { readonly ways: readonly TaughtWay[]; readonly lost: readonly Target[] } {
  const ways: TaughtWay[] = [];
  const lost: Target[] = [];
  const wanted = targets.flatMap(({ value }) => value ?? []);
  let left = targets;
  while (left.length > 0) {
    const [target, ...others] = left;
    if (!target) break;
    left = others;
    const label = target.value && labelFor(target.value, wanted, context);
    const selector = selectorLocator(target, context);
    // The shortest way down means another field on a record that lacks this one: only where there is no label.
    const second = selector && (selector.isStable || !label) ? selector : undefined;
    const locators: Locator[] = [
      ...(label ? [withRead(label, target)] : []),
      ...(second ? [withRead({ selector: second.selector }, target)] : []),
    ];
    if (locators.length === 0) {
      lost.push(target);
      continue;
    }
    ways.push({ path, locators });
    const hits = new Set(label ? valuesOfLabel(label, context.reading).map(({ id }) => id) : []);
    left = left.filter(({ value }) => !value || !hits.has(value.id));
  }
  return { ways, lost };
}

function withRead<L extends Locator>(locator: L, { path, read }: Target): L {
  return read === undefined || read === fieldOf(path).read ? locator : { ...locator, read };
}

/** Whether the value is a cell in a column of which every row means this. */
export function isColumn(target: Target): boolean {
  return target.value?.row !== undefined && fieldOf(target.path).many === true;
}

/** @returns undefined where the table has no name of its own, or the column none */
export function rowsFor(
  columns: ReadonlyMap<FieldPath, LabelledValue>,
  platform: LabelledValue | undefined,
  { reading, words }: TeachContext,
): Rows | undefined {
  const cells = [...columns.values(), ...(platform ? [platform] : [])];
  const [first] = cells;
  if (!first || cells.some((cell) => !words.isLabel(cell.label) || keyOf(cell) !== keyOf(first)))
    return undefined;
  const names = [
    ...first.owner.toReversed().filter((owner) => words.isHeading(owner)),
    ...cells.map(({ label }) => label),
  ];
  const table = names.find((name) => tablesNamed(name, reading.values).size === 1);
  if (table === undefined) return undefined;
  return {
    table,
    columns: Object.fromEntries([...columns].map(([path, { label }]) => [path, label])),
    ...(platform ? { platform: platform.label } : {}),
  };
}

export function keyOf({ place, row }: LabelledValue): string {
  return `${place.frame.join('.')}/${row?.table}`;
}

function tablesNamed(name: string, values: readonly LabelledValue[]): ReadonlySet<string> {
  const wanted = foldLabel(name);
  return new Set(
    values
      .filter(
        ({ row, label, owner }) =>
          row && [label, ...owner].some((text) => foldLabel(text) === wanted),
      )
      .map(keyOf),
  );
}
