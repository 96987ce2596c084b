/** A decision in words for a paper: the matter that it is on, so that it is read with no other, and its whole reason. */
import { type CodeLists, codeLabel } from '../../codes/code-list.js';
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

/** The reasons chosen from the list, then the words; once where the words only repeat the list. */
export function reasonInFull(
  { reasonCodes = [], reason, decidedOn }: RecordOf<'decision'>,
  lists: CodeLists,
): string {
  const chosen = reasonCodes.filter((code) => code !== 'other');
  const said = chosen
    .map((code) => `${codeLabel(lists, 'decision-reason', code, decidedOn)}.`)
    .join(' ');
  return said === '' || reason.startsWith(said) ? reason : `${said}\n${reason}`;
}
