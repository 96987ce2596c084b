/** The obstacles to closing a case, worked out from its records: for the act, the form before it, and the law. */
import type { RecordKind } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { isRoot } from '../act/case-root.js';
import type { ActiveOnOf } from '../act/kind-row.js';
import { concernState } from '../contact/concern-state.js';
import { isUndecided } from '../intake/undecided.js';
import { KINDS } from '../kinds.js';

/**
 * Lists what prevents the closing: something undecided, or a safeguarding concern that is open. Empty if the case can be
 * closed now. Conditions and promises do not prevent it, since a court's order may run for years: they stay due.
 *
 * @param records - of one person, as `gatherCase` gives them
 */
export function closingStops(records: readonly StoredRecord[]): readonly Issue[] {
  const isWaiting = records.some((record) => isRoot(record) && isUndecided(record, records));
  return [
    ...(isWaiting ? [DECIDE_FIRST] : []),
    ...(records.some(isOpenConcern) ? [CONCERN_KEEPS_CASE_OPEN] : []),
  ];
}

/** The last day on which a record shows that something happened: no case is closed before it. */
export function lastDay(records: readonly StoredRecord[], today: PlainDate): PlainDate {
  const days = records.flatMap((record) => activeOn(record) ?? []).filter((day) => day <= today);
  return days.toSorted().at(-1) ?? today;
}

/** Names that day in a sentence. */
export const LAST_DAY_WORDS = 'the last day on which something happened in the case';

function isOpenConcern(record: StoredRecord): boolean {
  return (
    record.kind === 'safeguardingConcern' &&
    concernState((record as StoredRecord<'safeguardingConcern'>).value) !== 'closed'
  );
}

function activeOn<K extends RecordKind>(record: StoredRecord<K>): PlainDate | undefined {
  const dayOf: ActiveOnOf<K> | 'no-day' = KINDS[record.kind].activeOn;
  return dayOf === 'no-day' ? undefined : dayOf(record);
}

const DECIDE_FIRST: Issue = {
  code: 'case-undecided',
  severity: 'error',
  message:
    'A referral or an officer identification is not decided. Decide on it first, then close the case.',
};
const CONCERN_KEEPS_CASE_OPEN: Issue = {
  code: 'concern-stands',
  severity: 'error',
  message: 'A safeguarding concern is open. Close it first, then close the case.',
};
export const CLOSURE_REASON: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select why the case is closed',
  at: 'closureReason',
};
export const CLOSED_ALREADY: Issue = {
  code: 'case-closed',
  severity: 'error',
  message: 'This case is closed already',
};
