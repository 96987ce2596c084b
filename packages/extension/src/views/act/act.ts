/** Input and settings of a form about a caution, a condition or work with others. */
import type {
  CaseCommit,
  CaseContext,
  RecordKind,
  RecordOf,
  Result,
  StoredRecord,
} from '@cyber-prevent/core';
import type { ShownWhen } from '../../components/form-values.js';
import type { Needed } from '../../components/use-record-form.js';
import type { PlainKey } from '../../locales/late.js';

export interface WorkTask<K extends RecordKind> {
  readonly context: CaseContext;
  readonly subject: StoredRecord<'subject'>;
  /** Every stored record of the subject. */
  readonly records: readonly StoredRecord[];
  /** The record being changed; absent for a new one. */
  readonly held: StoredRecord<K> | undefined;
  /** The record that a new one is part of. */
  readonly parent: StoredRecord | undefined;
}

export interface WorkForm<K extends RecordKind> {
  readonly kind: K;
  readonly only: readonly string[];
  /** Fields that this form requires, though a record may lack them. */
  readonly needed?: Needed;
  readonly title: PlainKey;
  /** Success message once it is saved. */
  readonly said: PlainKey;
  /** Note that the officer should read first. */
  readonly note?: PlainKey;
  readonly section: 'conditions' | 'agencies';
  /** `change`: the route names the record to change. Otherwise it names the parent of a new record, if any. */
  readonly on?: 'change';
  /** Dates that start as today. */
  readonly todayAt?: readonly string[];
  readonly shownWhen?: ShownWhen;
  act(values: Partial<RecordOf<K>>, task: WorkTask<K>): Result<CaseCommit>;
}

/** Returns the stored record, which a form that changes one always has: the view makes sure. */
export function requireHeld<K extends RecordKind>(
  held: StoredRecord<K> | undefined,
): StoredRecord<K> {
  if (!held) throw new Error('There is nothing to change');
  return held;
}

export function recordById<K extends RecordKind>(
  { records }: Pick<WorkTask<K>, 'records'>,
  kind: K,
  id: string | undefined,
): StoredRecord<K> | undefined {
  return records.find(
    (record): record is StoredRecord<K> => record.kind === kind && record.id === id,
  );
}
