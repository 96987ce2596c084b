import {
  gatherCase,
  type RecordStore,
  type StoredRecord,
  standingDecision,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { DecisionList } from '../../case/decision-list.js';
import { dueNow } from '../../case/due-now.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useRules } from '../../case/use-retention.js';

/** An identified person: the reason for the record, and the decision due. */
export function IdentificationView({ route }: { route: RouteOf<'identification'> }) {
  const { state } = useGathered(route.identification, (store) => recordsOf(store, route));
  return (
    <GatheredView state={state} title={t('identification.caption')} gone={t('identification.gone')}>
      {(records) => {
        const identification = ofKind(records, 'identification').find(
          ({ id }) => id === route.identification,
        );
        return identification && <Shown identification={identification} records={records} />;
      }}
    </GatheredView>
  );
}

async function recordsOf(
  store: RecordStore,
  { identification: id }: RouteOf<'identification'>,
): Promise<readonly StoredRecord[]> {
  const held = await store.get('identification', id);
  return held ? gatherCase(store, held.value.subjectId, 'identification') : [];
}

const PERSON = ['name', 'aliases', 'bornOn', 'schools'] as const;
const WHY = [
  'identifiedOn',
  'source',
  'reference',
  'necessityWhy',
  'purpose',
  'lawfulBasis',
  'necessity',
  'marking',
] as const;

function Shown({
  identification,
  records,
}: {
  identification: StoredRecord<'identification'>;
  records: readonly StoredRecord[];
}) {
  const { services, router } = useApp();
  const nameOf = useNameApart();
  const { lists } = services;
  const { id, value } = identification;
  const subject = ofKind(records, 'subject').find((each) => each.id === value.subjectId);
  const decisions = ofKind(records, 'decision').filter(
    (each) => each.value.identificationId === id,
  );
  const due = dueNow(records, services.today(), lists, useRules()).get(id);
  const isReferred = standingDecision(decisions)?.value.outcome === 'refer';
  return (
    <div class="cp-read">
      <PageHeading caption={t('identification.caption')}>
        {subject ? nameOf(subject) : t('common.not-recorded')}
      </PageHeading>
      <p class="govuk-body">
        <Tag colour="blue">{t('identification.at-risk')}</Tag>
      </p>
      <section class="cp-next" aria-labelledby="identification-next">
        <h2 id="identification-next" class="govuk-heading-s">
          {t('enquiry.next')}
        </h2>
        {due && (
          <p class="govuk-body">
            {due.by && decisions.length === 0
              ? t('identification.due', { date: writtenDate(due.by) })
              : due.why}
          </p>
        )}
        {isReferred ? (
          <p class="govuk-body">{t('identification.referred')}</p>
        ) : (
          <ButtonGroup>
            <Button onPress={() => router.go({ name: 'decide', on: 'identification', record: id })}>
              {t('identification.decide')}
            </Button>
          </ButtonGroup>
        )}
      </section>
      <h2 class="govuk-heading-m">{t('identification.person')}</h2>
      {subject && (
        <RecordDetails kind="subject" value={subject.value} lists={lists} only={PERSON} />
      )}
      <h2 class="govuk-heading-m">{t('identification.details')}</h2>
      <RecordDetails kind="identification" value={value} lists={lists} only={WHY} />
      <h2 class="govuk-heading-m">{t('enquiry.decisions')}</h2>
      <DecisionList decisions={decisions} />
      <p class="govuk-hint">{t('subject.consulted')}</p>
    </div>
  );
}
