/** An act on a person as data: one form of one kind of record, and the act of the core that saves it. */
import type {
  CaseCommit,
  CodeLists,
  ContactPlanContext,
  FieldDescription,
  Issue,
  PlainDate,
  RecordKind,
  RecordOf,
  Result,
  StoredRecord,
  ToldSource,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import type { PersonAct } from '../../app/screens.js';
import type { FormValues, ShownWhen } from '../../components/form-values.js';
import type { Needed, RecordFormState } from '../../components/use-record-form.js';
import type { PlainKey } from '../../locales/late.js';
import type { ActContext } from './act-context.js';
import type { PersonRegime } from './use-person.js';

export interface ActTask<K extends RecordKind> {
  readonly context: ActContext;
  readonly subject: StoredRecord<'subject'>;
  /** Every stored record of the subject. */
  readonly records: readonly StoredRecord[];
  /** The record being changed; absent for a new one. */
  readonly held: StoredRecord<K> | undefined;
  /** The record that a new one is part of. */
  readonly parent: StoredRecord | undefined;
  /** Everything that is typed, with the answers of controls that the act adds. */
  readonly typed: FormValues;
  /** Filled in where the act asks for it. */
  readonly told: ToldSource;
  readonly regime: PersonRegime;
  /** Settings required by the law on sensitive data. */
  readonly policy: ContactPlanContext['officer'];
}

/** Input of what an act adds to its form. */
export interface ExtraTask<K extends RecordKind> {
  readonly form: RecordFormState<K>;
  readonly subject: StoredRecord<'subject'>;
  readonly records: readonly StoredRecord[];
  /** The record that the route names, changed or not. */
  readonly named: StoredRecord | undefined;
}

/** Facts by which a form decides what to ask: the person, the record that the route names, and the day. */
export interface ShownTask {
  readonly subject: StoredRecord<'subject'>;
  readonly named: StoredRecord | undefined;
  readonly today: PlainDate;
}

/** Input of the words for the record that the route names. */
export interface NamedTask {
  readonly named: StoredRecord;
  readonly subject: StoredRecord<'subject'>;
  readonly lists: CodeLists;
}

/** Additions of an act whose form needs more than its fields. */
export interface Extra {
  /** Facts that the form is about, in sight next to it. */
  readonly facts?: ComponentChildren;
  readonly before?: ComponentChildren;
  /** Content under a field, by its name. */
  readonly under?: Readonly<Record<string, ComponentChildren>>;
  /** Content after the fields. */
  readonly after?: ComponentChildren;
  /** Asked once the fields are right: true if there is something to read before the save. */
  readonly stops?: () => Promise<boolean>;
  /** Moves an issue to the control that can solve it. */
  readonly issueAt?: (issue: Issue) => Issue;
}

export interface Act<K extends RecordKind> {
  readonly kind: K;
  readonly only: readonly string[];
  /** The fields to choose from, in place of the kind's own: those of an entry in one of its lists. The act checks them. */
  readonly from?: readonly FieldDescription[];
  /** Fields that this form does not require, though the kind does. */
  readonly optional?: readonly string[];
  /** Fields of `only` that are not asked of this person. */
  readonly leaves?: (subject: StoredRecord<'subject'>) => readonly string[];
  /** Fields that this form requires, though a record may lack them. */
  readonly needed?: Needed;
  readonly title: PlainKey;
  /** Title for a change to a stored record. */
  readonly changeTitle?: PlainKey;
  /** Words of the button that saves a new record, before the name of the person or with it. Else made from the title. */
  readonly submit?: PlainKey | 'person.related.save';
  /** Success message once it is saved. */
  readonly said: PlainKey;
  /** Labels in place of the kind's own, by field: the question as this act asks it. */
  readonly labels?: Readonly<Record<string, PlainKey>>;
  /** Words for the record that the route names, above the form: the person may have several of its kind. */
  readonly namedAs?: (task: NamedTask) => string | undefined;
  /** Note that the officer should read first. */
  readonly note?: PlainKey;
  /** Section of the person's page that shows the result. */
  readonly section?: string;
  /**
   * `change`: the route names the record to change. `either`: it may. Otherwise it names the record that a new one is
   * part of, if any.
   */
  readonly on?: 'change' | 'either';
  /** Dates that start as today. */
  readonly todayAt?: readonly string[];
  readonly shownWhen?: ShownWhen | ((task: ShownTask) => ShownWhen);
  /** Asks who said it, how and when. */
  readonly asksTold?: true;
  /** Says first if somebody asked to be spoken to before any contact. */
  readonly checksFirst?: true;
  /** Offers it on the person's page, or in the palette while that person is on screen; it then needs no record. */
  readonly aboutPerson?: PersonAct;
  /** Paths of the controls that `useExtra` adds. */
  readonly also?: readonly string[];
  /** Fields with words for an organisation: those on record are suggested under them. */
  readonly suggests?: readonly string[];
  /** A hook: what this form has besides its fields. */
  readonly useExtra?: (task: ExtraTask<K>) => Extra;
  act(values: Partial<RecordOf<K>>, task: ActTask<K>): Result<CaseCommit>;
}

/** Returns the stored record, which a form that changes one always has: the view makes sure. */
export function requireHeld<K extends RecordKind>(
  held: StoredRecord<K> | undefined,
): StoredRecord<K> {
  if (!held) throw new Error('There is nothing to change');
  return held;
}

export function recordById<K extends RecordKind>(
  { records }: Pick<ActTask<K>, 'records'>,
  kind: K,
  id: string | undefined,
): StoredRecord<K> | undefined {
  return records.find(
    (record): record is StoredRecord<K> => record.kind === kind && record.id === id,
  );
}
