/**
 * Two windows editing one record: the values saved elsewhere meanwhile, next to those typed here. Pure, so that it can
 * be tested.
 */
import {
  type FieldDescription,
  PreventError,
  type RecordKind,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { FormValues } from '../../components/form-values.js';

export interface ClashedField {
  readonly field: FieldDescription;
  /** Value saved there; undefined if it was removed. */
  readonly theirs: unknown;
  readonly mine: unknown;
  /** True if both changed it. Otherwise only they did, and this form now shows their value. */
  readonly isClash: boolean;
}

export interface EditConflict<K extends RecordKind = RecordKind> {
  readonly now: StoredRecord<K>;
  readonly fields: readonly ClashedField[];
  /** Values for the form from now on: those typed here, plus those that only they changed. */
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

/** True if equal; an empty box, an empty list and undefined count as equal. */
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

const ABOUT_ANOTHER: ReadonlySet<unknown> = new Set(['record-moved', 'record-of-another']);

/** True if the error says that the record is somebody else’s by now than the form was about. */
export function isMovedSince(error: unknown): boolean {
  if (!(error instanceof PreventError) || !Array.isArray(error.cause)) return false;
  return error.cause.some((issue) => ABOUT_ANOTHER.has(Object(issue).code));
}

/** True if the error says that the record was saved elsewhere in the meantime. */
export function isConflict(error: unknown): boolean {
  return error instanceof PreventError && error.code === 'CP_STORE_CONFLICT';
}
