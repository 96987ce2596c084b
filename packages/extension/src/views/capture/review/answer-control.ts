/** Ids of the controls that answer questions about a draft, where an error summary leads. */

/** Control for an issue about words or a condition: the answer, or the reason that it is strictly necessary. */
export function conditionControl(at: string, code?: string): string {
  const id = at.replace(/[^\w]+/g, '-');
  return code === WHY_MISSING ? `${id}-why` : id;
}

export const WHY_MISSING = 'why-necessary-missing';

/** Id of the first choice of an authority for open source. */
export const AUTHORITY_CHOICE = 'authority';

const PEOPLE = 'review-people-';

/** Control for the question about the person that a list describes. */
export const peopleControl = (nth: number): string => PEOPLE + nth;
export const isPeopleControl = (at: string): boolean => at.startsWith(PEOPLE);

/** Id of the question about a narrative that is left. */
export const NARRATIVE_QUESTION = 'draft-narrative';
