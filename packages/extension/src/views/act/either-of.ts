import { type PlainDate, writtenDate } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';

/** “Low, Medium or High”. */
export function eitherOf(labels: readonly string[]): string {
  const [last = '', ...others] = labels.toReversed();
  return others.length === 0
    ? last
    : t('assessment.either', { first: others.toReversed().join(', '), last });
}

/** “2 November 2013 or 11 February 2010”: in the order in which the ages are said, the youngest first. */
export function birthDates(births: readonly PlainDate[]): string {
  return eitherOf(births.toSorted().map(writtenDate).reverse());
}
