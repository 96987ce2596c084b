import {
  gatherCase,
  type Issue,
  noticeTold,
  type PastRecipient,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { TextExport } from '../../act/export/text-export.js';
import { GatheredView } from '../../act/gathered.js';
import { findRecipients } from '../../act/past-recipients.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useSave } from '../../act/use-save.js';
import { PersonHeading } from '../../case/person-heading.js';
import { NoticeForm } from './notice-form.js';

/** Recipients of values corrected since, and the notices to them. */
export function CorrectionView({ route }: { route: RouteOf<'correction'> }) {
  const { state, again } = useGathered(route.subject, (store) =>
    gatherCase(store, route.subject, 'correction'),
  );
  return (
    <GatheredView state={state} title={t('ending.correction.title')} gone={t('subject.gone')}>
      {(records) => <Recipients records={records} onKept={() => void again()} />}
    </GatheredView>
  );
}

interface RecipientsProps {
  records: readonly StoredRecord[];
  onKept: () => void;
}

function Recipients({ records, onKept }: RecipientsProps) {
  const { services, router } = useApp();
  const [subject] = ofKind(records, 'subject');
  const notices = ofKind(records, 'correctionNotice');
  const problem = useSignal('');
  /** The notice about to be copied or saved: one at a time. */
  const leaving = useSignal<string | undefined>(undefined);
  const found = useRecipients(records, notices);
  const { save } = useSave();
  const told = (notice: StoredRecord<'correctionNotice'>): Promise<void> => {
    const { host, lists } = services;
    const show = ([issue]: readonly Issue[]): void => {
      problem.value = issue?.message ?? '';
    };
    return save(
      { work: `notice-told/${notice.id}`, show },
      notice.heads,
      () => noticeTold(notice, {}, { host, lists }),
      () => ({ heading: t('ending.correction.told'), go: onKept }),
    );
  };
  const open = (found ?? []).filter(({ isNoted }) => !isNoted);
  const untold = notices.filter(({ value }) => value.toldOn === undefined);
  return (
    <div class="cp-read">
      <PersonHeading of={subject} nobody={t('subject.caption')}>
        {t('ending.correction.title')}
      </PersonHeading>
      <p class="govuk-body">{t('ending.correction.intro')}</p>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <h2 class="govuk-heading-m">{t('ending.correction.received')}</h2>
      {found === undefined && <p role="status">{t('common.loading')}</p>}
      {found && open.length === 0 && <p class="govuk-body">{t('ending.correction.nobody')}</p>}
      {subject &&
        open.map((recipient) => (
          <NoticeForm
            key={`${recipient.record} ${recipient.recipient} ${recipient.disclosedOn}`}
            subject={subject}
            recipient={recipient}
            referrals={ofKind(records, 'referral')}
            onKept={onKept}
          />
        ))}
      <h2 class="govuk-heading-m">{t('ending.correction.notices')}</h2>
      {notices.length === 0 && <p class="govuk-body">{t('ending.correction.notices.none')}</p>}
      {notices.map((notice) => (
        <div class="cp-record" key={notice.id}>
          <h3 class="govuk-heading-s">{notice.value.recipient}</h3>
          <p class="govuk-body cp-said">{notice.value.words}</p>
          {notice.value.toldOn ? (
            <p class="govuk-body">
              {t('ending.correction.told-on', { date: writtenDate(notice.value.toldOn) })}
            </p>
          ) : (
            <ButtonGroup>
              {/* The notice leaves first: one press of the other says that it has. */}
              <Button
                kind={open.length === 0 && untold.length === 1 ? 'primary' : 'secondary'}
                about={notice.value.recipient}
                expanded={leaving.value === notice.id}
                onPress={() => {
                  leaving.value = leaving.value === notice.id ? undefined : notice.id;
                }}
              >
                {t('text-export.notice.title')}
              </Button>
              <Button
                kind="secondary"
                about={notice.value.recipient}
                onPress={() => void told(notice)}
              >
                {t('ending.correction.tell')}
              </Button>
            </ButtonGroup>
          )}
          {leaving.value === notice.id && (
            <TextExport
              record={notice.id}
              text={notice.value.words}
              file="correction-notice"
              what="notice"
            />
          )}
        </div>
      ))}
      {subject && (
        <Button
          kind="link"
          onPress={() => router.go({ name: 'subject', subject: subject.id, section: 'keeping' })}
        >
          {t('ending.dispose.back')}
        </Button>
      )}
    </div>
  );
}

function useRecipients(
  records: readonly StoredRecord[],
  notices: readonly StoredRecord<'correctionNotice'>[],
): readonly PastRecipient[] | undefined {
  const { services } = useApp();
  const found = useSignal<readonly PastRecipient[] | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    findRecipients(services.store, records, notices).then(
      (recipients) => {
        if (!gone) found.value = recipients;
      },
      () => {
        if (!gone) found.value = [];
      },
    );
    return () => {
      gone = true;
    };
  }, [services, records]);
  return found.value;
}
