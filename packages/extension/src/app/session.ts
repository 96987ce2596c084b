/** What every screen knows: whether the vault is open and whose it is, trouble that no view owns, and what was just done. */
import type { Issue } from '@cyber-prevent/core';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Router } from './router.js';
import type { OfficerIdentity, Services, VaultKind, VaultState } from './services.js';

/** What was just done, said at the head of the next screen. */
export interface Said {
  readonly heading: string;
  /** More words, or a button such as “Undo this save”. */
  readonly body?: ComponentChildren;
}

export interface Session {
  readonly vault: ReadonlySignal<VaultState>;
  /** The officer and the kind of vault, while it is open. */
  readonly open: ReadonlySignal<
    { readonly officer: OfficerIdentity; readonly kind: VaultKind } | undefined
  >;
  readonly notices: ReadonlySignal<readonly Issue[]>;
  dismiss(notice: Issue): void;
  readonly said: ReadonlySignal<Said | undefined>;
  /** Says it on this screen or, when one goes on at once, on the next; it is gone after that. */
  say(said: Said): void;
  stop(): void;
}

export function makeSession(
  services: Pick<Services, 'vault' | 'notices'>,
  router: Router,
): Session {
  const vault = signal<VaultState>(services.vault.state());
  const open = signal(openOf(vault.value));
  const notices = signal<readonly Issue[]>([]);
  const said = signal<Said | undefined>(undefined);
  let lastKind = open.value?.kind;
  let saidOn: unknown;

  const stops = [
    services.vault.subscribe((state) => {
      const now = openOf(state);
      // Another vault than before: nothing of the last one may be shown, or saved, in this one.
      if (now && lastKind !== undefined && now.kind !== lastKind) {
        said.value = undefined;
        router.reset();
      }
      lastKind = now?.kind ?? lastKind;
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
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function openOf(state: VaultState) {
  return state.name === 'open' ? { officer: state.officer, kind: state.kind } : undefined;
}
