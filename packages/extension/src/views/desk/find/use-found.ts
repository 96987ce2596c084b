/** Answers of the keeper to some words, asked anew as they change and as records do. */
import { wordsOf } from '@cyber-prevent/core';
import type { FindAnswer } from '@cyber-prevent/core/find';
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

export type FoundBy = ReadonlyMap<string, FindAnswer>;

/** The rest of a longer text is not looked for. */
const MOST_LETTERS = 200;
const BETWEEN = '\n';
const NOTHING: FoundBy = new Map();

/**
 * @param wanted - texts that are looked for, each by itself
 * @param stamp - another value after records changed
 * @param most - people in each answer; the keeper's own number by default
 * @returns the answers so far by their text: none for a text whose answer is not there yet
 */
export function useFound(wanted: readonly string[], stamp: unknown, most?: number): FoundBy {
  const { services } = useApp();
  const held = useSignal(NOTHING);
  const asked = [...new Set(wanted)].filter((words) => wordsOf(words).length > 0).join(BETWEEN);
  useLayoutEffect(() => {
    let isOver = false;
    const texts = asked === '' ? [] : asked.split(BETWEEN);
    Promise.all(
      texts.map(async (words) => {
        const answer = await services.ask('find', [words.slice(0, MOST_LETTERS), most]);
        return [words, answer] as const;
      }),
    ).then(
      (answers) => {
        if (!isOver) held.value = new Map(answers);
      },
      // People are still found by name and reference.
      () => {
        if (!isOver) held.value = NOTHING;
      },
    );
    return () => {
      isOver = true;
    };
  }, [services, asked, stamp, most, held]);
  return held.value;
}
