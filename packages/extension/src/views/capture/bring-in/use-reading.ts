/** A reading of a file that is under way: how far it is, and the way to stop it. */
import { failed, type Result } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ReadOptions } from '../../../sandbox/file/file-service.js';
import { asIssue } from '../../act/as-issue.js';

type Terms = Required<Pick<ReadOptions, 'onProgress' | 'signal'>>;

export interface Reading {
  readonly isBusy: ReadonlySignal<boolean>;
  /** Rows read so far, and all; undefined before the first word of it. */
  readonly progress: ReadonlySignal<{ readonly done: number; readonly of: number } | undefined>;
  /** Never rejects. A reading that is under way ends as stopped. */
  run<T>(read: (terms: Terms) => Promise<Result<T>>): Promise<Result<T>>;
  stop(): void;
}

/** A reading ends with the screen that began it. */
export function useReading(): Reading {
  const isBusy = useSignal(false);
  const progress = useSignal<{ readonly done: number; readonly of: number } | undefined>(undefined);
  const current = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  return {
    isBusy,
    progress,
    stop: () => current.current?.abort(),
    async run(read) {
      current.current?.abort();
      const own = new AbortController();
      current.current = own;
      isBusy.value = true;
      progress.value = undefined;
      try {
        return await read({
          signal: own.signal,
          onProgress: (done, of) => {
            if (current.current === own) progress.value = { done, of };
          },
        });
      } catch (error) {
        return failed(asIssue(error));
      } finally {
        if (current.current === own) isBusy.value = false;
      }
    },
  };
}
