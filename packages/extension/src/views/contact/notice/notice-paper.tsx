import {
  type NoticePart,
  type Result,
  type StoredRecord,
  servedNoticeText,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { loadFile } from '../../../app/loaded.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { InsetText } from '../../../components/inset-text.js';
import { Radios } from '../../../components/radios.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import { PersonHeading } from '../../case/person-heading.js';
import { ExportForm } from '../../paper/export-form.js';
import type { OfferedPapers } from '../../paper/prepare.js';
import { MissingOnPaper } from './missing-on-paper.js';
import { noticePage } from './notice-page.js';
import type { Paper } from './prepare-notice.js';
import { useForceNotice } from './use-force-notice.js';

interface NoticePaperProps {
  records: readonly StoredRecord[];
  subject: StoredRecord<'subject'>;
  /** Absent before a visit: the notice with nobody's name on it, and room for the day and the officer. */
  notice?: StoredRecord<'ceaseAndDesist'>;
}

/**
 * The notice, or how it was served and what followed: printed or given as a file. A notice whose words were not saved
 * is not printed, nor is anything in its place.
 */
export function NoticePaper({ records, subject, notice }: NoticePaperProps) {
  const { services, router } = useApp();
  const open = useOpenVault();
  const isKept = !notice || servedNoticeText(notice.value) !== undefined;
  const paper = useSignal<Paper>(isKept ? 'notice' : 'follow-up');
  const prepared = useSignal<Result<OfferedPapers> | undefined>(undefined);
  const wanted = paper.value;
  const force = useForceNotice();
  const typed = useSignal<string | undefined>(undefined);
  const contact = typed.value ?? force?.contact ?? '';
  const contactId = useId();
  const unset: readonly NoticePart[] = [
    ...(force?.letterhead === undefined ? (['from'] as const) : []),
    ...(contact.trim() === '' ? (['contact'] as const) : []),
  ];
  useEffect(() => {
    let gone = false;
    void loadFile(import('./prepare-notice.js')).then(async (file) => {
      if (gone || !force) return;
      const which = { subject: subject.id, notice, paper: wanted, force, contact };
      const papers = file.ok
        ? await file.value.prepareNotice(records, which, services, open)
        : file;
      if (!gone) prepared.value = papers;
    });
    return () => {
      gone = true;
    };
  }, [services, records, subject, notice, wanted, force, contact]);
  const result = prepared.value;
  return (
    <>
      <div class="cp-no-print">
        <PersonHeading of={subject}>
          {t(notice ? 'notice.paper.title' : 'notice.paper.visit')}
        </PersonHeading>
        {!notice && (
          <>
            <p class="govuk-body">
              {force?.own ? t('notice.paper.visit.own', force.own) : t('notice.paper.visit.intro')}
            </p>
            <Form label={t('notice.paper.visit')}>
              <TextInput
                id={contactId}
                label={t('notice.paper.contact')}
                hint={t('notice.paper.contact.hint')}
                width={20}
                value={contact}
                onValue={(value) => {
                  typed.value = value;
                }}
              />
            </Form>
          </>
        )}
        {notice && !isKept && (
          <InsetText>
            {t('notice.paper.not-kept', {
              notice: notice.value.notice,
              version: notice.value.noticeVersion,
            })}
          </InsetText>
        )}
        {notice && isKept && (
          <PaperChoice
            paper={wanted}
            onPaper={(value) => {
              paper.value = value;
            }}
          />
        )}
        {force && wanted === 'notice' && (
          <MissingOnPaper subject={subject} notice={notice} unset={unset} contactId={contactId} />
        )}
        {!result && <p role="status">{t('summary.preparing')}</p>}
        {result && !result.ok && <ErrorSummary errors={result.issues} />}
        <p class="govuk-body">
          <Button kind="link" onPress={() => router.go(noticePage(subject))}>
            {t('notice.back')}
          </Button>
        </p>
      </div>
      {result?.ok && <ExportForm subject={subject.id} offered={result.value} />}
    </>
  );
}

function PaperChoice({ paper, onPaper }: { paper: Paper; onPaper: (paper: Paper) => void }) {
  return (
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
        value={paper}
        onValue={(value) => onPaper(value === 'follow-up' ? 'follow-up' : 'notice')}
      />
    </Form>
  );
}
