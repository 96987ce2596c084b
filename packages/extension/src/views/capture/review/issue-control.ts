/** Controls of the save, where an error summary leads. */
import type { Issue } from '@cyber-prevent/core';

/** Id of the first choice of the person's identity, for the error summary. */
export const SEEN_CHOICE = 'seen-before';
/** Id of the first choice of the person: a new one, or somebody on record. */
export const ABOUT_CHOICE = 'draft-about';
/** Id of the choice of the enquiry that led to the draft. */
export const ENQUIRY_CHOICE = 'draft-enquiry';
/** Id of the first choice of the referral to add to. */
export const INTO_CHOICE = 'seen-into';

/** Id of the box for a name that was not read. */
export const NAME_BOX = 'draft-name';

export function messageAt(issues: readonly Issue[], at: string): string | undefined {
  return issues.find((issue) => issue.at === at)?.message;
}
