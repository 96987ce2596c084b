/** The people of a list who have all that is looked for, by anything held about them, with where. */
import { type RecordId, type SubjectRow, wordsOf } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import { useMemo } from 'preact/hooks';
import type { Unlogged } from '../use-unlogged.js';
import { useFound } from './use-found.js';
import { placesSaid } from './where-words.js';

export interface FoundPlaces {
  /** The places of each person found, beyond what their row shows anyway. */
  readonly places: ReadonlyMap<RecordId, readonly FoundPlace[]>;
  readonly hasMore: boolean;
  /** True until the answer to the words is there. */
  readonly isLooking: boolean;
  /** Present if the search failed. */
  readonly why?: string;
}

/** More than a screen of people: a list is read as a whole. */
const MOST = 200;
const NONE: FoundPlaces = { places: new Map(), hasMore: false, isLooking: false };

/** @param words - undefined for a list that is not searched by what is held */
export function useFoundPlaces(
  words: string | undefined,
  rows: readonly (Pick<SubjectRow, 'reference' | 'births'> & { readonly id: RecordId })[],
  unlogged: Pick<Unlogged, 'found'>,
): FoundPlaces {
  const { answers, why } = useFound(words === undefined ? [] : [words], rows, unlogged, MOST);
  const answer = words === undefined ? undefined : answers.get(words);
  const isLooking = words !== undefined && wordsOf(words).length > 0 && why === undefined;
  return useMemo(() => {
    if (!answer) return { ...NONE, isLooking, ...(why === undefined ? {} : { why }) };
    const byId = new Map(rows.map((row) => [row.id, row]));
    const places = new Map<RecordId, readonly FoundPlace[]>();
    // Nobody is in the list for a typing error while somebody has the words as they were typed.
    const how = answer.found.some((each) => each.how === 'whole') ? 'whole' : 'near';
    for (const each of answer.found)
      if (each.how === how) places.set(each.id, placesSaid(byId.get(each.id) ?? {}, each.places));
    return { places, hasMore: answer.hasMore, isLooking: false };
  }, [answer, rows, isLooking, why]);
}
