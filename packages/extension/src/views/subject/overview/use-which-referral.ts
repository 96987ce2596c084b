/** Which of several referrals of one person something due is about. */
import {
  type DiaryEntry,
  type RecordId,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { referrerWords } from './referrer-words.js';

/** The reference, or the day and the referrer; undefined if there is one referral, or the entry is about none. */
export function useWhichReferral({
  records,
  all,
}: SubjectPage): (entry: DiaryEntry) => string | undefined {
  const { lists } = useApp().services;
  const referrals = all('referral');
  return ({ record }) => {
    if (referrals.length < 2) return undefined;
    const named = referralNamed(records.find(({ id }) => id === record));
    const referral = referrals.find(({ id }) => id === named);
    if (!referral) return undefined;
    const { reference, receivedOn, referrerId } = referral.value;
    if (reference !== undefined) return reference;
    const date = writtenDate(receivedOn);
    const referrer = all('referrer').find(({ id }) => id === referrerId);
    const who = referrerWords(referral, referrer, lists);
    return who === undefined
      ? t('overview.due.received', { date })
      : t('overview.due.received-from', { date, who });
  };
}

function referralNamed(record: StoredRecord | undefined): RecordId | undefined {
  if (!record || record.kind === 'referral') return record?.id;
  return 'referralId' in record.value ? record.value.referralId : undefined;
}
