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
import { type OwnerWords, ownerWords } from './use-owner-words.js';

export interface OpenWords {
  readonly words: readonly WordsAlike[];
  /** Words for the one whose record has the words of a place. */
  readonly ownerOf: OwnerWords;
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
    return {
      words: wordsToJoin(
        [...schools, ...others].filter(({ record }) => !only || only.includes(record)),
      ),
      ownerOf: ownerWords({ people: rows, referrers, incidents, advice, contacts }),
    };
  }, [news, links, referrers, incidents, advice, contacts, only]);
}
