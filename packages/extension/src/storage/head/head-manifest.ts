/** The manifest of the compacted heads: the pages, their keys, and the place of each in the file. */
import type { RecordId, RecordKind } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { FilePart } from '../place/files.js';
import { PageEntry, Whole } from './page-plan.js';

export const Manifest = v.strictObject({
  end: v.strictObject({ seq: Whole, head: v.string() }),
  disposed: v.array(v.custom<RecordId>((value) => typeof value === 'string')),
  pages: v.array(v.strictObject({ ...PageEntry.entries, at: Whole, length: Whole })),
  /** The rule that decides which pages are read first; absent: no rule. */
  first: v.exactOptional(v.string()),
});
export type Manifest = v.InferOutput<typeof Manifest>;
/** A page with its place in the file. */
export type PlacedEntry = Manifest['pages'][number];

export function partsOf(pages: readonly PlacedEntry[]): ReadonlyMap<number, FilePart> {
  return new Map(pages.map(({ id, at, length }) => [id, { at, length }]));
}

export function placedIn(parts: ReadonlyMap<number, FilePart>): (entry: PageEntry) => PlacedEntry {
  return (entry) => {
    const part = parts.get(entry.id);
    if (!part) throw new RangeError(`Page ${entry.id} has no place`);
    return { ...entry, ...part };
  };
}

/**
 * Pages to be read first, then the rest. In each, these kinds in this order first; any others after them, grouped by
 * kind.
 */
export function inOrder(
  entries: readonly PlacedEntry[],
  first: readonly RecordKind[],
): PlacedEntry[] {
  const kinds = [...new Set([...first, ...entries.map(({ kind }) => kind)])];
  const placeOf = ({ isFirst, kind }: PageEntry): number =>
    (isFirst ? 0 : kinds.length) + kinds.indexOf(kind);
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other));
}
