import {
  civilDay,
  paperReference,
  type StoredRecord,
  servedNoticeText,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { StopCardList } from '../../case/stop-card-list.js';
import type { SubjectPage } from '../../case/subject-page.js';

/** Cease and desist notices, each with its later entries; and stop cards, which stay as they were written. */
export function NoticeSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const on = { name: 'notice', subject: subject.id } as const;
  const notices = all('ceaseAndDesist').toSorted((a, b) =>
    a.value.servedOn < b.value.servedOn ? 1 : -1,
  );
  // A served notice whose words are not kept is another paper, with no foot of ours.
  const hasFoot =
    notices.length === 0 || notices.some(({ value }) => servedNoticeText(value) !== undefined);
  return (
    <>
      <InsetText>{t('notice.no-force')}</InsetText>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ ...on, form: 'serve' })}>
          {t('notice.serve')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ ...on, form: 'paper' })}>
          {t('notice.paper.visit')}
        </Button>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'stop-card', subject: subject.id })}
        >
          {t('stop.open')}
        </Button>
      </ButtonGroup>
      {hasFoot && (
        <p class="govuk-body">{t('notice.reference', { reference: paperReference(subject.id) })}</p>
      )}
      <h2 class="govuk-heading-m">{t('notice.served.title')}</h2>
      {notices.length === 0 && <p class="govuk-body">{t('notice.none')}</p>}
      {notices.map((notice) => (
        <Notice
          key={notice.id}
          notice={notice}
          breaches={all('noticeBreach').filter(({ value }) => value.noticeId === notice.id)}
        />
      ))}
      <h2 class="govuk-heading-m">{t('stop.cards')}</h2>
      <StopCardList cards={all('stopCard')} subject={subject.id} />
    </>
  );
}

interface NoticeProps {
  notice: StoredRecord<'ceaseAndDesist'>;
  breaches: readonly StoredRecord<'noticeBreach'>[];
}

function Notice({ notice: { id, value, createdAt }, breaches }: NoticeProps) {
  const { services, router } = useApp();
  const { lists } = services;
  const on = { name: 'notice', subject: value.subjectId, notice: id } as const;
  const about = writtenDate(value.servedOn);
  return (
    <div class="cp-record">
      <h3 class="govuk-heading-s">{about}</h3>
      <RecordDetails kind="ceaseAndDesist" value={value} lists={lists} on={civilDay(createdAt)} />
      <p class="govuk-body cp-detail__acts">
        <Button kind="link" about={about} onPress={() => router.go({ ...on, form: 'paper' })}>
          {t('notice.paper')}
        </Button>{' '}
        <Button kind="link" about={about} onPress={() => router.go({ ...on, form: 'breach' })}>
          {t('notice.breach')}
        </Button>
      </p>
      {breaches.map((breach) => (
        <div class="cp-notice__breach" key={breach.id}>
          <h4 class="govuk-heading-s">
            {t('notice.breach.on', { date: writtenDate(breach.value.notedOn) })}
          </h4>
          <RecordDetails
            kind="noticeBreach"
            value={breach.value}
            lists={lists}
            on={civilDay(breach.createdAt)}
          />
          {breach.value.toldOn === undefined && (
            <Button
              kind="link"
              about={writtenDate(breach.value.notedOn)}
              onPress={() => router.go({ ...on, form: 'tell', breach: breach.id })}
            >
              {t('notice.tell')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
