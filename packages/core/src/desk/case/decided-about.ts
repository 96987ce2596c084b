/** Words for the matter that a decision is on, so that no paper puts it next to another referral. */
import { RECORD_LABELS, type RecordOf } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';

/** “Referral CC-2026-0901 of 20 November 2026”. */
export function decidedAbout(
  { referralId, identificationId }: RecordOf<'decision'>,
  referrals: readonly RecordOf<'referral'>[],
): string {
  if (referralId === undefined)
    return identificationId === undefined ? 'The case' : RECORD_LABELS.identification.one;
  const referral = referrals.find(({ id }) => id === referralId);
  if (!referral) return 'A referral that is not in this document';
  const { reference, receivedOn } = referral;
  const day = `of ${writtenDate(receivedOn)}`;
  return ['Referral', reference, day].filter(Boolean).join(' ');
}
