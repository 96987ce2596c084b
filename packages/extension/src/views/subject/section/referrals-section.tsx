import { type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { GivenLines } from '../given-lines.js';
import { RecordList } from '../record-list.js';

/** Referrals, each followed by its referrer, and the systems that each was written to. */
export function ReferralsSection({ page: { subject, all } }: { page: SubjectPage }) {
  const referrals = all('referral');
  const referrers = all('referrer');
  const madeBy = ({ id }: StoredRecord<'referrer'>) =>
    referrals.filter(({ value }) => value.referrerId === id);
  return (
    <RecordList
      records={[
        ...referrals.flatMap((referral) => [
          referral,
          ...referrers.filter((each) => madeBy(each)[0] === referral),
        ]),
        ...referrers.filter((each) => madeBy(each).length === 0),
      ]}
      captures={all('sourceCapture')}
      headed
      heading={({ id }) => {
        const referral = referrals.find((each) => each.id === id);
        if (referral) return titleOf(referral);
        const referrer = referrers.find((each) => each.id === id);
        const of = referrer ? madeBy(referrer).map(titleOf) : [];
        return of.length === 0
          ? t('subject.referrer')
          : t('subject.referrer.of', { referrals: of.join('; ') });
      }}
      after={(record) => {
        const referral = referrals.find(({ id }) => id === record.id);
        return (
          referral && (
            <GivenLines
              subject={subject.id}
              of="referral"
              record={referral.id}
              about={writtenDate(referral.value.receivedOn)}
              notes={all('writeBack')}
            />
          )
        );
      }}
    />
  );
}

function titleOf({ value: { reference, receivedOn } }: StoredRecord<'referral'>): string {
  const date = writtenDate(receivedOn);
  return reference === undefined
    ? t('subject.referral.of', { date })
    : t('subject.referral.named', { reference, date });
}
