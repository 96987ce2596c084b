/** The state of a safeguarding concern, and its latest risk. */
import { isConcernTold, type SafeguardingConcern } from '../../record/safeguarding-concern.js';

export const CONCERN_STATES = ['untold', 'open', 'closed'] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

/** The state of a concern: closed, open, or with nobody informed of it yet. */
export function concernState(concern: SafeguardingConcern): ConcernState {
  if (concern.closedOn !== undefined) return 'closed';
  return isConcernTold(concern) ? 'open' : 'untold';
}

/** The latest risk, from the start or from an addition: a code of `risk-now`. Undefined if nobody has said it yet. */
export function riskOfConcern({
  riskNow,
  additions = [],
}: SafeguardingConcern): string | undefined {
  return additions.findLast((each) => each.riskNow !== undefined)?.riskNow ?? riskNow;
}
