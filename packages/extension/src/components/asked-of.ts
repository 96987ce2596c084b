/** Fields of a kind that a form asks for, by the kind itself: a field that is added to it is asked from then on. */
import { fieldsOf, type RecordKind, type RecordOf } from '@cyber-prevent/core';

export interface AskedOptions<K extends RecordKind> {
  /** Asked before the others, in this order; otherwise a field keeps the place that it has in the kind. */
  readonly first?: readonly (keyof RecordOf<K> & string)[];
  /** Asked after the others, in this order. */
  readonly last?: readonly (keyof RecordOf<K> & string)[];
  /** Settled by another act or another control. */
  readonly without?: readonly (keyof RecordOf<K> & string)[];
}

/** @returns names of the fields that a person fills in, without those that refer to a record */
export function askedOf<K extends RecordKind>(
  kind: K,
  { first = [], last = [], without = [] }: AskedOptions<K> = {},
): readonly string[] {
  const placed = new Set<string>([...first, ...last, ...without]);
  const others = fieldsOf(kind).filter(
    ({ name, set, input }) => set !== 'by-toolkit' && input !== 'record' && !placed.has(name),
  );
  return [...first, ...others.map(({ name }) => name), ...last];
}
