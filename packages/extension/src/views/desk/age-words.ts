/** Age of a person, by each date of birth on record. */
import type { PersonLine } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';

/** “17”, or “15 to 17” if several dates of birth are on record; undefined if none is. */
export function ageWords({ ages }: Pick<PersonLine, 'ages'>): string | undefined {
  const [from, to] = [ages[0], ages.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  return from === to ? t('line.age', { age: from }) : t('line.ages', { from, to });
}
