import { type Instrument, openRating, type RatingRound } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { SummaryList } from '../../../components/summary-list.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import { PersonHeading } from '../../case/person-heading.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { AgreementShown } from './agreement-shown.js';
import { GiveRating } from './give-rating.js';

export interface RoundPageProps {
  page: SubjectPage;
  round: RatingRound;
  /** The exact version used for the rating; undefined if it is not available. */
  instrument: Instrument | undefined;
}

/** One round: each officer's progress, the next step, and their agreement once both are open. */
export function RoundPage({ page, round, instrument }: RoundPageProps) {
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const problems = useSignal<readonly SummaryError[]>([]);
  const { isBusy, save } = useSave();
  const { own, other, step } = round;
  const stateOf = (rating: typeof own) =>
    rating === undefined
      ? t('rating.state.none')
      : rating.value.openedAt
        ? t('rating.state.open', { at: writtenMoment(rating.value.openedAt) })
        : t('rating.state.committed', { at: writtenMoment(rating.value.committedAt) });
  const show = (found: readonly SummaryError[]): void => {
    problems.value = found;
  };
  const open = async (): Promise<void> => {
    if (!own) return;
    await save(
      { work: `open-rating/${own.id}`, show },
      own.heads,
      () => {
        const sealed = page.all('sealedRating').find(({ value }) => value.ratingId === own.id);
        return openRating(own, sealed, page.all('rating'), {
          host: services.host,
          officer: officer.id,
        });
      },
      () => ({
        heading: t('rating.opened'),
        isFinal: true,
        go: () => router.go(router.route.value),
      }),
    );
  };
  return (
    <div class="cp-read">
      <PersonHeading of={page.subject}>
        {t('rating.of', { title: instrument?.title ?? round.instrument })}
      </PersonHeading>
      <ErrorSummary errors={problems.value} check={problems.value} />
      <SummaryList
        rows={[
          { label: t('rating.own'), value: stateOf(own) },
          { label: t('rating.other'), value: stateOf(other) },
        ]}
      />
      <p class="govuk-body">{t(`rating.step.${step}`)}</p>
      {step === 'open' && (
        <Button busy={isBusy} onPress={() => void open()}>
          {t('rating.open')}
        </Button>
      )}
      {step === 'compare' && own && other && (
        <AgreementShown own={own} other={other} instrument={instrument} />
      )}
      <GiveRating
        key={step}
        page={page}
        isOpen={step === 'wait-commitment' || step === 'wait-opening' || step === 'open'}
      />
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ name: 'exchange' })}>
          {t('ending.asked.take-in')}
        </Button>
        <Button
          kind="link"
          onPress={() =>
            router.go({ name: 'subject', subject: page.subject.id, section: 'assessments' })
          }
        >
          {t('assessment.back')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
