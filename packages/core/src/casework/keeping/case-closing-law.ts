/** The law of closing a case: no save closes it while a safeguarding concern about the person is open. */
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { isOnCase } from '../act/case-state.js';
import { concernState } from '../contact/concern-state.js';

type Decision = StoredRecord<'decision'>['value'];
type Concern = StoredRecord<'safeguardingConcern'>['value'];

/** Checks the concerns as the save leaves them: one raised in the same save is open, one closed in it is not. */
export function caseClosingIssues(
  saved: readonly SavedRecord[],
  held: HeldRecords,
): readonly Issue[] {
  const isConcernOpen = (subject: RecordId): boolean => {
    const changed = new Set(saved.map(({ id }) => id));
    const kept = held.about(subject).filter(({ id }) => !changed.has(id));
    const concerns = [...kept, ...saved.map(({ kind, after }) => ({ kind, value: after }))].flatMap(
      ({ kind, value }) => (kind === 'safeguardingConcern' && value ? [value as Concern] : []),
    );
    return concerns.some(
      (concern) => concern.subjectId === subject && concernState(concern) !== 'closed',
    );
  };
  return saved.flatMap(closedBySave).some(isConcernOpen) ? [CONCERN_KEEPS_CASE_OPEN] : [];
}

/** The person whose case this record newly closes. */
function closedBySave({ kind, before, after }: SavedRecord): readonly RecordId[] {
  if (kind !== 'decision') return [];
  const subject = closes(after as Decision | undefined);
  return subject && subject !== closes(before?.value as Decision | undefined) ? [subject] : [];
}

function closes(value: Decision | undefined): RecordId | undefined {
  return value?.outcome === 'close' && isOnCase(value) ? value.subjectId : undefined;
}

export const CONCERN_KEEPS_CASE_OPEN: Issue = {
  code: 'concern-stands',
  severity: 'error',
  message: 'A safeguarding concern is open. Close it first, then close the case.',
};
