/** The law of days on every save: nothing is set too far ahead, and nothing happened to somebody before they were born. */
import { earliestBirth } from '../../record/births.js';
import { unbornIssues } from '../../record/day-rule.js';
import { fieldsOf } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SaidOfSave, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { farIssues } from '../rules/due-horizon.js';

type Subject = StoredRecord<'subject'>['value'];

/**
 * Judges the days that the save sets or changes; those of a record that it restores are none of them. With another
 * person every day is judged, unless an undo gives the record back. A safeguarding concern is never held up for a date
 * of birth: that one may be wrong, and the concern comes first.
 */
export function setDayIssues(
  { kind, before, restores, after }: SavedRecord,
  saved: readonly SavedRecord[],
  held: HeldRecords,
  today: PlainDate,
  { reason }: Pick<SaidOfSave, 'reason'>,
): readonly Issue[] {
  if (!after) return [];
  const fields = fieldsOf(kind);
  const was: object | undefined = (before ?? restores)?.value;
  const far = farIssues(fields, after, was, today);
  if (kind === 'safeguardingConcern') return far;
  const born = birthOf(after.subjectId, saved, held);
  if (born === undefined) return far;
  const isTheirs = was && Reflect.get(was, 'subjectId') === after.subjectId;
  const judged = isTheirs || reason === 'undo' ? was : undefined;
  return [...far, ...unbornIssues(fields, after, judged, born)];
}

/** By the record as the same save leaves it, if it changes the person too. */
function birthOf(
  subjectId: unknown,
  saved: readonly SavedRecord[],
  held: HeldRecords,
): PlainDate | undefined {
  if (typeof subjectId !== 'string') return undefined;
  const own = saved.find(({ kind, id }) => kind === 'subject' && id === subjectId)?.after;
  const subject = own ?? held.find(subjectId as RecordId)?.value;
  return subject && earliestBirth(subject as Subject);
}
