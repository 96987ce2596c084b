/**
 * Finds a value that an officer taught again on a copy of the page: the same page a moment later, or another record on
 * its screen.
 */
import type { Said, TeachValue } from './teach-order.js';

/** @returns undefined if the copy has no such value */
export function valueAgain(
  { label, owner, text, frame, selector }: TeachValue,
  values: readonly TeachValue[],
): TeachValue | undefined {
  const here = values.filter(
    (each) => each.id !== '' && each.label === label && each.frame.join() === frame.join(),
  );
  const isSameText = (each: TeachValue): boolean => folded(each.text) === folded(text);
  const isSamePlace = (each: TeachValue): boolean => each.selector === selector;
  const owned = here.filter((each) => each.owner.at(-1) === owner.at(-1));
  return (
    here.find((each) => isSameText(each) && isSamePlace(each)) ??
    owned.find(isSameText) ??
    here.find(isSameText) ??
    owned.find(isSamePlace) ??
    (owned.length === 1 ? owned[0] : undefined)
  );
}

/** True if both are the same value. */
export function isSameValue(one: TeachValue, other: TeachValue): boolean {
  return (
    one.label === other.label &&
    one.selector === other.selector &&
    one.frame.join() === other.frame.join() &&
    one.text === other.text
  );
}

export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The list with the latest statement about a value in place of the earlier one. */
export function saidAgain(all: readonly Said[], said: Said): readonly Said[] {
  const at = all.findIndex(({ value }) => isSameValue(value, said.value));
  return at < 0 ? [...all, said] : all.with(at, said);
}
