/** Ids of the controls in which what is asked about a draft is answered: where an error summary leads. */

/** Of an issue about a condition. */
export function conditionControl(at: string): string {
  return at.replace(/[^\w]+/g, '-');
}

/** Of the first choice of an authority for open source. */
export const AUTHORITY_CHOICE = 'authority';
