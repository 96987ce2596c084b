/**
 * One piece of unfinished work that is open in one view: the timing of its saves, and conflicts between two windows.
 */
import type { Instant, Issue, PlainDate } from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../locales/translate.js';
import type { UnfinishedWork } from '../ports/services.js';
import { SaidError } from './said-error.js';
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
  /** Set if it was saved on another visit, and the officer has not yet said whether it is meant for this one. */
  readonly cameBack: ReadonlySignal<CameBack | undefined>;
  /** Accepts it: nothing more is asked. */
  goOn(): void;
  /** Rejects it: none of it is left, and the view is back at its start. Rejects as `discard` does. */
  startAfresh(): Promise<void>;
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
}

/** The needs of the work from the page that it is open in. */
export interface WorkDesk {
  readonly work: UnfinishedWork;
  /** True if the vault that this was opened in is the one open now: nothing is saved into another. */
  isMine(): boolean;
  /** The work that a lock or a full disk kept from being saved. */
  waiting(): Promise<{ readonly value: unknown; readonly seen: number } | undefined>;
  wait(value: unknown, seen: number): void;
  done(): void;
  /** @param put - settles once the last of what was typed is stored, or cannot be */
  closed(put: Promise<void>): void;
  /** Absent for work that is never announced as having come back. */
  readonly dating?: Dating<unknown> | undefined;
  readonly isSameVisit?: boolean;
}

export function openWork<T>(key: string, value: Signal<T>, desk: WorkDesk): OpenWork<T> {
  const { work } = desk;
  const status = signal<SaveState>({ name: 'clean' });
  const isInConflict = signal(false);
  const gone = signal<GoneWork | undefined>(undefined);
  const isLoaded = signal(false);
  const cameBack = signal<CameBack | undefined>(undefined);
  const dating = desk.dating as Dating<T> | undefined;
  let saving: unknown;
  /** The same, as it was last stored. */
  let stored: unknown;
  /** The same in the other window’s version, while there are two. */
  let theirs: unknown;
  const stamp = (value: T): unknown => (dating ? dating.stamp(value, saving) : value);
  const read = (there: unknown): T => {
    if (!dating) return there as T;
    const found = dating.read(there);
    saving = stored = found.saving;
    return found.value;
  };
  const tell = (there: unknown): void => {
    if (dating && !desk.isSameVisit) cameBack.value = dating.read(there);
  };
  /** The version that this view has seen. */
  let seen = 0;
  let last: T = value.value;
  /** The value when there is no work: the view's start value. */
  let none = last;
  let isDirty = false;
  /** On its way to the keeper: neither dirty nor seen. */
  let isSaving = false;
  let isOver = false;
  /** True once the view has cleared the discarded work: any later input is other work. */
  let isEmptied = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Loads and saves run one after the other. */
  let turn: Promise<void> = Promise.resolve();

  const say = (error: unknown): void => {
    const why = isIssue(error) ? error.message : String(error);
    status.value = { name: 'failed', why };
  };
  const fail = (error: unknown): void => {
    isDirty = true;
    say(error);
    desk.wait(stamp(value.value), seen);
  };
  const inTurn = (task: () => Promise<void>, failed = fail): Promise<void> => {
    turn = turn.then(task).catch(failed);
    return turn;
  };
  /** Puts a value on screen without treating it as typed. */
  const show = (next: T): void => {
    last = next;
    value.value = next;
  };
  /** Another window changed it too. */
  const meet = (there: unknown): void => {
    theirs = dating?.read(there).saving;
    isInConflict.value = true;
    status.value = { name: 'clean' };
  };
  /** Another window ended it. A form keeps its content until the officer says what becomes of it. */
  const lose = (): void => {
    seen = 0;
    saving = stored = theirs ?? stored;
    theirs = undefined;
    isInConflict.value = false;
    status.value = { name: 'clean' };
    cameBack.value = undefined;
    if (isDirty || dating) gone.value = { pending: saving };
    else show(none);
    if (isDirty) wait();
  };
  const save = async (): Promise<void> => {
    if (!isDirty || isOver || isInConflict.value) return;
    // Stored with the other window’s save, it can be checked against it later. Without one, nothing would show later
    // that it may be saved already.
    if (gone.value && saving === undefined) return;
    if (!desk.isMine()) return fail({ message: t('common.vault-locked') });
    isDirty = false;
    isSaving = true;
    status.value = { name: 'saving' };
    const held = saving;
    const result = await work.save(key, stamp(value.value), seen).finally(() => {
      isSaving = false;
    });
    if (result.ok) {
      seen = result.value.version;
      stored = held;
      desk.done();
      status.value = { name: 'saved', time: clockTime() };
      return;
    }
    isDirty = true;
    const there = await work.load(key);
    if ((there?.version ?? 0) === seen) return fail(result.issues[0]);
    if (there) meet(there.value);
    else lose();
  };
  const load = async (): Promise<void> => {
    if (!desk.isMine()) return;
    const waited = await desk.waiting();
    const there = waited ? undefined : await work.load(key);
    if (waited) {
      seen = waited.seen;
      if (!isDirty) {
        tell(waited.value);
        show(read(waited.value));
      }
      isDirty = true;
      await save().catch(fail);
    } else if (there) {
      seen = there.version;
      // Text was typed before it arrived: both are kept, and the officer chooses.
      if (isDirty) meet(there.value);
      else {
        tell(there.value);
        show(read(there.value));
      }
    }
    isLoaded.value = true;
  };
  /** Another window saved or ended it. If nothing here is unsaved, its version is shown. */
  const hear = async (): Promise<void> => {
    if (!desk.isMine()) return;
    const there = await work.load(key);
    // In a conflict, a version was there that this window never saw: its end leaves both at none.
    if (isOver || ((there?.version ?? 0) === seen && !isInConflict.value)) return;
    if (!there) lose();
    else if (isDirty) meet(there.value);
    else {
      seen = there.version;
      show(read(there.value));
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    return inTurn(save);
  };

  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(flush, SAVE_AFTER_MS);
  };
  const typed = (now: T): void => {
    last = now;
    isDirty = true;
    wait();
  };
  const stopWatching = value.subscribe((now) => {
    if (now === last) return;
    if (isOver) {
      isEmptied ||= now === none;
      return;
    }
    typed(now);
  });
  const stopHearing = work.subscribe((changed) => {
    if (changed === key && !isOver) void inTurn(hear, say);
  });
  // Work that could not be read, because a lock came first, stays stored as it was: only text typed here is pending.
  void inTurn(load, say);

  const open: OpenWork<T> = {
    status,
    isInConflict,
    gone,
    isLoaded,
    cameBack,
    goOn() {
      cameBack.value = undefined;
    },
    async startAfresh() {
      await open.discard();
      show(none);
      cameBack.value = undefined;
    },
    beginWith(first) {
      none = first;
      if (seen === 0 && !isDirty && !gone.value) show(first);
    },
    isBegun: () => seen > 0 || isDirty || isSaving || gone.value !== undefined,
    value,
    flush,
    held: () => saving,
    async hold(next) {
      const before = saving;
      if (!gone.value || next === undefined) {
        saving = next;
        isDirty = true;
        await flush();
      }
      if (gone.value) {
        if (next === undefined) return;
        throw new SaidError(t('common.gone.choose'));
      }
      const isFailed = status.value.name === 'failed';
      if (!isInConflict.value && !isFailed) return;
      // It is not stored, so the next press must not take it for stored.
      saving = before;
      if (status.value.name === 'failed') throw new SaidError(status.value.why);
      throw new SaidError(t('common.conflict.choose'));
    },
    useThat: () =>
      inTurn(async () => {
        if (!(await work.load(key))) return lose();
        isDirty = false;
        isInConflict.value = false;
        await hear();
      }),
    keepThis: () =>
      inTurn(async () => {
        seen = (await work.load(key))?.version ?? 0;
        isDirty = true;
        isInConflict.value = false;
        await save();
      }),
    keepAsNew: () =>
      inTurn(async () => {
        if (!gone.value) return;
        gone.value = saving = undefined;
        isDirty = true;
        await save();
      }),
    clearHere: () =>
      inTurn(async () => {
        if (!gone.value) return;
        // Stored here meanwhile, and nobody has changed it since.
        if (seen > 0 && (await work.load(key))?.version === seen) await work.discard(key);
        desk.done();
        seen = 0;
        saving = stored = gone.value = undefined;
        isDirty = isInConflict.value = false;
        status.value = { name: 'clean' };
        show(none);
        await hear();
      }),
    async discard() {
      isOver = true;
      isEmptied = value.value === none;
      clearTimeout(timer);
      try {
        await turn;
        desk.done();
        await work.discard(key);
      } catch (error) {
        // It is still stored, and so will be its next changes.
        isOver = false;
        throw error;
      }
      // The view may stay open: its next input is other work under the same name, and may be there already.
      seen = 0;
      saving = stored = theirs = gone.value = undefined;
      last = value.value;
      isDirty = false;
      isInConflict.value = false;
      status.value = { name: 'clean' };
      isOver = false;
      if (isEmptied && last !== none) typed(last);
    },
    letGo: () => open.discard().catch(() => undefined),
    close() {
      stopWatching();
      stopHearing();
      desk.closed(flush());
    },
  };
  return open;
}

function isIssue(error: unknown): error is Pick<Issue, 'message'> {
  return typeof error === 'object' && error !== null && 'message' in error;
}

function clockTime(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
