/**
 * The lists by name, in the order in which they are made ready. Their kinds name them too, with the projections; a page
 * checks its request against these before it paints, and does not load projections for that.
 */
import type { KindList } from '../kinds.js';

export const LIST_NAMES = [
  'subjects',
  'referrals',
  'identified',
  'refusals',
  'enquiries',
  'assessments',
  'conditions',
  'concerns',
  'notes',
  'advice',
  'incidents',
  'identifiers',
  'organisations',
] as const satisfies readonly KindList['name'][];
export type ListName = (typeof LIST_NAMES)[number];
