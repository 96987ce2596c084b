/** Detects a clock that cannot be right: due dates depend on the date of this computer. */
import { civilDay } from '../../shared/civil-day.js';
import { addDays, writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** Longer than a summer or an illness; shorter than the year by which a wrong clock is usually out. */
const MOST_DAYS_AWAY = 300;

/** Reports a clock that cannot be right, because due dates depend on the clock of this computer. */
export function clockIssues(records: Iterable<StoredRecord>, today: PlainDate): readonly Issue[] {
  return clockIssuesSince(latestOf(records), today);
}

/** The time of the latest save. */
export function latestOf(records: Iterable<StoredRecord>): Instant | undefined {
  let latest: Instant | undefined;
  for (const { updatedAt } of records)
    if (latest === undefined || updatedAt > latest) latest = updatedAt;
  return latest;
}

/** @param latest - the time of the last save; without it no issue is possible */
export function clockIssuesSince(latest: Instant | undefined, today: PlainDate): readonly Issue[] {
  if (latest === undefined) return [];
  const saved = civilDay(latest);
  const [behind, ahead] = [addDays(saved, -1), addDays(saved, MOST_DAYS_AWAY)];
  if (today >= behind && today <= ahead) return [];
  const words = `This computer says that it is ${writtenDate(today)}, but your records were last saved on ${writtenDate(saved)}`;
  return [
    {
      code: today < behind ? 'clock-behind' : 'clock-ahead',
      severity: 'warning',
      message: `${words}. Check its date before you rely on what is due.`,
    },
  ];
}
