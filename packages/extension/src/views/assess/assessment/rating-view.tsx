import { ratingRounds } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useOpenVault } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { useCase } from '../../act/use-case.js';
import { CheckNotice } from '../../case/check-notice.js';
import { PersonHeading } from '../../case/person-heading.js';
import { subjectPage } from '../../case/subject-page.js';
import { useInstruments } from '../../case/use-instruments.js';
import { ChooseInstrument } from './choose-instrument.js';
import { RateForm } from './rate-form.js';
import { RoundPage } from './round-page.js';

/** Two officers rate one person separately: each commits first, and their answers open when both have. */
export function RatingView({ route }: { route: RouteOf<'rating'> }) {
  const state = useCase(route.subject).value;
  const { officer } = useOpenVault();
  const { at } = useInstruments();
  const chosen = useSignal('');
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  if (state.name === 'loading' || !at) return <p role="status">{t('common.loading')}</p>;
  const page = subjectPage(state.records);
  const round = page
    ? ratingRounds(page.all('rating'), officer.id).find((each) => each.round === route.round)
    : undefined;
  if (!page || (route.round && !round))
    return (
      <>
        <PageHeading>{t('rating.title')}</PageHeading>
        <p class="govuk-body">{t(page ? 'rating.gone' : 'subject.gone')}</p>
      </>
    );
  const instrument = round ? at.exact(round.instrument, round.version) : at.inUse.get(chosen.value);
  if (round && round.step !== 'rate')
    return <RoundPage page={page} round={round} instrument={instrument} />;
  if (round && !instrument)
    return (
      <>
        <PersonHeading of={page.subject}>{t('rating.title')}</PersonHeading>
        <p class="govuk-body">
          {t('rating.not-at-hand', { instrument: round.instrument, version: round.version })}
        </p>
      </>
    );
  if (!instrument)
    return (
      <ChooseInstrument
        page={page}
        at={at}
        title={t('rating.title')}
        onChoose={(id) => {
          chosen.value = id;
        }}
      />
    );
  return (
    <RateForm
      key={instrument.id}
      page={page}
      at={at}
      instrument={instrument}
      answering={round?.other}
      before={<CheckNotice records={page.records} subject={page.subject.id} />}
    />
  );
}
