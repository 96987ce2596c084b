/** Age of the last backup in words: next to the clock, in the panel of the mark, and on the page that asks. */
import type { PlainDate } from '@cyber-prevent/core';
import { momentParts } from '../../../components/instant-text.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { LastBackup } from '../../../ports/services.js';

const DAY_MS = 86_400_000;

/** `09:02` on the day itself, else whole days by the calendar: `9 days ago`. */
export function backupAge(last: LastBackup | undefined, today: PlainDate): string {
  if (!last) return t('backup.mark.none');
  const { date, time } = momentParts(last.at);
  const days = Math.round((Date.parse(today) - Date.parse(date)) / DAY_MS);
  return days > 0 ? t('backup.mark.days', { count: days }) : time;
}

/** One sentence: when, and what has been saved since. */
export function backupSentence(last: LastBackup | undefined): string {
  if (!last) return t('backup.mark.never');
  const at = writtenMoment(last.at);
  return last.saves === 0
    ? t('backup.mark.same', { at })
    : t('backup.mark.since', { at, count: last.saves });
}
