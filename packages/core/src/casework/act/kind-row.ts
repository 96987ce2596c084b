/** One row a kind of record, written by its area and read by the desk, which knows no kind by name. */
import type { RecordKind } from '../../record/kind.js';
import type { DueOf } from './due.js';
import type { HappenedOf } from './happened.js';

/** Which records of a kind the diary is folded from first: each, none, or those that the desk chooses. */
export type NeededFirst = 'each' | 'none' | 'some';

export interface KindRow<K extends RecordKind> {
  readonly due: DueOf<K> | 'nothing';
  /** Its place in the chronology. `no-day`: a person or a secret, which is not something that happened. */
  readonly happened: HappenedOf<K> | 'no-day';
  /** Beside what it makes due itself: whether something else that is due rests on it. */
  readonly diary: NeededFirst;
}

export type KindRows<K extends RecordKind = RecordKind> = { readonly [P in K]: KindRow<P> };

export function defineKinds<K extends RecordKind>(rows: KindRows<K>): KindRows<K> {
  return rows;
}
