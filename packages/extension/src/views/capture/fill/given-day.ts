import { writtenDate } from '@cyber-prevent/core';
import { isCivilDate } from '../../../components/civil-date.js';
import { momentParts } from '../../../components/instant-text.js';

/** Day of an instant in local time. */
export function givenDay(at: string): string {
  const { date } = momentParts(at);
  return isCivilDate(date) ? writtenDate(date) : at;
}
