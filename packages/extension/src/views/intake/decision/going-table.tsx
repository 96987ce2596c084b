import {
  RECORD_LABELS,
  type RecordId,
  type RecordKind,
  type StoredRecord,
} from '@cyber-prevent/core';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';

interface Counted {
  readonly kind: RecordKind;
  readonly count: number;
}

/** The records that would be destroyed, counted by kind. */
export function GoingTable({ counts }: { counts: readonly Counted[] }) {
  return (
    <Table
      caption={t('destroy.goes')}
      columns={[
        {
          key: 'what',
          heading: t('destroy.goes'),
          cell: ({ kind, count }) => RECORD_LABELS[kind][count === 1 ? 'one' : 'many'],
        },
        {
          key: 'count',
          heading: t('destroy.goes.count'),
          cell: ({ count }) => String(count),
          numeric: true,
        },
      ]}
      captionHidden
      rows={counts}
      keyOf={({ kind }) => kind}
      empty={t('destroy.goes.nothing')}
    />
  );
}

/** Counts the records that go, in the order in which they are known. */
export function countsOf(
  going: readonly RecordId[],
  records: readonly Pick<StoredRecord, 'id' | 'kind'>[],
): readonly Counted[] {
  const counts = new Map<RecordKind, number>();
  for (const { id, kind } of records)
    if (going.includes(id)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
