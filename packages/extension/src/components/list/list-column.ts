/** A list on screen: the words and cells of the columns that the core defines by value, order and filter. */
import type { FindTerms } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';

export interface ListColumn<Row> {
  /** Key of its field. */
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean;
  /** Shown only once it is chosen. */
  readonly isExtra?: true;
  /** More words on the row, below the name that opens it; only for the first column. */
  readonly under?: ((row: Row) => ComponentChildren) | undefined;
}

/** Words of a filter. */
export interface ListFacet {
  /** Key of its field. */
  readonly key: string;
  readonly label: string;
  readonly words: (code: string) => string;
}

export interface ListTerms<Row> extends FindTerms<Row> {
  /** The first is always shown. */
  readonly columns: readonly ListColumn<Row>[];
  readonly facets?: readonly ListFacet[] | undefined;
}

/** Columns in their own order: the first, and those chosen; before any choice all but the extra ones. */
export function shownColumns<Column extends Pick<ListColumn<never>, 'key' | 'isExtra'>>(
  columns: readonly Column[],
  chosen: readonly string[] | undefined,
): readonly Column[] {
  return columns.filter(
    ({ key, isExtra }, nth) => nth === 0 || (chosen ? chosen.includes(key) : !isExtra),
  );
}
