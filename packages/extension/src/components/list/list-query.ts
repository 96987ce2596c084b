/**
 * The query of a list: words, choices and an order. Pure, and fast enough to run at every keystroke over 10,000 rows.
 */
import type { ComponentChildren } from 'preact';
import * as v from 'valibot';
import type { Choice } from '../choice.js';
import { foldText, hasWords, wordsOf } from './fold-text.js';

export interface ListColumn<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  /**
   * Value that the column sorts by; rows without one come last in both directions. Absent: the column does not sort.
   */
  readonly sortBy?: (row: Row) => string | number | undefined;
  readonly numeric?: boolean;
  /** More words on the row, below the name that opens it; only for the first column. */
  readonly under?: ((row: Row) => ComponentChildren) | undefined;
}

/** A choice above the list, such as a status. */
export interface ListFacet<Row> {
  readonly key: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly of: (row: Row) => string | undefined;
}

const Short = v.pipe(v.string(), v.maxLength(200));
export const ListQuery = v.strictObject({
  /** Text as typed. */
  text: Short,
  /** Chosen values by the key of their facet; a facet with no choice is absent. */
  facets: v.record(Short, Short),
  /** Key of a column. */
  sort: Short,
  isDescending: v.boolean(),
});
export type ListQuery = Readonly<v.InferOutput<typeof ListQuery>>;

export interface ListTerms<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly facets?: readonly ListFacet<Row>[] | undefined;
  /** Searchable text of a row: its names and references. */
  readonly text: (row: Row) => string;
  /** Says whether the row is found by what else is held about it. Another function once other rows are found. */
  readonly isFound?: ((row: Row) => boolean) | undefined;
}

/** True if anything is being searched for. An order alone is not a search. */
export function isSearch({ text, facets }: ListQuery): boolean {
  return wordsOf(text).length > 0 || Object.keys(facets).length > 0;
}

/** Rows sorted as asked; rows without a sort value come last. */
export function inOrder<Row extends object>(
  rows: readonly Row[],
  { sort, isDescending }: Pick<ListQuery, 'sort' | 'isDescending'>,
  columns: readonly ListColumn<Row>[],
): readonly Row[] {
  const by = columns.find(({ key }) => key === sort)?.sortBy;
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

/**
 * Makes a search function. Each list has its own: folding is the slow part, and each row object is folded only once.
 */
export function makeFinder<Row extends object>() {
  const folded = new WeakMap<Row, string>();
  return (
    rows: readonly Row[],
    query: Pick<ListQuery, 'text' | 'facets'>,
    { facets = [], text, isFound }: Pick<ListTerms<Row>, 'facets' | 'text' | 'isFound'>,
  ): readonly Row[] => {
    const words = wordsOf(query.text);
    const chosen = facets.flatMap(({ key, of }) => {
      const wanted = query.facets[key];
      return wanted === undefined ? [] : [{ of, wanted }];
    });
    if (words.length === 0 && chosen.length === 0) return rows;
    return rows.filter((row) => {
      if (!chosen.every(({ of, wanted }) => of(row) === wanted)) return false;
      if (words.length === 0) return true;
      const known = folded.get(row) ?? foldText(text(row));
      folded.set(row, known);
      return hasWords(known, words) || isFound?.(row) === true;
    });
  };
}

/** Sets a choice, or clears it if the value is empty. */
export function withFacet(query: ListQuery, key: string, value: string): ListQuery {
  const { [key]: _, ...rest } = query.facets;
  return { ...query, facets: value === '' ? rest : { ...rest, [key]: value } };
}

/** Handles a press on a heading: sorts by that column, or reverses its order. */
export function withSort(query: ListQuery, key: string): ListQuery {
  return query.sort === key
    ? { ...query, isDescending: !query.isDescending }
    : { ...query, sort: key, isDescending: false };
}
