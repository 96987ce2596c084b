import {
  type CodeLists,
  type GoingKind,
  type GoingRecord,
  goingByKind,
  RECORD_LABELS,
  type RecordId,
  type StoredRecord,
  writtenDate,
  writtenInstant,
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
  const capturedAt = (id: RecordId) => {
    const capture = shown.find((each) => each.id === id);
    return capture && writtenInstant(capture.createdAt);
  };
  if (kinds.length === 0) return <p class="govuk-body">{t('destroy.goes.nothing')}</p>;
  return (
    <section aria-label={t('destroy.goes')}>
      <SummaryList
        rows={kinds.map((each) => ({
          label: labelOf(each),
          value: <Named {...each} capturedAt={capturedAt} />,
        }))}
      />
    </section>
  );
}

/** Kinds that come with a referral: whatever else goes is work done since, which an officer may not expect to lose. */
const OF_REFERRAL: ReadonlySet<string> = new Set([
  'subject',
  'referral',
  'referrer',
  'onlineIdentifier',
  'relatedPerson',
  'sourceCapture',
  'enquiry',
  'identification',
  'decision',
  'comparison',
]);

/** Names the work that goes too, such as a visit or an intelligence note; empty if there is none. */
export function workGoing({ ids, records }: GoingListProps, lists: CodeLists): string {
  const going = new Set(ids);
  const own = records.filter(({ id, kind }) => going.has(id) && !OF_REFERRAL.has(kind));
  return goingByKind(own, [], lists).map(labelOf).join(', ');
}

function labelOf({ kind, count }: GoingKind): string {
  const what = RECORD_LABELS[kind][count === 1 ? 'one' : 'many'];
  return t('destroy.goes.kind', { what, count });
}

interface NamedProps extends GoingKind {
  capturedAt: (id: RecordId) => string | undefined;
}

function Named({ kind, count, named, capturedAt }: NamedProps) {
  if (named.length === 0) return null;
  return (
    <ul class="govuk-list">
      {named.map((each) => (
        <li key={each.id} dir="auto">
          {inWords(each, kind === 'sourceCapture' ? capturedAt(each.id) : undefined)}
        </li>
      ))}
      {named.length < count && <li>{t('destroy.goes.more', { count: count - named.length })}</li>}
    </ul>
  );
}

function inWords({ on, isRecorded, words }: GoingRecord, at = writtenDate(on)): string {
  const date = isRecorded ? at : writtenDate(on);
  if (words === '') return isRecorded ? t('destroy.goes.recorded', { date }) : date;
  return t(isRecorded ? 'destroy.goes.recorded-words' : 'destroy.goes.words', { date, words });
}
