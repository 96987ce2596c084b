/** Tables of records as an adapter names them: columns by their headers, each row a person or one more value. */
import type { LabelledValue, Reading } from '../../page/reading.js';
import type { ListedIn } from '../draft.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { foldLabel } from '../field/fold-label.js';
import { grouped } from '../field/grouped.js';
import { isListOfPeople, keepsRowsApart, tableOf } from '../name/people-list.js';
import type { Screen } from './adapter.js';
import type { AdapterName } from './adapter-name.js';
import { withoutQuery } from './page-address.js';

type Rows = NonNullable<Screen['rows']>[number];
/** The person in a list that a value belongs to. */
export type PersonOf = Pick<ListedIn, 'list' | 'row'>;

/** Findings on the values of tables, by their ids. */
interface RowsNaming {
  readonly names: Map<string, AdapterName>;
  readonly people: Map<string, PersonOf>;
}

export function nameRows(spec: Rows, reading: Reading, naming: RowsNaming): void {
  const wanted = foldLabel(spec.table);
  const cells = reading.values.filter((value) => value.row !== undefined);
  const isNamed = ({ label, owner }: LabelledValue): boolean =>
    [label, ...owner].some((text) => foldLabel(text) === wanted);
  for (const table of grouped(cells, tableOf).values()) {
    const named = table.filter(isNamed);
    // A hidden form repeats the table of the visible record.
    const isHidden = !named.some(({ visible }) => visible) && isShownElsewhere(cells, isNamed);
    if (named.length > 0 && !isHidden) nameTable(spec, table, reading, naming);
  }
}

function isShownElsewhere(
  cells: readonly LabelledValue[],
  isNamed: (cell: LabelledValue) => boolean,
): boolean {
  return cells.some((cell) => cell.visible && isNamed(cell));
}

function nameTable(
  { table, columns, platform, each, where }: Rows,
  cells: readonly LabelledValue[],
  reading: Reading,
  { names, people }: RowsNaming,
): void {
  const paths = Object.keys(columns) as FieldPath[];
  const meant = [...grouped(cells, ({ row }) => row?.index).values()].filter(
    (row) => where === undefined || row.some((cell) => saysSo(cell, where)),
  );
  const isPeople = each === undefined ? isListOfPeople(cells, paths) : each === 'person';
  const persons = new Set(meant.map(personKey));
  const list = JSON.stringify([
    withoutQuery(reading.url),
    cells[0]?.place.frame.join('.') ?? '',
    foldLabel(table),
  ]);
  for (const row of meant) {
    const word = row.find(({ label }) => platform !== undefined && isAlike(label, platform))?.value;
    for (const cell of row) {
      if (isPeople && persons.size > 1) people.set(cell.id, { list, row: personKey(row) });
      const path = paths.find((each) => isAlike(cell.label, columns[each] ?? ''));
      if (path === undefined) continue;
      // A single fact in several rows is uncertain in each, because nobody is asked which row is meant.
      const isUnsure =
        !isPeople && meant.length > 1 && !keepsRowsApart(path) && !fieldOf(path).many;
      names.set(cell.id, {
        path,
        ...(word === undefined ? {} : { platform: word }),
        ...(isUnsure ? { isUnsure } : {}),
      });
    }
  }
}

function saysSo({ label, value }: LabelledValue, { column, is }: NonNullable<Rows['where']>) {
  return isAlike(label, column) && isAlike(value, is);
}

function isAlike(one: string, other: string): boolean {
  return foldLabel(one) === foldLabel(other);
}

/** Everything in the row. */
function personKey(row: readonly LabelledValue[]): string {
  return JSON.stringify(row.map(({ label, value }) => [label, value]));
}
