import {
  type Draft,
  type DraftRow,
  isOfAnother,
  type SeenAnswer,
  type StoredRecord,
  type Subject,
  writtenDate,
} from '@cyber-prevent/core';
import { isSameName } from '../row/draft-person.js';
import { takenPerson } from '../row/taken-person.js';

type Held = Pick<Subject, 'name' | 'bornOn'>;

/**
 * Somebody else on record whose name and date of birth are those taken, while those of the person chosen are not.
 *
 * @param rows - about the person chosen
 */
export function exactOther(
  rows: readonly DraftRow[],
  held: Held | undefined,
  found: SeenAnswer | undefined,
): SeenAnswer['people'][number] | undefined {
  const { name, born } = takenPerson(rows);
  const isExact = (person: Held): boolean =>
    name !== undefined &&
    person.bornOn !== undefined &&
    born === writtenDate(person.bornOn) &&
    isSameName(name, person.name);
  return held && !isExact(held) ? found?.people.find(isExact) : undefined;
}

/** Key of the person chosen and of somebody else who matches exactly; empty if nobody does. */
export function pairOf(
  draft: Draft,
  { id, value }: StoredRecord<'subject'>,
  found: SeenAnswer | undefined,
): string {
  const rows = draft.rows.filter((row) => !isOfAnother(draft, row));
  const other = exactOther(rows, value, found);
  return other ? `${id} ${other.person}` : '';
}
