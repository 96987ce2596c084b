/** Values under a taught label that no longer prove to be its own: they are offered, and never taken. */
import type { Element } from 'hast';
import type { LabelledValue, Reading } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { type FieldPath, fieldOf, type ReaderName } from '../field/field-path.js';
import { foldLabel } from '../field/fold-label.js';
import type { PageRead } from './choose-adapter.js';
import { findPlace } from './find-place.js';
import { holdsLabel } from './holds-label.js';
import { shownText } from './shown-text.js';
import { isLabelOn } from './value-of-label.js';

/** Readers of facts that may be written over several lines. */
const LONG: ReadonlySet<ReaderName> = new Set(['address', 'prose']);

/**
 * True for a value with the words of a label in it or with a line too many, one whose words are a label of this page,
 * and one that is another label with its value.
 */
export function isUnproved(
  path: FieldPath,
  value: LabelledValue,
  { reading, snapshot }: Pick<PageRead, 'reading' | 'snapshot'>,
): boolean {
  return (
    holdsLabel(path, value) ||
    hasMoreLines(path, value) ||
    saysALabel(path, value, reading) ||
    (snapshot !== undefined && isAnotherPair(value, snapshot))
  );
}

/** True if a single fact has several values, so that one of them is another field's or another person's. */
export function areSeveral(path: FieldPath, values: readonly LabelledValue[]): boolean {
  const whole = values.filter(
    ({ partOf, continues }) => partOf === undefined && continues === undefined,
  );
  return fieldOf(path).many !== true && new Set(whole.map(({ value }) => value)).size > 1;
}

/** True for two lines or more where the fact has one: another field is over it, or what follows an empty one was read. */
function hasMoreLines(path: FieldPath, { value }: LabelledValue): boolean {
  const { read, many } = fieldOf(path);
  return many !== true && !LONG.has(read) && value.includes('\n');
}

/** True if the value repeats its label, or is the label of another value. */
function saysALabel(path: FieldPath, { label, value }: LabelledValue, reading: Reading): boolean {
  if (fieldOf(path).read === 'prose') return false;
  return foldLabel(value) === foldLabel(label) || isLabelOn(value, reading);
}

/**
 * True if the value begins with an element of the same make as the one that has all the words of its label, and goes on
 * after it: `<p><b>Name</b></p><p><b>Status</b> Open</p>`.
 */
function isAnotherPair(
  { label, value, place, labelPlace }: LabelledValue,
  snapshot: PageSnapshot,
): boolean {
  if (!labelPlace) return false;
  const own = findPlace(snapshot, { ...labelPlace, text: label })?.element;
  const other = findPlace(snapshot, { ...place, text: value })?.element;
  if (!own || !other || own === other || makeOf(own) !== makeOf(other)) return false;
  const [words, head] = [firstShown(own), firstShown(other)];
  return (
    words !== undefined &&
    head !== undefined &&
    makeOf(words) === makeOf(head) &&
    foldLabel(shownText(words)) === foldLabel(shownText(own)) &&
    foldLabel(shownText(head)) !== foldLabel(shownText(other))
  );
}

/** The first element with words in it, if no text comes before it. */
function firstShown({ children }: Element): Element | undefined {
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() !== '') return undefined;
    if (child.type === 'element' && shownText(child).trim() !== '') return child;
  }
  return undefined;
}

function makeOf({ tagName, properties }: Element): string {
  return JSON.stringify([tagName, properties.className]);
}
