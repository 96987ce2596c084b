import {
  type GoingKind,
  type GoingRecord,
  goingByKind,
  RECORD_LABELS,
  type RecordId,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';

export interface GoingListProps {
  ids: readonly RecordId[];
  /** The records among them, and any other; one that was withdrawn has no content. */
  records: readonly (StoredRecord | Pick<StoredRecord, 'id' | 'kind'>)[];
}

/** The records that would be destroyed, by kind: each named by its day, its kind and its reference where they are few. */
export function GoingList({ ids, records }: GoingListProps) {
  const { lists } = useApp().services;
  const going = new Set(ids);
  const own = records.filter(({ id }) => going.has(id));
  const shown = own.filter((each): each is StoredRecord => 'value' in each);
  const kinds = goingByKind(own, shown, lists);
  if (kinds.length === 0) return <p class="govuk-body">{t('destroy.goes.nothing')}</p>;
  return (
    <section aria-label={t('destroy.goes')}>
      <SummaryList
        rows={kinds.map((each) => ({ label: labelOf(each), value: <Named {...each} /> }))}
      />
    </section>
  );
}

function labelOf({ kind, count }: GoingKind): string {
  const what = RECORD_LABELS[kind][count === 1 ? 'one' : 'many'];
  return t('destroy.goes.kind', { what, count });
}

function Named({ count, named }: GoingKind) {
  if (named.length === 0) return null;
  return (
    <ul class="govuk-list">
      {named.map((each) => (
        <li key={each.id} dir="auto">
          {inWords(each)}
        </li>
      ))}
      {named.length < count && <li>{t('destroy.goes.more', { count: count - named.length })}</li>}
    </ul>
  );
}

function inWords({ on, isRecorded, words }: GoingRecord): string {
  const date = writtenDate(on);
  if (words === '') return isRecorded ? t('destroy.goes.recorded', { date }) : date;
  return t(isRecorded ? 'destroy.goes.recorded-words' : 'destroy.goes.words', { date, words });
}
