/** The places of words that are joined to no organisation yet, one after the other, with what they may mean. */

import {
  type OrganisationCandidate,
  organisationLikeness,
} from '../../match/organisation-likeness.js';
import { organisationWords } from '../../match/organisation-words.js';
import { aboutOfLink } from '../../record/about-link.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { linkState } from './link-state.js';
import { type WordPlace, wordPlaces } from './word-place.js';

/** Places that say the same, of which each is joined only if it is ticked. */
export interface WordsAlike {
  /** The words of the first place; the others may differ in capitals, small words or abbreviations. */
  readonly words: string;
  readonly places: readonly OpenPlace[];
}

export interface OpenPlace extends WordPlace {
  /** The words have changed since they were joined. */
  readonly isChanged?: true;
}

/**
 * The places of the records without a standing link.
 *
 * @param records - those with words, and no other; the records closed to the officer are not among them
 */
export function openPlaces(
  records: readonly StoredRecord[],
  links: readonly StoredRecord<'organisationLink'>[],
): readonly OpenPlace[] {
  const byPlace = new Map<string, StoredRecord<'organisationLink'>[]>();
  for (const link of links) {
    const key = keyOf(aboutOfLink(link.value)?.id, link.value.path);
    byPlace.set(key, [...(byPlace.get(key) ?? []), link]);
  }
  return records.flatMap((record) =>
    wordPlaces(record).flatMap((place): readonly OpenPlace[] => {
      const own = byPlace.get(keyOf(record.id, place.path)) ?? [];
      const states = own.map((link) => linkState(link, record));
      if (states.includes('stands')) return [];
      return [states.includes('words-changed') ? { ...place, isChanged: true } : place];
    }),
  );
}

/** Puts places of the same words together: the words that most places have come first. */
export function wordsToJoin(places: readonly OpenPlace[]): readonly WordsAlike[] {
  const alike = new Map<string, OpenPlace[]>();
  for (const place of places) {
    const key = organisationWords(place.words).join(' ') || place.words;
    const own = alike.get(key);
    if (own) own.push(place);
    else alike.set(key, [place]);
  }
  return [...alike.values()]
    .map((own) => ({ words: own[0]?.words ?? '', places: own }))
    .toSorted((one, other) =>
      one.places.length === other.places.length
        ? one.words.localeCompare(other.words, 'en-GB')
        : other.places.length - one.places.length,
    );
}

/** Organisations that each place of the words may mean, with the reasons that hold for it. */
export function candidatesFor(
  places: readonly WordPlace[],
  organisations: readonly StoredRecord<'organisation'>[],
): readonly OrganisationCandidate<StoredRecord<'organisation'>>[] {
  const likeness = organisationLikeness(organisations);
  const found = new Map<RecordId, OrganisationCandidate<StoredRecord<'organisation'>>>();
  for (const place of places)
    for (const candidate of likeness(place)) {
      const { id } = candidate.organisation;
      const before = found.get(id);
      if (!before || before.reasons.length < candidate.reasons.length) found.set(id, candidate);
    }
  return [...found.values()];
}

function keyOf(record: RecordId | undefined, path: string): string {
  return `${record} ${path}`;
}
