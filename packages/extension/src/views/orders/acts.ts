/** Acts that are a form of a record: cautions, conditions, and work with other agencies. */
import { AGENCY_ACTS } from './conditions/agency-acts.js';
import { CAUTION_ACTS } from './conditions/caution-acts.js';

export const ORDER_ACTS = { ...CAUTION_ACTS, ...AGENCY_ACTS } as const;

declare module '../../app/route.js' {
  interface ActNames extends Record<keyof typeof ORDER_ACTS, true> {}
}
