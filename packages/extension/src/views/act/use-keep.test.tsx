// @vitest-environment happy-dom
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

/** A half-typed contact with the person, not saved. */
async function logsAda() {
  const { services, app } = await showShell();
  const subject = buildSubject({ name: 'Ada Vael' });
  await services.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  app.router.go({ name: 'quick-log', subject: subject.id });
  await screen.findByLabelText('Kind of intervention');
  for (const [label, value] of [
    ['Kind of intervention', 'home-visit'],
    ['How', 'in-person'],
    ['Outcome', 'engaged'],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.input(screen.getByLabelText('Contact time in minutes'), { target: { value: '45' } });
  return { services, app, subject };
}

const presses = (): boolean =>
  fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));

it('says that it is kept though what was half typed cannot be discarded, so that nobody keeps it twice', async () => {
  const { services } = await logsAda();
  services.work.failDiscardsWith('The keeper did not answer.');
  presses();
  await screen.findByText('The contact with Ada Vael was logged');
  expect(await services.store.query('intervention')).toHaveLength(1);
});

it('keeps nothing while its request cannot be put away, says why, and keeps it once when pressed again', async () => {
  const { services } = await logsAda();
  services.work.failWith('There is no room left.');
  presses();
  await screen.findByText('There is a problem');
  expect(screen.getAllByText(/There is no room left/).length).toBeGreaterThan(0);
  expect(await services.store.query('intervention')).toHaveLength(0);
  expect(screen.getByDisplayValue('45')).toBeTruthy();
  services.work.failWith(undefined);
  presses();
  await screen.findByText('The contact with Ada Vael was logged');
  expect(await services.store.query('intervention')).toHaveLength(1);
});

it('keeps nothing while another window has changed the form, however often it is pressed', async () => {
  const { services } = await logsAda();
  const key = await waitFor(async () => {
    const [found] = (await services.work.keys()).filter((each) => each.startsWith('quick-log/'));
    if (found === undefined) throw new Error('Not put away yet');
    return found;
  });
  fireEvent.input(screen.getByLabelText('Contact time in minutes'), { target: { value: '33' } });
  services.work.fromElsewhere(key, { minutes: '22' });
  const looked = vi.spyOn(services.saves, 'kept');
  for (let press = 0; press < 3; press += 1) {
    presses();
    await screen.findAllByText(/Choose which of the two to keep, then save/);
  }
  fireEvent.click(screen.getByRole('button', { name: 'Keep this one' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep this one' })).toBeNull());
  // No press took the save before it for one that is stored.
  expect(looked).not.toHaveBeenCalled();
  presses();
  await screen.findByText('The contact with Ada Vael was logged');
  expect(await services.store.query('intervention')).toMatchObject([{ value: { minutes: 33 } }]);
});

it('opens no fuller form of a contact that was kept though its answer was lost', async () => {
  const { services } = await logsAda();
  services.saves.endNext('before-it-answers');
  presses();
  await screen.findByText('There is a problem');
  fireEvent.click(screen.getByRole('button', { name: 'Continue in the full form' }));
  await screen.findAllByText(/This was saved on/);
  expect(screen.getByRole('heading', { level: 1, name: 'Quick log' })).toBeTruthy();
  expect(await services.store.query('intervention')).toHaveLength(1);
});

it('leads to a contact that was kept though its answer was lost, when something else is filled in by then', async () => {
  const { services, app, subject } = await logsAda();
  services.saves.endNext('before-it-answers');
  presses();
  await screen.findByText('There is a problem');
  fireEvent.input(screen.getByLabelText('Contact time in minutes'), { target: { value: '50' } });
  presses();
  const told = await screen.findByRole('alert', { name: 'Important' });
  expect(told.textContent).toMatch(/This was saved on .*, as you had entered it then/);
  expect(document.activeElement).toBe(told);
  fireEvent.click(within(told).getByRole('button', { name: 'Open what was saved' }));
  expect(app.router.route.value).toEqual({
    name: 'subject',
    subject: subject.id,
    section: 'interventions',
  });
  expect(await services.store.query('intervention')).toMatchObject([{ value: { minutes: 45 } }]);
});

it('says that a contact was kept, and where, when its form is started afresh', async () => {
  const { services, app, subject } = await logsAda();
  services.saves.endNext('before-it-answers');
  presses();
  await screen.findByText('There is a problem');
  app.router.go({ name: 'settings' });
  app.router.go({ name: 'quick-log', subject: subject.id });
  await screen.findByRole('heading', { name: /^Begun on/ });
  await screen.findByText(/^This was saved on .* If you start again, nothing that was saved/);
  fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
  const told = await screen.findByRole('alert', { name: 'Important' });
  expect(told.textContent).toMatch(/What you had typed before was saved on/);
  expect(screen.queryByDisplayValue('45')).toBeNull();
  fireEvent.click(within(told).getByRole('button', { name: 'Open what was saved' }));
  expect(app.router.route.value).toMatchObject({ name: 'subject', section: 'interventions' });
  expect(await services.store.query('intervention')).toHaveLength(1);
});
