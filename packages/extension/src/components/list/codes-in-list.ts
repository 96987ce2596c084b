/** Codes that each filter of a list may name: those that it offers, and those of any row. */
import { codesOfRow, type ListFields, type ListQuery, NOT_KNOWN } from '@cyber-prevent/core';

/** Rows are looked through only where a chosen code is not one that is offered anyway. */
export function codesInList<Row>(
  fields: ListFields<Row>,
  rows: readonly Row[],
  chosen: ListQuery['facets'],
): ReadonlyMap<string, ReadonlySet<string>> {
  const codesIn = new Map<string, ReadonlySet<string>>();
  for (const [key, { filter }] of Object.entries(fields)) {
    if (!filter) continue;
    const codes = new Set([...filter.offered, NOT_KNOWN]);
    const isAllOffered = (chosen[key] ?? []).every((code) => codes.has(code));
    if (!isAllOffered)
      for (const row of rows) for (const code of codesOfRow(filter, row) ?? []) codes.add(code);
    codesIn.set(key, codes);
  }
  return codesIn;
}
