import { type TimelineEntry, writtenDate } from '@cyber-prevent/core';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';

/** One chronology: the day of each event, not of its entry, and its source. */
export function TimelineTable({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <Table
      caption={t('subject.timeline.caption')}
      captionHidden
      empty={t('chronology.none')}
      stacks
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { key: 'on', heading: t('subject.timeline.date'), cell: ({ on }) => writtenDate(on) },
        { key: 'what', heading: t('subject.timeline.what'), cell: ({ summary }) => summary },
        { key: 'source', heading: t('chronology.source'), cell: ({ source }) => source },
      ]}
    />
  );
}
