/** The people of a list in words, for paper and a file: what the list shows of them, without what is kept apart. */
import {
  codeLabel,
  type ListKnown,
  type PlainDate,
  referralOfRow,
  type SubjectRow,
  staysApart,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { eitherOf } from '../../act/either-of.js';
import { ageByDay, birthIn } from '../age-words.js';
import { dueWords } from '../today/when.js';

export const PEOPLE_COLUMNS = [
  'name',
  'born',
  'reference',
  'received',
  'status',
  'level',
  'contact',
  'next',
  'due',
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

export function peopleHeading(column: PeopleColumn): string {
  return column === 'status' ? t('subjects.status.column') : t(`subjects.${column}`);
}

/** Words of one person by column. Every day is written out, since nobody can ask a paper. */
export function peopleWords(
  row: SubjectRow,
  known: ListKnown,
): Readonly<Record<PeopleColumn, string>> {
  const { lists, today, dueAbout, levelsOf } = known;
  const none = t('common.not-recorded');
  const { reference, receivedOn, status } = referralOfRow(row, known);
  const written = (date: PlainDate): string =>
    t('subjects.born.cell', { date: writtenDate(date), age: ageByDay(date, today) });
  const born = birthIn(row, t('line.born.none'), written);
  const levels = levelsOf(row.id);
  // Empty if nothing may be said: that nothing is due would be wrong where a concern is.
  const due = dueAbout(row.id).find(({ kind }) => !staysApart(kind));
  return {
    name: row.name,
    born: row.births ? t('people.born', { born, dates: eitherOf(row.births.map(written)) }) : born,
    reference: reference ?? t('subjects.reference.none'),
    received: receivedOn ? writtenDate(receivedOn) : none,
    status: status ? codeLabel(lists, 'referral-status', status) : none,
    level: levels ? eitherOf(levels) || t('subjects.level.not-given') : t('subjects.level.none'),
    contact: row.lastContactOn ? writtenDate(row.lastContactOn) : t('subjects.contact.none'),
    next: due?.what ?? '',
    due: due ? dueWords(due, today) : '',
  };
}
