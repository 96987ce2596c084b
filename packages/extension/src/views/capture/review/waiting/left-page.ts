/** A page whose person may be a namesake: what it says starts as left, and the officer takes each value. */
import type { Draft, DraftRow } from '@cyber-prevent/core';

export function leftPage(page: Draft): Draft {
  return { ...page, rows: page.rows.map(leftRow) };
}

function leftRow(row: DraftRow): DraftRow {
  const { decision, either, listed } = row;
  return {
    ...row,
    ...(decision.kind === 'take' ? { decision: { kind: 'leave' } } : {}),
    ...(either ? { either: { ...either, starts: 'leave' } } : {}),
    ...(listed ? { listed: { ...listed, starts: 'leave' } } : {}),
  };
}
