import {
  civilDay,
  codeLabel,
  conditionState,
  evidenceOfCondition,
  type OrderState,
  orderState,
  type RecordId,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { ActName } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { RecordDetails } from '../../../components/record-details.js';
import { Tag, type TagProps } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { ConditionTag } from '../../orders/conditions/condition-tag.js';
import { ConditionEvidenceList } from '../../orders/conditions/evidence-list.js';
import { Portions } from '../more-records.js';

const COLOURS: Readonly<Record<OrderState, TagProps['colour']>> = {
  advised: 'blue',
  'not-given': 'grey',
  running: 'yellow',
  complete: 'green',
  ended: 'grey',
};

/** Cautions and orders, the latest first, each with its conditions and their evidence. */
export function ConditionsSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const on = { name: 'caution-advice', subject: page.subject.id } as const;
  const orders = page.all('order').toReversed();
  return (
    <>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go(on)}>
          {t('conditions.advise')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ ...on, made: true })}>
          {t('conditions.made')}
        </Button>
      </ButtonGroup>
      {orders.length === 0 && <p class="govuk-body">{t('conditions.none')}</p>}
      <Portions
        of={orders}
        show={(order) => <OneOrder key={order.id} order={order} page={page} />}
      />
    </>
  );
}

interface OneOrderProps {
  order: StoredRecord<'order'>;
  page: SubjectPage;
}

function OneOrder({ order, page }: OneOrderProps) {
  const { router, services } = useApp();
  const { lists } = services;
  const state = orderState(order, page.records);
  const on = civilDay(order.createdAt);
  const kind = codeLabel(lists, 'order-kind', order.value.kind, on);
  const conditions = page.all('condition').filter(({ value }) => value.orderId === order.id);
  const goes = (act: ActName) => () =>
    router.go({ name: 'act', act, subject: page.subject.id, record: order.id });
  return (
    <div class="cp-record">
      <h2 class="govuk-heading-m">
        {kind} <Tag colour={COLOURS[state]}>{t(`conditions.order.${state}`)}</Tag>
      </h2>
      <ButtonGroup>
        {actsOf(order, state).map(([act, label]) => (
          <Button key={act} kind="link" about={kind} onPress={goes(act)}>
            {t(label)}
          </Button>
        ))}
        {order.value.advisedOn !== undefined && (
          <Button
            kind="link"
            about={kind}
            onPress={() =>
              router.go({
                name: 'condition-report',
                subject: page.subject.id,
                order: order.id,
              })
            }
          >
            {t('conditions.report.advice')}
          </Button>
        )}
      </ButtonGroup>
      <RecordDetails kind="order" value={order.value} lists={lists} on={on} />
      <Portions
        of={conditions}
        show={(condition, nth) => (
          <OneCondition key={condition.id} nth={nth + 1} condition={condition} page={page} />
        )}
      />
    </div>
  );
}

/** Possible acts on an order now, as pairs of form and button label. */
function actsOf({ value }: StoredRecord<'order'>, state: OrderState) {
  const isRunning = state === 'running' || state === 'complete';
  const isGiven = isRunning || state === 'ended';
  const isSettled =
    state === 'ended' || value.proposedOutcome !== undefined || value.outcome !== undefined;
  return [
    ...(state === 'advised' ? ([['answer-advice', 'conditions.answer']] as const) : []),
    ...((isRunning || state === 'advised') && !isSettled
      ? ([['add-condition', 'conditions.add']] as const)
      : []),
    ...(isGiven && value.outcome === undefined
      ? ([
          ['propose-outcome', 'conditions.propose'],
          ['record-outcome', 'conditions.outcome'],
        ] as const)
      : []),
    ...(isRunning ? ([['end-order', 'conditions.end']] as const) : []),
    ...(value.outcomeOn !== undefined && value.interview === undefined
      ? ([['offer-interview', 'conditions.interview']] as const)
      : []),
  ];
}

interface OneConditionProps {
  nth: number;
  condition: StoredRecord<'condition'>;
  page: SubjectPage;
}

function OneCondition({ nth, condition, page }: OneConditionProps) {
  const { router, services } = useApp();
  const state = conditionState(condition, page.records);
  const name = t('conditions.nth', { nth });
  const goes = (act: ActName, record: RecordId) =>
    router.go({ name: 'act', act, subject: page.subject.id, record });
  const isOpen = state === 'waiting' || state === 'in-part' || state === 'not-kept';
  return (
    <section class="cp-group-list__row" aria-label={name}>
      <h3 class="govuk-heading-s">
        {t('conditions.nth.due', { name, date: writtenDate(condition.value.dueOn) })}{' '}
        <ConditionTag state={state} />
      </h3>
      <RecordDetails
        kind="condition"
        value={condition.value}
        lists={services.lists}
        on={civilDay(condition.createdAt)}
      />
      <ConditionEvidenceList
        evidence={evidenceOfCondition(condition, page.records)}
        onCorrect={
          condition.value.certifiedOn === undefined
            ? (id) => goes('correct-evidence', id)
            : undefined
        }
        onTell={(id) => goes('tell-of-condition', id)}
        onReport={(evidence) =>
          router.go({
            name: 'condition-report',
            subject: page.subject.id,
            order: condition.value.orderId,
            evidence,
          })
        }
      />
      {isOpen && (
        <ButtonGroup>
          <Button kind="secondary" about={name} onPress={() => goes('add-evidence', condition.id)}>
            {t('conditions.evidence')}
          </Button>
          {/* Nothing to certify yet, or a possible breach: the evidence comes first. */}
          <Button
            kind={state === 'in-part' ? 'secondary' : 'link'}
            about={name}
            onPress={() => goes('certify-condition', condition.id)}
          >
            {t('conditions.certify')}
          </Button>
          <Button kind="link" about={name} onPress={() => goes('take-out-condition', condition.id)}>
            {t('conditions.take-out')}
          </Button>
        </ButtonGroup>
      )}
    </section>
  );
}
