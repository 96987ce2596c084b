/** The review of a draft in the panel, read from a page that a test presses on. */
import { type Draft, passed } from '@cyber-prevent/core';
import { screen } from '@testing-library/preact';
import type { CaptureService, GrantedTab } from '../ports/capture-service.js';
import type { VaultState } from '../ports/services.js';
import { OPEN } from './memory-services.js';
import { noPageToKeep } from './no-page-to-keep.js';
import { showShell } from './show-shell.js';

/** Shows the review, and gives a function that presses on the page again, which then reads as another draft. */
export async function reviewing(draft: Draft, state: VaultState = OPEN) {
  let next = draft;
  let tell: (tab: GrantedTab) => void = () => undefined;
  let press = 1;
  const granted = (): GrantedTab => ({ tabId: 1, windowId: 1, way: 'page', press });
  const capture: CaptureService = {
    granted: async () => granted(),
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
    fromTab: async () => passed(next),
    readWith: async () => undefined,
    fromFile: async () => passed(next),
    fromText: async () => passed(next),
    copyOf: () => undefined,
    pageToKeep: noPageToKeep,
    highlight: async () => true,
  };
  const { services, app } = await showShell({ capture, state, surface: 'panel' });
  const isOpen = () => screen.findByText('Save as referral', { selector: 'button' });
  await isOpen();
  return {
    app,
    services,
    store: services.store,
    async reads(again: Draft) {
      next = again;
      press += 1;
      tell(granted());
      await isOpen();
    },
  };
}
