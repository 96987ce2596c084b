/** The person that a save of the draft would put on record. */
import {
  type DraftRow,
  decidedValue,
  type FieldPath,
  type PlainDate,
  writtenDate,
} from '@cyber-prevent/core';
import { isCivilDate } from '../../../../components/civil-date.js';

export interface NamedPerson {
  readonly name: string | undefined;
  /** Date of birth in words. */
  readonly born: string | undefined;
}

/** Reads them from what is taken, and makes the name as the core does. */
export function takenPerson(rows: readonly DraftRow[]): NamedPerson {
  const taken = (path: FieldPath): string | undefined => {
    const [value] = rows.flatMap((row) => (row.path === path ? (decidedValue(row) ?? []) : []));
    return value?.trim() || undefined;
  };
  const parts = [taken('subject.givenNames'), taken('subject.familyName')].filter(Boolean);
  const born = taken('subject.bornOn');
  return {
    name: taken('subject.name') ?? (parts.join(' ') || undefined),
    born: born && isCivilDate(born) ? writtenDate(born as PlainDate) : undefined,
  };
}
