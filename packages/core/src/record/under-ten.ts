/**
 * A child under ten cannot commit an offence (Children and Young Persons Act 1933 s.50), so nobody is recorded as
 * suspected or convicted of one from a day on which they were under ten, and what they did is recorded as behaviour. It
 * is part of the schemas, so nothing can bypass it.
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

/** True if somebody born on that day was under ten on the other. */
export function isUnderTen(bornOn: PlainDate, on: PlainDate): boolean {
  return on < addYears(bornOn, AGE_OF_RESPONSIBILITY);
}

/** Code of `offence-without-section` for what a child under ten did. */
export const BEHAVIOUR_ONLY = 'behaviour-only';

/** Code of `age-at-behaviour` without which nobody is recorded as suspected while their birth is unknown. */
export const TEN_OR_OVER = 'ten-or-over';

export const BEHAVIOUR_ONLY_HELD =
  'What a child under 10 did is recorded as behaviour only, without a section and without a status.';

interface SaidOfOffence {
  readonly section?: string | undefined;
  readonly withoutSection?: string | undefined;
  readonly ageThen?: string | undefined;
  readonly standings: readonly { readonly wrongSince?: PlainDate | undefined }[];
}

/** True if it says that somebody committed an offence, or may have: by a section, or a status that is not corrected. */
export function saysOffence({ section, standings }: SaidOfOffence): boolean {
  return section !== undefined || standings.some(({ wrongSince }) => wrongSince === undefined);
}

/** True unless behaviour, or somebody who was said to be under ten, has a section or a status. */
export function isBehaviourOnlyHeld(said: SaidOfOffence): boolean {
  const { withoutSection, ageThen } = said;
  const isBehaviour = withoutSection === BEHAVIOUR_ONLY || (ageThen ?? TEN_OR_OVER) !== TEN_OR_OVER;
  return !isBehaviour || !saysOffence(said);
}
