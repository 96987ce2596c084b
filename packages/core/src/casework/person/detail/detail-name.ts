/** The details of a person that an officer adds, corrects and ends one by one. */

/** Details that a person has once; of these only a name can be followed by another. */
export const SINGLE = ['name', 'givenNames', 'familyName', 'bornOn', 'sexRecorded'] as const;
/** Details that a person can have several of, at once and in turn. */
const SEVERAL = ['aliases', 'addresses', 'areas', 'schools', 'phones', 'emails'] as const;
export const PERSON_DETAILS = [...SINGLE, ...SEVERAL] as const;
export type PersonDetail = (typeof PERSON_DETAILS)[number];

export type SingleDetail = (typeof SINGLE)[number];
export type SeveralDetail = (typeof SEVERAL)[number];
/** Details whose entries have days of their own. */
export type DatedDetail = 'addresses' | 'areas' | 'schools';

/** True if the entries of the detail have a first day and may have a last one. */
export function isDated(detail: string): detail is DatedDetail {
  return detail === 'addresses' || detail === 'areas' || detail === 'schools';
}
