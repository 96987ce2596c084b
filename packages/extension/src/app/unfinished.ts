/**
 * Saves typed text, sealed, a quarter of a second after the last key. Text that could not be saved stays in memory
 * until it can, under the vault that it belongs to.
 */
import type { Signal } from '@preact/signals';
import type { Services, VaultKind } from '../ports/services.js';
import { openWork } from './begin-work.js';
import { carryDraft } from './carry-draft.js';
import type { Dating, OpenWork, WorkDesk } from './open-work.js';
import { asideKey } from './work-keys.js';

export interface Unfinished {
  /**
   * Opens the work under a key. The signal gets the saved value, unless something was typed in the meantime.
   *
   * @param key - names the work, `safeguarding`, `intervention/<id>`; sealed with it, never in clear
   * @param visit - of the screen: on another one, earlier work is announced before it is shown
   */
  open<T>(key: string, value: Signal<T>, visit?: Visit<T>): OpenWork<T>;
  /** Moves a draft of an earlier release to this key, before a form opens it. */
  carry(key: string): Promise<void>;
  /** Passes the work from one screen to the next: it is not announced there as work that came back. */
  handOn(key: string): void;
  /** Saves everything that is open: the page closes, or the vault is about to lock. */
  flushAll(): Promise<void>;
  /** True if typed text could not be saved, and exists only in this page. */
  isWaiting(): boolean;
  stop(): void;
}

/** The visit that work is opened on, and the dating of its saves. */
export interface Visit<T> {
  readonly number: number;
  readonly dating: Dating<T>;
}

/** Work that waits for its vault to open again. */
interface Waiting {
  readonly key: string;
  readonly vault: VaultKind;
  readonly value: unknown;
  readonly seen: number;
}

/** @param resumed - the visit that a lock or a reload interrupted: its work is not asked about on the same day */
export function makeUnfinished(
  services: Pick<Services, 'work' | 'vault' | 'host'>,
  resumed?: number,
): Unfinished {
  const { work, vault, host } = services;
  const opened = new Set<{ flush(): Promise<void> }>();
  const waiting = new Map<string, Waiting>();
  const resuming = new Map<string, Promise<void>>();
  /** Last saves of closed views: the next view of the same work reads it after them, not in between. */
  const closing = new Map<string, Promise<void>>();
  /** The visit on which each work was last open in this page; `next` if it was passed to the next screen. */
  const visits = new Map<string, number | 'next'>();
  /** Keys of the work that is known to be stored. */
  const stored = new Set<string>();
  /** Set until the keys have come: any work may be stored. */
  let learning: Promise<void> | undefined;
  const vaultNow = (): VaultKind | undefined => {
    const state = vault.state();
    return state.name === 'open' ? state.kind : undefined;
  };

  /** Saves the work that waited for this vault to open again, even if its view is not on screen. */
  const resume = (kind: VaultKind): void => {
    for (const [name, kept] of waiting) {
      if (kept.vault !== kind || resuming.has(name)) continue;
      const again = work
        .save(kept.key, kept.value, kept.seen)
        .then((result) => {
          if (result.ok && waiting.get(name) === kept) waiting.delete(name);
        })
        // It keeps waiting; its view reports that when it opens.
        .catch(() => undefined)
        .finally(() => resuming.delete(name));
      resuming.set(name, again);
    }
  };
  const flushAll = async (): Promise<void> => {
    await Promise.all([...opened].map((one) => one.flush()));
  };
  const learn = (): void => {
    stored.clear();
    learning = undefined;
    if (vaultNow() === undefined) return;
    const learnt = work
      .keys()
      .then((keys) => {
        if (learning !== learnt) return;
        for (const key of keys) stored.add(key);
      })
      .catch(() => undefined)
      .finally(() => {
        if (learning === learnt) learning = undefined;
      });
    learning = learnt;
  };
  learn();
  const stops = [
    vault.beforeLock?.(flushAll),
    vault.subscribe((state) => {
      if (state.name === 'open') resume(state.kind);
      learn();
    }),
    work.subscribe((key) => void stored.add(key)),
  ];

  return {
    open<T>(key: string, value: Signal<T>, visit?: Visit<T>) {
      const mine = vaultNow();
      const name = `${mine}/${key}`;
      const before = visits.get(name);
      const isSameVisit =
        before === 'next' || before === visit?.number
          ? true
          : visit?.number === resumed && before === undefined && 'today';
      if (visit) visits.set(name, visit.number);
      const desk: WorkDesk = {
        work,
        isMine: () => mine !== undefined && vaultNow() === mine,
        async waiting() {
          await closing.get(name);
          await resuming.get(name);
          return waiting.get(name);
        },
        wait(kept, seen) {
          if (mine !== undefined) waiting.set(name, { key, vault: mine, value: kept, seen });
        },
        put() {
          waiting.delete(name);
          stored.add(key);
        },
        done() {
          waiting.delete(name);
          stored.delete(key);
        },
        // A form that is shown before it is known would take words, and then ask about others.
        isAwaited:
          visit !== undefined &&
          isSameVisit !== true &&
          (learning !== undefined || stored.has(key)),
        closed(put) {
          const closed = put.finally(() => {
            opened.delete(one);
            if (closing.get(name) === closed) closing.delete(name);
          });
          closing.set(name, closed);
        },
        asideKey: () => asideKey(key, host.random.id()),
        ...(visit ? { dating: visit.dating, isSameVisit } : {}),
      };
      const one = openWork(key, value, desk);
      opened.add(one);
      return one;
    },
    async carry(key) {
      const name = `${vaultNow()}/${key}`;
      await closing.get(name);
      if (!waiting.has(name) && (await carryDraft(work, key))) stored.add(key);
    },
    handOn: (key) => void visits.set(`${vaultNow()}/${key}`, 'next'),
    flushAll,
    isWaiting: () => waiting.size > 0,
    stop() {
      for (const stop of stops) stop?.();
    },
  };
}
