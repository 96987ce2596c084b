import {
  civilDay,
  enquiryState,
  gatherEnquiry,
  type StoredRecord,
  standingDecision,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { DecisionList } from '../../case/decision-list.js';
import { dueNow } from '../../case/due-now.js';
import { DueText } from '../../case/due-text.js';
import { useEnquiryWords } from '../../case/enquiry/enquiry-words.js';
import { PromiseList } from '../../case/promise-list.js';
import { useRules } from '../../case/use-retention.js';
import { AttachPanel } from './attach-panel.js';
import { ReplyPanel } from './reply-panel.js';
import { StateTag } from './state-tag.js';
import { SuitabilityAnswers } from './suitability-fields.js';
import { SuitabilityForm } from './suitability-form.js';

/** One enquiry: its original words, its state and the next step. */
export function EnquiryView({ route }: { route: RouteOf<'enquiry'> }) {
  const { enquiry: id } = route;
  const { state, again } = useGathered(id, (store) => gatherEnquiry(store, id, 'enquiry'));
  return (
    <GatheredView state={state} title={t('enquiries.title')} gone={t('enquiry.gone')}>
      {(records) => {
        const [enquiry] = ofKind(records, 'enquiry');
        return enquiry && <Shown enquiry={enquiry} records={records} again={again} />;
      }}
    </GatheredView>
  );
}

interface ShownProps {
  enquiry: StoredRecord<'enquiry'>;
  records: readonly StoredRecord[];
  again: () => Promise<void>;
}

const DETAILS = ['riskNow', 'receivedOn', 'route', 'means', 'reference', 'tier'] as const;

function Shown({ enquiry, records, again }: ShownProps) {
  const { router, services } = useApp();
  const { lists } = services;
  const isReplying = useSignal(false);
  const decisions = ofKind(records, 'decision');
  const referrals = ofKind(records, 'referral');
  const [referrer] = ofKind(records, 'referrer');
  const [referral] = referrals;
  const { value, id } = enquiry;
  const wordsOf = useEnquiryWords(records);
  const state = enquiryState(enquiry, decisions, [...referrals, ...ofKind(records, 'refusal')]);
  const standing = standingDecision(decisions);
  const due = dueNow(records, services.today(), lists, useRules()).get(id);
  const isTold = standing !== undefined && value.repliedWith === standing.id;
  const isOpen = standing === undefined || state === 'awaiting-information';
  const first = firstAct();
  const kindOf = (act: typeof first) => (act === first ? 'primary' : 'secondary');
  function firstAct(): 'reply-form' | 'reply' | 'decide' | 'referral' | 'attach' {
    if (standing && isReplying.value) return 'reply-form';
    if (standing && !isTold) return 'reply';
    if (isOpen) return 'decide';
    return referral ? 'referral' : 'attach';
  }
  const decide = () => router.go({ name: 'decide', on: 'enquiry', record: id });
  return (
    <div class="cp-read">
      <PageHeading caption={t('enquiries.title')}>{wordsOf(enquiry).title}</PageHeading>
      <p class="govuk-body">
        <StateTag state={state} isUnchecked={(value.suitability ?? []).length === 0} />
      </p>
      {value.riskNow === 'immediate' && <WarningText>{t('enquiry.risk.immediate')}</WarningText>}
      <section class="cp-next" aria-labelledby="enquiry-next">
        <h2 id="enquiry-next" class="govuk-heading-s">
          {t('enquiry.next')}
        </h2>
        <p class="govuk-body">
          {due ? (
            <>
              {due.what}: <DueText due={due} today={services.today()} />
            </>
          ) : (
            t('enquiry.next.nothing')
          )}
        </p>
        <ButtonGroup>
          {isOpen && (
            <Button kind={kindOf('decide')} onPress={decide}>
              {t('enquiry.decide')}
            </Button>
          )}
          {standing && (
            <Button
              kind={kindOf('reply')}
              expanded={isReplying.value}
              onPress={() => {
                isReplying.value = !isReplying.value;
              }}
            >
              {t(isTold ? 'enquiry.reply.again' : 'enquiry.reply')}
            </Button>
          )}
          {!isOpen && state !== 'referred' && (
            <Button kind="link" onPress={decide}>
              {t('enquiry.change')}
            </Button>
          )}
          {referral && (
            <Button
              kind={kindOf('referral')}
              onPress={() => router.go({ name: 'referral', referral: referral.id })}
            >
              {t('enquiry.referral')}
            </Button>
          )}
        </ButtonGroup>
        {value.repliedOn && (
          <p class="govuk-body-s">
            {t(isTold ? 'reply.told' : 'reply.told-before', {
              date: writtenDate(value.repliedOn),
            })}
          </p>
        )}
      </section>
      {standing && isReplying.value && (
        <ReplyPanel
          key={standing.id}
          enquiry={enquiry}
          decision={standing}
          referrer={referrer}
          onNoted={() => {
            isReplying.value = false;
            void again();
          }}
        />
      )}
      {state === 'form-sent' && isTold && <AttachPanel enquiry={id} kind={kindOf('attach')} />}
      <h2 class="govuk-heading-m">{t('enquiry.asked')}</h2>
      <blockquote class="cp-asked" dir="auto">
        {value.asked}
      </blockquote>
      <h2 class="govuk-heading-m">{t('enquiry.details')}</h2>
      <RecordDetails
        kind="enquiry"
        value={value}
        lists={lists}
        on={civilDay(enquiry.createdAt)}
        only={DETAILS}
        empties
      />
      <h2 class="govuk-heading-m">{t('enquiry.suitability')}</h2>
      <SuitabilityAnswers lists={lists} on={services.today()} answers={value.suitability ?? []} />
      {state !== 'referred' && (
        <Details summary={t('enquiry.suitability.change')} late>
          <SuitabilityForm enquiry={enquiry} onSaved={() => void again()} />
        </Details>
      )}
      <h2 class="govuk-heading-m">{t('enquiry.referrer')}</h2>
      {referrer ? (
        <RecordDetails kind="referrer" value={referrer.value} lists={lists} />
      ) : (
        <p class="govuk-body">{t('enquiry.referrer.none')}</p>
      )}
      <h2 class="govuk-heading-m">{t('enquiry.decisions')}</h2>
      <DecisionList decisions={decisions} />
      <h2 class="govuk-heading-m">{t('promises.title')}</h2>
      <PromiseList promises={ofKind(records, 'promise')} on="enquiry" record={id} />
      {/* It may come back before anybody has noted that it was sent. */}
      {state === 'form-sent' && !isTold && <AttachPanel enquiry={id} kind={kindOf('attach')} />}
      <p class="govuk-hint">{t('subject.consulted')}</p>
    </div>
  );
}
