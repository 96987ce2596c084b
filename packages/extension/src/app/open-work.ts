/** One piece of unfinished work that is open in one view, and its needs from the page that it is open in. */
import type { Instant, PlainDate } from '@cyber-prevent/core';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { UnfinishedWork } from '../ports/services.js';
import type { SaveState } from './save-state.js';

/** Milliseconds after the last key before typed text is saved. */
export const SAVE_AFTER_MS = 250;

export interface OpenWork<T> {
  readonly status: ReadonlySignal<SaveState>;
  /** True if another window changed it too: the officer chooses. */
  readonly isInConflict: ReadonlySignal<boolean>;
  /** Set once another window has ended the work while it was open here: nothing is saved until the officer chooses. */
  readonly gone: ReadonlySignal<GoneWork | undefined>;
  /** True once earlier work is back on screen. */
  readonly isLoaded: ReadonlySignal<boolean>;
  /** True if earlier work of another visit is there, or may be: its form is not shown before the officer can be asked. */
  readonly isAwaited: boolean;
  /** Set if it was saved on another visit, and the officer has not yet said whether it is meant for this one. */
  readonly cameBack: ReadonlySignal<CameBack | undefined>;
  /** Accepts it: nothing more is asked. Not while it is being set aside: the emptied form would take later words along. */
  goOn(): void;
  /**
   * Sets it aside for later, and the view is back at its start. Rejects if it could not be stored: then it is as before.
   *
   * @param isKept - true if it is a record already: then none of it is left, as after `discard`
   */
  startAfresh(isKept?: () => Promise<boolean>): Promise<void>;
  /** Sets the view's start value, if that is known only later; never over typed or saved work. */
  beginWith(value: T): void;
  /** True if something is saved, or typed and about to be. */
  isBegun(): boolean;
  useThat(): Promise<void>;
  keepThis(): Promise<void>;
  /** After it ended in another window: keeps the content of this one as new work. */
  keepAsNew(): Promise<void>;
  /** After it ended in another window: clears the content of this one. */
  clearHere(): Promise<void>;
  /** Saves now; resolves when it is saved or cannot be. */
  flush(): Promise<void>;
  /** The content of a save in progress, stored next to the typed text: by this page, or by one before it. */
  held(): unknown;
  /**
   * Stores it, or removes it again. It is deleted with the work, when that becomes a record or is discarded.
   *
   * @throws {Error} in the officer's words if it cannot be stored, or another window changed the work
   */
  hold(saving: unknown): Promise<void>;
  /** Discards it, because it became a record or is not wanted. Rejects if any of it is left: it is stored as before. */
  discard(): Promise<void>;
  /**
   * Ends the work after it was kept elsewhere. Like `discard`, but a failure is not reported to the caller, who would
   * otherwise keep it twice.
   */
  letGo(): Promise<void>;
  /** Flushes, then lets go. */
  close(): void;
  readonly value: Signal<T>;
}

/** The moment of a save, and its civil day at the officer's place. */
export interface PutAway {
  readonly at: Instant;
  readonly on: PlainDate;
}

/** Work saved on another visit; without a moment if none was stored with it. */
export interface CameBack {
  readonly put: PutAway | undefined;
  /** The moment of its first save; absent if none was stored with it. */
  readonly begunAt?: Instant | undefined;
  readonly isOtherDay: boolean;
}

/** Work that became a record in another window, or was thrown away there. */
export interface GoneWork {
  /** The save that the other window was last seen with; undefined if none was seen. */
  readonly pending: unknown;
}

/** Stores the moment of a save with its content. */
export interface Dating<T> {
  /** @param saving - the content of a save in progress; undefined for none */
  stamp(value: T, saving: unknown): unknown;
  read(stored: unknown): { readonly value: T; readonly saving: unknown } & CameBack;
  /** The work is over: the next save begins another. */
  end?(): void;
}

/** The needs of the work from the page that it is open in. */
export interface WorkDesk {
  readonly work: UnfinishedWork;
  /** True if the vault that this was opened in is the one open now: nothing is saved into another. */
  isMine(): boolean;
  /** The work that a lock or a full disk kept from being saved. */
  waiting(): Promise<{ readonly value: unknown; readonly seen: number } | undefined>;
  wait(value: unknown, seen: number): void;
  /** It is stored. */
  put(): void;
  /** None of it is left. */
  done(): void;
  /** True if work of another visit is stored, or may be. */
  readonly isAwaited: boolean;
  /** @param put - settles once the last of what was typed is stored, or cannot be */
  closed(put: Promise<void>): void;
  /** Absent for work that is never announced as having come back. */
  readonly dating?: Dating<unknown> | undefined;
  /** `today`: the screen was left by a lock or a reload alone, so only work from another day is announced. */
  readonly isSameVisit?: boolean | 'today';
  /** A key to set the work aside under. */
  asideKey(): string;
}
