import { overrideStanding } from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { SummaryList } from '../../../components/summary-list.js';
import { WarningText } from '../../../components/warning-text.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { officerName } from '../../case/colleague/officer-name.js';
import { ReviewStanding } from '../../case/review-standing.js';
import { routeToAsk, type ShownAssessment } from './shown-assessment.js';

/** A proposed other level: its reason, its author, the officer asked to confirm it and their answer. */
export function OverrideState(shown: ShownAssessment) {
  const { page, held, history } = shown;
  const { router } = useApp();
  const { officer } = useOpenVault();
  const { override, signedAt } = held.value;
  if (!override) return null;
  const isConfirmed = overrideStanding(held.value, history) === 'confirmed';
  const asked = page.all('colleagueRequest').filter(({ value }) => value.about === held.id);
  const isWaiting = asked.some(({ value }) => value.answer === undefined);
  return (
    <>
      <h2 class="govuk-heading-m">{t('assessment.override.title')}</h2>
      {!isConfirmed && <WarningText>{t('assessment.override.not-confirmed')}</WarningText>}
      <SummaryList
        rows={[
          { label: t('assessment.override.level'), value: override.levelLabel },
          { label: t('assessment.override.reason'), value: override.reason },
          {
            label: t('assessment.override.by'),
            value: t('assessment.signed-by.value', {
              name: officerName(override.proposedBy, officer, page.records),
              at: writtenMoment(override.proposedAt),
            }),
          },
          ...(isConfirmed && override.confirmedAt
            ? [
                {
                  label: t('assessment.override.confirmed'),
                  value: t('assessment.signed-by.value', {
                    name: officerName(override.confirmedBy, officer, page.records),
                    at: writtenMoment(override.confirmedAt),
                  }),
                },
              ]
            : []),
        ]}
      />
      <ReviewStanding about={held.id} />
      {!isConfirmed && signedAt === undefined && override.proposedBy === officer.id && (
        <p class="govuk-body">
          <Button
            kind={isWaiting ? 'link' : 'secondary'}
            onPress={() => router.go(routeToAsk(shown))}
          >
            {t(isWaiting ? 'assessment.ask.again' : 'assessment.ask')}
          </Button>
        </p>
      )}
    </>
  );
}
