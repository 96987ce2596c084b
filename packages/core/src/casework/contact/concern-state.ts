/** How far a safeguarding concern has come, and how serious it is as far as was said last. */
import { isConcernTold, type SafeguardingConcern } from '../../record/safeguarding-concern.js';

export const CONCERN_STATES = ['untold', 'open', 'closed'] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

/** Whether a concern is closed, and if not whether anybody was told of it. */
export function concernState(concern: SafeguardingConcern): ConcernState {
  if (concern.closedOn !== undefined) return 'closed';
  return isConcernTold(concern) ? 'open' : 'untold';
}

/** The risk as it was last put, at first or in an addition: a code of `risk-now`. */
export function riskOfConcern({ riskNow, additions = [] }: SafeguardingConcern): string {
  return additions.findLast((each) => each.riskNow !== undefined)?.riskNow ?? riskNow;
}
