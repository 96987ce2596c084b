import type { Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../app/app.js';
import { loadFile } from '../../app/loaded.js';
import type { RouteOf } from '../../app/route.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { t } from '../../locales/late.js';
import { useCase } from '../act/use-case.js';
import { PersonHeading } from '../case/person-heading.js';
import { personIn } from '../case/person-in.js';
import { ExportForm } from './export-form.js';
import type { OfferedPapers } from './prepare.js';

/** A summary to hand on: the destination, the part that the recipient gets, and the file or the print. */
export function SummaryView({ route }: { route: RouteOf<'summary'> }) {
  const { services } = useApp();
  const open = useOpenVault();
  const state = useCase(route.subject, 'report').value;
  const prepared = useSignal<Result<OfferedPapers> | undefined>(undefined);
  useEffect(() => {
    if (state.name !== 'shown') return;
    let gone = false;
    void loadFile(import('./prepare.js')).then(async (file) => {
      const { subject, chronology } = route;
      const papers = file.ok
        ? await file.value.prepareSummary(state.records, subject, services, open, chronology)
        : file;
      if (!gone) prepared.value = papers;
    });
    return () => {
      gone = true;
    };
  }, [state, services, route.subject]);

  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const result = prepared.value;
  return (
    <>
      <div class="cp-no-print">
        <PersonHeading of={personIn(state)}>
          {t(route.chronology ? 'chronology.title' : 'summary.title')}
        </PersonHeading>
        {!result && <p role="status">{t('summary.preparing')}</p>}
        {result && !result.ok && <ErrorSummary errors={result.issues} />}
        {result?.ok && (
          <p class="govuk-body">
            {t(route.chronology ? 'chronology.left-out' : 'summary.left-out')}
          </p>
        )}
      </div>
      {result?.ok && <ExportForm subject={route.subject} offered={result.value} />}
    </>
  );
}
