/** Answers of the keeper to some words, requested again as they change and as records do. */
import { wordsOf } from '@cyber-prevent/core';
import type { FindAnswer } from '@cyber-prevent/core/find';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { asIssue } from '../../act/as-issue.js';
import type { Unlogged } from '../use-unlogged.js';

export type FoundBy = ReadonlyMap<string, FindAnswer>;

export interface Found {
  /** The answers so far by their text: none for a text whose answer is not there yet. */
  readonly answers: FoundBy;
  /** Present if the search failed: whatever is not found by name or reference was not looked for. */
  readonly why?: string;
}

/** The rest of a longer text is not looked for. */
const MOST_LETTERS = 200;
const BETWEEN = '\n';
const NOTHING = { answers: new Map() as FoundBy, of: '' };

/**
 * @param wanted - texts that are looked for, each by itself
 * @param stamp - another value after records changed
 * @param unlogged - told of each answer: a refused search shows nobody
 * @param most - people in each answer; the keeper's own number by default
 */
export function useFound(
  wanted: readonly string[],
  stamp: unknown,
  unlogged: Pick<Unlogged, 'found'>,
  most?: number,
): Found {
  const { services } = useApp();
  const { found } = unlogged;
  const held = useSignal<Found & { readonly of: string }>(NOTHING);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const asked = [...new Set(wanted)].filter((words) => wordsOf(words).length > 0).join(BETWEEN);
  useLayoutEffect(() => {
    let isOver = false;
    const texts = asked === '' ? [] : asked.split(BETWEEN);
    const before = running.current;
    const ask = async (): Promise<FoundBy> => {
      // One search at a time: words typed over in the meantime are never looked for.
      await before;
      if (isOver) return NOTHING.answers;
      const answers = texts.map(async (words) => {
        const sought = words.slice(0, MOST_LETTERS);
        const isOnScreen = held.value.of === asked && held.value.answers.has(words);
        const answer = await services.ask('find', [sought, most, isOnScreen]);
        // Nobody sees it, so that the keeper logs nothing of it.
        if (isOver) services.ask('find-unshown', [sought]).catch(() => undefined);
        return [words, answer] as const;
      });
      return new Map(await Promise.all(answers));
    };
    const shows = (found: Found): void => {
      if (!isOver) held.value = { ...found, of: asked };
    };
    running.current = ask().then(
      (answers) => {
        if (texts.length > 0) found();
        shows({ answers });
      },
      (error: unknown) => {
        found(error);
        shows({ ...NOTHING, why: asIssue(error).message });
      },
    );
    return () => {
      isOver = true;
    };
  }, [services, asked, stamp, most, held, found]);
  const { answers, why, of } = held.value;
  return { answers, ...(why !== undefined && of === asked ? { why } : {}) };
}
