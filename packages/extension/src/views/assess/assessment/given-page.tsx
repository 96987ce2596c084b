import type { Instrument, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { loadFile } from '../../../app/loaded.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { useDocumentDisclosure } from '../../act/use-document-disclosure.js';
import { usePrintOnce } from '../../act/use-print-once.js';
import { RenderedTree } from '../../paper/rendered-tree.js';
import type { PageContent } from './page-content.js';
import type { ShownAssessment } from './shown-assessment.js';

export interface GivenPageProps extends ShownAssessment {
  instrument: Instrument;
  decision: StoredRecord<'telling'>;
}

/** The page that was decided to be given. It leaves, on paper or as a file, once the disclosure is logged. */
export function GivenPage(props: GivenPageProps) {
  const { page, held, history, instrument, decision } = props;
  const { services, session } = useApp();
  const open = useOpenVault();
  const content = useSignal<PageContent | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const disclosure = useDocumentDisclosure({
    records: [page.subject.id, held.id],
    fields: ['assessmentPage'],
  });
  useEffect(() => {
    let gone = false;
    void loadFile(import('./page-content.js')).then((file) => {
      if (gone) return;
      if (file.ok)
        content.value = file.value.pageContent(props, instrument, decision, services, open);
      else problem.value = file.issues[0]?.message;
    });
    return () => {
      gone = true;
    };
  }, [held, history, instrument, decision, services]);
  const printed = usePrintOnce();
  const leaves = async (how: 'print' | 'html'): Promise<void> => {
    const made = content.value;
    if (!made) return;
    await disclosure.leave(
      () => {
        if (how === 'print') printed.start();
        else {
          const name = `${made.rendered.id}-${services.today()}-${held.id.slice(0, 8)}.html`;
          services.download(name, 'text/html', made.document);
        }
        session.say({ heading: t('assessment.page.left') });
      },
      { records: [page.subject.id, held.id], handling: made.conditions.handling },
    );
  };
  const errors = [...disclosure.errors, ...(problem.value ? [{ message: problem.value }] : [])];
  const made = content.value;
  return (
    <>
      {!made && problem.value === undefined && <p role="status">{t('summary.preparing')}</p>}
      {made && (
        <section
          class={`cp-summary__paper ${printed.isOn ? 'cp-own-paper' : 'cp-no-print'}`}
          aria-label={t('summary.preview')}
        >
          <RenderedTree tree={made.rendered.mdast} />
        </section>
      )}
      <div class="cp-no-print">
        <Form label={t('assessment.page.hand')} onSubmit={() => void leaves('print')}>
          <h2 class="govuk-heading-m">{t('assessment.page.hand')}</h2>
          <ErrorSummary errors={errors} />
          {disclosure.left || (
            <>
              {made?.conditions.stopped.map((line) => (
                <WarningText key={line}>{line}</WarningText>
              ))}
              {disclosure.fields}
              <ButtonGroup>
                <Button type="submit" busy={disclosure.isBusy}>
                  {t('assessment.page.print')}
                </Button>
                <Button
                  kind="secondary"
                  busy={disclosure.isBusy}
                  onPress={() => void leaves('html')}
                >
                  {t('summary.html')}
                </Button>
              </ButtonGroup>
            </>
          )}
        </Form>
      </div>
    </>
  );
}
