/** Makes a row of a list from a record and those joined to it. */
import type { RecordKind } from '../../record/kind.js';
import type { StoredRecord } from '../../store/log/port.js';

/** Records of another kind that a row shows something from. */
export interface RowJoin {
  readonly kind: RecordKind;
  readonly by: 'subjectId' | 'enquiryId' | 'referralId' | 'supersedes' | 'orderId' | 'conditionId';
  /** The side that holds the field: the row's own record names the other, or the other names the row's record. */
  readonly named: 'by-row' | 'by-other';
}

/** The joined records of one kind. */
export type Joined = <K extends RecordKind>(kind: K) => readonly StoredRecord<K>[];

export interface ListProjection<K extends RecordKind, Row> {
  /** Each current record of this kind is a row. */
  readonly kind: K;
  readonly joins: readonly RowJoin[];
  row(record: StoredRecord<K>, joined: Joined): Row;
}
