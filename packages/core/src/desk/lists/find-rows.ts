/**
 * Finds and sorts the rows of a list. Pure, and fast enough to run at every keystroke over 10,000 rows: what a row is
 * compared by is worked out once for as long as the row and the columns stay the same.
 */
import { foldText, hasWords, wordsOf } from './fold-text.js';
import { codesOfRow, type ListFields, type ListFilter, NOT_KNOWN } from './list-field.js';
import type { ListQuery } from './list-query.js';

/** Rows sorted as asked; rows without a value come last in both directions, and equal ones keep their order. */
export function inOrder<Row extends object>(
  rows: readonly Row[],
  { sort, isDescending }: Pick<ListQuery, 'sort' | 'isDescending'>,
  fields: ListFields<Row>,
): readonly Row[] {
  const by = Object.hasOwn(fields, sort) ? fields[sort]?.value : undefined;
  if (!by) return rows;
  const keyed: { readonly row: Row; readonly key: string | number }[] = [];
  const without: Row[] = [];
  for (const row of rows) {
    const value = by(row);
    if (value === undefined || value === '') without.push(row);
    else keyed.push({ row, key: typeof value === 'number' ? value : foldText(value) });
  }
  const way = isDescending ? -1 : 1;
  keyed.sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : 0));
  return [...keyed.map(({ row }) => row), ...without];
}

/** Terms by which the rows of a list are found. */
export interface FindTerms<Row> {
  readonly fields: ListFields<Row>;
  /** Searchable text of a row: its names and references. */
  readonly text: (row: Row) => string;
  /** Says whether the row is found by what else is held about it. */
  readonly isFound?: ((row: Row) => boolean) | undefined;
}

/** Finds the rows that match a query, in the order they are given. */
export type FindRows<Row> = (
  rows: readonly Row[],
  query: Pick<ListQuery, 'text' | 'facets'>,
  terms: FindTerms<Row>,
) => readonly Row[];

/**
 * Makes a search function. Each list has its own: folding is the slow part, and each row object is folded only once. A
 * filter of a column that does not exist filters nothing.
 */
export function makeFinder<Row extends object>(): FindRows<Row> {
  const folded = new WeakMap<Row, string>();
  return (rows, query, { fields, text, isFound }) => {
    const words = wordsOf(query.text);
    const chosen = Object.entries(query.facets).flatMap(([key, codes]) => {
      const filter = Object.hasOwn(fields, key) ? fields[key]?.filter : undefined;
      return filter && codes.length > 0 ? [{ filter, wanted: new Set(codes) }] : [];
    });
    if (words.length === 0 && chosen.length === 0) return rows;
    return rows.filter((row) => {
      for (const { filter, wanted } of chosen)
        if (!codesOfRow(filter, row)?.some((code) => wanted.has(code))) return false;
      if (words.length === 0) return true;
      const known = folded.get(row) ?? foldText(text(row));
      folded.set(row, known);
      return hasWords(known, words) || isFound?.(row) === true;
    });
  };
}

/** A code of a filter, and the number of rows that it finds. */
export interface FilterChoice {
  readonly code: string;
  readonly count: number;
}

/** Codes that the filter offers or any row has, with the number of rows of each: offered ones first, unknown last. */
export function filterChoices<Row>(
  filter: ListFilter<Row>,
  rows: readonly Row[],
): readonly FilterChoice[] {
  const counts = new Map(filter.offered.map((code) => [code, 0]));
  for (const row of rows)
    for (const code of new Set(codesOfRow(filter, row)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  const unknown = counts.get(NOT_KNOWN) ?? 0;
  counts.delete(NOT_KNOWN);
  return [
    ...[...counts].map(([code, count]) => ({ code, count })),
    { code: NOT_KNOWN, count: unknown },
  ];
}
