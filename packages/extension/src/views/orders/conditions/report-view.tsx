import type { Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { loadFile } from '../../../app/loaded.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { useCase } from '../../act/use-case.js';
import { PersonHeading } from '../../case/person-heading.js';
import { personIn } from '../../case/person-in.js';
import { ExportForm } from '../../paper/export-form.js';
import type { OfferedPapers } from '../../paper/prepare.js';

/** Advice on conditions, or the note of a possible breach: shown as it will read, to print or hand over. */
export function ConditionReportView({ route }: { route: RouteOf<'condition-report'> }) {
  const { services, router } = useApp();
  const open = useOpenVault();
  const state = useCase(route.subject, 'report').value;
  const prepared = useSignal<Result<OfferedPapers> | undefined>(undefined);
  useEffect(() => {
    if (state.name !== 'shown') return;
    let gone = false;
    void loadFile(import('../../paper/prepare.js')).then(async (file) => {
      const papers = file.ok
        ? await file.value.prepareOnOrder(state.records, route, services, open)
        : file;
      if (!gone) prepared.value = papers;
    });
    return () => {
      gone = true;
    };
  }, [state, services, route]);

  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const result = prepared.value;
  return (
    <>
      <div class="cp-no-print">
        <PersonHeading of={personIn(state)}>
          {t(route.evidence ? 'conditions.report.breach' : 'conditions.report.advice')}
        </PersonHeading>
        {!result && <p role="status">{t('summary.preparing')}</p>}
        {result && !result.ok && <ErrorSummary errors={result.issues} />}
        {result?.ok && (
          <p class="govuk-body">
            <Button
              kind="link"
              onPress={() =>
                router.go({ name: 'subject', subject: route.subject, section: 'conditions' })
              }
            >
              {t('conditions.report.back')}
            </Button>
          </p>
        )}
      </div>
      {result?.ok && <ExportForm subject={route.subject} offered={result.value} />}
    </>
  );
}
