// @vitest-environment happy-dom
/** The same half-typed contact is open in two windows, and the other one saves it. */
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('../views/contact/quick-log/quick-log-view.js'),
      import('./gone-panel.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const SAVED = 'You saved this in another window';
const KEEP = 'Keep what is entered here as a new draft';
const CLEAR = 'Clear what is entered here';

const minutes = () => screen.getByLabelText<HTMLInputElement>('Contact time in minutes');
const types = (value: string) => fireEvent.input(minutes(), { target: { value } });
/** Presses as a person does: the button has the focus. */
async function presses(name: string) {
  const button = await screen.findByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

async function logsAda() {
  const { services, app } = await showShell();
  const subject = buildSubject({ name: 'Ada Vael' });
  await services.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  app.router.go({ name: 'quick-log', subject: subject.id });
  await screen.findByLabelText('Kind of intervention');
  // The form has looked for a draft, and found none.
  await app.unfinished.flushAll();
  const key = `quick-log/${subject.id}`;
  const draft = { kind: 'home-visit', mode: 'in-person', outcome: 'engaged', minutes: 22 };
  const contact = buildIntervention({ subjectId: subject.id, minutes: 22 });
  const commit = { changes: [newRecord('intervention', contact)], reason: 'case-work' } as const;
  const made = { commit, id: contact.id };
  const at = services.host.clock.now();
  const saving = { request: crypto.randomUUID(), made, of: '', at };
  const other = {
    begins: () => services.work.fromElsewhere(key, { ...draft, saving }),
    async saves() {
      await services.saves.keep(saving.request, commit);
      services.work.goneElsewhere(key);
      await screen.findByRole('heading', { name: SAVED });
    },
  };
  const contacts = async () => (await services.store.query('intervention')).length;
  return { services, app, subject, key, other, contacts };
}

it('says that it was saved, and makes no second contact until the officer has chosen', async () => {
  const { other, contacts } = await logsAda();
  other.begins();
  await waitFor(() => expect(minutes().value).toBe('22'));
  await other.saves();
  expect(minutes().value).toBe('22');
  types('33');
  await presses('Log for Ada Vael');
  await screen.findByText(/^This was saved on/);
  expect(await contacts()).toBe(1);
  expect(minutes().value).toBe('33');

  await presses(KEEP);
  await waitFor(() => expect(screen.queryByRole('heading', { name: SAVED })).toBeNull());
  expect(document.activeElement).toBe(screen.getByLabelText('Kind of intervention'));
  await presses('Log for Ada Vael');
  await screen.findByText('The contact with Ada Vael was logged');
  expect(await contacts()).toBe(2);
});

it('leads to what was saved', async () => {
  const { app, subject, other } = await logsAda();
  other.begins();
  await waitFor(() => expect(minutes().value).toBe('22'));
  await other.saves();
  await presses('Open what was saved');
  expect(app.router.route.value).toEqual({
    name: 'subject',
    subject: subject.id,
    section: 'interventions',
  });
});

it('replaces the choice between two versions, of which one is gone, and takes the focus of its buttons', async () => {
  const { services, key, other, contacts } = await logsAda();
  types('33');
  other.begins();
  (await screen.findByRole('button', { name: 'Use that' })).focus();
  await other.saves();
  expect(screen.queryByRole('button', { name: 'Use that' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: SAVED }));
  expect(minutes().value).toBe('33');
  await presses(CLEAR);
  await waitFor(() => expect(minutes().value).toBe(''));
  expect(document.activeElement).toBe(screen.getByLabelText('Kind of intervention'));
  expect(services.work.held(key)).toBeUndefined();
  expect(await contacts()).toBe(1);
});

it('says that it may be saved where nothing shows it, and lets no press save it before that is answered', async () => {
  const { services, key, contacts } = await logsAda();
  services.work.fromElsewhere(key, { kind: 'home-visit', mode: 'in-person', outcome: 'engaged' });
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLSelectElement>('Kind of intervention').value).toBe(
      'home-visit',
    ),
  );
  services.work.goneElsewhere(key);
  await screen.findByRole('heading', { name: 'This was saved or discarded in another window' });
  types('33');
  await presses('Log for Ada Vael');
  await screen.findAllByText(/Choose what to do with what is entered here, then save/);
  expect(await contacts()).toBe(0);
  await presses(KEEP);
  await presses('Log for Ada Vael');
  await screen.findByText('The contact with Ada Vael was logged');
  expect(await contacts()).toBe(1);
});
