/** The law of closing a case: what the act asks before it closes one, no other save goes round. */
import { dayIssues } from '../../record/day-rule.js';
import { writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { closedBy, isOnCase } from '../act/case-state.js';
import {
  CLOSED_ALREADY,
  CLOSURE_REASON,
  closingStops,
  LAST_DAY_WORDS,
  lastDay,
} from './closing-stops.js';

type Decision = StoredRecord<'decision'>['value'];

/** Checks the records as the save leaves them: a concern raised in the same save is open, one closed in it is not. */
export function caseClosingIssues(
  saved: readonly SavedRecord[],
  held: HeldRecords,
  today: PlainDate,
): readonly Issue[] {
  return saved.flatMap((record) => {
    const closing = closedBySave(record);
    if (!closing) return [];
    const { subjectId, closureReason, decidedOn } = closing;
    const { kept, made } = afterSave(subjectId, saved, held, today);
    const last = lastDay([...kept, ...made], today);
    return [
      ...(closureReason ? [] : [CLOSURE_REASON]),
      ...dayIssues('The date of the decision', decidedOn, 'decidedOn', today),
      ...(decidedOn < last ? [closedTooEarly(last)] : []),
      ...closingStops([...kept, ...made]),
      ...(closedBy(kept.filter(isDecision)) ? [CLOSED_ALREADY] : []),
    ];
  });
}

/** The decision by which this record newly closes a case. */
function closedBySave({
  kind,
  before,
  after,
}: SavedRecord): (Decision & { readonly subjectId: RecordId }) | undefined {
  if (kind !== 'decision') return undefined;
  const now = closes(after as Decision | undefined);
  const was = closes(before?.value as Decision | undefined);
  return now && now.subjectId !== was?.subjectId ? now : undefined;
}

function closes(value: Decision | undefined) {
  if (value?.outcome !== 'close' || !isOnCase(value) || value.subjectId === undefined)
    return undefined;
  return { ...value, subjectId: value.subjectId };
}

/** The records of the person after the save: those that it leaves as they are, and those that it makes or changes. */
function afterSave(
  subject: RecordId,
  saved: readonly SavedRecord[],
  held: HeldRecords,
  today: PlainDate,
) {
  const changed = new Set(saved.map(({ id }) => id));
  const person = held.find(subject);
  const kept = [...(person ? [person] : []), ...held.about(subject)].filter(
    ({ id }) => !changed.has(id),
  );
  const now = `${today}T12:00:00.000Z` as Instant;
  const made = saved.flatMap(({ kind, id, before, after }): readonly StoredRecord[] => {
    if (!after || (id !== subject && after.subjectId !== subject)) return [];
    const { createdAt } = before ?? { createdAt: now };
    return [{ kind, id, value: after, createdAt } as unknown as StoredRecord];
  });
  return { kept, made };
}

function isDecision(record: StoredRecord): record is StoredRecord<'decision'> {
  return record.kind === 'decision';
}

const closedTooEarly = (last: PlainDate): Issue => ({
  code: 'date-out-of-order',
  severity: 'error',
  message: `The date of the decision must be on or after ${LAST_DAY_WORDS}, ${writtenDate(last)}`,
  at: 'decidedOn',
});
