/** The lists that have rows. Kept separate, since a page checks its request against them before it paints. */
export const LIST_NAMES = [
  'subjects',
  'referrals',
  'identified',
  'refusals',
  'enquiries',
  'assessments',
  'conditions',
  'concerns',
  'advice',
  'incidents',
] as const;
export type ListName = (typeof LIST_NAMES)[number];
