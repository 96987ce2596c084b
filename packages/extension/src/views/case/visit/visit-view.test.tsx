// @vitest-environment happy-dom
/** The visit view, where a family can see the screen. */
import {
  buildAssessment,
  buildContactCheck,
  buildReferral,
  buildRelatedPerson,
  buildSafeguardingConcern,
  buildSession,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { memoryServices } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { rowsOnce } from '../../desk/list/rows-once.js';
import { visitFacts } from './visit-facts.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('./visit-view.js'),
      import('../../desk/subjects-view.js'),
      import('../person-line/person-frame.js'),
      import('../../intelligence/note-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const ABOUT = { subjectId: ADA.id };
const CHANGES = [
  newRecord('subject', ADA),
  newRecord('subject', buildSubject({ name: 'Ivo Quill' })),
  newRecord('referral', buildReferral({ ...ABOUT, status: 'accepted' })),
  newRecord('relatedPerson', buildRelatedPerson({ ...ABOUT, name: 'Marisol Vael' })),
  newRecord('safeguardingConcern', buildSafeguardingConcern(ABOUT)),
  newRecord('contactCheck', buildContactCheck(ABOUT)),
  newRecord(
    'assessment',
    buildAssessment({
      ...ABOUT,
      levels: [{ id: 'high', label: 'High' }],
      signedAt: '2026-11-20T09:00:00.000Z',
    }),
  ),
  newRecord(
    'session',
    buildSession({ ...ABOUT, arrangedFor: '2026-12-03', place: 'Wending Library' }),
  ),
];

async function visits() {
  const shown = await showShell({ start: { name: 'today' } });
  await shown.services.store.commit({ changes: CHANGES, reason: 'case-work' });
  shown.app.router.go({ name: 'note', subject: ADA.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Visit view' }, LOADS));
  await screen.findByRole('heading', { name: 'Visit with Ada Vael' });
  return shown;
}

it('shows the name and the next appointment, and no level, concern, marker or other people', async () => {
  await visits();
  const text = document.body.textContent ?? '';
  expect(text).toContain('3 December 2026, Wending Library');
  expect(text).not.toMatch(/High|Check before|Under 18|16|Accepted|Marisol|Ivo Quill|referral/i);
  expect(screen.queryByRole('region', { name: 'Person in view' })).toBeNull();
  expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull();
});

it('is one press on and one press off', async () => {
  const { app } = await visits();
  fireEvent.click(screen.getByRole('button', { name: 'Turn off visit view' }));
  await screen.findByRole('region', { name: 'Person in view' }, LOADS);
  expect(app.router.route.value).toMatchObject({ name: 'note', subject: ADA.id });
});

it('stays on over any screen, a lock and an unlock', async () => {
  const { app, services } = await visits();
  app.router.go({ name: 'subjects' });
  await screen.findByRole('heading', { name: 'Visit view is on' });
  expect(document.body.textContent).not.toContain('Ivo Quill');
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  expect(screen.queryByRole('dialog')).toBeNull();
  await services.vault.lock();
  await waitFor(() =>
    expect(screen.queryByRole('heading', { name: 'Visit view is on' })).toBeNull(),
  );
  await services.vault.unlock('practice', { passphrase: 'four quiet otters juggle' });
  await screen.findByRole('heading', { name: 'Visit view is on' });
  expect(document.body.textContent).not.toContain('Ivo Quill');
});

it('shows no screen of a page that is loaded again before it knows', async () => {
  const services = await memoryServices({});
  await services.store.commit({ changes: CHANGES, reason: 'case-work' });
  let give: (kept: unknown) => void = () => undefined;
  const reading = new Promise<unknown>((resolve) => {
    give = resolve;
  });
  const heads = (): readonly string[] =>
    screen.queryAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent ?? '');
  const seen = new Set<string>();
  const watching = new MutationObserver(() => {
    for (const each of heads()) seen.add(each);
  });
  watching.observe(document.body, { childList: true, subtree: true });
  await showShell({
    services,
    start: { name: 'subjects' },
    settingsPlace: { get: () => reading, set: async () => undefined },
  });
  // Longer than a screen needs that waits for nothing.
  await rowsOnce(services.rows, 'subjects');
  await act(async () => undefined);
  expect(heads()).toEqual([]);
  give({ visitView: true });
  await screen.findByRole('heading', { name: 'Visit view is on' });
  watching.disconnect();
  expect([...seen]).toEqual(['Visit view is on']);
});

it('has the name and the birth alone in the line over the page for a visit', async () => {
  const { app, services } = await showShell({ start: { name: 'today' } });
  await services.store.commit({ changes: CHANGES, reason: 'case-work' });
  app.router.go({ name: 'note', subject: ADA.id });
  const line = () => screen.queryByRole('region', { name: 'Person in view' });
  await waitFor(() => expect(line()).not.toBeNull(), LOADS);
  app.router.go({ name: 'contact-plan', subject: ADA.id });
  await screen.findByRole('heading', { name: 'Contact plan' }, LOADS);
  await waitFor(() => expect(line()).not.toBeNull(), LOADS);
  await services.ask('person-line', [ADA.id]);
  await act(async () => undefined);
  const words = [...(line()?.querySelectorAll('.cp-who__name, .cp-wide') ?? [])];
  expect(words.map(({ textContent }) => textContent)).toEqual(['Ada Vael', 'Born 2 May 2010']);
  expect(line()?.textContent).not.toMatch(/High|Check|Under 18|16|Accepted|concern|Next/i);
});

it('has a list of what may be shown, and nothing else', async () => {
  const { store, today } = await memoryServices({});
  await store.commit({ changes: CHANGES, reason: 'case-work' });
  const facts = await visitFacts(store, ADA.id, today());
  expect(facts).toEqual({
    name: 'Ada Vael',
    appointment: { when: '3 December 2026', place: 'Wending Library' },
  });
});

it('says that the form for a concern waits behind it, and nothing of what it is for', async () => {
  const { app } = await visits();
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(app.router.route.value.name).toBe('safeguarding');
  const said = await screen.findByRole('status');
  expect(said.textContent).toBe(
    'The form that you opened is ready. Turn off visit view to see it.',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Turn off visit view' }));
  await screen.findByRole('button', { name: /^Record concern about Ada Vael/ }, LOADS);
});

it('can be locked, and is still there after it', async () => {
  const { services } = await visits();
  fireEvent.click(await screen.findByRole('button', { name: 'Lock' }, LOADS));
  await waitFor(() => expect(services.vault.state().name).toBe('locked'), LOADS);
});
