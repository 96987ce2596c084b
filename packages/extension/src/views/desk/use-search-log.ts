/** Logs a search for a person here like any other: one entry once it has settled. No log, no view. */
import { type RecordId, wordsOf } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { BROWSER_TIMER, makeSettler, type Settler } from '../../components/list/settled.js';
import { placesNoted } from './find/where-words.js';
import type { Unlogged } from './use-unlogged.js';

/** A row on screen, with the places that it says words were found in. */
export interface ShownRow {
  readonly id: RecordId;
  readonly places?: readonly FoundPlace[];
}

interface Sought {
  readonly words: string;
  readonly rows: readonly ShownRow[];
}

/** True unless the answer to the same words came later, and shows what was not shown before. */
function showsNoMore(before: Sought, now: Sought): boolean {
  const shown = new Set(before.rows.flatMap(idsOf));
  return now.rows.flatMap(idsOf).every((id) => shown.has(id));
}

function idsOf({ id, places = [] }: ShownRow): readonly RecordId[] {
  return [id, ...places.map(({ record }) => record)];
}

export function useSearchLog(
  words: string,
  rows: readonly ShownRow[],
  { noteFailed }: Pick<Unlogged, 'noteFailed'>,
): Settler<Sought> {
  const { services } = useApp();
  const settler = useMemo(
    () =>
      makeSettler<Sought>(
        BROWSER_TIMER,
        (a, b) => a.words.trim() === b.words.trim() && showsNoMore(a, b),
        ({ words: typed, rows: shown }) => {
          // Words that match no subject may be the name of a screen: nobody was searched for or seen.
          if (shown.length === 0) return;
          const noted = placesNoted(shown.flatMap(({ places = [] }) => places));
          services.log
            .noteSearch({
              words: typed.trim(),
              shown: [...shown.map(({ id }) => id), ...noted.records],
              fields: noted.fields,
            })
            .catch(noteFailed);
        },
      ),
    [services, noteFailed],
  );
  useLayoutEffect(() => {
    const isSearch = wordsOf(words).length > 0;
    settler.search(isSearch ? { words, rows } : undefined);
  }, [settler, words, rows]);
  useLayoutEffect(() => () => settler.left(), [settler]);
  return settler;
}
