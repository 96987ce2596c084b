/** The lists that there are rows for. By themselves, since what a page asks for is checked against them before it paints. */
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
