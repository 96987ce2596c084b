/** Ids of the controls in which what is asked about a draft is answered: where an error summary leads. */

/** Of an issue about a condition: the condition itself, or why it is strictly necessary. */
export function conditionControl(at: string, code?: string): string {
  const id = at.replace(/[^\w]+/g, '-');
  return code === WHY_MISSING ? `${id}-why` : id;
}

export const WHY_MISSING = 'why-necessary-missing';

/** Of the first choice of an authority for open source. */
export const AUTHORITY_CHOICE = 'authority';

const PEOPLE = 'review-people-';

/** Of the question whom a list of people is about. */
export const peopleControl = (nth: number): string => PEOPLE + nth;
export const isPeopleControl = (at: string): boolean => at.startsWith(PEOPLE);
