/** The state of an enquiry, worked out from its decisions. Separate from the acts, since a list needs only this. */
import type { StoredRecord } from '../../store/log/port.js';
import { standingDecision } from '../act/decision-of.js';

/** The states of an enquiry. Worked out, never stored. */
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
 * Works out the state of an enquiry.
 *
 * @param referrals - any referrals, and the refusals that remain of refused ones; only those made from the enquiry
 * count
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
