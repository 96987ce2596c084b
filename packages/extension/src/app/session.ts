/** State shared by every screen: the open vault and its officer, trouble outside any view, and the last action. */
import type { Issue, RecordId, StoredRecord } from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { LastSave } from '../ports/last-save.js';
import type { OfficerIdentity, Services, VaultKind, VaultState } from '../ports/services.js';
import type { Router } from './router.js';

/** The last action, shown at the top of the next screen. */
export interface Said {
  readonly heading: string;
  /** `important`: not a success, but news that the officer must read. Absent: `success`. */
  readonly kind?: 'important';
  /** More text, or a button such as “Undo this save”. */
  readonly body?: ComponentChildren;
  /** The save that this is about, by its receipt: it can be undone from here. */
  readonly seq?: number | undefined;
  /** The people whose records were saved: they are named, unless the message does that already. */
  readonly people?: readonly StoredRecord<'subject'>[];
  /** The people that it is about: it is not shown on the page of anybody else. Absent: nobody in particular. */
  readonly about?: readonly RecordId[];
  /** The request of a colleague that it answers: it is not shown on the screen of another, about the same person or not. */
  readonly request?: RecordId;
  /** True if that save undid another: undoing it restores the other. */
  readonly isUndo?: true;
}

export interface Session {
  readonly vault: ReadonlySignal<VaultState>;
  /** The officer and the kind of vault, while it is open. */
  readonly open: ReadonlySignal<
    { readonly officer: OfficerIdentity; readonly kind: VaultKind } | undefined
  >;
  /** True if nothing of ours is on screen, on any page: someone is looking. */
  readonly isBlank: ReadonlySignal<boolean>;
  /** Covers every page of ours, and locks. */
  blank(): void;
  /** Shows the unlock form; until the vault is locked the screen stays blank. */
  unblank(): void;
  /**
   * The vaults being set up: first run stays until the recovery key has been seen, though the vault is open by then.
   */
  readonly settingUp: Signal<readonly VaultKind[] | undefined>;
  readonly notices: ReadonlySignal<readonly Issue[]>;
  dismiss(notice: Issue): void;
  readonly said: ReadonlySignal<Said | undefined>;
  /** Shows it on this screen or, if the caller navigates at once, on the next; it is gone after that. */
  say(said: Said): void;
  /** Removes the message: the officer has begun something else on the same screen. */
  unsay(): void;
  /** The last save of a draft: outlives the screen, and a lock, so that it can still be undone. */
  readonly lastSave: Signal<LastSave | undefined>;
  /** True while a part of this screen goes to the printer, after its logging. Otherwise nothing is printed. */
  readonly isPrinting: Signal<boolean>;
  stop(): void;
}

/** The data from the page before this one, if it reloaded after a lock. */
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
      // The vault is another than before: nothing from the last one may be shown, or saved, in this one.
      if (now && lastKind !== undefined && now.kind !== lastKind) {
        said.value = undefined;
        lastSave.value = undefined;
        router.reset();
      }
      lastKind = now?.kind ?? lastKind;
      if (now && !open.value) isBlank.value = false;
      // The message names people; the route does not, and is shown again after the unlock.
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
      // The screen is covered in any case: the next unlock shows whether the lock was heard.
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
      // The caller did not navigate at once: the message was for this screen, and the next one is about something else.
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
