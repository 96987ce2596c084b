/**
 * Date of birth and referral below every name in a list, so that two people of one name are told apart before either
 * is opened. In the list of people these are columns, and a name has a line below it only if another row is alike.
 */
import {
  type ListName,
  type ListRowOf,
  type RecordId,
  type SubjectRow,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import type { ListColumn } from '../../../components/list/list-query.js';
import { type Twin, twinsOf } from '../../../components/list/twins.js';
import { t } from '../../../locales/late.js';
import { withTwin } from '../with-twin.js';
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
  advice: false,
  incidents: false,
};

type Columns<Row> = readonly ListColumn<Row>[];

/** @returns the columns, the first with the words that tell the person apart */
export function useWho<N extends ListName>(
  list: N,
  columns: Columns<ListRowOf[N]>,
): Columns<ListRowOf[N]> {
  const isAbout = ABOUT_SOMEBODY[list];
  const isPeople = list === 'subjects';
  const news = useRows(isAbout || isPeople ? 'subjects' : undefined);
  return useMemo(() => {
    const [first, ...others] = columns;
    if (!first || !(isAbout || isPeople)) return columns;
    const rows = news && 'rows' in news ? news.rows : [];
    const twins = twinsOf(rows);
    if (isPeople) {
      if (twins.size === 0) return columns;
      const below = ({ id }: ListRowOf[N]) => twinWords(twins.get(id));
      return [{ ...first, under: below }, ...others];
    }
    const people = new Map<RecordId | undefined, SubjectRow>(rows.map((row) => [row.id, row]));
    const under = (row: ListRowOf[N]): string | undefined => {
      const person = 'subjectId' in row ? people.get(row.subjectId) : undefined;
      return person && withTwin(whoWords(person, row), twins.get(person.id));
    };
    return [{ ...first, under }, ...others];
  }, [isAbout, isPeople, columns, news]);
}

/** “First referred 2 November 2026, recorded on 3 November 2026”. */
function twinWords({ firstReceivedOn, recordedOn, ...twin }: Twin = {}): string | undefined {
  if (firstReceivedOn)
    return withTwin(t('list.twin.referred', { date: writtenDate(firstReceivedOn) }), {
      ...twin,
      ...(recordedOn && { recordedOn }),
    });
  return recordedOn && withTwin(t('list.twin', { date: writtenDate(recordedOn) }), twin);
}

/**
 * “Born 14 March 2010, CC/2026/0417”: the referral that the row is of. Any other row has the reference of the person's
 * latest referral, or without one the day of the first, which stays the same.
 */
function whoWords(person: SubjectRow, row: object): string {
  const { bornOn } = person;
  const born = bornOn ? t('line.born', { date: writtenDate(bornOn) }) : t('line.born.none');
  return t('list.who', { born, referral: ownReference(row) ?? referralWords(person, row) });
}

function referralWords({ reference, firstReceivedOn }: SubjectRow, row: object): string {
  // A referral without a reference is named by its own day, not by another referral.
  if ('receivedOn' in row) {
    const date = writtenDate((row as Required<Pick<SubjectRow, 'receivedOn'>>).receivedOn);
    return t('list.who.referred', { date });
  }
  if (reference !== undefined) return reference;
  return firstReceivedOn
    ? t('find.choice.first', { date: writtenDate(firstReceivedOn) })
    : t('list.who.no-referral');
}

function ownReference(row: object): string | undefined {
  if ('references' in row && Array.isArray(row.references)) return row.references[0];
  return 'reference' in row && typeof row.reference === 'string' ? row.reference : undefined;
}
