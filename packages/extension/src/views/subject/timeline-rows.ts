/** Rows of the chronology’s table: the pages read and details noted on one day are folded into one. */
import type { PlainDate, TimelineEntry } from '@cyber-prevent/core';

export interface FoldedRow {
  readonly id: string;
  readonly on: PlainDate;
  /** Two or more. */
  readonly folded: readonly TimelineEntry[];
}

export type TimelineRow = TimelineEntry | FoldedRow;

export function isFolded(row: TimelineRow): row is FoldedRow {
  return 'folded' in row;
}

/** The entries in their order; those of a day that are folded come where the first of them was. */
export function timelineRows(entries: readonly TimelineEntry[]): readonly TimelineRow[] {
  const notings = new Map<PlainDate, TimelineEntry[]>();
  for (const entry of entries) {
    if (!entry.isNoting) continue;
    const ofDay = notings.get(entry.on);
    if (ofDay) ofDay.push(entry);
    else notings.set(entry.on, [entry]);
  }
  return entries.flatMap((entry): readonly TimelineRow[] => {
    const { on, isNoting } = entry;
    const folded = isNoting ? (notings.get(on) ?? []) : [];
    if (folded.length < 2) return [entry];
    return folded[0] === entry ? [{ id: `folded ${on}`, on, folded }] : [];
  });
}
