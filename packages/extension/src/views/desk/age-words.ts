/** Age of a person, by each date of birth on record. */
import { ageOn, type PersonLine, type PlainDate } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';

/** “17”, or “15 to 17” if several dates of birth are on record; undefined if none is. */
export function ageWords({ ages }: Pick<PersonLine, 'ages'>): string | undefined {
  const [from, to] = [ages[0], ages.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  return from === to ? t('line.age', { age: from }) : t('line.ages', { from, to });
}

/** “13 to 15”: the age on a day by every date of birth on record; undefined if there is none. */
export function agesOf(
  { bornOn, births = bornOn ? [bornOn] : [] }: BornOn,
  today: PlainDate,
): string | undefined {
  const ages = births.map((each) => ageOn(each, today)).toSorted((a, b) => a - b);
  return ageWords({ ages });
}

/** The date of birth in the words of its place. One of several is never said as if it were certain. */
export function birthIn(
  { bornOn, births }: BornOn,
  none: string,
  said: (born: PlainDate) => string,
): string {
  if (births) return t('line.born.several', { count: births.length });
  return bornOn === undefined ? none : said(bornOn);
}

interface BornOn {
  readonly bornOn?: PlainDate;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
}
