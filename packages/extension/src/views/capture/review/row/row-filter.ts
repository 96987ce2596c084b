/** Filters of a draft: what was left, what the officer decided, and what has an issue. */
import type { DraftRow } from '@cyber-prevent/core';

export const ROW_FILTERS = ['all', 'left', 'changed', 'issue'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

const IS_IN: Readonly<Record<RowFilter, (row: DraftRow) => boolean>> = {
  all: () => true,
  left: ({ decision }) => decision.kind === 'leave',
  changed: ({ decidedBy }) => decidedBy === 'officer',
  // A masked or corrected value is settled, even if something was wrong with it on the page.
  issue: ({ decision, issues, either }) =>
    (decision.kind === 'take' || decision.kind === 'leave') &&
    (issues.length > 0 || either !== undefined),
};

/** The rows of a filter. One that nobody has named is not counted: most of those are never looked at. */
export function rowsIn(filter: RowFilter, rows: readonly DraftRow[]): readonly DraftRow[] {
  return rows.filter((row) => row.path !== undefined && IS_IN[filter](row));
}
