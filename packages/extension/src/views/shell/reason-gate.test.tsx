// @vitest-environment happy-dom
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Policy } from '../../ports/services.js';
import { showShell } from '../../testing/show-shell.js';

// Loaded once: otherwise the first test to show it would wait for its file.
beforeAll(() => import('../subject/subject-view.js'), 60_000);
afterEach(cleanup);

const ASKS: Policy = { fips: false, requireReason: true };

async function showSubjects(policy: Policy = ASKS) {
  const shown = await showShell({ start: { name: 'settings' }, policy });
  const { store } = shown.services;
  const [one, other] = [buildSubject({ name: 'Rowan Vael' }), buildSubject({ name: 'Wren Moss' })];
  await store.commit({
    changes: [newRecord('subject', one), newRecord('subject', other)],
    reason: 'referral',
  });
  const looks = async () =>
    (await store.audit()).filter(({ action }) => action === 'consultation').map((e) => e.reason);
  return { ...shown, looks, one: one.id, other: other.id };
}

it('shows nothing of a record, and logs no look, before a reason is given', async () => {
  const { app, looks, one } = await showSubjects();
  app.router.go({ name: 'subject', subject: one });
  const heading = await screen.findByRole('heading', { name: 'Why are you opening this record?' });
  expect(document.body.textContent).not.toContain('Rowan Vael');
  expect(await looks()).toEqual([]);
  // The keys are there as soon as the question is.
  expect(app.keys.groups.value.flatMap(({ commands }) => Object.keys(commands))).toContain(
    'reason',
  );
  expect(screen.queryByRole('button', { name: /Filing a referral/ })).toBeNull();
  fireEvent.keyDown(heading, { key: '3' });
  await screen.findByRole('heading', { level: 1, name: /Rowan Vael/ });
  expect(await looks()).toEqual(['case-work']);
});

it('remembers the reason for that record, and asks again for another', async () => {
  const { app, looks, one, other } = await showSubjects();
  app.router.go({ name: 'subject', subject: one });
  fireEvent.click(await screen.findByRole('button', { name: /Retention review/ }));
  await screen.findByRole('heading', { level: 1, name: /Rowan Vael/ });
  app.router.go({ name: 'settings' });
  await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
  app.router.go({ name: 'subject', subject: one });
  await screen.findByRole('heading', { level: 1, name: /Rowan Vael/ });
  await waitFor(async () => expect(await looks()).toEqual(['retention', 'retention']));
  app.router.go({ name: 'subject', subject: other });
  await screen.findByRole('heading', { name: 'Why are you opening this record?' });
});

it('asks nothing where policy does not, and never for a safeguarding concern', async () => {
  const { app, one } = await showSubjects();
  app.router.go({ name: 'safeguarding', subject: one });
  await screen.findByRole('heading', { level: 1, name: /safeguarding concern/i });
  cleanup();
  const free = await showSubjects({ fips: false });
  free.app.router.go({ name: 'subject', subject: free.one });
  await screen.findByRole('heading', { level: 1, name: /Rowan Vael/ });
  expect(await free.looks()).toEqual(['case-work']);
});

it('logs the reason given for a record though the officer has left it before its records are read', async () => {
  const { app, services, looks, one } = await showSubjects();
  app.router.go({ name: 'subject', subject: one });
  const query = services.store.query.bind(services.store);
  const waiting: (() => void)[] = [];
  services.store.query = (async (...asked: Parameters<typeof query>) => {
    const found = await query(...asked);
    await new Promise<void>((go) => waiting.push(go));
    return found;
  }) as typeof query;
  fireEvent.click(await screen.findByRole('button', { name: /Retention review/ }));
  await waitFor(() => expect(waiting.length).toBeGreaterThan(0));
  app.router.go({ name: 'settings' });
  await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
  services.store.query = query as typeof services.store.query;
  for (const go of waiting) go();
  await waitFor(async () => expect(await looks()).toEqual(['retention']));
});

it('goes back without opening anything', async () => {
  const { app, looks, one } = await showSubjects();
  app.router.go({ name: 'subject', subject: one });
  fireEvent.click(await screen.findByRole('button', { name: 'Do not open it' }));
  await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
  expect(await looks()).toEqual([]);
});
