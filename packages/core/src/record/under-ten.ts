/**
 * A child under ten cannot commit an offence (Children and Young Persons Act 1933 s.50), so nobody is recorded as
 * suspected or convicted of one from a day on which they were under ten. It is part of the subject's own schema, so
 * nothing can bypass it.
 */
import { addYears } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';

/**
 * Codes of `subject-category` for somebody who committed an offence, or is thought to have done so or to be about to.
 */
export const OFFENCE_CATEGORIES: readonly string[] = ['suspected', 'convicted'];

export const AGE_OF_RESPONSIBILITY = 10;

export const UNDER_TEN =
  'A child under 10 is never recorded as suspected or convicted of an offence. Choose another category, such as at risk, or correct the date of birth.';

export interface Categorised {
  readonly bornOn?: PlainDate | undefined;
  readonly categories: readonly { readonly category: string; readonly from: PlainDate }[];
}

/** True if every category is allowed for somebody born on that day; without a date of birth none can be ruled out. */
export function fitsAge({ bornOn, categories }: Categorised): boolean {
  if (bornOn === undefined) return true;
  const tenth = addYears(bornOn, AGE_OF_RESPONSIBILITY);
  return categories.every(
    ({ category, from }) => !OFFENCE_CATEGORIES.includes(category) || from >= tenth,
  );
}
