import type { Result, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../app/app.js';
import { loaded } from '../../app/loaded.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { PageHeading } from '../../components/page-heading.js';
import { Radios } from '../../components/radios.js';
import { t } from '../../locales/late.js';
import { ExportForm } from '../summary/export-form.js';
import type { PreparedSummary } from '../summary/prepare.js';
import { RenderedTree } from '../summary/rendered-tree.js';
import { noticePage } from './notice-page.js';
import type { Paper } from './prepare-notice.js';

interface NoticePaperProps {
  records: readonly StoredRecord[];
  subject: StoredRecord<'subject'>;
  notice: StoredRecord<'ceaseAndDesist'>;
}

/** The notice as it is handed over, or how it was served and what followed: to be read, printed or given as a file. */
export function NoticePaper({ records, subject, notice }: NoticePaperProps) {
  const { services, router } = useApp();
  const open = useOpenVault();
  const paper = useSignal<Paper>('notice');
  const prepared = useSignal<Result<PreparedSummary> | undefined>(undefined);
  const wanted = paper.value;
  useEffect(() => {
    let gone = false;
    void loaded(import('./prepare-notice.js')).then((file) => {
      const which = { subject: subject.id, notice: notice.id, paper: wanted };
      if (gone) return;
      prepared.value = file.ok ? file.value.prepareNotice(records, which, services, open) : file;
    });
    return () => {
      gone = true;
    };
  }, [services, records, subject, notice, wanted]);
  const result = prepared.value;
  return (
    <>
      <div class="cp-no-print">
        <PageHeading caption={subject.value.name}>{t('notice.paper.title')}</PageHeading>
        <Form label={t('notice.paper.which')}>
          <Radios
            label={t('notice.paper.which')}
            choices={[
              {
                value: 'notice',
                label: t('notice.paper.notice'),
                hint: t('notice.paper.notice.hint'),
              },
              {
                value: 'follow-up',
                label: t('notice.paper.follow-up'),
                hint: t('notice.paper.follow-up.hint'),
              },
            ]}
            value={wanted}
            onValue={(value) => {
              paper.value = value === 'follow-up' ? 'follow-up' : 'notice';
            }}
          />
        </Form>
      </div>
      {!result && <p role="status">{t('summary.preparing')}</p>}
      {result && !result.ok && <ErrorSummary errors={result.issues} />}
      {result?.ok && (
        <>
          <section class="cp-summary__paper" aria-label={t('summary.preview')}>
            <RenderedTree tree={result.value.rendered.mdast} />
          </section>
          <div class="cp-no-print">
            <ButtonGroup>
              <Button onPress={() => globalThis.print()}>{t('notice.paper.print')}</Button>
              <Button kind="link" onPress={() => router.go(noticePage(subject))}>
                {t('notice.back')}
              </Button>
            </ButtonGroup>
            <div class="govuk-!-margin-top-6">
              <ExportForm subject={subject.id} prepared={result.value} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
