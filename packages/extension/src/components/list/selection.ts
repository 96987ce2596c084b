/** Rows that are selected, by id: one by one, from one to another, or all that were found. */
import type { Signal } from '@preact/signals';

export interface RowSelection<Row> {
  readonly selected: Signal<ReadonlySet<string>>;
  /** False for a row that nothing can be done with. */
  readonly can: (row: Row) => boolean;
  /** Name of the row, read out with its box. */
  readonly label: (row: Row) => string;
  /** Selects a row or takes it off; from the row pressed before it, if the range is asked for. */
  press(id: string, isRange: boolean): void;
}

export interface SelectionOptions<Row> {
  readonly selected: Signal<ReadonlySet<string>>;
  /** The rows in the order on screen. */
  readonly shown: () => readonly Row[];
  readonly can: (row: Row) => boolean;
  readonly label: (row: Row) => string;
}

export function rowSelection<Row extends { readonly id: string }>(
  options: SelectionOptions<Row>,
): RowSelection<Row> {
  const { selected, shown, can, label } = options;
  let last: string | undefined;
  return {
    selected,
    can,
    label,
    press(id, isRange) {
      const next = new Set(selected.peek());
      const isOn = !next.has(id);
      for (const each of isRange ? between(shown(), last, id, can) : [id])
        if (isOn) next.add(each);
        else next.delete(each);
      last = id;
      selected.value = next;
    },
  };
}

/** Ids from one row to another, both included; the second alone if the first is not shown. */
function between<Row extends { readonly id: string }>(
  rows: readonly Row[],
  from: string | undefined,
  to: string,
  can: (row: Row) => boolean,
): readonly string[] {
  const places = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  const [first = -1, last = -1] = places.toSorted((a, b) => a - b);
  if (first < 0) return [to];
  return rows
    .slice(first, last + 1)
    .filter(can)
    .map(({ id }) => id);
}

/** All rows that were found and can be selected; nobody else stays selected out of sight. */
export function allOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { can }: Pick<RowSelection<Row>, 'can'>,
): ReadonlySet<string> {
  return new Set(rows.filter(can).map(({ id }) => id));
}
