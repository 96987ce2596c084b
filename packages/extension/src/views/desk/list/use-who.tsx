/**
 * Age, date of birth and referral below every name in a list, so that two people of one name are told apart before
 * either is opened. In the list of people these are columns, and a name has a line below it only if another row is alike.
 */
import {
  type ListName,
  type ListRowOf,
  type PlainDate,
  type RecordId,
  type SubjectRow,
  writtenDate,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { ListColumn } from '../../../components/list/list-column.js';
import { placesOfDay } from '../../../components/list/same-day.js';
import { twinsOf } from '../../../components/list/twins.js';
import { t } from '../../../locales/late.js';
import type { Place } from '../../../ports/diary-read.js';
import { agesOf, birthIn } from '../age-words.js';
import { apartLine, firstReferred, referredOn, toldApart } from '../told-apart.js';
import { useRows } from './use-rows.js';

/** The lists whose rows are each about somebody else's record. */
const ABOUT_SOMEBODY: {
  readonly [N in ListName]: 'subjectId' extends keyof ListRowOf[N] ? true : false;
} = {
  subjects: false,
  referrals: true,
  identified: true,
  refusals: false,
  enquiries: false,
  assessments: true,
  conditions: true,
  concerns: true,
  notes: true,
  advice: false,
  incidents: false,
  identifiers: true,
  organisations: false,
};

type Columns<Row> = readonly ListColumn<Row>[];

/** @returns the columns, the first with the words that tell the person apart */
export function useWho<N extends ListName>(
  list: N,
  columns: Columns<ListRowOf[N]>,
): Columns<ListRowOf[N]> {
  const isAbout = ABOUT_SOMEBODY[list];
  const isPeople = list === 'subjects';
  const today = useApp().services.today();
  const news = useRows(isAbout || isPeople ? 'subjects' : undefined);
  const referrals = useRows(list === 'referrals' ? 'referrals' : undefined);
  return useMemo(() => {
    const [first, ...others] = columns;
    if (!first || !(isAbout || isPeople)) return columns;
    const rows = news && 'rows' in news ? news.rows : [];
    const twins = twinsOf(rows);
    if (isPeople) {
      if (twins.size === 0) return columns;
      const below = (row: ListRowOf[N]): ComponentChildren => {
        const apart = apartLine(twins.get(row.id));
        const known = first.under?.(row);
        return apart && known ? [known, ' ', apart] : apart || known;
      };
      return [{ ...first, under: below }, ...others];
    }
    const people = new Map<RecordId | undefined, SubjectRow>(rows.map((row) => [row.id, row]));
    const places = placesOfDay(referrals && 'rows' in referrals ? referrals.rows : []);
    const wordsOf = (row: ListRowOf[N]): string | undefined => {
      const person = 'subjectId' in row ? people.get(row.subjectId) : undefined;
      if (!person) return undefined;
      const told = {
        ...twins.get(person.id),
        reference: referralWords(person, row, places.get(row.id)),
      };
      return toldApart(bornWords(person, today), told);
    };
    // The first column is not of a person there: what is said of one stands with their name.
    const named = list === 'identifiers' ? others.find(({ key }) => key === 'whose') : undefined;
    if (named) return columns.map((each) => (each === named ? withWords(named, wordsOf) : each));
    const under = (row: ListRowOf[N]): ComponentChildren => {
      const mark = first.under?.(row);
      const words = wordsOf(row);
      return mark && words ? [mark, ' ', words] : words || mark;
    };
    return [{ ...first, under }, ...others];
  }, [list, isAbout, isPeople, columns, news, referrals, today]);
}

function withWords<Row>(
  column: ListColumn<Row>,
  wordsOf: (row: Row) => string | undefined,
): ListColumn<Row> {
  return {
    ...column,
    cell: (row) => {
      const words = wordsOf(row);
      return (
        <>
          {column.cell(row)}
          {words && <span class="cp-list__under">{words}</span>}
        </>
      );
    },
  };
}

/** “16, born 14 March 2010”, “15 or 18, 2 dates of birth”. */
function bornWords(row: SubjectRow, today: PlainDate): string {
  const age = agesOf(row, today);
  if (age === undefined) return t('line.born.none');
  return row.births
    ? t('find.choice.and', { said: age, part: birthIn(row, '', writtenDate) })
    : birthIn(row, '', (day) => t('find.born', { age, date: writtenDate(day) }));
}

/**
 * “CC/2026/0417”: the referral that the row is of. Any other row has the reference of the person's latest referral, or
 * without one the day of the first, which stays the same.
 */
function referralWords(
  { reference, firstReceivedOn }: SubjectRow,
  row: object,
  place: Place | undefined,
): string {
  const own = ownReference(row);
  if (own !== undefined) return own;
  // A referral without a reference is named by its own day, not by another referral.
  if ('receivedOn' in row) {
    const { receivedOn } = row as Required<Pick<SubjectRow, 'receivedOn'>>;
    return referredOn(receivedOn, place);
  }
  return reference ?? firstReferred(firstReceivedOn) ?? t('list.who.no-referral');
}

function ownReference(row: object): string | undefined {
  if ('references' in row && Array.isArray(row.references)) return row.references[0];
  return 'reference' in row && typeof row.reference === 'string' ? row.reference : undefined;
}
