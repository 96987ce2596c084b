/** Two windows editing one record: what was saved there meanwhile, beside what is typed here. Pure, so that it can be tested. */
import {
  type FieldDescription,
  PreventError,
  type RecordKind,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { FormValues } from '../../components/form-values.js';

export interface ClashedField {
  readonly field: FieldDescription;
  /** As saved there; undefined when it was taken away. */
  readonly theirs: unknown;
  readonly mine: unknown;
  /** Both changed it; otherwise only they did, and this form now says what they saved. */
  readonly isClash: boolean;
}

export interface EditConflict<K extends RecordKind = RecordKind> {
  readonly now: StoredRecord<K>;
  readonly fields: readonly ClashedField[];
  /** The form as it goes on: what is typed here, with what only they changed. */
  readonly values: FormValues;
}

/** @param before - the record as this form was opened on it */
export function editConflict<K extends RecordKind>(
  before: StoredRecord<K>,
  now: StoredRecord<K>,
  fields: readonly FieldDescription[],
  typed: FormValues,
): EditConflict<K> {
  const [was, is] = [before.value, now.value].map(
    (value) => value as Readonly<Record<string, unknown>>,
  );
  const changed = fields.flatMap((field): ClashedField[] => {
    const { name } = field;
    const [base, theirs, mine] = [was?.[name], is?.[name], typed[name]];
    if (isSame(base, theirs) || isSame(mine, theirs)) return [];
    return [{ field, theirs, mine, isClash: !isSame(mine, base) }];
  });
  const taken = changed
    .filter(({ isClash }) => !isClash)
    .map(({ field, theirs }) => [field.name, theirs]);
  return { now, fields: changed, values: { ...typed, ...Object.fromEntries(taken) } };
}

/** An empty box, an empty list and nothing are one. */
function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(written).filter(Boolean).join('\u0000');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, member]) => written(member) !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${name}\u0001${written(member)}`)
      .join('\u0002');
  return String(value);
}

/** Whether that is how the store says that the record was saved elsewhere meanwhile. */
export function isConflict(error: unknown): boolean {
  return error instanceof PreventError && error.code === 'CP_STORE_CONFLICT';
}
