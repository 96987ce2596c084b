import { standingAssessment } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { RouteOf } from '../../../app/route.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { useCase } from '../../act/use-case.js';
import { CheckNotice } from '../../case/check-notice.js';
import { PersonHeading } from '../../case/person-heading.js';
import { type SubjectPage, subjectPage } from '../../case/subject-page.js';
import { useInstruments } from '../../case/use-instruments.js';
import { AssessForm } from './assess-form.js';
import { ChooseInstrument } from './choose-instrument.js';

/** Assesses a subject: first the instrument, then its items. A draft continues with its own instrument. */
export function AssessView({ route }: { route: RouteOf<'assess'> }) {
  const state = useCase(route.subject).value;
  const { at } = useInstruments();
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  if (state.name === 'loading' || !at) return <p role="status">{t('common.loading')}</p>;
  const page = subjectPage(state.records);
  if (!page)
    return (
      <>
        <PageHeading>{t('assessment.start')}</PageHeading>
        <p class="govuk-body">{t('subject.gone')}</p>
      </>
    );
  return (
    <Assessing key={route.assessment ?? route.after ?? ''} route={route} page={page} at={at} />
  );
}

interface AssessingProps {
  route: RouteOf<'assess'>;
  page: SubjectPage;
  at: NonNullable<ReturnType<typeof useInstruments>['at']>;
}

function Assessing({ route, page, at }: AssessingProps) {
  const all = page.all('assessment');
  const draft = all.find(({ id }) => id === route.assessment);
  const before = all.find(({ id }) => id === route.after);
  const chosen = useSignal(draft?.value.instrument ?? before?.value.instrument);
  const instrument = draft
    ? at.exact(draft.value.instrument, draft.value.instrumentVersion)
    : at.inUse.get(chosen.value ?? '');
  if (draft && (draft.value.signedAt !== undefined || !instrument))
    return (
      <>
        <PersonHeading of={page.subject}>{t('assessment.go-on')}</PersonHeading>
        <p class="govuk-body">
          {t(draft.value.signedAt ? 'assessment.signed-never' : 'assessment.not-at-hand', {
            title: draft.value.instrumentTitle,
            version: draft.value.instrumentVersion,
          })}
        </p>
      </>
    );
  if (!instrument)
    return (
      <ChooseInstrument
        page={page}
        at={at}
        onChoose={(id) => {
          chosen.value = id;
        }}
      />
    );
  return (
    <AssessForm
      key={instrument.id}
      page={page}
      at={at}
      instrument={instrument}
      opened={draft}
      to={route.to}
      last={standingAssessment(page.records, page.subject.id, instrument.id)}
      before={<CheckNotice records={page.records} subject={page.subject.id} />}
      {...(draft
        ? {}
        : {
            onOther: () => {
              chosen.value = undefined;
            },
          })}
    />
  );
}
