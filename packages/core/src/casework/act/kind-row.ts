/** A row for each kind of record. Its area writes it; the desk reads it and knows no kind by name. */
import type { RecordKind } from '../../record/kind.js';
import type { DueOf } from './due.js';
import type { HappenedOf } from './happened.js';

/** The records of a kind that the diary is folded from first: each, none, or those that the desk chooses. */
export type NeededFirst = 'each' | 'none' | 'some';

export interface KindRow<K extends RecordKind> {
  readonly due: DueOf<K> | 'nothing';
  /** Its place in the chronology. `no-day`: a person or a secret, which is not an event. */
  readonly happened: HappenedOf<K> | 'no-day';
  /** Says whether anything else that is due depends on it. Its own due entries are separate. */
  readonly diary: NeededFirst;
}

export type KindRows<K extends RecordKind = RecordKind> = { readonly [P in K]: KindRow<P> };

export function defineKinds<K extends RecordKind>(rows: KindRows<K>): KindRows<K> {
  return rows;
}
