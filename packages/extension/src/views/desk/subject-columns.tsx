/** Columns of the list of subjects: who it is, where the case is, and what is due next and when. */
import {
  areaOfList,
  codeLabel,
  type ListColumnKey,
  type ListKnown,
  organisationsNow,
  referralOfRow,
  type SubjectRow,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import type { ListColumn } from '../../components/list/list-column.js';
import { MatchedText } from '../../components/matched-text.js';
import { Tag, type TagProps } from '../../components/tag.js';
import { t } from '../../locales/late.js';
import { eitherOf } from '../act/either-of.js';
import { agesOf, birthIn } from './age-words.js';
import { DueCell } from './list/due-cell.js';
import { sectionWords, standingWords } from './list/offence-words.js';
import { briefDay } from './today/when.js';
import { urgencyWords } from './urgency-words.js';

const COLOURS: Readonly<Record<string, TagProps['colour']>> = {
  received: 'blue',
  accepted: 'green',
};

interface SubjectColumn extends ListColumn<SubjectRow> {
  readonly key: ListColumnKey<'subjects'>;
}

export function subjectColumns(known: ListKnown): readonly SubjectColumn[] {
  const { lists, today, dueAbout, levelsOf, officer } = known;
  const none = <Nothing words={t('common.not-recorded')} />;
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
          <MatchedText text={name} />
        </span>
      ),
      under: open(({ id }) => urgencyWords(dueAbout(id)[0], lists)),
    },
    {
      key: 'born',
      heading: t('subjects.born'),
      cell: open((row) => {
        const age = agesOf(row, today);
        if (age === undefined) return t('line.born.none.short');
        return t('subjects.born.cell', { date: birthIn(row, '', (day) => briefDay(day)), age });
      }),
    },
    {
      key: 'reference',
      heading: t('subjects.reference'),
      cell: open((row) => {
        const { reference } = referralOfRow(row, known);
        return reference ? <MatchedText text={reference} /> : t('subjects.reference.none');
      }),
    },
    {
      key: 'received',
      heading: t('subjects.received'),
      cell: open((row) => {
        const { receivedOn } = referralOfRow(row, known);
        return receivedOn ? briefDay(receivedOn, today) : none;
      }),
    },
    {
      key: 'status',
      heading: t('subjects.status.column'),
      cell: open((row) => {
        const { status } = referralOfRow(row, known);
        return status ? (
          <Tag colour={COLOURS[status] ?? 'grey'}>
            {codeLabel(lists, 'referral-status', status)}
          </Tag>
        ) : (
          none
        );
      }),
    },
    {
      key: 'level',
      heading: t('subjects.level'),
      cell: open(({ id }) => {
        const levels = levelsOf(id);
        if (!levels) return <Nothing words={t('subjects.level.none')} />;
        if (levels.length > 0) return eitherOf(levels);
        return <span title={t('subjects.level.not-given')}>{t('line.level.not-given.short')}</span>;
      }),
    },
    {
      key: 'contact',
      heading: t('subjects.contact'),
      cell: open(({ lastContactOn }) =>
        lastContactOn ? briefDay(lastContactOn, today) : t('subjects.contact.none'),
      ),
    },
    {
      key: 'next',
      heading: t('subjects.next'),
      cell: open(({ id }) => {
        const what = dueAbout(id)[0]?.what ?? t('subjects.next.none');
        return <span title={what}>{what}</span>;
      }),
    },
    {
      key: 'due',
      heading: t('subjects.due'),
      cell: open(({ id }) => <DueCell due={dueAbout(id)[0]} today={today} isBrief />),
    },
    {
      key: 'area',
      heading: t('subjects.area'),
      isExtra: true,
      cell: open((row) => {
        const { forceArea, outside } = areaOfList(row, today);
        if (outside) return codeLabel(lists, 'outside-area', outside);
        return forceArea ? codeLabel(lists, 'force', forceArea) : none;
      }),
    },
    {
      key: 'authority',
      heading: t('subjects.authority'),
      isExtra: true,
      cell: open((row) => {
        const { localAuthority } = areaOfList(row, today);
        return localAuthority ? codeLabel(lists, 'local-authority', localAuthority) : none;
      }),
    },
    {
      key: 'offence',
      heading: t('offence.list.section'),
      isExtra: true,
      cell: open(({ offences }) => sectionWords(offences, lists)),
    },
    {
      key: 'standing',
      heading: t('offence.list.standing'),
      isExtra: true,
      cell: open(({ offences }) => standingWords(offences, lists)),
    },
    {
      key: 'organisation',
      heading: t('organisation.column'),
      isExtra: true,
      cell: open((row) => {
        const words = organisationsNow(row, known).map((each) => each.words);
        return words.length > 0 ? <span dir="auto">{words.join('; ')}</span> : none;
      }),
    },
    {
      key: 'officer',
      heading: t('subjects.officer'),
      isExtra: true,
      cell: open(({ holder }) =>
        holder && holder.id !== officer ? (
          <span dir="auto">{holder.name}</span>
        ) : (
          t('subjects.officer.own')
        ),
      ),
    },
    {
      key: 'recorded',
      heading: t('subjects.recorded'),
      isExtra: true,
      cell: open(({ recordedOn }) => (recordedOn ? briefDay(recordedOn, today) : none)),
    },
  ];
}

/** A dash, so that what tells people apart keeps its room; its words are read out. */
function Nothing({ words }: { words: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="govuk-visually-hidden">{words}</span>
    </>
  );
}
