/**
 * The law of a contact that corrects another: both are on one record. Otherwise the corrected one, which was moved
 * meanwhile, would no longer count there, and what it said would be back on the record that it left.
 */
import type { Issue } from '../../shared/issue.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';

export function correctsIssues(
  { kind, after }: SavedRecord,
  saved: readonly SavedRecord[],
  held: Pick<HeldRecords, 'find'>,
): readonly Issue[] {
  if (kind !== 'intervention' || !after?.corrects) return [];
  const corrected =
    saved.find(({ id }) => id === after.corrects)?.after ??
    held.find(after.corrects as SavedRecord['id'])?.value;
  const person: unknown = corrected && Reflect.get(corrected, 'subjectId');
  return corrected && person !== after.subjectId ? [CORRECTS_ANOTHERS] : [];
}

const CORRECTS_ANOTHERS: Issue = {
  code: 'corrects-anothers',
  severity: 'error',
  message:
    'The contact that this corrects was moved to another person’s record. Open it there, and correct it there.',
  at: 'corrects',
};
