/** Words that tell a person from somebody of the same name and date of birth. */
import { writtenDate } from '@cyber-prevent/core';
import type { Twin } from '../../components/list/twins.js';
import { t } from '../../locales/late.js';

/** “…, referred 2 November 2026”: the latest referral; the label alone of anybody without one. */
export function withReferred(label: string, { receivedOn }: Twin = {}): string {
  return receivedOn ? t('find.choice.referred', { label, date: writtenDate(receivedOn) }) : label;
}

/** “…, recorded on 24 November 2026, 1 of 2 alike”; the label alone of anybody else. */
export function withTwin(label: string, { recordedOn, place }: Twin = {}): string {
  const known = recordedOn
    ? t('find.choice.recorded', { label, date: writtenDate(recordedOn) })
    : label;
  return place ? t('find.choice.alike', { label: known, ...place }) : known;
}
