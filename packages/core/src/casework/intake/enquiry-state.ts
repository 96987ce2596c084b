/** Where an enquiry has got to: worked out of its decisions. Apart from the acts, since a list needs no more than this. */
import type { StoredRecord } from '../../store/log/port.js';
import { standingDecision } from '../act/decision-of.js';

/** Where an enquiry has got to. It is worked out, never stored. */
export const ENQUIRY_STATES = [
  'open',
  'awaiting-information',
  'form-sent',
  'referred',
  'declined',
  'signposted',
  'closed',
] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

const STATE_AFTER: Readonly<Record<string, EnquiryState>> = {
  accept: 'form-sent',
  decline: 'declined',
  signpost: 'signposted',
  'more-information': 'awaiting-information',
  close: 'closed',
};

/**
 * Where an enquiry has got to.
 *
 * @param referrals - any, and refusals, which are left of those that were refused; what came of the enquiry counts
 */
export function enquiryState(
  enquiry: StoredRecord<'enquiry'>,
  decisions: readonly StoredRecord<'decision'>[],
  referrals: readonly StoredRecord<'referral' | 'refusal'>[] = [],
): EnquiryState {
  if (referrals.some(({ value }) => value.enquiryId === enquiry.id)) return 'referred';
  const own = decisions.filter(({ value }) => value.enquiryId === enquiry.id);
  return STATE_AFTER[standingDecision(own)?.value.outcome ?? ''] ?? 'open';
}
