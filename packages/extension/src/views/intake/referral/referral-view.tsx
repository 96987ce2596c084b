import {
  civilDay,
  codeLabel,
  type StoredRecord,
  wordsToAsk,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { RecordDetails } from '../../../components/record-details.js';
import { SummaryList } from '../../../components/summary-list.js';
import { Tag } from '../../../components/tag.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { caseOf } from '../../case/case-of.js';
import { DecisionList } from '../../case/decision-list.js';
import { dueNow } from '../../case/due-now.js';
import { DueText } from '../../case/due-text.js';
import { offenceRow } from '../../case/offence-row.js';
import { PersonHeading } from '../../case/person-heading.js';
import { PromiseList } from '../../case/promise-list.js';
import { useRules } from '../../case/use-retention.js';

/** One referral: its subject, its state and the next step. */
export function ReferralView({ route }: { route: RouteOf<'referral'> }) {
  const { state } = useGathered(route.referral, (store) => caseOf(store, route.referral));
  return (
    <GatheredView state={state} title={t('referrals.title')} gone={t('referral.gone')}>
      {(records) => {
        const referral = ofKind(records, 'referral').find(({ id }) => id === route.referral);
        return referral && <Shown referral={referral} records={records} />;
      }}
    </GatheredView>
  );
}

const DETAILS = [
  'receivedOn',
  'reference',
  'otherReferences',
  'route',
  'forceArea',
  'localAuthority',
  'narrative',
  'narrativeStatement',
  'narrativeOmission',
  'statedRisk',
  'suspectedOffences',
  'lawMentioned',
  'incidentDates',
  'alsoRecorded',
] as const;

/** The account was read in full where it was taken. */
const FOLDED = ['narrative'] as const;

interface ShownProps {
  referral: StoredRecord<'referral'>;
  records: readonly StoredRecord[];
}

function Shown({ referral, records }: ShownProps) {
  const { router, services } = useApp();
  const { lists } = services;
  const { id, value } = referral;
  const subject = ofKind(records, 'subject').find((each) => each.id === value.subjectId);
  const referrer = ofKind(records, 'referrer').find((each) => each.id === value.referrerId);
  const refusal = ofKind(records, 'refusal').find((each) => each.value.referralId === id);
  const decisions = ofKind(records, 'decision').filter((each) => each.value.referralId === id);
  const promises = ofKind(records, 'promise').filter(
    (each) =>
      each.value.referralId === id ||
      (value.enquiryId !== undefined && each.value.enquiryId === value.enquiryId),
  );
  const due = dueNow(records, services.today(), lists, useRules()).get(id);
  const isOpen = value.status === 'received';
  const { answers = [], enquiryId } = value;
  const offences = ofKind(records, 'offence').filter((each) => each.value.referralId === id);
  const toAsk = wordsToAsk(referral, offences);
  // A case handed over by an earlier release came without it.
  const hasEnquiry = ofKind(records, 'enquiry').some((each) => each.id === enquiryId);
  return (
    <div class="cp-read">
      <PersonHeading of={subject} nobody={t('common.not-recorded')}>
        {value.reference === undefined
          ? t('referral.title.on', { date: writtenDate(value.receivedOn) })
          : t('referral.title', { reference: value.reference })}
      </PersonHeading>
      <p class="govuk-body">
        <Tag colour={isOpen ? 'blue' : value.status === 'accepted' ? 'green' : 'grey'}>
          {codeLabel(lists, 'referral-status', value.status)}
        </Tag>
      </p>
      <section class="cp-next" aria-labelledby="referral-next">
        <h2 id="referral-next" class="govuk-heading-s">
          {t('enquiry.next')}
        </h2>
        <p class="govuk-body">
          {due ? (
            <>
              {due.what}: <DueText due={due} today={services.today()} />
            </>
          ) : (
            t('due.nothing')
          )}
        </p>
        {refusal && (
          <WarningText>
            {refusal.value.keepUntil
              ? t('referral.refused', {
                  date: writtenDate(refusal.value.refusedOn),
                  until: writtenDate(refusal.value.keepUntil),
                })
              : t('referral.refused-dispose', { date: writtenDate(refusal.value.refusedOn) })}
          </WarningText>
        )}
        <ButtonGroup>
          {refusal && (
            <Button onPress={() => router.go({ name: 'refuse', refusal: refusal.id })}>
              {t('referral.settle')}
            </Button>
          )}
          {value.status === 'accepted' && (
            <Button
              onPress={() =>
                router.go({
                  name: 'intervention',
                  subject: value.subjectId,
                  referral: id,
                  first: true,
                })
              }
            >
              {t('referral.contact')}
            </Button>
          )}
          {!refusal && (
            <Button
              kind={isOpen ? 'primary' : 'secondary'}
              onPress={() => router.go({ name: 'decide', on: 'referral', record: id })}
            >
              {t(isOpen ? 'referral.decide' : 'referral.change')}
            </Button>
          )}
          <Button
            kind="secondary"
            onPress={() => router.go({ name: 'subject', subject: value.subjectId })}
          >
            {t('referral.subject')}
          </Button>
          {enquiryId && hasEnquiry && (
            <Button kind="link" onPress={() => router.go({ name: 'enquiry', enquiry: enquiryId })}>
              {t('referral.enquiry')}
            </Button>
          )}
        </ButtonGroup>
      </section>
      <h2 class="govuk-heading-m">{t('referral.details')}</h2>
      <RecordDetails
        kind="referral"
        value={value}
        lists={lists}
        on={civilDay(referral.createdAt)}
        only={DETAILS}
        fold={FOLDED}
      />
      <p class="govuk-body">
        <Button
          kind="link"
          onPress={() =>
            router.go({
              name: 'act',
              act: 'correct-referral',
              subject: value.subjectId,
              record: id,
            })
          }
        >
          {t('person.referral.correct')}
        </Button>
      </p>
      {toAsk.length > 0 && (
        <p class="govuk-body">
          {t('offence.offer', { count: toAsk.length })}{' '}
          <Button
            kind="link"
            onPress={() =>
              router.go({ name: 'act', act: 'name-offence', subject: value.subjectId, record: id })
            }
          >
            {t('offence.name.link')}
          </Button>
        </p>
      )}
      {subject && offences.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('offence.section')}</h2>
          <SummaryList rows={offences.map((offence) => offenceRow(offence, subject, lists))} />
        </>
      )}
      <h2 class="govuk-heading-m">{t('referral.referrer')}</h2>
      {referrer ? (
        <RecordDetails kind="referrer" value={referrer.value} lists={lists} />
      ) : (
        <p class="govuk-body">{t('referral.referrer.none')}</p>
      )}
      <h2 class="govuk-heading-m">{t('referral.questions')}</h2>
      {answers.length === 0 ? (
        <p class="govuk-body">{t('referral.questions.none')}</p>
      ) : (
        <SummaryList
          rows={answers.map(({ question, answer }) => ({
            label: codeLabel(lists, 'referral-question', question),
            value: <span class="cp-record-details__line">{answer}</span>,
          }))}
        />
      )}
      <Button kind="secondary" onPress={() => router.go({ name: 'questions', referral: id })}>
        {t('referral.questions.answer')}
      </Button>
      <h2 class="govuk-heading-m">{t('enquiry.decisions')}</h2>
      <DecisionList decisions={decisions} />
      <h2 class="govuk-heading-m">{t('promises.title')}</h2>
      <PromiseList promises={promises} on="referral" record={id} />
      <p class="govuk-hint">{t('subject.consulted')}</p>
    </div>
  );
}
