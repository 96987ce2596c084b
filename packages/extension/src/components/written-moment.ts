/** An instant in words. Apart from other values, whose words bring rules that no first screen has. */
import { writtenDate } from '@cyber-prevent/core';
import { t } from '../locales/translate.js';
import { isCivilDate } from './civil-date.js';
import { momentParts } from './instant-text.js';

/** `24 November 2026 at 14:30` in local time. */
export function writtenMoment(instant: string): string {
  const { date, time } = momentParts(instant);
  return isCivilDate(date) ? t('field.written-moment', { date: writtenDate(date), time }) : instant;
}
