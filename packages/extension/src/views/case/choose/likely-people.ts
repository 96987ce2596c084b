/** People whom an officer most likely means in a form: those worked with last, then those with something due. */
import { addDays, type PlainDate, type RecordId, type SubjectRow } from '@cyber-prevent/core';

/** Days in which somebody counts as worked with last. */
const LATELY_DAYS = 14;
/** Number offered before anything is typed. */
const MOST = 10;

/**
 * @param rows - by name, which orders those of one day
 * @param due - people with something due, the most urgent first
 */
export function likelyPeople(
  rows: readonly SubjectRow[],
  due: readonly RecordId[],
  today: PlainDate,
): readonly SubjectRow[] {
  const since = addDays(today, -LATELY_DAYS);
  const lately = rows
    .filter((row) => workedOn(row) >= since && workedOn(row) <= today)
    .toSorted((a, b) => workedOn(b).localeCompare(workedOn(a)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  // After the others, so that nobody changes places once it is known what is due.
  const urgent = due.flatMap((id) => byId.get(id) ?? []);
  return [...new Set([...lately, ...urgent])].slice(0, MOST);
}

/** The last contact or the latest referral; empty if there is neither. The day of the record would count an import. */
function workedOn({ lastContactOn, receivedOn }: SubjectRow): string {
  return [lastContactOn ?? '', receivedOn ?? ''].toSorted().at(-1) ?? '';
}
