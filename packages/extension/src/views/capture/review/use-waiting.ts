/** The page that waits until the officer has said whose it is: read here or in another window, before a lock or after. */
import type { Draft, Issue, Result } from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import { asIssue } from '../../act/as-issue.js';
import { afterPaint } from './after-paint.js';
import { isWaitingKey } from './draft-aside.js';
import { loadReviewParts } from './load-parts.js';

export interface Waiting {
  readonly page: ReadonlySignal<Draft | null>;
  /** Asks about a page. It is stored at once: a lock, or another screen, before the answer loses no press. */
  begin(page: Draft, open: Draft): void;
  /** The page has become the open draft, or part of it: nothing more is asked once that is stored. */
  end(): void;
  /** Sets the page aside for later. Returns the reasons if it could not be stored: then it still waits. */
  keep(): Promise<readonly Issue[]>;
}

export function useWaiting(
  draft: ReadonlySignal<Draft | null>,
  work: Pick<OpenWork<unknown>, 'flush' | 'status'>,
): Waiting {
  const { services } = useApp();
  const page: Signal<Draft | null> = useSignal<Draft | null>(null);
  const stored = useRef<Promise<Result<unknown>>>(undefined);

  const waiting = useMemo((): Waiting & { look(keys: readonly string[]): void } => {
    /** Asks about the page that was read last of those that are stored, if there is one. */
    const ask = async (): Promise<void> => {
      const { waitingPage } = await loadReviewParts();
      await work.flush();
      // A page that could not be stored is only here.
      if ((await stored.current)?.ok === false) return;
      page.value = (await waitingPage(services.work, draft.value)) ?? null;
    };
    const drop = async (read: Draft): Promise<void> => {
      await stored.current;
      await work.flush();
      if (work.status.value.name === 'failed') return;
      const { endWaiting } = await loadReviewParts();
      await endWaiting(services.work, read);
      await ask();
    };
    return {
      page,
      begin(read, open) {
        page.value = read;
        stored.current = loadReviewParts()
          .then(({ setWaiting }) => setWaiting(services, read, open))
          .catch(failedWith);
      },
      end() {
        const read = page.value;
        page.value = null;
        if (read) void drop(read).catch(() => undefined);
      },
      async keep() {
        const read = page.value;
        const before = await stored.current;
        if (before?.ok === false) return before.issues;
        if (!read) return [];
        // The open draft is free at once; the question comes back if the page cannot be set aside.
        page.value = null;
        const kept = await loadReviewParts()
          .then(({ keepAside }) => keepAside(services.work, read))
          .catch(failedWith);
        if (!kept.ok) {
          page.value ??= read;
          return kept.issues;
        }
        await ask().catch(() => undefined);
        return [];
      },
      look(keys) {
        if (keys.some(isWaitingKey)) void ask().catch(() => undefined);
      },
    };
  }, [services, work, draft]);

  useEffect(() => {
    afterPaint(() => void services.work.keys().then(waiting.look, () => undefined));
    return services.work.subscribe((key) => waiting.look([key]));
  }, [services, waiting]);
  return waiting;
}

function failedWith(error: unknown): Result<never> {
  return { ok: false, issues: [asIssue(error)] };
}
