/** The enquiry that the open draft belongs to: stored next to the draft, so that a lock or a crash does not lose it. */
import type { Result } from '@cyber-prevent/core';
import type { Services } from '../../../ports/services.js';
import { CHOSEN_KEY } from '../../case/chosen-key.js';

/** Chooses it before there is a draft: the form is about to be read. */
export async function chooseEnquiry(
  { work }: Pick<Services, 'work'>,
  enquiry: string,
): Promise<Result<unknown>> {
  const open = await work.load(CHOSEN_KEY);
  return work.save(CHOSEN_KEY, enquiry, open?.version ?? 0);
}
