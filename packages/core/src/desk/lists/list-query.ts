/** The query of a list: words, filters and an order. It can be stored, and read again after its codes have changed. */
import * as v from 'valibot';
import { wordsOf } from './fold-text.js';
import type { ListFields } from './list-field.js';

const Short = v.pipe(v.string(), v.maxLength(200));
/** One choice alone is how earlier releases stored it. */
const Chosen = v.union([
  v.pipe(
    Short,
    v.transform((only): readonly string[] => (only === '' ? [] : [only])),
  ),
  v.pipe(v.array(Short), v.maxLength(100)),
]);

export const ListQuery = v.strictObject({
  /** Text as typed. */
  text: Short,
  /** Codes by the key of their column: a row has one of them in each. A column with none is absent. */
  facets: v.record(Short, Chosen),
  /** Key of a column. */
  sort: Short,
  isDescending: v.boolean(),
});
/** Words and filters of a list, and its order. */
export type ListQuery = Readonly<v.InferOutput<typeof ListQuery>>;

/** True if anything is being searched for. An order alone is not a search. */
export function isSearch({ text, facets }: Pick<ListQuery, 'text' | 'facets'>): boolean {
  return wordsOf(text).length > 0 || Object.values(facets).some((codes) => codes.length > 0);
}

/** Filters a column by those codes, or not at all if there are none. */
export function withFilter(query: ListQuery, key: string, codes: readonly string[]): ListQuery {
  const { [key]: _, ...rest } = query.facets;
  return { ...query, facets: codes.length === 0 ? rest : { ...rest, [key]: [...codes] } };
}

/** Handles a press on a heading: sorts by that column, or reverses its order. */
export function withSort(query: ListQuery, key: string): ListQuery {
  return query.sort === key
    ? { ...query, isDescending: !query.isDescending }
    : { ...query, sort: key, isDescending: false };
}

/** A choice that no longer means anything; without a code, the whole filter. */
export interface GoneChoice {
  readonly key: string;
  readonly code?: string;
}

/** The part of a query that still means something, and the choices that do not. */
export interface StandingQuery {
  readonly query: ListQuery;
  readonly gone: readonly GoneChoice[];
}

/**
 * Leaves out filters of columns and codes that no longer exist. A filter of which nothing is left filters nothing: a
 * code that has gone must not hide everybody.
 *
 * @param codesIn - codes that each filtered column offers or any of its rows has
 */
export function standingQuery<Row>(
  query: ListQuery,
  fields: ListFields<Row>,
  codesIn: ReadonlyMap<string, ReadonlySet<string>>,
): StandingQuery {
  const gone: GoneChoice[] = [];
  let standing = query;
  for (const [key, codes] of Object.entries(query.facets)) {
    const known = codesIn.get(key);
    if (!known) gone.push({ key });
    const left = codes.filter((code) => known?.has(code));
    if (known) for (const code of codes) if (!known.has(code)) gone.push({ key, code });
    if (left.length !== codes.length) standing = withFilter(standing, key, left);
  }
  const field = Object.hasOwn(fields, query.sort) ? fields[query.sort] : undefined;
  if (!field?.value) {
    const [first] = Object.entries(fields).flatMap(([key, { value }]) => (value ? [key] : []));
    if (first !== undefined) standing = { ...standing, sort: first };
  }
  return { query: standing, gone };
}
