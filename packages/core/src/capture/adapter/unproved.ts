/** Values under a taught label that no longer prove to be its own: they are offered, and never taken. */
import type { LabelledValue, Reading } from '../../page/reading.js';
import { type FieldPath, fieldOf, type ReaderName } from '../field/field-path.js';
import { foldLabel } from '../field/fold-label.js';
import { holdsLabel } from './holds-label.js';
import { isLabelOn } from './value-of-label.js';

/** Readers of facts that may be written over several lines. */
const LONG: ReadonlySet<ReaderName> = new Set(['address', 'prose']);

/** True for a value with the words of a label in it, with a line too many, or whose words are a label of this page. */
export function isUnproved(path: FieldPath, value: LabelledValue, reading: Reading): boolean {
  return holdsLabel(path, value) || hasMoreLines(path, value) || saysALabel(path, value, reading);
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
