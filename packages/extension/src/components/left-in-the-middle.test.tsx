// @vitest-environment happy-dom
/** A lock, a reload and a closed panel in the middle of a form: every word is there, and comes back as it should. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Taken } from '../app/begin-anew.js';
import { type MemoryServices, OPEN } from '../testing/memory-services.js';
import { showShell } from '../testing/show-shell.js';

beforeAll(() => import('../views/contact/intervention/intervention-view.js'), 60_000);
afterEach(cleanup);

const WORDS = 'Half of what happened';
const ada = buildSubject({ name: 'Ada Vael' });
const ROUTE = { name: 'intervention', subject: ada.id } as const;
const note = () => screen.queryByLabelText<HTMLTextAreaElement>(/^What happened/);
const isAsked = () => screen.queryByRole('heading', { name: /^Begun on/ }) !== null;

/** A page of ours, with what it hands over when it is loaded again. */
async function page(services?: MemoryServices, taken?: Taken) {
  const handed: Taken[] = [];
  const shown = await showShell({
    start: { name: 'today' },
    ...(services ? { services } : {}),
    reload: {
      taken,
      begin: async (next) => void handed.push(next),
      note: (next) => void handed.push(next),
    },
  });
  return { ...shown, handed };
}

/** The form of a contact with Ada, with a word typed that is not yet stored. */
async function typing() {
  const shown = await page();
  await shown.services.store.commit({
    changes: [newRecord('subject', ada)],
    reason: 'case-work',
  });
  shown.app.router.go(ROUTE);
  await waitFor(() => expect(note()).not.toBeNull());
  await waitFor(() => expect(note()?.isConnected).toBe(true));
  const box = note();
  if (box) fireEvent.input(box, { target: { value: WORDS } });
  return shown;
}
const stored = (services: MemoryServices) =>
  (services.work.held(`intervention/${ada.id}`) as { readonly note?: string } | undefined)?.note;

it('is on the same form after a lock, with what was typed and no question', async () => {
  const { services, handed } = await typing();
  await services.vault.lock();
  await waitFor(() => expect(handed.at(-1)?.route).toEqual(ROUTE));
  expect(stored(services)).toBe(WORDS);
  expect(JSON.stringify(handed)).not.toContain('Half');
  cleanup();
  const taken = handed.at(-1);
  await page(services, taken);
  services.setVault(OPEN);
  await screen.findByDisplayValue(WORDS);
  expect(isAsked()).toBe(false);
});

it('is on the same form after a reload, with what was typed and no question', async () => {
  const { services, handed } = await typing();
  dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(stored(services)).toBe(WORDS));
  cleanup();
  await page(services, handed.at(-1));
  await screen.findByDisplayValue(WORDS);
  expect(isAsked()).toBe(false);
});

it('begins at its first screen after the panel was closed, and asks where the form is opened', async () => {
  const { services } = await typing();
  dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(stored(services)).toBe(WORDS));
  cleanup();
  const { app } = await page(services);
  await screen.findByText('Unfinished (1)');
  app.router.go(ROUTE);
  await waitFor(() => expect(isAsked()).toBe(true));
  expect(note()).toBeNull();
});
