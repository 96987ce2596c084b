/** How a row of a list is made of a record and of those that are joined to it. */
import type { RecordKind } from '../../record/kind.js';
import type { StoredRecord } from '../../store/log/port.js';

/** Records of another kind that a row shows something of. */
export interface RowJoin {
  readonly kind: RecordKind;
  readonly by: 'subjectId' | 'enquiryId' | 'referralId' | 'supersedes' | 'orderId' | 'conditionId';
  /** Whose field it is: the row's own record names the other, or the other names the row's record. */
  readonly named: 'by-row' | 'by-other';
}

/** The records that were joined, of one kind. */
export type Joined = <K extends RecordKind>(kind: K) => readonly StoredRecord<K>[];

export interface ListProjection<K extends RecordKind, Row> {
  /** Each standing record of this kind is a row. */
  readonly kind: K;
  readonly joins: readonly RowJoin[];
  row(record: StoredRecord<K>, joined: Joined): Row;
}
