import { writtenDate } from '@cyber-prevent/core';
import { isCivilDate } from '../../../components/civil-date.js';
import { momentParts } from '../../../components/instant-text.js';

/** The day of an instant, on the local clock. */
export function givenDay(at: string): string {
  const { date } = momentParts(at);
  return isCivilDate(date) ? writtenDate(date) : at;
}
