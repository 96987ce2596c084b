/**
 * Date of birth and referral below every name in a list, so that two people of one name are told apart before either
 * is opened. In the list of people these are columns.
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
import { t } from '../../../locales/late.js';
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
  const news = useRows(isAbout ? 'subjects' : undefined);
  return useMemo(() => {
    const [first, ...others] = columns;
    if (!isAbout || !first) return columns;
    const people = new Map<RecordId | undefined, SubjectRow>(
      news && 'rows' in news ? news.rows.map((row) => [row.id, row]) : [],
    );
    const under = (row: ListRowOf[N]): string | undefined => {
      const person = 'subjectId' in row ? people.get(row.subjectId) : undefined;
      return person && whoWords(person, row);
    };
    return [{ ...first, under }, ...others];
  }, [isAbout, columns, news]);
}

/** “Born 14 March 2010, CC/2026/0417”: the referral that the row is of, or else the person's latest. */
function whoWords(person: SubjectRow, row: object): string {
  const { bornOn } = person;
  const born = bornOn ? t('line.born', { date: writtenDate(bornOn) }) : t('line.born.none');
  // A referral without a reference is named by its own day, not by another referral.
  const { reference, receivedOn } =
    'receivedOn' in row ? (row as Pick<SubjectRow, 'reference' | 'receivedOn'>) : person;
  return t('list.who', { born, referral: ownReference(row) ?? reference ?? day(receivedOn) });
}

function ownReference(row: object): string | undefined {
  if ('references' in row && Array.isArray(row.references)) return row.references[0];
  return 'reference' in row && typeof row.reference === 'string' ? row.reference : undefined;
}

function day(receivedOn: SubjectRow['receivedOn']): string {
  return receivedOn
    ? t('list.who.referred', { date: writtenDate(receivedOn) })
    : t('list.who.no-referral');
}
