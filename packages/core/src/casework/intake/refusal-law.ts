/** The law of a refusal: its reason, and until when and why what is held is kept, whatever screen it came from. */
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { BECAUSE_MISSING, CODE_NEEDED, UNTIL_MISSING, UNTIL_TOO_EARLY } from './refuse-referral.js';

type Refusal = StoredRecord<'refusal'>['value'];

/** An issue for each answer that a save leaves out. A refusal of an earlier release may be changed in any other way. */
export function refusalIssues(
  { kind, before, after }: SavedRecord,
  saved: readonly SavedRecord[],
  today: PlainDate,
): readonly Issue[] {
  if (kind !== 'refusal' || !after) return [];
  const was = before?.value as Refusal | undefined;
  const now = after as unknown as Refusal;
  const isWithoutCode = now.reasonCodes.length === 0 && was?.reasonCodes.length !== 0;
  return [
    ...(isWithoutCode ? [CODE_NEEDED] : []),
    ...(now.handling === 'keep' ? keptIssues(was, now, saved, today) : []),
  ];
}

/** Bringing the day forward only asks sooner, as an undo may. */
function keptIssues(
  was: Refusal | undefined,
  { keepUntil, referralId }: Refusal,
  saved: readonly SavedRecord[],
  today: PlainDate,
): readonly Issue[] {
  const isAsBefore = was?.handling === 'keep' && was.keepUntil === keepUntil;
  if (isAsBefore) return [];
  if (keepUntil === undefined) return [UNTIL_MISSING];
  if (was !== undefined && (was.keepUntil === undefined || keepUntil < was.keepUntil)) return [];
  const isExplained = saved.some(
    ({ kind, after: each }) =>
      kind === 'decision' && each?.referralId === referralId && each.keptBecause !== undefined,
  );
  return [
    ...(keepUntil <= today ? [UNTIL_TOO_EARLY] : []),
    ...(isExplained ? [] : [BECAUSE_MISSING]),
  ];
}
