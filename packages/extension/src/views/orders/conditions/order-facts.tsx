import {
  codeLabel,
  conditionState,
  conditionsOf,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { type Fact, Facts } from '../../../components/facts.js';
import { t } from '../../../locales/late.js';
import type { Extra, ExtraTask } from '../../act/act.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';

export interface OrderFactsProps {
  order: StoredRecord<'order'>;
  /** Every record of its person. */
  records: readonly StoredRecord[];
}

/** A caution or order in brief, with each of its conditions and how far it has come. */
export function OrderFacts({ order, records }: OrderFactsProps) {
  const { lists } = useApp().services;
  const { kind, offence, officerInCase, crimeReference, admission, givenOn, endsOn } = order.value;
  const line = (label: string, value: string | undefined): readonly Fact[] =>
    value ? [{ label, value }] : [];
  return (
    <Facts
      title={codeLabel(lists, 'order-kind', kind)}
      rows={[
        { label: t('facts.order.offence'), value: offence },
        ...line(t('facts.order.reference'), crimeReference),
        ...line(t('facts.order.officer'), officerInCase),
        ...line(t('facts.order.admission'), admission && codeLabel(lists, 'admission', admission)),
        {
          label: t('facts.order.given'),
          value: givenOn ? writtenDate(givenOn) : t('facts.order.given.not'),
        },
        ...line(t('facts.order.ends'), endsOn && writtenDate(endsOn)),
        ...line(
          t('facts.case.conditions'),
          conditionsOf(order, records)
            .map((condition) =>
              t('facts.order.condition', {
                words: condition.value.words,
                state: t(`conditions.state.${conditionState(condition, records)}`),
                date: writtenDate(condition.value.dueOn),
              }),
            )
            .join('\n'),
        ),
      ]}
    />
  );
}

/** The order that a form is about, and the case, next to the form. */
export function useOrderFacts({
  subject,
  records,
  named,
}: Pick<ExtraTask<'order'>, 'subject' | 'records' | 'named'>): Pick<Extra, 'facts'> {
  const order = orderOf(named, records);
  return {
    facts: (
      <>
        {order && <OrderFacts order={order} records={records} />}
        <CaseFacts subject={subject.id} records={records} />
      </>
    ),
  };
}

/** The order itself, or that of the condition or of the evidence that the form names. */
function orderOf(
  named: StoredRecord | undefined,
  records: readonly StoredRecord[],
): StoredRecord<'order'> | undefined {
  if (!named) return undefined;
  if (named.kind === 'order') return named as StoredRecord<'order'>;
  const { value } = named;
  const id =
    'orderId' in value ? value.orderId : 'conditionId' in value ? value.conditionId : undefined;
  const next = records.find((record) => record.id === id && record.id !== named.id);
  return orderOf(next, records);
}
