/** The saved views of a list as they were stored last, in whichever window. */
import { failed, type Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { asIssue } from '../../act/as-issue.js';
import { changeViews, heldViews, type SavedView, viewsKey } from './held-views.js';

type Views = readonly SavedView[];

export interface SavedViewsRead {
  readonly views: Views;
  /** Changes the stored views. @returns the errors, if they are not kept */
  change(to: (views: Views) => Result<Views>): Promise<Result<Views>>;
}

export function useSavedViews(list: string): SavedViewsRead {
  const { work } = useApp().services;
  const views = useSignal<Views>([]);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      // The list matters more than its views: if they cannot be read, it is shown without them.
      const held = await heldViews(work, list).catch(() => undefined);
      if (!gone && held) views.value = held.views;
    };
    void load();
    const stop = work.subscribe((key) => {
      if (key === viewsKey(list)) void load();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [work, list, views]);
  return {
    views: views.value,
    async change(to) {
      const kept = await changeViews(work, list, to).catch((error: unknown) =>
        failed(asIssue(error)),
      );
      if (kept.ok) views.value = kept.value;
      return kept;
    },
  };
}
