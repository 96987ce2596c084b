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
import type { DiaryReferral } from '../../ports/diary-read.js';
import { agesOf } from './age-words.js';
import type { DueOfRecords } from './list/use-due.js';
import type { LevelOf } from './list/use-levels.js';
import { briefDay, howFar, nearnessOf } from './today/when.js';

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
  due: { dueOf, referrals },
  levels,
}: SubjectColumnsOptions): readonly ListColumn<SubjectRow>[] {
  const none = t('common.not-recorded');
  /** The referral of the row: the one that the next thing is about, or else the latest. All of a row is about it alone. */
  const referralOf = ({
    id,
    reference,
    receivedOn,
    status,
  }: SubjectRow): Partial<DiaryReferral> => {
    const entry = dueOf.get(id);
    const due = entry && referrals[entry.record];
    return (
      due ?? {
        ...(reference === undefined ? {} : { reference }),
        ...(receivedOn === undefined ? {} : { receivedOn }),
        ...(status === undefined ? {} : { status }),
      }
    );
  };
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
          ? t('subjects.born.several', {
              count: births.length,
              ages: agesOf({ births }, today) ?? '',
            })
          : bornOn
            ? t('subjects.born.cell', { date: briefDay(bornOn), age: ageOn(bornOn, today) })
            : none,
      ),
      sortBy: ({ bornOn }) => bornOn,
    },
    {
      key: 'reference',
      heading: t('subjects.reference'),
      cell: open((row) => referralOf(row).reference ?? t('subjects.reference.none')),
      sortBy: (row) => referralOf(row).reference,
    },
    {
      key: 'received',
      heading: t('subjects.received'),
      cell: open((row) => {
        const { receivedOn } = referralOf(row);
        return receivedOn ? briefDay(receivedOn, today) : none;
      }),
      sortBy: (row) => referralOf(row).receivedOn,
    },
    {
      key: 'status',
      heading: t('subjects.status.column'),
      cell: open((row) => {
        const { status } = referralOf(row);
        return status ? (
          <Tag colour={COLOURS[status] ?? 'grey'}>
            {codeLabel(lists, 'referral-status', status)}
          </Tag>
        ) : (
          none
        );
      }),
      sortBy: (row) => {
        const { status } = referralOf(row);
        return status && codeLabel(lists, 'referral-status', status);
      },
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
