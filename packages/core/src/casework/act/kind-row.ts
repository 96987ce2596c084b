/** A row for each kind of record. Its area writes it; the desk reads it and knows no kind by name. */
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { DueOf } from './due.js';
import type { HappenedOf } from './happened.js';
import type { ListProjection } from './list-projection.js';

/** The records of a kind that the diary is folded from first: each, none, or those that the desk chooses. */
export type NeededFirst = 'each' | 'none' | 'some';

/** Reads the day on which a record shows that something happened in the case. */
export type ActiveOnOf<K extends RecordKind> = (record: StoredRecord<K>) => PlainDate;

/** @param subject - the person whom it is about, if their record is there */
export type ShownOf<K extends RecordKind> = (
  record: StoredRecord<K>,
  subject: StoredRecord<'subject'> | undefined,
) => StoredRecord<K>;

export interface KindRow<K extends RecordKind> {
  readonly due: DueOf<K> | 'nothing';
  /** Its place in the chronology. `no-day`: a person or a secret, which is not an event. */
  readonly happened: HappenedOf<K> | 'no-day';
  /** Says whether anything else that is due depends on it. Its own due entries are separate. */
  readonly diary: NeededFirst;
  /** The record as the age of its person lets it be shown away from its own section. Absent: as it is. */
  readonly shown?: ShownOf<K>;
  /** A case is not closed before the last of these days. `no-day`: the kind does not count. */
  readonly activeOn: ActiveOnOf<K> | 'no-day';
  /** The list that each current record of the kind is a row of. Absent: it is in no list. */
  readonly list?: { readonly name: string; readonly projection: ListProjection<K> };
  /**
   * A search finds its words and shows some of them, unless this is set. `place`: it finds them and names the record and
   * the field; the words are read once the record is open. `apart`: no search finds them.
   */
  readonly found?: 'place' | 'apart';
}

export type KindRows = { readonly [K in RecordKind]: KindRow<K> };
