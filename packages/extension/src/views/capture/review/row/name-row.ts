import type { DraftRow } from '@cyber-prevent/core';

/** Row of the draft that gives a name, or a part of one, to its subject. */
export function nameRow(rows: readonly DraftRow[]): DraftRow | undefined {
  return rows.find(({ path }) => /^subject\.(name|familyName|givenNames)$/.test(path ?? ''));
}
