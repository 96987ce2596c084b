/**
 * Puts away what is typed, sealed, a quarter of a second after the last key. What could not be put away stays in memory
 * until it can, under the vault that it belongs to.
 */
import type { Issue } from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SaveState } from '../components/save-status.js';
import type { Services, VaultKind } from './services.js';

/** Milliseconds after the last key before what is typed is put away. */
export const SAVE_AFTER_MS = 250;

/** One piece of unfinished work, open in one view. */
export interface OpenWork<T> {
  readonly status: ReadonlySignal<SaveState>;
  /** Another window changed it too: the officer chooses. */
  readonly isInConflict: ReadonlySignal<boolean>;
  /** True once what was put away earlier is back on screen. */
  readonly isLoaded: ReadonlySignal<boolean>;
  useThat(): Promise<void>;
  keepThis(): Promise<void>;
  /** Saves now; resolves when it is put away or cannot be. */
  flush(): Promise<void>;
  /** It became a record, or is not wanted: nothing of it is left. */
  discard(): Promise<void>;
  /** Flushes, then lets go. */
  close(): void;
  readonly value: Signal<T>;
}

export interface Unfinished {
  /**
   * Opens the work under a key. The signal is filled with what was put away, unless something was typed meanwhile.
   *
   * @param key - names the work, `safeguarding`, `intervention/<id>`; sealed with it, never in clear
   */
  open<T>(key: string, value: Signal<T>): OpenWork<T>;
  /** Saves everything that is open: the page goes, or the vault is about to lock. */
  flushAll(): Promise<void>;
  stop(): void;
}

/** What waits for the vault to open again. */
interface Kept {
  readonly value: unknown;
  readonly seen: number;
  readonly vault: VaultKind;
}

export function makeUnfinished(services: Pick<Services, 'work' | 'vault'>): Unfinished {
  const { work, vault } = services;
  const opened = new Set<OpenWork<unknown>>();
  const kept = new Map<string, Kept>();
  const vaultNow = (): VaultKind | undefined => {
    const state = vault.state();
    return state.name === 'open' ? state.kind : undefined;
  };

  const open = <T>(key: string, value: Signal<T>): OpenWork<T> => {
    const status = signal<SaveState>({ name: 'clean' });
    const isInConflict = signal(false);
    const isLoaded = signal(false);
    const mine = vaultNow();
    let seen = 0;
    let last: T = value.value;
    let isDirty = false;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let saving: Promise<void> = Promise.resolve();

    /** Puts a value on screen without taking it for something typed. */
    const show = (next: T): void => {
      last = next;
      value.value = next;
    };
    const fail = (issue: Pick<Issue, 'message'>): void => {
      status.value = { name: 'failed', why: issue.message };
      if (mine !== undefined) kept.set(key, { value: value.value, seen, vault: mine });
    };
    const save = async (): Promise<void> => {
      if (!isDirty || isOver || isInConflict.value) return;
      isDirty = false;
      const saved = value.value;
      status.value = { name: 'saving' };
      try {
        const result = await work.save(key, saved, seen);
        if (result.ok) {
          seen = result.value.version;
          kept.delete(key);
          status.value = { name: 'saved', time: clockTime() };
          return;
        }
        isDirty = true;
        const there = await work.load(key);
        if (there && there.version !== seen) {
          isInConflict.value = true;
          status.value = { name: 'clean' };
        } else fail(result.issues[0] ?? { message: '' });
      } catch (error) {
        isDirty = true;
        fail({ message: error instanceof Error ? error.message : String(error) });
      }
    };
    const flush = (): Promise<void> => {
      clearTimeout(timer);
      saving = saving.then(save);
      return saving;
    };
    const load = async (): Promise<void> => {
      const waiting = kept.get(key);
      if (waiting && waiting.vault === mine) {
        seen = waiting.seen;
        show(waiting.value as T);
        isDirty = true;
        isLoaded.value = true;
        await flush();
        return;
      }
      const there = await work.load(key);
      if (there) {
        seen = there.version;
        // Typed before it came: both are kept, and the officer chooses.
        if (isDirty) isInConflict.value = true;
        else show(there.value as T);
      }
      isLoaded.value = true;
    };

    const stopWatching = value.subscribe((now) => {
      if (now === last || isOver) return;
      last = now;
      isDirty = true;
      clearTimeout(timer);
      timer = setTimeout(flush, SAVE_AFTER_MS);
    });
    const stopHearing = work.subscribe((changed) => {
      if (changed !== key || isOver) return;
      // Nothing of ours is at stake: show what the other window has.
      saving = saving.then(async () => {
        const there = await work.load(key);
        if (!there || there.version === seen) return;
        if (isDirty) isInConflict.value = true;
        else {
          seen = there.version;
          show(there.value as T);
        }
      });
      saving.catch(fail);
    });
    load().catch(fail);

    const one: OpenWork<T> = {
      status,
      isInConflict,
      isLoaded,
      value,
      async useThat() {
        const there = await work.load(key);
        isDirty = false;
        if (there) {
          seen = there.version;
          show(there.value as T);
        }
        isInConflict.value = false;
      },
      async keepThis() {
        seen = (await work.load(key))?.version ?? 0;
        isDirty = true;
        isInConflict.value = false;
        await flush();
      },
      flush,
      async discard() {
        isOver = true;
        clearTimeout(timer);
        await saving.catch(() => undefined);
        kept.delete(key);
        await work.discard(key);
      },
      close() {
        stopWatching();
        stopHearing();
        opened.delete(one as OpenWork<unknown>);
        void flush();
      },
    };
    opened.add(one as OpenWork<unknown>);
    return one;
  };

  const flushAll = async (): Promise<void> => {
    await Promise.all([...opened].map((one) => one.flush()));
  };
  const stops = [vault.beforeLock?.(flushAll)];
  return {
    open,
    flushAll,
    stop() {
      for (const stop of stops) stop?.();
    },
  };
}

function clockTime(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
