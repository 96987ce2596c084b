/** Logs a search for a person here like any other: one entry once it has settled. No log, no view. */
import { type RecordId, wordsOf } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { BROWSER_TIMER, makeSettler, type Settler } from '../../components/list/settled.js';
import { asIssue } from '../act/as-issue.js';
import { placesNoted } from './find/where-words.js';

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

/** The reason why a search could not be logged. Until the box is empty again, nobody may be shown. */
export type Unlogged = Signal<string | undefined>;

/** The reason for {@link useSearchLog}, for a screen that has to know it before it has the rows. */
export function useUnlogged(): Unlogged {
  return useSignal<string | undefined>(undefined);
}

export function useSearchLog(
  words: string,
  rows: readonly ShownRow[],
  unlogged: Unlogged,
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
            .catch((error: unknown) => {
              unlogged.value = asIssue(error).message;
            });
        },
      ),
    [services, unlogged],
  );
  useLayoutEffect(() => {
    const isSearch = wordsOf(words).length > 0;
    if (!isSearch) unlogged.value = undefined;
    settler.search(isSearch ? { words, rows } : undefined);
  }, [settler, words, rows, unlogged]);
  useLayoutEffect(() => () => settler.left(), [settler]);
  return settler;
}
