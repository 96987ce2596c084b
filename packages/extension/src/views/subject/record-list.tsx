import { civilDay, fieldsOf, RECORD_LABELS, type StoredRecord } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { RecordDetails } from '../../components/record-details.js';
import { t } from '../../locales/late.js';
import { Portions } from './more-records.js';
import { ShowCopy } from './source-line.js';
import { SourceMark } from './source-mark.js';

export interface RecordListProps {
  records: readonly StoredRecord[];
  captures: readonly StoredRecord<'sourceCapture'>[];
  /** Adds a heading with the kind before each. */
  headed?: boolean;
  /** The heading of a record, in place of its kind. */
  heading?: (record: StoredRecord) => string;
  /** Content under a record. */
  after?: (record: StoredRecord) => ComponentChildren;
  /** Includes fields that the toolkit sets. */
  whole?: boolean;
}

/** Records one under the other, each value with its source. */
export function RecordList({ records, captures, headed, heading, after, whole }: RecordListProps) {
  const { lists } = useApp().services;
  if (records.length === 0) return <p class="govuk-body">{t('subject.none')}</p>;
  return (
    <Portions
      of={records}
      show={(record) => (
        <div key={record.id} class="cp-record">
          {headed && (
            <h2 class="govuk-heading-m">
              {heading ? heading(record) : RECORD_LABELS[record.kind].one}
            </h2>
          )}
          <RecordDetails
            kind={record.kind}
            value={record.value}
            lists={lists}
            on={civilDay(record.createdAt)}
            fold={whole ? undefined : ['narrative']}
            only={
              whole
                ? fieldsOf(record.kind)
                    .map(({ name }) => name)
                    .filter((name) => name !== 'id' && name !== 'snapshots')
                : undefined
            }
            mark={(field, item) => (
              <SourceMark
                record={record}
                field={field}
                item={item}
                captures={captures}
                about={markName(record, field, item)}
              />
            )}
          />
          {whole && <CaptureCopies record={record} />}
          {after?.(record)}
        </div>
      )}
    />
  );
}

/** The value that a mark is the source of: the kind and the field, with the place in a list. */
function markName({ kind }: StoredRecord, field: string, item?: number): string {
  const label = fieldsOf(kind).find(({ name }) => name === field)?.label ?? field;
  return item === undefined ? label : `${label} ${item + 1}`;
}

/** The stored copies of a capture’s page, to be opened. */
function CaptureCopies({ record }: { record: StoredRecord }) {
  if (!isCapture(record) || !record.value.snapshots) return null;
  const { system, snapshots } = record.value;
  const isWhole = snapshots.some(({ redacted }) => !redacted);
  return (
    <div class="govuk-body-s">
      {t('page-copy.title')}: {t(isWhole ? 'page-copy.all' : 'page-copy.only')}
      <ShowCopy capture={record} words={t('page-copy.show-page')} about={system} />
    </div>
  );
}

function isCapture(record: StoredRecord): record is StoredRecord & StoredRecord<'sourceCapture'> {
  return record.kind === 'sourceCapture';
}
