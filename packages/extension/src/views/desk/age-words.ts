/** Age of a person, by each date of birth on record. */
import { AGE_OF_RESPONSIBILITY, ageOn, type PersonLine, type PlainDate } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import { eitherOf } from '../act/either-of.js';

/** “17”, or “15 or 17” if several dates of birth are on record; undefined if none is. */
export function ageWords({ ages }: Pick<PersonLine, 'ages'>): string | undefined {
  return ages.length === 0 ? undefined : eitherOf(ages.map((age) => t('line.age', { age })));
}

/** “13 or 15”, “9, under 10”: the age on a day by every date of birth on record; undefined if there is none. */
export function agesOf(
  { bornOn, births = bornOn ? [bornOn] : [] }: BornOn,
  today: PlainDate,
): string | undefined {
  const ages = [...new Set(births.map((each) => ageOn(each, today)))].sort((a, b) => a - b);
  const age = ageWords({ ages });
  const [youngest, oldest] = [ages[0], ages.at(-1)];
  if (age === undefined || youngest === undefined) return undefined;
  // One date of birth alone makes nobody a child under ten whom another makes older: they may be one.
  return youngest < AGE_OF_RESPONSIBILITY && oldest !== undefined && oldest >= AGE_OF_RESPONSIBILITY
    ? t('line.age.may-be-under-ten', { age })
    : withMark(age, oldest);
}

/** The age on a day by one date of birth, with the mark of a child under ten, who is handled by other rules. */
export function ageByDay(born: PlainDate, today: PlainDate): string {
  const age = ageOn(born, today);
  return withMark(t('line.age', { age }), age);
}

function withMark(age: string, oldest: number | undefined): string {
  return oldest !== undefined && oldest < AGE_OF_RESPONSIBILITY
    ? t('line.age.under-ten', { age })
    : age;
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
