/** The officer's answer to a date that can be read two ways: it holds for every such date of the same page, and of its host. */
import type { Instant } from '../shared/primitives.js';
import { isOfAnother } from './choose-person.js';
import { isSingle } from './collapse-rows.js';
import { type DateOrder, EITHER_ORDER } from './date-order.js';
import type { Draft, DraftRow } from './draft.js';

/**
 * The draft with every date of some captures read in one order, and none of them asked any more. A date that nothing else spoke
 * against is taken; one that the officer corrected or masked stays so.
 *
 * @param origins - ids of captures whose pages write so
 * @param now - when it was answered; absent, the draft's time stays as it was
 */
export function settleDates(
  draft: Draft,
  origins: readonly string[],
  order: DateOrder,
  now?: Instant,
): Draft {
  const isOpen = (row: DraftRow): boolean =>
    row.either !== undefined && origins.includes(row.origin);
  if (!draft.rows.some(isOpen)) return draft;
  const taken = new Set(draft.rows.filter(isTaken).map(({ path }) => path));
  const rows = draft.rows.map((row): DraftRow => {
    const { either, ...rest } = row;
    if (either === undefined || !isOpen(row)) return row;
    const isFree = (!isSingle(row) || !taken.has(row.path)) && !isOfAnother(draft, row);
    const takes = row.decision.kind === 'leave' && either.starts === 'take' && isFree;
    if (takes) taken.add(row.path);
    return {
      ...rest,
      value: order === 'day-first' ? either.dayFirst : either.monthFirst,
      issues: row.issues.filter(({ code }) => code !== EITHER_ORDER),
      decision: takes ? { kind: 'take' } : row.decision,
    };
  });
  return { ...draft, rows, ...(now === undefined ? {} : { updatedAt: now }) };
}

/** The row without its question, where another row that says the same day has none. */
export function withoutQuestion(row: DraftRow, other: DraftRow): DraftRow {
  if (row.either === undefined || other.either !== undefined) return row;
  const { either: _, ...rest } = row;
  return { ...rest, issues: row.issues.filter(({ code }) => code !== EITHER_ORDER) };
}

function isTaken({ decision }: DraftRow): boolean {
  return decision.kind === 'take' || decision.kind === 'take-corrected';
}
