/** The fields of a kind that a person fills in, by the kind itself: a field added to it is asked and corrected from then on. */
import { fieldsOf, type RecordKind, type RecordOf } from './kind.js';

export interface FilledOptions<K extends RecordKind> {
  /** Fields that refer to a record, and are filled in anyway. */
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
  const left = new Set<string>(without);
  const filled = fieldsOf(kind).filter(
    ({ name, set, input }) => set !== 'by-toolkit' && input !== 'record' && !left.has(name),
  );
  return [...filled.map(({ name }) => name as keyof RecordOf<K> & string), ...also];
}
