/** Asks about pages that wait, one after the other: read here or in another window, before a lock or after. */
import { type Draft, type Issue, mergeDraft, type Result } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import type { OpenWork } from '../../../../app/open-work.js';
import type { Services } from '../../../../ports/services.js';
import { asIssue } from '../../../act/as-issue.js';
import { leftPage } from './left-page.js';
import { isWaitingKey } from './waiting-key.js';
import { endWaiting, keepAside, putAside, setWaiting, waitingPage } from './waiting-page.js';

export interface WaitingParts {
  readonly draft: Signal<Draft | null>;
  readonly work: OpenWork<Draft | null>;
  readonly trouble: Signal<readonly Issue[]>;
  /** Settles the dates of a draft that another page has joined: one may show how to read those of the other. */
  readonly settled: (joined: Draft) => Draft;
}

export interface WaitingDesk {
  /** Fulfilled once it is known whether a page waits. */
  readonly looked: Promise<void>;
  /** Asks about a page. It is stored at once: a lock, or another screen, before the answer loses no press. */
  wait(page: Draft): void;
  /**
   * Adds the page to the open draft.
   *
   * @param isLeft - true if its values start as left
   */
  add(isLeft?: boolean): void;
  /** Adds another reading of an open page, or what the officer typed: nothing is asked. */
  join(read: Draft): void;
  /** Makes the page a draft of its own, and sets the open one aside. */
  begin(): Promise<void>;
  /** Sets the page aside, if it can be stored. Otherwise it is asked about again, with the reason. */
  keep(page: Draft): Promise<void>;
  /** Stores a page whose screen was left while it was read. */
  leave(page: Draft): Promise<void>;
  stop(): void;
}

/**
 * Looks at once for a page that waits, and again whenever another window reads or answers one.
 *
 * @param page - the page that is asked about
 */
export function waitingDesk(
  services: Pick<Services, 'work' | 'capture'>,
  page: Signal<Draft | null>,
  { draft, work, trouble, settled }: WaitingParts,
): WaitingDesk {
  let stored: Promise<Result<unknown>> | undefined;
  const joined = (open: Draft, read: Draft): Draft => settled(mergeDraft(open, read));
  /** Asks about the page that was read last of those that are stored, if there is one. */
  const ask = async (): Promise<void> => {
    await work.flush();
    // A page that could not be stored is only here.
    if ((await stored)?.ok === false) return;
    page.value = (await waitingPage(services.work, draft.value)) ?? null;
  };
  const look = async (keys: readonly string[]): Promise<void> => {
    if (keys.some(isWaitingKey)) await ask().catch(() => undefined);
  };
  const looked = services.work.keys().then(look, () => undefined);
  const stop = services.work.subscribe((key) => void look([key]));
  /** The page has become the open draft, or part of it: nothing more is asked about it once that is stored. */
  const become = (next: Draft, read: Draft): void => {
    draft.value = next;
    page.value = null;
    const end = async (): Promise<void> => {
      await stored;
      await work.flush();
      if (work.status.value.name === 'failed') return;
      await endWaiting(services.work, read);
      await ask();
    };
    end().catch(() => undefined);
  };
  return {
    looked,
    stop,
    leave: (read) => putAside(services, read),
    wait(read) {
      stored = setWaiting(services, read, draft.value).catch(failedWith);
    },
    add(isLeft = false) {
      const { value: read } = page;
      const { value: open } = draft;
      // The open draft may be a record by now: then the page becomes its own draft.
      if (read) become(open ? joined(open, isLeft ? leftPage(read) : read) : read, read);
    },
    join(read) {
      const { value: open } = draft;
      draft.value = open ? joined(open, read) : read;
    },
    async begin() {
      const { value: read } = page;
      if (!read) return;
      try {
        if (draft.value) await work.startAfresh();
      } catch (error) {
        trouble.value = [asIssue(error)];
        return;
      }
      become(read, read);
    },
    async keep(read) {
      const before = await stored;
      const kept =
        before?.ok === false ? before : await keepAside(services.work, read).catch(failedWith);
      if (kept.ok) return ask().catch(() => undefined);
      page.value ??= read;
      trouble.value = kept.issues;
    },
  };
}

function failedWith(error: unknown): Result<never> {
  return { ok: false, issues: [asIssue(error)] };
}
