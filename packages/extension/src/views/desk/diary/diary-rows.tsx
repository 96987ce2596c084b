/** The entries of the diary as a list: one line each, the person first. Opening one starts what it asks for. */
import {
  type CodeLists,
  type DiaryEntry,
  type DiaryRow,
  DUE_ACTS,
  diaryFields,
  type RecordId,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { List } from '../../../components/list/list.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { agesOf } from '../age-words.js';
import { DueCell } from '../list/due-cell.js';
import { dueFacet } from '../list/facet-words.js';
import { useHeldColumns } from '../list/held-columns.js';
import { lastQuery } from '../list/last-query.js';
import { SavedViews } from '../list/saved-views.js';
import { useSavedViews } from '../list/use-saved-views.js';
import { searchedWords, useSearchNotes } from '../list/use-search-notes.js';
import { ViewTabs } from '../list/view-tabs.js';
import { RiskMark } from '../risk-words.js';
import { routeOfAct } from '../today/act-route.js';
import { shortDay, writtenDay } from '../today/when.js';
import { apartWords, beginsWords, nameOf, referenceOf } from '../today/who-is.js';
import { urgencyWords } from '../urgency-words.js';
import { useUnlogged } from '../use-unlogged.js';
import { CalendarFile } from './calendar-file.js';

const LIST = 'diary';
const START = { text: '', facets: {}, sort: 'due', isDescending: false };

export interface DiaryRowsProps {
  entries: readonly DiaryEntry[];
  diary: DiaryRead;
}

export function DiaryRows({ entries, diary }: DiaryRowsProps) {
  const { router, session, services } = useApp();
  const { lists } = services;
  const { today } = diary;
  const query = useMemo(() => lastQuery(session, LIST, START), [session]);
  const choice = useHeldColumns(LIST);
  const saved = useSavedViews(LIST);
  const unlogged = useUnlogged(searchedWords(query.value));
  const rows = useMemo(
    () => entries.map((entry) => rowOf(entry, diary, lists)),
    [entries, diary, lists],
  );
  const terms = useMemo(() => diaryTerms(diary, lists), [diary, lists]);
  const records = useMemo(
    () => new Map(entries.map(({ id, record, about }) => [id, [about ?? record]])),
    [entries],
  );
  const note = useSearchNotes(unlogged, undefined, (id) => records.get(id) ?? []);
  return (
    <div class="cp-diary__list">
      <ViewTabs
        views={saved.views}
        query={query}
        start={START}
        rows={rows}
        fields={terms.fields}
        text={terms.text}
        isUncounted={neverUncounted}
      />
      <List
        {...terms}
        caption={t('diary.caption')}
        find={t('diary.find')}
        rows={rows}
        query={query}
        choice={choice}
        counted={(count) => t('diary.shown', { count })}
        empty={<p class="govuk-body">{t('diary.none')}</p>}
        instead={unlogged.why && t('find.not-logged', { why: unlogged.why })}
        first={isInDanger}
        onOpen={({ entry }) => router.go(routeOfAct(entry))}
        onSettled={note}
        foot={(found) => <CalendarFile entries={found.map(({ entry }) => entry)} today={today} />}
      >
        <SavedViews saved={saved} query={query} start={START} />
      </List>
    </div>
  );
}

/** All of a diary is read at once. */
const neverUncounted = (): boolean => false;

const isInDanger = ({ entry }: DiaryRow): boolean => entry.inDanger === true;

function rowOf(entry: DiaryEntry, diary: DiaryRead, lists: CodeLists): DiaryRow {
  const name = nameOf(entry, diary);
  const begins = beginsWords(entry, diary, lists);
  const reference = referenceOf(entry, diary);
  return {
    id: entry.id,
    entry,
    ...(name === undefined ? {} : { name }),
    ...(reference === undefined ? {} : { reference }),
    ...(begins === undefined ? {} : { begins }),
  };
}

function diaryTerms(diary: DiaryRead, lists: CodeLists): ListTerms<DiaryRow> {
  const { today, people } = diary;
  const pressing = new Map<RecordId | undefined, DiaryEntry>();
  for (const each of diary.entries)
    if ((each.inDanger || each.isUrgent) && !pressing.has(each.about))
      pressing.set(each.about, each);
  /** Danger to the person that another entry is about; in the entry itself the act says it. */
  const dangerOf = ({ entry: { about, riskNow } }: DiaryRow) =>
    about !== undefined && people[about] && riskNow === undefined
      ? urgencyWords(pressing.get(about), lists)
      : undefined;
  const ageOf = ({ entry: { about } }: DiaryRow) => {
    const person = about && people[about];
    return person && (agesOf(person, today) ?? t('line.age.none'));
  };
  /** The reference that tells the entry from others, below its link. */
  const apart = ({ entry, begins, reference }: DiaryRow) =>
    begins ?? apartWords(entry, diary) ?? reference;
  return {
    text: (row) => [row.name, row.reference, apart(row), row.entry.what].filter(Boolean).join(' '),
    fields: diaryFields(today),
    facets: [
      {
        key: 'what',
        label: t('list.work'),
        words: (code) =>
          Object.hasOwn(DUE_ACTS, code) ? DUE_ACTS[code as keyof typeof DUE_ACTS] : code,
      },
      dueFacet(),
    ],
    columns: [
      {
        key: 'who',
        heading: t('diary.who'),
        cell: ({ name, entry }) => {
          const apart = apartWords(entry, diary);
          return (
            <>
              <span dir="auto">{name ?? t('today.nobody')}</span>
              <span class="govuk-visually-hidden">
                {apart && `, ${apart}`}: {entry.what}
              </span>
            </>
          );
        },
        under: (row) => {
          const danger = dangerOf(row);
          const isTold = row.begins !== undefined || apartWords(row.entry, diary) !== undefined;
          const words = [isTold ? undefined : ageOf(row), apart(row)].filter(Boolean).join(', ');
          if (!danger) return words && <bdi>{words}</bdi>;
          return (
            <>
              {danger} <bdi>{words}</bdi>
            </>
          );
        },
      },
      {
        key: 'what',
        heading: t('diary.what'),
        cell: ({ entry }) => (
          <>
            {entry.what}
            {entry.riskNow !== undefined && (
              <span class="cp-list__under">
                <RiskMark riskNow={entry.riskNow} lists={lists} isNamed />
              </span>
            )}
          </>
        ),
      },
      {
        key: 'due',
        heading: t('diary.due'),
        cell: ({ entry }) => <DueCell due={entry} today={today} />,
      },
      {
        key: 'when',
        heading: t('diary.when'),
        cell: ({ entry: { by } }) =>
          by === undefined ? (
            t('today.no-day')
          ) : (
            <span title={writtenDay(by)}>{shortDay(by, today)}</span>
          ),
      },
      { key: 'why', heading: t('diary.why'), cell: ({ entry }) => entry.why },
      {
        key: 'reference',
        heading: t('subjects.reference'),
        isExtra: true,
        cell: ({ reference }) => reference ?? t('subjects.reference.none'),
      },
    ],
  };
}
