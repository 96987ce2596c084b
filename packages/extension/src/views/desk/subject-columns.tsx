/** Columns of the list of subjects: who it is, where the case is, and what is due next and when. */
import {
  ageOn,
  type CodeLists,
  codeLabel,
  type PlainDate,
  type SubjectRow,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import type { ListColumn } from '../../components/list/list-query.js';
import { Tag, type TagProps } from '../../components/tag.js';
import { t } from '../../locales/late.js';
import { ageWords } from './age-words.js';
import type { DueOfRecords } from './list/use-due.js';
import type { LevelOf } from './list/use-levels.js';
import { briefDay, howFar, nearnessOf } from './today/when.js';

/** “13 to 15”, as the line about the person says it. */
function agesOf(births: readonly PlainDate[], today: PlainDate): string {
  const ages = births.map((bornOn) => ageOn(bornOn, today)).toSorted((a, b) => a - b);
  return ageWords({ ages }) ?? '';
}

export interface SubjectColumnsOptions {
  readonly lists: CodeLists;
  readonly today: PlainDate;
  readonly due: DueOfRecords;
  readonly levels: LevelOf;
}

const COLOURS: Readonly<Record<string, TagProps['colour']>> = {
  received: 'blue',
  accepted: 'green',
};

export function subjectColumns({
  lists,
  today,
  due: { dueOf },
  levels,
}: SubjectColumnsOptions): readonly ListColumn<SubjectRow>[] {
  const none = t('common.not-recorded');
  /** A record that is closed to this officer has its name alone: not even that something is not known of it. */
  const open =
    (cell: (row: SubjectRow) => ComponentChildren) =>
    (row: SubjectRow): ComponentChildren =>
      row.isClosed ? undefined : cell(row);
  return [
    {
      key: 'name',
      heading: t('subjects.name'),
      cell: ({ name }) => (
        <span dir="auto" title={name}>
          {name}
        </span>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: 'born',
      heading: t('subjects.born'),
      cell: open(({ bornOn, births }) =>
        births
          ? t('subjects.born.several', { count: births.length, ages: agesOf(births, today) })
          : bornOn
            ? t('subjects.born.cell', { date: briefDay(bornOn), age: ageOn(bornOn, today) })
            : t('subjects.born.none'),
      ),
      sortBy: ({ bornOn }) => bornOn,
    },
    {
      key: 'reference',
      heading: t('subjects.reference'),
      cell: open(({ references }) => references[0] ?? none),
      sortBy: ({ references }) => references[0],
    },
    {
      key: 'received',
      heading: t('subjects.received'),
      cell: open(({ receivedOn }) => (receivedOn ? briefDay(receivedOn, today) : none)),
      sortBy: ({ receivedOn }) => receivedOn,
    },
    {
      key: 'status',
      heading: t('subjects.status.column'),
      cell: open(({ status }) =>
        status ? (
          <Tag colour={COLOURS[status] ?? 'grey'}>
            {codeLabel(lists, 'referral-status', status)}
          </Tag>
        ) : (
          none
        ),
      ),
      sortBy: ({ status }) => status && codeLabel(lists, 'referral-status', status),
    },
    {
      key: 'level',
      heading: t('subjects.level'),
      cell: open(({ id }) => levels(id) ?? t('subjects.level.none')),
      sortBy: ({ id }) => levels(id),
    },
    {
      key: 'contact',
      heading: t('subjects.contact'),
      cell: open(({ lastContactOn }) =>
        lastContactOn ? briefDay(lastContactOn, today) : t('subjects.contact.none'),
      ),
      sortBy: ({ lastContactOn }) => lastContactOn,
    },
    {
      key: 'next',
      heading: t('subjects.next'),
      cell: open(({ id }) => dueOf.get(id)?.what ?? t('subjects.next.none')),
      sortBy: ({ id }) => dueOf.get(id)?.what,
    },
    {
      key: 'due',
      heading: t('subjects.due'),
      cell: ({ id }) => {
        const entry = dueOf.get(id);
        return (
          entry && (
            <span class={`cp-when cp-when--${nearnessOf(entry, today)}`}>
              {howFar(entry, today)}
            </span>
          )
        );
      },
      sortBy: ({ id }) => {
        const entry = dueOf.get(id);
        return entry && (entry.by ?? today);
      },
    },
  ];
}
