/** Words that tell a person from somebody of the same name and date of birth. */
import { writtenDate } from '@cyber-prevent/core';
import type { Twin } from '../../components/list/twins.js';
import { t } from '../../locales/late.js';

/** “…, first referred 2 November 2026”; the label alone of anybody without a referral. */
export function withReferred(label: string, { firstReceivedOn }: Twin = {}): string {
  return firstReceivedOn
    ? t('find.choice.referred', { label, date: writtenDate(firstReceivedOn) })
    : label;
}

/** “…, recorded on 24 November 2026, 1 of 2 alike”; the label alone of anybody else. */
export function withTwin(label: string, { recordedOn, place }: Twin = {}): string {
  const known = recordedOn
    ? t('find.choice.recorded', { label, date: writtenDate(recordedOn) })
    : label;
  return place ? t('find.choice.alike', { label: known, ...place }) : known;
}
