import { type StoredRecord, timeline, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';

/** One chronology: the day of each thing, not the day it was written down. */
export function TimelineTable({ records }: { records: readonly StoredRecord[] }) {
  const { lists } = useApp().services;
  return (
    <Table
      caption={t('subject.timeline.caption')}
      captionHidden
      empty={t('subject.timeline.none')}
      rows={timeline(records, lists)}
      keyOf={({ record, on, summary }) => `${record} ${on} ${summary}`}
      columns={[
        { key: 'on', heading: t('subject.timeline.date'), cell: ({ on }) => writtenDate(on) },
        { key: 'what', heading: t('subject.timeline.what'), cell: ({ summary }) => summary },
      ]}
    />
  );
}
