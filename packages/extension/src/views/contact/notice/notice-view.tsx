import {
  AGE_OF_RESPONSIBILITY,
  ageOn,
  civilDay,
  gatherCase,
  latestBirth,
  noteBreach,
  type StoredRecord,
  tellOfBreach,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { isTold, toldNeeds, WAS_TOLD, WasTold, wasToldIssues } from '../../act/was-told.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { noticePage } from './notice-page.js';
import { NoticePaper } from './notice-paper.js';
import { ServeForm } from './serve-form.js';
import { UnderTen } from './under-ten.js';

const KINDS = ['ceaseAndDesist', 'noticeBreach', 'stopCard', 'referral'] as const;

/** Cease and desist: serve a notice, print it, note a breach, say who was informed. The route names the form. */
export function NoticeView({ route }: { route: RouteOf<'notice'> }) {
  const { services } = useApp();
  const isPaper = route.form === 'paper';
  const { state } = useGathered(`${route.subject}/${route.form}`, (store) =>
    gatherCase(store, route.subject, isPaper ? 'report' : 'case-work', KINDS),
  );
  return (
    <GatheredView state={state} title={t('notice.title')} gone={t('subject.gone')}>
      {(records) => {
        const [subject] = ofKind(records, 'subject');
        if (!subject) return <p class="govuk-body">{t('subject.gone')}</p>;
        const breach = ofKind(records, 'noticeBreach').find(({ id }) => id === route.breach);
        if (route.form === 'tell' && breach) {
          const of = ofKind(records, 'ceaseAndDesist').find(
            ({ id }) => id === breach.value.noticeId,
          );
          return <TellForm subject={subject} breach={breach} notice={of} />;
        }
        const isForVisit = isPaper && route.notice === undefined;
        if (route.form === 'serve' || isForVisit) {
          const bornOn = latestBirth(subject.value);
          const isUnderTen =
            bornOn !== undefined && ageOn(bornOn, services.today()) < AGE_OF_RESPONSIBILITY;
          if (isUnderTen) return <UnderTen subject={subject} />;
          if (isForVisit) return <NoticePaper records={records} subject={subject} />;
          return <ServeForm subject={subject} />;
        }
        const notice = ofKind(records, 'ceaseAndDesist').find(({ id }) => id === route.notice);
        if (!notice)
          return (
            <>
              <PersonHeading of={subject}>{t('notice.title')}</PersonHeading>
              <p class="govuk-body">{t('notice.gone')}</p>
            </>
          );
        if (isPaper) return <NoticePaper records={records} subject={subject} notice={notice} />;
        return <BreachForm subject={subject} notice={notice} />;
      }}
    </GatheredView>
  );
}

const TOLD = ['toldWhom', 'toldOn'] as const;

interface BreachFormProps {
  subject: StoredRecord<'subject'>;
  notice: StoredRecord<'ceaseAndDesist'>;
}

function BreachForm({ subject, notice }: BreachFormProps) {
  const nameOf = useNameApart();
  const { host, lists, today } = useApp().services;
  const of = { date: writtenDate(notice.value.servedOn) };
  return (
    <ActForm
      kind="noticeBreach"
      title={t('notice.breach.of', of)}
      caption={nameOf(subject)}
      intro={<p class="govuk-body">{t('notice.breach.intro')}</p>}
      only={['what', 'statement', 'source', 'happenedOn', 'notedOn', ...TOLD]}
      needed={toldNeeds}
      shownWhen={{ toldOn: isTold, toldWhom: isTold }}
      also={[WAS_TOLD]}
      after={(form) => ({ notedOn: <WasTold form={form} /> })}
      initial={{ notedOn: today() }}
      workKey={`notice/breach/${notice.id}`}
      submit={t('notice.breach.save', of)}
      said={t('notice.breach.saved', of)}
      next={({ typed }) => !isTold(typed) && <p class="govuk-body">{t('notice.breach.untold')}</p>}
      to={noticePage(subject)}
      act={({ values, typed }) => {
        const unsaid = wasToldIssues(typed);
        return unsaid.length > 0
          ? { ok: false, issues: unsaid }
          : noteBreach(values, { host, lists, notice });
      }}
    />
  );
}

interface TellFormProps {
  subject: StoredRecord<'subject'>;
  breach: StoredRecord<'noticeBreach'>;
  /** Undefined if it is no longer held. */
  notice: StoredRecord<'ceaseAndDesist'> | undefined;
}

function TellForm({ subject, breach, notice }: TellFormProps) {
  const nameOf = useNameApart();
  const { host, lists, today } = useApp().services;
  return (
    <ActForm
      kind="noticeBreach"
      title={
        notice
          ? t('notice.tell.of', { date: writtenDate(notice.value.servedOn) })
          : t('notice.tell')
      }
      caption={nameOf(subject)}
      intro={
        <>
          <p class="govuk-body">{t('notice.tell.intro')}</p>
          <RecordDetails
            kind="noticeBreach"
            value={breach.value}
            lists={lists}
            on={civilDay(breach.createdAt)}
          />
        </>
      }
      only={TOLD}
      needed={TOLD}
      opened={breach}
      initial={{ toldOn: today() }}
      workKey={`notice/tell/${breach.id}`}
      submit={t('notice.tell.save')}
      said={t('notice.told')}
      to={noticePage(subject)}
      act={({ values: { toldOn, toldWhom }, held }) =>
        tellOfBreach(held ?? breach, { toldOn, toldWhom }, { host, lists })
      }
    />
  );
}
