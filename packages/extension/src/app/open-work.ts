/** One piece of unfinished work that is open in one view: when it is saved, and what happens when two windows have it. */
import type { Instant, Issue, PlainDate } from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../locales/translate.js';
import type { UnfinishedWork } from '../ports/services.js';
import type { SaveState } from './save-state.js';

/** Milliseconds after the last key before what is typed is put away. */
export const SAVE_AFTER_MS = 250;

export interface OpenWork<T> {
  readonly status: ReadonlySignal<SaveState>;
  /** Another window changed it too: the officer chooses. */
  readonly isInConflict: ReadonlySignal<boolean>;
  /** True once what was put away earlier is back on screen. */
  readonly isLoaded: ReadonlySignal<boolean>;
  /** It was put away on another visit, and nobody has said yet whether it is meant on this one. */
  readonly cameBack: ReadonlySignal<CameBack | undefined>;
  /** It is meant: nothing more is asked. */
  goOn(): void;
  /** It is not: nothing of it is left, and the view is as it began. Rejects as `discard` does. */
  startAfresh(): Promise<void>;
  /** What the view begins with, where that is known only later; it never goes over what was typed or put away. */
  beginWith(value: T): void;
  /** Whether something is put away, or typed and about to be. */
  isBegun(): boolean;
  useThat(): Promise<void>;
  keepThis(): Promise<void>;
  /** Saves now; resolves when it is put away or cannot be. */
  flush(): Promise<void>;
  /** What a save under way is to keep, put away beside what is typed: by this page, or by one before it. */
  held(): unknown;
  /**
   * Puts it away, or takes it away again. It goes with the work, when that becomes a record or is thrown away.
   *
   * @throws {Error} in the officer's words where it cannot be put away, or another window changed the work
   */
  hold(saving: unknown): Promise<void>;
  /** It became a record, or is not wanted: nothing of it is left. Rejects where something is: it is put away as before. */
  discard(): Promise<void>;
  /**
   * It is kept elsewhere by now. As `discard`, but that something may be left is no trouble of whoever kept it: told that it
   * failed, they would keep it twice.
   */
  letGo(): Promise<void>;
  /** Flushes, then lets go. */
  close(): void;
  readonly value: Signal<T>;
}

/** The moment of a save, and the civil day that it was where the officer is. */
export interface PutAway {
  readonly at: Instant;
  readonly on: PlainDate;
}

/** Something put away on another visit; without a moment where none was kept with it. */
export interface CameBack {
  readonly put: PutAway | undefined;
  readonly isOtherDay: boolean;
}

/** Keeps the moment of a save with what is saved. */
export interface Dating<T> {
  /** @param saving - what a save under way is to keep; undefined for none */
  stamp(value: T, saving: unknown): unknown;
  read(stored: unknown): { readonly value: T; readonly saving: unknown } & CameBack;
}

/** What the work needs of the page that it is open in. */
export interface WorkDesk {
  readonly work: UnfinishedWork;
  /** Whether the vault that this was opened in is the one that is open now: nothing goes into another. */
  isMine(): boolean;
  /** What a lock or a full disk kept from being saved. */
  waiting(): Promise<{ readonly value: unknown; readonly seen: number } | undefined>;
  wait(value: unknown, seen: number): void;
  done(): void;
  closed(): void;
  /** Absent for work that is never told as having come back. */
  readonly dating?: Dating<unknown> | undefined;
  readonly isSameVisit?: boolean;
}

export function openWork<T>(key: string, value: Signal<T>, desk: WorkDesk): OpenWork<T> {
  const { work } = desk;
  const status = signal<SaveState>({ name: 'clean' });
  const isInConflict = signal(false);
  const isLoaded = signal(false);
  const cameBack = signal<CameBack | undefined>(undefined);
  const dating = desk.dating as Dating<T> | undefined;
  let saving: unknown;
  const stamp = (value: T): unknown => (dating ? dating.stamp(value, saving) : value);
  const read = (stored: unknown): T => {
    if (!dating) return stored as T;
    const found = dating.read(stored);
    saving = found.saving;
    return found.value;
  };
  const tell = (stored: unknown): void => {
    if (dating && !desk.isSameVisit) cameBack.value = dating.read(stored);
  };
  /** The version that this view has seen. */
  let seen = 0;
  let last: T = value.value;
  /** What it is when there is none: what the view began with. */
  let none = last;
  let isDirty = false;
  /** On its way to the keeper: neither dirty nor seen. */
  let isSaving = false;
  let isOver = false;
  /** The view has put away what was discarded: what is in it next is other work. */
  let isEmptied = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Loads and saves go one after the other. */
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
  /** Puts a value on screen without taking it for something typed. */
  const show = (next: T): void => {
    last = next;
    value.value = next;
  };
  const save = async (): Promise<void> => {
    if (!isDirty || isOver || isInConflict.value) return;
    if (!desk.isMine()) return fail({ message: t('common.vault-locked') });
    isDirty = false;
    isSaving = true;
    status.value = { name: 'saving' };
    const result = await work.save(key, stamp(value.value), seen).finally(() => {
      isSaving = false;
    });
    if (result.ok) {
      seen = result.value.version;
      desk.done();
      status.value = { name: 'saved', time: clockTime() };
      return;
    }
    isDirty = true;
    const there = await work.load(key);
    if ((there?.version ?? 0) === seen) return fail(result.issues[0]);
    isInConflict.value = true;
    status.value = { name: 'clean' };
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
      // Typed before it came: both are kept, and the officer chooses.
      if (isDirty) isInConflict.value = true;
      else {
        tell(there.value);
        show(read(there.value));
      }
    }
    isLoaded.value = true;
  };
  /** Another window saved. When nothing of ours is at stake, what it has is shown. */
  const hear = async (): Promise<void> => {
    if (!desk.isMine()) return;
    const there = await work.load(key);
    if ((there?.version ?? 0) === seen || isOver) return;
    if (!there) {
      // It became a record there, or was thrown away. What is typed here meanwhile stays, and is asked about when saved.
      if (isDirty) return;
      seen = 0;
      saving = undefined;
      status.value = { name: 'clean' };
      cameBack.value = undefined;
      show(none);
    } else if (isDirty) isInConflict.value = true;
    else {
      seen = there.version;
      show(read(there.value));
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    return inTurn(save);
  };

  const typed = (now: T): void => {
    last = now;
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(flush, SAVE_AFTER_MS);
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
  // What could not be read, because a lock came first, is put away as it was: only what is typed here is waited for.
  void inTurn(load, say);

  const open: OpenWork<T> = {
    status,
    isInConflict,
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
      if (seen === 0 && !isDirty) show(first);
    },
    isBegun: () => seen > 0 || isDirty || isSaving,
    value,
    flush,
    held: () => saving,
    async hold(next) {
      saving = next;
      isDirty = true;
      await flush();
      if (isInConflict.value) throw new Error(t('common.conflict.title'));
      if (status.value.name === 'failed') throw new Error(status.value.why);
    },
    useThat: () =>
      inTurn(async () => {
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
    async discard() {
      isOver = true;
      isEmptied = value.value === none;
      clearTimeout(timer);
      try {
        await turn;
        desk.done();
        await work.discard(key);
      } catch (error) {
        // It is still put away, and so is what is done to it next.
        isOver = false;
        throw error;
      }
      // The view may live on: what comes next in it is other work under the same name, and may be there already.
      seen = 0;
      saving = undefined;
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
      void flush().finally(desk.closed);
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
