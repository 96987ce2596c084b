/**
 * Reloads the page after a lock: everything that a view, a library or the browser's own undo kept of a record goes with
 * the old page. Work that could not be saved keeps the page as it is until the next unlock.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { VaultKind, VaultService } from '../ports/services.js';
import type { Route } from './route.js';
import type { Router } from './router.js';
import type { LeftOver, Session } from './session.js';
import type { Unfinished } from './unfinished.js';

/** The data passed to the next page: ids of ours and no word of a record. */
export interface Taken extends LeftOver {
  readonly route: Route;
}

/** The reload of a page; a test has none. */
export interface Reload {
  /** The data left by the page before this one. */
  readonly taken: Taken | undefined;
  begin(taken: Taken): Promise<void>;
  /** Notes the screen while the vault is open, in case the officer reloads the page. */
  note?(taken: Taken): void;
}

export interface BeginAnewParts {
  readonly vault: VaultService;
  readonly session: Session;
  readonly router: Router;
  readonly unfinished: Unfinished;
  readonly reload: Reload;
}

/** Milliseconds to wait for work that is still being saved. */
const SETTLE_MS = 2000;

/** @returns whether this page is leaving: nothing is worth showing on it */
export function beginAnewAfterLock(parts: BeginAnewParts): ReadonlySignal<boolean> {
  const { vault, session, router, unfinished, reload } = parts;
  const isLeaving = signal(false);
  let open = session.open.value;
  const leave = async (kind: VaultKind): Promise<void> => {
    isLeaving.value = true;
    const isSettled = await within(SETTLE_MS, unfinished.flushAll());
    // Unsaved work is nowhere else yet.
    if (isSettled && !unfinished.isWaiting())
      await reload.begin({
        route: router.route.value,
        kind,
        isBlank: session.isBlank.value,
        lastSave: session.lastSave.value,
      });
    else isLeaving.value = false;
  };
  vault.subscribe((state) => {
    const before = open;
    open = state.name === 'open' ? state : undefined;
    // A recovery key that has not been seen yet is nowhere else either.
    if (before && !open && !session.settingUp.value) void leave(before.kind);
  });
  return isLeaving;
}

function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    void work.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
