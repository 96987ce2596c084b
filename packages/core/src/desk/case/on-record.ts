/** A list of what is on record about a person, without any of it: for saying what a document leaves out. */
import type { FieldDescription } from '../../record/field.js';
import { fieldsOf, type RecordKind } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** One record: its kind, and the paths of its fields that have a value, such as `note` or `addresses.lines`. */
export interface OnRecord {
  readonly kind: RecordKind;
  readonly id: RecordId;
  /** The day on which it was made. */
  readonly madeOn: PlainDate;
  readonly filled: readonly string[];
  /** True of a suspected offence that is behaviour only: nothing about it is named as an offence. */
  readonly isBehaviour?: true;
}

/** Fields of a suspected offence that say that there is one. */
const OF_AN_OFFENCE: readonly string[] = ['section', 'withoutSection', 'ageThen', 'standings'];

/** The list of a suspected offence that is behaviour only: without the fields that would name an offence. */
export function asBehaviour(record: OnRecord): OnRecord {
  const filled = record.filled.filter((path) => !OF_AN_OFFENCE.includes(path.split('.')[0] ?? ''));
  return { ...record, filled, isBehaviour: true };
}

/** @param within - fields of a kind whose words are in another field of the record, as the file gives it */
export function onRecord(
  records: readonly StoredRecord[],
  within: { readonly [K in RecordKind]?: readonly string[] } = {},
): readonly OnRecord[] {
  return records.map(({ kind, id, value, createdAt }) => {
    const filled = new Set(filledIn(fieldsOf(kind), value, ''));
    for (const name of within[kind] ?? []) filled.delete(name);
    return { kind, id, madeOn: civilDay(createdAt), filled: [...filled] };
  });
}

/** Links between records, and what the toolkit sets by itself, are nobody’s words. */
function filledIn(fields: readonly FieldDescription[], value: object, within: string): string[] {
  return fields.flatMap((field) => {
    const { name, set, refersTo } = field;
    if (set !== undefined || refersTo !== undefined || name === 'id') return [];
    const held: unknown = Reflect.get(value, name);
    const path = `${within}${name}`;
    const groups = [held].flat().filter((each) => typeof each === 'object' && each !== null);
    if (field.fields)
      return groups.flatMap((each) => filledIn(field.fields ?? [], each, `${path}.`));
    return hasValue(held) ? [path] : [];
  });
}

function hasValue(held: unknown): boolean {
  if (Array.isArray(held)) return held.length > 0;
  return held !== undefined && held !== null && held !== '';
}
