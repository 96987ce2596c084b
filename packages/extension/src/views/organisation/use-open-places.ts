/** The places of words that are joined to no organisation, of the records that the officer may see. */
import {
  type OpenPlace,
  openPlaces,
  type RecordId,
  type WordsAlike,
  wordsToJoin,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useRecords } from '../act/use-records.js';
import { useRows } from '../desk/list/use-rows.js';
import { subjectWords } from '../desk/subject-words.js';

export interface OpenWords {
  readonly words: readonly WordsAlike[];
  /** Words that tell the person of a place from others; undefined for a place of no person. */
  readonly whoOf: (record: RecordId) => string | undefined;
}

/**
 * @param only - the records whose words are offered; absent: all
 * @returns undefined until everything is read
 */
export function useOpenPlaces(only?: readonly RecordId[]): OpenWords | undefined {
  const news = useRows('subjects');
  const links = useRecords('organisationLink');
  const referrers = useRecords('referrer');
  const incidents = useRecords('incident');
  const advice = useRecords('advice');
  const contacts = useRecords('agencyContact');
  return useMemo(() => {
    if (!news || !links || !referrers || !incidents || !advice || !contacts) return undefined;
    const rows = 'rows' in news ? news.rows : [];
    // A list of people holds their schools; no record of a person is read for this.
    const schools = rows.flatMap(({ id, unjoined = [] }): readonly OpenPlace[] =>
      unjoined.map((place) => ({
        ...place,
        kind: 'subject',
        record: id,
        near: [],
        postcodes: [],
        emails: [],
      })),
    );
    const others = openPlaces([...referrers, ...incidents, ...advice, ...contacts], links);
    const names = subjectWords(rows);
    const subjects = new Map(contacts.map(({ id, value }) => [id, value.subjectId]));
    return {
      words: wordsToJoin(
        [...schools, ...others].filter(({ record }) => !only || only.includes(record)),
      ),
      whoOf: (record) => names.get(subjects.get(record) ?? record),
    };
  }, [news, links, referrers, incidents, advice, contacts, only]);
}
