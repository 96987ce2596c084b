/** One column of a list as data: the value that its rows are sorted by, and the codes that a filter finds them by. */

export type ListValue = string | number;

export interface ListFilter<Row> {
  /** Codes of the row; none if nothing is known, and undefined if the row may not be told apart from any other. */
  readonly codes: (row: Row) => readonly string[] | undefined;
  /** Codes that a choice may name although no row has them now, in the order in which they are offered. */
  readonly offered: readonly string[];
}

export interface ListField<Row> {
  /** Undefined if it is not known: such rows come last in both directions. Absent: the column does not sort. */
  readonly value?: (row: Row) => ListValue | undefined;
  /** Absent: nothing is filtered by this column. */
  readonly filter?: ListFilter<Row>;
}

/** The columns of a list by key, in their first order. */
export type ListFields<Row> = Readonly<Record<string, ListField<Row>>>;

/**
 * Code of the rows of which a filter knows nothing, so that no filter leaves anybody without a place. No code of a list
 * begins with a colon: `not-known` is an answer that somebody gave.
 */
export const NOT_KNOWN = ':not-recorded';

/** Codes that a filter finds the row by; undefined if none may be said of it. */
export function codesOfRow<Row>(
  { codes }: ListFilter<Row>,
  row: Row,
): readonly string[] | undefined {
  const found = codes(row);
  return found?.length === 0 ? [NOT_KNOWN] : found;
}
