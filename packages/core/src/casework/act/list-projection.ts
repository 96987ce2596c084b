/** Makes a row of a list from a record and those joined to it. */
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** Records of another kind that a row shows something from. */
export interface RowJoin {
  readonly kind: RecordKind;
  readonly by:
    | 'subjectId'
    | 'enquiryId'
    | 'referralId'
    | 'referrerId'
    | 'supersedes'
    | 'orderId'
    | 'conditionId';
  /**
   * The side that holds the field: the row's own record names the other, the other names the row's record, or both name
   * a third one.
   */
  readonly named: 'by-row' | 'by-other' | 'by-both';
}

/** The joined records of one kind. */
export type Joined = <K extends RecordKind>(kind: K) => readonly StoredRecord<K>[];

/** A row of any list. Its id is that of its record. */
export interface ListRow {
  readonly id: RecordId;
}

/**
 * The parts of a record that a list shows before it is opened: names, references, and the few codes and dates that sort
 * it. A row contains nothing else about a person, since a list is not a consultation; of a person also the handle and the
 * school, which no list shows unless another person reads alike.
 */
export interface ListProjection<K extends RecordKind, Row extends ListRow = ListRow> {
  readonly joins: readonly RowJoin[];
  /** Joins the captures that the row's record, and those joined to it, were read from. */
  readonly joinsCaptures?: true;
  row(record: StoredRecord<K>, joined: Joined): Row;
}
