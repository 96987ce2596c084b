import { writtenDate } from '@cyber-prevent/core';
import type { SubjectPage } from '../../case/subject-page.js';
import { GivenLines } from '../given-lines.js';
import { RecordList } from '../record-list.js';

/** Referrals with their referrers, and the systems that each was written to. */
export function ReferralsSection({ page: { subject, all } }: { page: SubjectPage }) {
  const referrals = all('referral');
  return (
    <RecordList
      records={[...referrals, ...all('referrer')]}
      captures={all('sourceCapture')}
      headed
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
