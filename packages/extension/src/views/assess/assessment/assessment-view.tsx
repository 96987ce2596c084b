import type { StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { useCase } from '../../act/use-case.js';
import { subjectPage } from '../../case/subject-page.js';
import { useInstruments } from '../../case/use-instruments.js';
import { AssessmentPage } from './assessment-page.js';
import { OverrideForm } from './override-form.js';
import type { ShownAssessment } from './shown-assessment.js';
import { SubjectsPage } from './subjects-page.js';

/** One assessment and the acts on it: another level, a second officer, the page for the subject. */
export function AssessmentView({ route }: { route: RouteOf<'assessment'> }) {
  const state = useCase(route.subject).value;
  const { at } = useInstruments();
  const history = useHistory(route.assessment, state);
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  if (state.name === 'loading' || !at || !history)
    return <p role="status">{t('common.loading')}</p>;
  const page = subjectPage(state.records);
  const held = page?.all('assessment').find(({ id }) => id === route.assessment);
  if (!page || !held)
    return (
      <>
        <PageHeading>{t('assessment.one')}</PageHeading>
        <p class="govuk-body">{t('assessment.gone')}</p>
      </>
    );
  const { instrument, instrumentVersion } = held.value;
  const shown: ShownAssessment = {
    page,
    held,
    history,
    instrument: at.exact(instrument, instrumentVersion),
  };
  switch (route.show) {
    case 'override':
      return <OverrideForm {...shown} />;
    case 'page':
      return <SubjectsPage {...shown} />;
    default:
      return <AssessmentPage {...shown} isSigning={route.show === 'sign'} />;
  }
}

/** Every revision, to show who signed what. Read again with the case. */
function useHistory(id: StoredRecord['id'], state: object): ShownAssessment['history'] | undefined {
  const { store } = useApp().services;
  const history = useSignal<ShownAssessment['history'] | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    store.history(id).then(
      (all) => {
        if (!gone) history.value = all;
      },
      () => {
        if (!gone) history.value = [];
      },
    );
    return () => {
      gone = true;
    };
  }, [store, id, state]);
  return history.value;
}
