/** The review of a page that somebody pressed the button on, and of further pages while it is open. */
import { type Draft, passed } from '@cyber-prevent/core';
import type { ReadingCell } from '@cyber-prevent/core/testing';
import { fireEvent, screen } from '@testing-library/preact';
import type { CaptureService, GrantedTab } from '../ports/capture-service.js';
import { draftOf } from './draft-under-test.js';
import { noPageToKeep } from './no-page-to-keep.js';
import { showShell } from './show-shell.js';

export const twin = (name: string, born = '2 May 2010'): readonly ReadingCell[] => [
  { label: 'Full name', value: name, owner: ['Subject'] },
  { label: 'Date of birth', value: born, owner: ['Subject'] },
  { label: 'Address', value: '7 Sample Row, Testford', owner: ['Subject'] },
];

/** The review, and a function that presses on a page whose draft has these values. */
export async function opened(cells: readonly ReadingCell[] = twin('Ada Vael')) {
  let next: Draft = draftOf(...cells);
  let hold: Promise<void> | undefined;
  let tell: (tab: GrantedTab) => void = () => undefined;
  let press = 1;
  const granted = (): GrantedTab => ({ tabId: 1, windowId: 1, way: 'page', press });
  const capture: CaptureService = {
    granted: async () => granted(),
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
    async fromTab() {
      const read = next;
      await hold;
      return passed(read);
    },
    readWith: async () => undefined,
    fromFile: async () => passed(next),
    fromText: async () => passed(next),
    copyOf: () => undefined,
    pageToKeep: noPageToKeep,
    highlight: async () => true,
  };
  const { services, app } = await showShell({ capture, surface: 'panel' });
  return {
    app,
    services,
    store: services.store,
    /** Presses on a page whose reading ends only when the test says so. */
    presses(draft: Draft): () => void {
      let goOn: () => void = () => undefined;
      hold = new Promise((go) => {
        goOn = go;
      });
      next = draft;
      press += 1;
      tell(granted());
      hold = undefined;
      return goOn;
    },
    async reads(...cells: readonly ReadingCell[]) {
      next = draftOf(...cells);
      press += 1;
      tell(granted());
      await screen.findByText('Save as referral', { selector: 'button' });
    },
    async saves() {
      fireEvent.click(await screen.findByText('Save as referral', { selector: 'button' }));
    },
    names: async () => (await services.store.query('subject')).map(({ value }) => value.name),
    looks: async () =>
      (await services.store.audit()).filter(({ action }) => action === 'consultation').length,
  };
}

export const saved = () => screen.findByText(/^Saved as a referral/);
