/** The fields of a kind that a person fills in, by the kind itself: a field added to it is asked and corrected from then on. */
import { fieldsOf, type RecordKind, type RecordOf } from './kind.js';

export interface FilledOptions<K extends RecordKind> {
  /** Fields that refer to a record, and are filled in all the same. */
  readonly also?: readonly (keyof RecordOf<K> & string)[];
  /** Fields that another act fills in. */
  readonly without?: readonly (keyof RecordOf<K> & string)[];
}

/**
 * Lists the fields of a kind that a person fills in.
 *
 * @returns names in the order of the kind, without those that the toolkit sets and those that refer to a record
 */
export function filledFields<K extends RecordKind>(
  kind: K,
  { also = [], without = [] }: FilledOptions<K> = {},
): readonly (keyof RecordOf<K> & string)[] {
  const [asked, left] = [new Set<string>(also), new Set<string>(without)];
  return fieldsOf(kind)
    .filter(({ set, input }) => set !== 'by-toolkit' && input !== 'record')
    .map(({ name }) => name)
    .filter((name) => !left.has(name))
    .concat([...asked]) as (keyof RecordOf<K> & string)[];
}
