import {
  inOrder,
  type ListFields,
  type TimelineEntry,
  withSort,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ListColumn } from '../../components/list/list-column.js';
import { ListTable } from '../../components/list/list-table.js';
import { t } from '../../locales/late.js';

const COLUMNS: readonly ListColumn<TimelineEntry>[] = [
  {
    key: 'on',
    heading: t('subject.timeline.date'),
    cell: ({ on }) => writtenDate(on),
  },
  { key: 'what', heading: t('subject.timeline.what'), cell: ({ summary }) => summary },
  { key: 'source', heading: t('chronology.source'), cell: ({ source }) => source },
];

const FIELDS: ListFields<TimelineEntry> = { on: { value: ({ on }) => on } };
const START = { text: '', facets: {}, sort: 'on', isDescending: false } as const;

interface TimelineTableProps {
  entries: readonly TimelineEntry[];
}

/**
 * One chronology: the day of each event, not of its entry, and its source. Somebody may have hundreds, so only rows
 * near the screen are rendered.
 */
export function TimelineTable({ entries }: TimelineTableProps) {
  const query = useSignal(START as ReturnType<typeof withSort>);
  const rows = useMemo(() => inOrder(entries, query.value, FIELDS), [entries, query.value]);
  if (rows.length === 0) return <p class="govuk-body">{t('chronology.none')}</p>;
  return (
    <ListTable
      caption={t('subject.timeline.caption')}
      columns={COLUMNS}
      fields={FIELDS}
      rows={rows}
      query={query.value}
      onSort={(key) => {
        query.value = withSort(query.value, key);
      }}
    />
  );
}
