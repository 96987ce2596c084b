/** Dates of this person that cannot all be right, for as long as they stand so. */
import { dateContradictions } from '@cyber-prevent/core';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { standingInterventions } from '../standing-interventions.js';
import type { SubjectPage } from '../subject-page.js';

export function DatesNotice({ page }: { page: SubjectPage }) {
  const { subject, all } = page;
  const found = dateContradictions({
    subject,
    referrals: all('referral'),
    interventions: standingInterventions(page),
  });
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="cp-subject-dates">
      <h2 class="govuk-heading-m" id="cp-subject-dates">
        {t('subject.dates')}
      </h2>
      {found.map(({ kind, record, message }) => (
        <WarningText key={`${kind} ${record} ${message}`}>{message}</WarningText>
      ))}
      <p class="govuk-body">{t('subject.dates.why')}</p>
    </section>
  );
}
