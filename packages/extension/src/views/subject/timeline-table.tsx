import {
  inOrder,
  type ListFields,
  type TimelineEntry,
  withSort,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Details } from '../../components/details.js';
import type { ListColumn } from '../../components/list/list-column.js';
import { ListTable } from '../../components/list/list-table.js';
import { t } from '../../locales/late.js';
import { type FoldedRow, isFolded, type TimelineRow, timelineRows } from './timeline-rows.js';

const COLUMNS: readonly ListColumn<TimelineRow>[] = [
  {
    key: 'on',
    heading: t('subject.timeline.date'),
    cell: ({ on }) => writtenDate(on),
  },
  {
    key: 'what',
    heading: t('subject.timeline.what'),
    cell: (row) => (isFolded(row) ? <Folded row={row} /> : row.summary),
  },
  {
    key: 'source',
    heading: t('chronology.source'),
    cell: (row) =>
      isFolded(row) ? [...new Set(row.folded.map(({ source }) => source))].join('; ') : row.source,
  },
];

/** The pages read and details noted on one day: their number, and each once it is opened. */
function Folded({ row: { on, folded } }: { row: FoldedRow }) {
  const pages = folded.filter(({ kind }) => kind === 'sourceCapture').length;
  const read = t('picture.folded.pages', { count: pages });
  const noted = t('picture.folded.details', { count: folded.length - pages });
  const both = t('picture.folded.both', { pages: read, details: noted });
  return (
    <Details
      summary={pages === 0 ? noted : pages === folded.length ? read : both}
      about={writtenDate(on)}
    >
      <ul class="govuk-list govuk-list--bullet">
        {folded.map(({ id, summary, source }) => (
          <li key={id}>
            {summary}. <span class="cp-quiet">{source}.</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}

const FIELDS: ListFields<TimelineRow> = { on: { value: ({ on }) => on } };
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
  const folded = useMemo(() => timelineRows(entries), [entries]);
  const rows = useMemo(() => inOrder(folded, query.value, FIELDS), [folded, query.value]);
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
