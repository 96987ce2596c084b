/** One long task at a time: its progress, its error, and a way to stop it. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../locales/late.js';
import type { Watched } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';

export interface LongWork {
  readonly busy: ReadonlySignal<boolean>;
  /** In words; empty while nothing runs. */
  readonly progress: ReadonlySignal<string>;
  readonly problem: ReadonlySignal<string | undefined>;
  /** @returns the result; undefined if it failed or was stopped: `problem` says so */
  run<T>(work: (watched: Watched) => Promise<T>): Promise<T | undefined>;
  stop(): void;
}

export function useLongWork(): LongWork {
  const busy = useSignal(false);
  const progress = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  return {
    busy,
    progress,
    problem,
    async run(work) {
      if (busy.value) return undefined;
      const controller = new AbortController();
      stopping.current = controller;
      busy.value = true;
      problem.value = undefined;
      const onProgress: Watched['onProgress'] = (done, total) => {
        progress.value =
          total === undefined
            ? t('backup.progress', { count: done })
            : t('backup.progress.of', { done, total });
      };
      try {
        return await work({ onProgress, signal: controller.signal });
      } catch (error) {
        problem.value = controller.signal.aborted ? t('backup.stopped') : asIssue(error).message;
        return undefined;
      } finally {
        busy.value = false;
        progress.value = '';
      }
    },
    stop: () => stopping.current?.abort(),
  };
}
