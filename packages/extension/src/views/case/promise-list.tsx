import { codeLabel, type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';

export interface PromiseListProps {
  promises: readonly StoredRecord<'promise'>[];
  on: 'enquiry' | 'referral' | 'subject';
  record: RecordId;
}

/** Promises on a record, the open ones first. Each can be settled from here, and a new one made. */
export function PromiseList({ promises, on, record }: PromiseListProps) {
  const { services, router } = useApp();
  const rows = promises.toSorted(
    (a, b) =>
      Number(a.value.settled !== undefined) - Number(b.value.settled !== undefined) ||
      (a.value.dueOn < b.value.dueOn ? -1 : 1),
  );
  return (
    <>
      <Table
        caption={t('promises.caption')}
        captionHidden
        empty={t('promises.none')}
        rows={rows}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'what',
            heading: t('promises.what'),
            cell: ({ value: { kind, to, madeOn } }) =>
              t('promises.to', {
                what: codeLabel(services.lists, 'promise-kind', kind, madeOn),
                whom: codeLabel(services.lists, 'promise-to', to, madeOn).toLowerCase(),
              }),
          },
          {
            key: 'by',
            heading: t('promises.by'),
            cell: ({ value }) => writtenDate(value.dueOn),
          },
          {
            key: 'state',
            heading: t('promises.state'),
            cell: ({ id, value: { settled, settledOn, whyNotKept } }) =>
              settled === undefined ? (
                <Button
                  kind="link"
                  onPress={() => router.go({ name: 'promise', on, record, promise: id })}
                >
                  {t('promises.settle')}
                </Button>
              ) : settled === 'kept' ? (
                t('promises.kept', { date: settledOn ? writtenDate(settledOn) : '' })
              ) : (
                t('promises.not-kept', { why: whyNotKept ?? '' })
              ),
          },
        ]}
      />
      <Button kind="secondary" onPress={() => router.go({ name: 'promise', on, record })}>
        {t('promises.make')}
      </Button>
    </>
  );
}
