/** Ways of finding each value that was pointed at: by label, or by a selector. Cells of tables go by their columns. */
import type { LabelledValue } from '../../page/reading.js';
import type { LabelLocator, Locator, SelectorLocator } from '../adapter/adapter.js';
import { wordsBefore } from '../adapter/page-part.js';
import { select } from '../adapter/select.js';
import { shownText } from '../adapter/shown-text.js';
import { valuesOfLabel } from '../adapter/value-of-label.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { labelCandidates } from './label-candidates.js';
import type { SystemWords } from './system-words.js';
import type { TaughtPage } from './taught.js';
import { labelOfBox } from './teach-box.js';
import { selectorFor, type TaughtSelector } from './teach-selector.js';
import { folded, type Target } from './teach-target.js';

export interface TeachContext extends TaughtPage {
  readonly words: SystemWords;
}

/** One way that finds some of the values taught for a path. */
export interface TaughtWay {
  readonly path: FieldPath;
  readonly locators: readonly Locator[];
}

/**
 * The label that finds these values and no others; with an owner if a page uses it for many people, or if it finds
 * others without one.
 */
export function labelFor(
  value: LabelledValue,
  wanted: readonly LabelledValue[],
  { reading, words }: TeachContext,
): LabelLocator | undefined {
  if (!words.isLabel(value.label, value.method)) return undefined;
  const ids = new Set(wanted.map(({ id }) => id));
  const isMeant = (hit: LabelledValue): boolean =>
    ids.has(hit.id) ||
    ids.has(hit.continues ?? '') ||
    ids.has(hit.partOf ?? '') ||
    wanted.some((each) => isSaidTwice(each, hit));
  return labelCandidates(value, words).find((candidate) =>
    valuesOfLabel(candidate, reading).every(isMeant),
  );
}

/**
 * True for the same value under the same label and headings: a page may have it once for the screen and once for print.
 */
export function isSaidTwice(one: LabelledValue, other: LabelledValue): boolean {
  return (
    one.value === other.value &&
    one.label === other.label &&
    one.owner.join('\n') === other.owner.join('\n')
  );
}

/** A selector, only if its element shows exactly the text that was pointed at. */
export function selectorLocator(
  { found, text }: Pick<Target, 'found' | 'text'>,
  { snapshot, words }: TeachContext,
): TaughtSelector | undefined {
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
    const label = target.value
      ? labelFor(target.value, wanted, context)
      : target.text === '' && target.found
        ? labelOfBox(target.found.element, context, context.words)
        : undefined;
    const selector = selectorLocator(target, context);
    // The shortest way down means another field on a record that lacks this one, so it is used only without a label.
    const second = selector && (selector.isStable || !label) ? selector : undefined;
    const locators: Locator[] = [
      ...(label ? [withRead(label, target)] : []),
      ...(second ? [withRead(bySelector(second, target, context), target)] : []),
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

/** A locator by selector. One that is not stable carries the label of its element, or the words right before it. */
function bySelector(
  { selector, isStable }: TaughtSelector,
  { value, found }: Target,
  { words }: TeachContext,
): SelectorLocator {
  if (isStable || !found) return { selector };
  if (value)
    return words.isLabel(value.label, value.method)
      ? { selector, beside: value.label }
      : { selector };
  const before = wordsBefore([...found.within, found.element], found.frame.tree);
  return before !== undefined && words.isHeading(before)
    ? { selector, beside: before }
    : { selector };
}

function withRead<L extends Locator>(locator: L, { path, read }: Target): L {
  return read === undefined || read === fieldOf(path).read ? locator : { ...locator, read };
}
