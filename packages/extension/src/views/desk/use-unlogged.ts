/** The reason why nobody may be shown for a search here: no log, no view. Known at once where the keeper refuses. */
import { wordsOf } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { SEARCH_NOT_LOGGED } from '../../ports/log-service.js';
import { asIssue } from '../act/as-issue.js';

export interface Unlogged {
  /** Present while there is something to search for, and nobody may be shown for it. */
  readonly why: string | undefined;
  /** Takes the error of a search that could not be logged. Until the box is empty again, nobody may be shown. */
  readonly noteFailed: (error: unknown) => void;
  /** Takes what became of a search of the keeper: the error if there was one. Only a refusal counts. */
  readonly found: (error?: unknown) => void;
}

/** @param words - everything that is searched for; empty if nothing is */
export function useUnlogged(words: string): Unlogged {
  const { services } = useApp();
  const [note, ready, answer] = [useReason(), useReason(), useReason()];
  const isSearch = wordsOf(words).length > 0;
  useLayoutEffect(() => {
    if (!isSearch) note.value = undefined;
  }, [isSearch, note]);
  // Asked before anything is typed too, so that the first letter already shows nobody.
  useLayoutEffect(() => {
    services.ask('search-ready', []).then(
      () => {
        ready.value = undefined;
      },
      (error: unknown) => {
        ready.value = asIssue(error).message;
      },
    );
  }, [services, words, ready]);
  const takes = useMemo(
    () => ({
      noteFailed(error: unknown): void {
        note.value = asIssue(error).message;
      },
      found(error?: unknown): void {
        const issue = error === undefined ? undefined : asIssue(error);
        answer.value = issue?.code === SEARCH_NOT_LOGGED ? issue.message : undefined;
      },
    }),
    [note, answer],
  );
  const why = note.value ?? ready.value ?? answer.value;
  return { ...takes, why: isSearch ? why : undefined };
}

const useReason = () => useSignal<string | undefined>(undefined);
