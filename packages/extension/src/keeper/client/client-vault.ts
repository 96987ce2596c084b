/** The vault from a page's side. */
import type { VaultService, VaultState } from '../../ports/services.js';
import { tellAll } from '../tell.js';
import type { Line } from './line.js';

export interface ClientVault extends VaultService {
  /** Sets the page's own view of the state, from a source other than the keeper. */
  be(state: VaultState): void;
}

export function clientVault(line: Line): ClientVault {
  let state: VaultState = { name: 'checking' };
  const listeners = new Set<(state: VaultState) => void>();
  const be = (next: VaultState): void => {
    state = next;
    tellAll(listeners, state);
  };
  line.subscribe((news) => {
    if (news.name === 'state') be(news.state);
  });
  return {
    be,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create: (setup) => line.ask('create', [setup]),
    unlock: (kind, secret) => line.ask('unlock', [kind, secret]),
    lock: () => line.ask('lock', []),
    blank: () => line.ask('blank', []),
    onBlank: (cover) =>
      line.subscribe((news) => {
        if (news.name === 'blank') cover();
      }),
    change: (secret, next) => line.ask('change', [secret, next]),
    enterPolicy: (reference) => line.ask('enter-policy', [reference]),
    colleagueCard: () => line.ask('card', []),
    signPack: (text) => line.ask('sign-pack', [text]),
    checkpoint: (asked) =>
      line.ask('checkpoint', [{ ...asked, recipients: [...asked.recipients] }]),
  };
}
