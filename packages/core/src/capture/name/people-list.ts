/** Tables in which each row is another person. */
import type { LabelledValue } from '../../page/reading.js';
import { type FieldPath, fieldOf, ownerOf } from '../field/field-path.js';
import { grouped } from '../field/grouped.js';
import { factOfLabel } from './fact-of-label.js';

/** Facts that distinguish one person from another. */
const NAMES: ReadonlySet<string | undefined> = new Set(['name', 'givenNames', 'familyName']);

/**
 * True if each row of a table is another person: one of its columns holds names, or is taught as a fact that a person
 * has only one of. Tables of accounts, and of people around the subject, have their own ways of keeping rows apart.
 *
 * @param cells - every cell of the table
 * @param paths - what its columns are taught as
 */
export function isListOfPeople(
  cells: readonly Pick<LabelledValue, 'label'>[],
  paths: readonly FieldPath[],
): boolean {
  const plain = paths.filter((path) => !keepsRowsApart(path));
  if (plain.length === 0) return false;
  return (
    plain.some((path) => fieldOf(path).many !== true) ||
    cells.some(({ label }) => NAMES.has(factOfLabel(label)))
  );
}

/** True if each row is a separate person or account anyway. */
export function keepsRowsApart(path: FieldPath): boolean {
  return ownerOf(path) === 'relatedPersons' || path === 'subject.onlineIdentifiers[].asSeen';
}

/** The tables of a page that have several rows and a column of names, by {@link tableOf}. */
export function peopleTables(values: readonly LabelledValue[]): ReadonlySet<string> {
  const cells = values.filter(({ row }) => row !== undefined);
  const tables = [...grouped(cells, tableOf)].filter(([, table]) => {
    const rows = new Set(table.map(({ row }) => row?.index));
    return rows.size > 1 && table.some(({ label }) => NAMES.has(factOfLabel(label)));
  });
  return new Set(tables.map(([name]) => name));
}

/** Key of the table of records that a cell belongs to. */
export function tableOf({ place, row }: Pick<LabelledValue, 'place' | 'row'>): string {
  return `${place.frame.join('.')}/${row?.table}`;
}
