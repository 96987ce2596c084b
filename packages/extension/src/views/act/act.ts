/** What a form of a caution, a condition or of work with others is handed, and what it says of itself. */
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
  /** Everything held of the subject. */
  readonly records: readonly StoredRecord[];
  /** What is changed; absent for a new record. */
  readonly held: StoredRecord<K> | undefined;
  /** The record that a new one is part of. */
  readonly parent: StoredRecord | undefined;
}

export interface WorkForm<K extends RecordKind> {
  readonly kind: K;
  readonly only: readonly string[];
  /** Fields that a record may lack, and this form does not. */
  readonly needed?: Needed;
  readonly title: PlainKey;
  /** What is said once it is kept. */
  readonly said: PlainKey;
  /** What the officer should know before they begin. */
  readonly note?: PlainKey;
  readonly section: 'conditions' | 'agencies';
  /** `change`: the record that the route names is changed; else it is what a new record is part of, if anything. */
  readonly on?: 'change';
  /** Dates that start as today. */
  readonly todayAt?: readonly string[];
  readonly shownWhen?: ShownWhen;
  act(values: Partial<RecordOf<K>>, task: WorkTask<K>): Result<CaseCommit>;
}

/** A form that changes what is held has it: the view sees to that. */
export function of<K extends RecordKind>(held: StoredRecord<K> | undefined): StoredRecord<K> {
  if (!held) throw new Error('There is nothing to change');
  return held;
}

export function one<K extends RecordKind>(
  { records }: Pick<WorkTask<K>, 'records'>,
  kind: K,
  id: string | undefined,
): StoredRecord<K> | undefined {
  return records.find(
    (record): record is StoredRecord<K> => record.kind === kind && record.id === id,
  );
}
