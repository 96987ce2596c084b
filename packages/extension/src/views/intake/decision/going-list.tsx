import {
  type CodeLists,
  type GoingKind,
  type GoingRecord,
  goingByKind,
  RECORD_LABELS,
  type RecordId,
  type RecordKind,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { type ComponentChildren, Fragment } from 'preact';
import { useId } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import { keptBecause } from './kept-because.js';

export interface GoingListProps {
  ids: readonly RecordId[];
  /**
   * The records among them; and, where only a part goes, those of the person that stay. One that was withdrawn has no
   * content.
   */
  records: readonly HeldRecord[];
  /** True if something prevents it: the headings then say “would”. */
  isStopped?: boolean | undefined;
  /** Further text on what stays. */
  children?: ComponentChildren;
}

type HeldRecord = StoredRecord | Pick<StoredRecord, 'id' | 'kind'>;

/** The records that would be destroyed, and those that stay with why: each named by its day, kind and reference. */
export function GoingList({ ids, records, isStopped, children }: GoingListProps) {
  const going = new Set(ids);
  const held = onceEach(records);
  const goes = held.filter(({ id }) => going.has(id));
  const stays = keptBecause(held.filter(hasContent).filter(({ id }) => !going.has(id)));
  return (
    <>
      <Part title={t(isStopped ? 'destroy.goes.stopped' : 'destroy.goes')}>
        {goes.length === 0 ? (
          <p class="govuk-body">{t('destroy.goes.nothing')}</p>
        ) : (
          <Kinds records={goes} />
        )}
      </Part>
      {(stays.length > 0 || children) && (
        <Part title={t(isStopped ? 'destroy.keeps.stopped' : 'destroy.keeps')}>
          {stays.map(({ why, records: kept }) => (
            <Fragment key={why}>
              <p class="govuk-body">{why}</p>
              <Kinds records={kept} />
            </Fragment>
          ))}
          {stays.some(({ records: kept }) => kept.some(isCapture)) && (
            <p class="govuk-body">{t('destroy.keeps.captures')}</p>
          )}
          {children}
        </Part>
      )}
    </>
  );
}

const isCapture = ({ kind }: StoredRecord): boolean => kind === 'sourceCapture';

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="govuk-heading-s">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Kinds({ records }: { records: readonly HeldRecord[] }) {
  const { lists } = useApp().services;
  return (
    <SummaryList
      rows={goingByKind(records, records.filter(hasContent), lists).map((each) => ({
        label: labelOf(each),
        value: <Named {...each} />,
      }))}
    />
  );
}

/** A capture is among the records of the person, and again among those that only the store knows to go. */
function onceEach(records: readonly HeldRecord[]): readonly HeldRecord[] {
  const byId = new Map<RecordId, HeldRecord>();
  for (const each of records) if (hasContent(each) || !byId.has(each.id)) byId.set(each.id, each);
  return [...byId.values()];
}

export function hasContent(record: HeldRecord): record is StoredRecord {
  return 'value' in record;
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
export function workGoing(
  { ids, records }: Pick<GoingListProps, 'ids' | 'records'>,
  lists: CodeLists,
): string {
  const going = new Set(ids);
  const own = onceEach(records).filter(({ id, kind }) => going.has(id) && !OF_REFERRAL.has(kind));
  return goingByKind(own, [], lists).map(labelOf).join(', ');
}

function labelOf({ kind, count }: GoingKind): string {
  const what = RECORD_LABELS[kind][count === 1 ? 'one' : 'many'];
  return t('destroy.goes.kind', { what, count });
}

function Named({ kind, count, named }: GoingKind) {
  if (named.length === 0) return null;
  return (
    <ul class="govuk-list">
      {named.map((each) => (
        <li key={each.id} dir="auto">
          {inWords(each, kind)}
        </li>
      ))}
      {named.length < count && <li>{t('destroy.goes.more', { count: count - named.length })}</li>}
    </ul>
  );
}

/** A capture says itself when it was made. */
function inWords({ on, isRecorded, words }: GoingRecord, kind: RecordKind): string {
  if (kind === 'sourceCapture') return words;
  const date = writtenDate(on);
  if (words === '') return isRecorded ? t('destroy.goes.recorded', { date }) : date;
  return t(isRecorded ? 'destroy.goes.recorded-words' : 'destroy.goes.words', { date, words });
}
