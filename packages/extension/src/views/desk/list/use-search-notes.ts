/**
 * Writes one log entry for each settled search, with the rows that were on screen; and one more if the list was
 * scrolled to others and came to rest, or an answer came late. Rows never on screen are not named: nobody looked at them.
 */
import type { RecordId } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { SettledSearch } from '../../../components/list/list.js';
import { STILL_MS } from '../../../components/list/settled.js';
import { placesNoted } from '../find/where-words.js';
import type { Unlogged } from '../use-unlogged.js';

/** The search that was logged last. */
interface Open {
  readonly text: string;
  readonly words: string;
  /** Ids of the rows, and of the records that words were shown of. */
  readonly noted: Set<string>;
}

/**
 * @param placesOf - the places that the row says words were found in
 * @param recordsOf - the records that a row is about; without it, that of its own id
 * @param answer - what was found for which text: it may come after the search has settled
 * @returns a function for the list to call when a search has settled
 */
export function useSearchNotes(
  { noteFailed }: Pick<Unlogged, 'noteFailed'>,
  placesOf: (id: RecordId) => readonly FoundPlace[] = () => [],
  recordsOf: (id: string) => readonly RecordId[] = itself,
  answer?: { readonly text: string; readonly places: unknown },
): (search: SettledSearch) => void {
  const { services } = useApp();
  const open = useRef<Open | undefined>(undefined);
  const note = (shown: readonly string[]): void => {
    const search = open.current;
    if (!search) return;
    const ids = shown.flatMap(recordsOf);
    const { records, fields } = placesNoted(ids.flatMap(placesOf));
    for (const id of [...shown, ...records]) search.noted.add(id);
    services.log
      .noteSearch({ words: search.words, shown: [...ids, ...records], fields })
      .catch(noteFailed);
  };
  const noteMore = (): void => {
    const { noted } = open.current ?? {};
    if (!noted) return;
    const isNew = (id: string) =>
      !noted.has(id) ||
      recordsOf(id)
        .flatMap(placesOf)
        .some(({ record }) => !noted.has(record));
    const more = rowsOnScreen().filter(isNew);
    if (more.length > 0) note(more);
  };
  const latest = useRef(noteMore);
  latest.current = noteMore;
  useEffect(() => {
    if (answer && open.current?.text === answer.text.trim()) latest.current();
  }, [answer?.places]);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const scrolled = (): void => {
      clearTimeout(rest);
      rest = setTimeout(() => latest.current(), STILL_MS);
    };
    addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(rest);
      removeEventListener('scroll', scrolled);
    };
  }, []);
  return ({ query, ids }) => {
    const found = new Set(ids);
    open.current = { text: query.text.trim(), words: searchedWords(query), noted: new Set() };
    note(rowsOnScreen().filter((id) => found.has(id)));
  };
}

const itself = (id: string): readonly RecordId[] => [id as RecordId];

/** The typed text and the choices: another status is another search. */
export function searchedWords({ text, facets }: SettledSearch['query']): string {
  const chosen = Object.entries(facets).filter(([, codes]) => codes.length > 0);
  return [text, ...chosen.map(([key, codes]) => `${key}: ${codes.toSorted().join(', ')}`).sort()]
    .join('\n')
    .trim();
}

/** Ids of the rows that can be seen now. */
function rowsOnScreen(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('tr[data-row]')]
    .filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom >= 0 && top <= innerHeight;
    })
    .flatMap(({ dataset }) => dataset.row ?? []);
}
