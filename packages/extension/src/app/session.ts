/** What every screen knows: whether the vault is open and whose it is, trouble that no view owns, and what was just done. */
import type { Issue } from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { LastSave } from '../ports/last-save.js';
import type { OfficerIdentity, Services, VaultKind, VaultState } from '../ports/services.js';
import type { Router } from './router.js';

/** What was just done, said at the head of the next screen. */
export interface Said {
  readonly heading: string;
  /** More words, or a button such as “Undo this save”. */
  readonly body?: ComponentChildren;
  /** The save that this says, by its receipt: it can be taken back from here. */
  readonly seq?: number | undefined;
  /** That save took another back: taken back itself, what it took back stands again. */
  readonly isUndo?: true;
}

export interface Session {
  readonly vault: ReadonlySignal<VaultState>;
  /** The officer and the kind of vault, while it is open. */
  readonly open: ReadonlySignal<
    { readonly officer: OfficerIdentity; readonly kind: VaultKind } | undefined
  >;
  /** Nothing of ours is on screen, on any page: somebody is looking. */
  readonly isBlank: ReadonlySignal<boolean>;
  /** Covers every page of ours, and locks. */
  blank(): void;
  /** Shows the unlock form; while the vault is still open nothing is shown. */
  unblank(): void;
  /** The vault being set up: first run stays until the recovery key has been seen, though the vault is open by then. */
  readonly settingUp: Signal<readonly VaultKind[] | undefined>;
  readonly notices: ReadonlySignal<readonly Issue[]>;
  dismiss(notice: Issue): void;
  readonly said: ReadonlySignal<Said | undefined>;
  /** Says it on this screen or, when one goes on at once, on the next; it is gone after that. */
  say(said: Said): void;
  /** What was done is over: the officer has begun something else on the same screen. */
  unsay(): void;
  /** What was last made a record of a draft: outlives the screen, and a lock, so that it can still be undone. */
  readonly lastSave: Signal<LastSave | undefined>;
  /** A part of this screen is on its way to the printer, after what had to be logged. Otherwise nothing is put on paper. */
  readonly isPrinting: Signal<boolean>;
  stop(): void;
}

/** What the page before this one left, if it began anew after a lock. */
export interface LeftOver {
  readonly kind: VaultKind;
  readonly isBlank: boolean;
  readonly lastSave?: LastSave | undefined;
}

export function makeSession(
  services: Pick<Services, 'vault' | 'notices'>,
  router: Router,
  left?: LeftOver,
): Session {
  const vault = signal<VaultState>(services.vault.state());
  const open = signal(openOf(vault.value));
  const isBlank = signal(left?.isBlank ?? false);
  const settingUp = signal<readonly VaultKind[] | undefined>(undefined);
  const notices = signal<readonly Issue[]>([]);
  const said = signal<Said | undefined>(undefined);
  const lastSave = signal(left?.lastSave);
  let lastKind = open.value?.kind ?? left?.kind;
  let saidOn: unknown;

  const stops = [
    services.vault.onBlank(() => {
      isBlank.value = true;
    }),
    services.vault.subscribe((state) => {
      const now = openOf(state);
      // Another vault than before: nothing of the last one may be shown, or saved, in this one.
      if (now && lastKind !== undefined && now.kind !== lastKind) {
        said.value = undefined;
        lastSave.value = undefined;
        router.reset();
      }
      lastKind = now?.kind ?? lastKind;
      if (now && !open.value) isBlank.value = false;
      // What was just done names people; what the screen is does not, and is come back to.
      if (!now) said.value = undefined;
      open.value = now;
      vault.value = state;
    }),
    services.notices.subscribe((issue) => {
      if (notices.value.every(({ message }) => message !== issue.message))
        notices.value = [...notices.value, issue];
    }),
    router.onChange(() => {
      if (said.value && saidOn === said.value) said.value = undefined;
      saidOn = said.value;
    }),
  ];
  return {
    vault,
    open,
    isBlank,
    settingUp,
    blank() {
      isBlank.value = true;
      // Covered in any case: whether the lock was heard, the next unlock shows.
      services.vault.blank().catch(() => undefined);
    },
    unblank() {
      if (!open.value) isBlank.value = false;
    },
    notices,
    dismiss(notice) {
      notices.value = notices.value.filter((each) => each !== notice);
    },
    said,
    say(next) {
      saidOn = undefined;
      said.value = next;
      // Nobody went on in the same breath: it was said on this screen, and the next one is about something else.
      queueMicrotask(() => {
        if (said.value === next) saidOn = next;
      });
    },
    unsay() {
      said.value = undefined;
    },
    lastSave,
    isPrinting: signal(false),
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function openOf(state: VaultState) {
  return state.name === 'open' ? { officer: state.officer, kind: state.kind } : undefined;
}
