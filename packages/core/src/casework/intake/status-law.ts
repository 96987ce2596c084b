/** The law of the status of a referral, on every save: it follows from a named decision, and never stands alone. */
import type { Issue } from '../../shared/issue.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { issueOf } from '../act/issue-of.js';
import { STATUS_AFTER } from './decide-referral.js';

type Referral = StoredRecord<'referral'>['value'];
type Decision = StoredRecord<'decision'>['value'];

/** Status of a referral that nothing was decided on. */
const UNDECIDED = 'received';

/**
 * An issue if the save changes the status of a referral without the decision that it follows from. A save that takes
 * back a decision, or brings one back, sets the status to what the decisions then say.
 */
export function statusIssues(
  { kind, id, before, after }: SavedRecord,
  saved: readonly SavedRecord[],
  held: HeldRecords,
): readonly Issue[] {
  if (kind !== 'referral' || !before || !after) return [];
  const { status: was } = before.value as Referral;
  const { status, subjectId } = after as unknown as Referral;
  if (status === was) return [];
  const changed = saved.filter((each) =>
    isDecisionOn(id, each.kind, each.after ?? each.before?.value),
  );
  const ids = new Set(changed.map((each) => each.id));
  const made = changed.flatMap((each) => (each.after ? [each.after as unknown as Decision] : []));
  const isTakenBack = changed.some((each) => each.before !== undefined && !each.after);
  const kept = isTakenBack
    ? held
        .about(subjectId)
        .filter((each) => isDecisionOn(id, each.kind, each.value) && !ids.has(each.id))
        .map(({ value }) => value as Decision)
    : [];
  const isUndecided = isTakenBack && status === UNDECIDED;
  return isUndecided || [...made, ...kept].some((each) => leadsTo(each, status))
    ? []
    : [STATUS_WITHOUT_DECISION];
}

function isDecisionOn(referral: string, kind: SavedRecord['kind'], value: object | undefined) {
  return kind === 'decision' && (value as Partial<Decision> | undefined)?.referralId === referral;
}

function leadsTo({ outcome, replaces }: Decision, status: string): boolean {
  const after = STATUS_AFTER[outcome] ?? (replaces === undefined ? undefined : UNDECIDED);
  return after === status;
}

const STATUS_WITHOUT_DECISION = issueOf(
  'status-without-decision',
  'status',
  'The status of a referral follows from a decision on it. Decide on the referral instead.',
);
