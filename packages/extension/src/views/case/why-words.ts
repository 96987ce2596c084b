/** Why a person was referred, in words. */
import { type RecordOf, writtenDate } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';

/** The narrative; else the offences, the law and the days that the referral names; undefined if it says nothing. */
export function whyReferred({
  narrative,
  suspectedOffences,
  lawMentioned,
  incidentDates,
}: Pick<
  RecordOf<'referral'>,
  'narrative' | 'suspectedOffences' | 'lawMentioned' | 'incidentDates'
>): string | undefined {
  if (narrative !== undefined) return narrative;
  const named = [
    [t('facts.offences'), suspectedOffences],
    [t('facts.law'), lawMentioned],
    [t('facts.incidents'), incidentDates.map(writtenDate)],
  ] as const;
  const lines = named
    .filter(([, said]) => said.length > 0)
    .map(([label, said]) => t('facts.case.why.named', { label, said: said.join(', ') }));
  return lines.length === 0 ? undefined : lines.join('\n');
}
