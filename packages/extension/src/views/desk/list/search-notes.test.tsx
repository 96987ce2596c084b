// @vitest-environment happy-dom
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { said } from '../../../testing/said-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../subjects-view.js'), 60_000);
afterEach(cleanup);

async function showSubjects() {
  const shown = await showShell({ start: { name: 'subjects' } });
  const { store } = shown.services;
  const [rowan, wren] = [
    buildSubject({ name: 'Rowan Vael' }),
    buildSubject({ name: 'Wren Moss', emails: [] }),
  ];
  await store.commit({
    changes: [newRecord('subject', rowan), newRecord('subject', wren)],
    reason: 'referral',
  });
  await screen.findByText('Wren Moss');
  const searches = async () => (await store.audit()).filter(({ reason }) => reason === 'search');
  const look = (text: string) =>
    fireEvent.input(screen.getByLabelText('Find a subject'), { target: { value: text } });
  return { ...shown, searches, look, rowan: rowan.id, wren: wren.id };
}

it('logs a settled search once, with the rows that were shown and no word of it', async () => {
  const { look, searches, rowan, services } = await showSubjects();
  for (const text of ['V', 'Va', 'Vae', 'Vael']) look(text);
  await waitFor(async () => expect(await searches()).toHaveLength(1), { timeout: 3000 });
  expect(await searches()).toMatchObject([
    { action: 'consultation', records: [rowan], search: expect.stringMatching(/^[\w-]{43}$/) },
  ]);
  expect(JSON.stringify(await services.store.audit())).not.toMatch(/vael/i);
});

it('logs it before a row that is opened', async () => {
  const { look, services, rowan } = await showSubjects();
  look('Vael');
  await waitFor(() => expect(screen.queryByText('Wren Moss')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Rowan Vael' }));
  await screen.findByRole('heading', { level: 1, name: /Rowan Vael/ });
  const looks = (await services.store.audit()).filter(({ action }) => action === 'consultation');
  expect(looks.map(({ reason }) => reason)).toEqual(['search', 'case-work']);
  expect(looks[0]?.records).toEqual([rowan]);
});

it('logs nothing for a list that nothing is looked for in', async () => {
  const { app, searches } = await showSubjects();
  app.router.go({ name: 'settings' });
  await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
  expect(await searches()).toEqual([]);
});

it('shows no list whose search could not be logged', async () => {
  const { look, services } = await showSubjects();
  services.log.noteSearch = async () => {
    throw new Error('There is no room left.');
  };
  look('Vael');
  await screen.findByText(/^Nobody is shown, because the search could not be logged/, undefined, {
    timeout: 3000,
  });
  expect(screen.queryByText(said(/^Rowan Vael$/))).toBeNull();
  look('');
  await screen.findByText('Rowan Vael');
});

it('shows nobody in the palette whose search could not be logged, until the box is empty again', async () => {
  const { services } = await showSubjects();
  const { noteSearch } = services.log;
  services.log.noteSearch = async () => {
    throw new Error('There is no room left.');
  };
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox');
  fireEvent.input(box, { target: { value: 'Vael' } });
  await screen.findByRole('option', { name: /Rowan Vael/ });
  await screen.findByText(/^Nobody is shown, because the search could not be logged/, undefined, {
    timeout: 3000,
  });
  expect(screen.queryByRole('option', { name: /Rowan Vael/ })).toBeNull();
  fireEvent.input(box, { target: { value: 'Rowan' } });
  expect(screen.queryByRole('option', { name: /Rowan Vael/ })).toBeNull();
  services.log.noteSearch = noteSearch;
  fireEvent.input(box, { target: { value: '' } });
  fireEvent.input(box, { target: { value: 'Rowan' } });
  await screen.findByRole('option', { name: /Rowan Vael/ });
});

it('shows nobody in the choice of a form whose search could not be logged', async () => {
  const { app, services } = await showSubjects();
  services.log.noteSearch = async () => {
    throw new Error('There is no room left.');
  };
  app.router.go({ name: 'quick-log' });
  const box = await screen.findByRole('textbox', { name: /^Who was it with/ });
  fireEvent.input(box, { target: { value: 'Vael' } });
  await screen.findByText('Rowan Vael');
  await screen.findByText(/Nobody is shown, because the search could not be logged/, undefined, {
    timeout: 3000,
  });
  expect(screen.queryByText('Rowan Vael')).toBeNull();
});

/** Holds every answer of the search back until it is released. */
function holdAnswers(services: { ask: unknown }): () => void {
  const ask = services.ask as (verb: string, args: unknown) => Promise<unknown>;
  let release = (): void => undefined;
  const released = new Promise<void>((go) => {
    release = go;
  });
  services.ask = async (verb: string, args: unknown) => {
    if (verb === 'find') await released;
    return ask(verb, args);
  };
  return () => release();
}

async function withLateAnswer() {
  const shown = await showSubjects();
  const visit = buildIntervention({ subjectId: shown.rowan, note: 'He keeps bees.' });
  await shown.services.store.commit({
    changes: [newRecord('intervention', visit)],
    reason: 'case-work',
  });
  const release = holdAnswers(shown.app.services);
  const logged = () =>
    waitFor(
      async () =>
        expect(await shown.searches()).toContainEqual(
          expect.objectContaining({
            records: expect.arrayContaining([shown.rowan, visit.id]),
            fields: expect.arrayContaining(['note']),
          }),
        ),
      { timeout: 3000 },
    );
  return { ...shown, release, logged };
}

it('logs what a list shows of an answer that came after the search had settled', async () => {
  const { searches, look, release, logged } = await withLateAnswer();
  look('rowan bees');
  await waitFor(async () => expect(await searches()).toHaveLength(1), { timeout: 3000 });
  release();
  await screen.findByText(said(/He keeps bees/));
  await logged();
  expect(await searches()).toHaveLength(2);
});

it('logs what the palette shows of an answer that came after the search had settled', async () => {
  const { searches, look, release, logged, wren } = await withLateAnswer();
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  fireEvent.input(await screen.findByRole('combobox'), { target: { value: 'rowan bees' } });
  // Begun later, so that the other has settled once this one has.
  look('moss');
  await waitFor(async () => expect(await searches()).toMatchObject([{ records: [wren] }]), {
    timeout: 3000,
  });
  release();
  await screen.findByText(said(/He keeps bees/));
  await logged();
});
