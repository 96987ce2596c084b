/** Key of the person that a draft is compared with people on record as. */
import { type Draft, draftPerson } from '@cyber-prevent/core';

export function personKey(draft: Draft): string {
  return JSON.stringify(draftPerson(draft));
}
