/**
 * The diary on a screen: read when it is shown, after each save anywhere, after a change of the policy or the packs, on
 * return to the page, and on each new day.
 */
import type { PlainDate } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { asIssue } from '../../act/as-issue.js';
import { onPolicyChange } from '../../act/policy/follow-policy.js';

export type DiaryOnScreen =
  | { readonly name: 'reading' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'shown'; readonly diary: DiaryRead };

/** Waits, because saves come in runs. */
const AFTER_SAVE_MS = 100;
const DAY_CHECK_MS = 60_000;

/**
 * @param to - the last day to show
 * @returns the state to show, and a function that reads again
 */
export function useDiary(to: PlainDate): {
  readonly shown: ReadonlySignal<DiaryOnScreen>;
  readonly again: () => void;
} {
  const { services } = useApp();
  const shown = useSignal<DiaryOnScreen>({ name: 'reading' });
  const asked = useSignal(0);
  const turn = asked.value;
  useEffect(() => {
    let isGone = false;
    let latest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      latest += 1;
      const own = latest;
      const next = await services.ask('diary', [to]).then(
        (diary): DiaryOnScreen => ({ name: 'shown', diary }),
        (error: unknown): DiaryOnScreen => ({ name: 'failed', why: asIssue(error).message }),
      );
      if (!isGone && own === latest) shown.value = next;
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), AFTER_SAVE_MS);
    };
    void read();
    const unhear = services.store.subscribe(soon);
    const unfollow = onPolicyChange(services, soon);
    const days = setInterval(() => {
      const { value } = shown;
      if (value.name === 'shown' && value.diary.today !== services.today()) soon();
    }, DAY_CHECK_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
      clearInterval(days);
      unhear();
      unfollow();
    };
  }, [services, shown, to, turn]);
  return {
    shown,
    again: () => {
      asked.value += 1;
    },
  };
}
