/** The lists of the screen of referrals, in their order. */
export const REFERRAL_LISTS = ['referrals', 'identified', 'refusals'] as const;
export type ReferralList = (typeof REFERRAL_LISTS)[number];
