/**
 * Writes one log entry for each settled search, with the rows that were on screen; and one more if the list was
 * scrolled to others and came to rest. Rows never on screen are not named: nobody looked at them.
 */
import type { RecordId } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { SettledSearch } from '../../../components/list/list.js';
import { STILL_MS } from '../../../components/list/settled.js';
import { asIssue } from '../../act/as-issue.js';
import { placesNoted } from '../find/where-words.js';

/**
 * @param placesOf - the places that the row says words were found in
 * @param recordsOf - the records that a row is about; without it, that of its own id
 * @returns a function for the list to call when a search has settled
 */
export function useSearchNotes(
  onTrouble: (why: string) => void,
  placesOf: (id: RecordId) => readonly FoundPlace[] = () => [],
  recordsOf: (id: string) => readonly RecordId[] = itself,
): (search: SettledSearch) => void {
  const { services } = useApp();
  const open = useRef<{ readonly words: string; readonly noted: Set<string> } | undefined>(
    undefined,
  );
  const note = (shown: readonly string[]): void => {
    const search = open.current;
    if (!search) return;
    for (const id of shown) search.noted.add(id);
    const ids = shown.flatMap(recordsOf);
    const { records, fields } = placesNoted(ids.flatMap(placesOf));
    services.log
      .noteSearch({ words: search.words, shown: [...ids, ...records], fields })
      .catch((error: unknown) => onTrouble(asIssue(error).message));
  };
  const latest = useRef(note);
  latest.current = note;
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const scrolled = (): void => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        const more = rowsOnScreen().filter((id) => open.current && !open.current.noted.has(id));
        if (more.length > 0) latest.current(more);
      }, STILL_MS);
    };
    addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(rest);
      removeEventListener('scroll', scrolled);
    };
  }, []);
  return ({ query, ids }) => {
    const found = new Set(ids);
    open.current = { words: wordsOf(query), noted: new Set() };
    note(rowsOnScreen().filter((id) => found.has(id)));
  };
}

const itself = (id: string): readonly RecordId[] => [id as RecordId];

/** The typed text and the choices: another status is another search. */
function wordsOf({ text, facets }: SettledSearch['query']): string {
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
