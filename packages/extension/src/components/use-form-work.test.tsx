// @vitest-environment happy-dom
/** A draft from another visit is shown with its date before it can be saved as something else. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('../views/contact/intervention/intervention-view.js'),
      import('../views/contact/quick-log/quick-log-view.js'),
      import('../views/contact/stop-card/stop-card-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const HEADING = 'Continue with what you typed before?';
const put = (on: string) => ({ at: `${on}T10:02:00.000Z`, on });

/** One person, and a half-typed contact with them. */
async function begun(typedAt: unknown) {
  const shown = await showShell({ start: { name: 'today' } });
  const subject = buildSubject({ name: 'Ada Vael' });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject)],
    reason: 'case-work',
  });
  const key = `intervention/${subject.id}`;
  await shown.services.work.save(
    key,
    { heldOn: '2026-11-03', note: 'Of another visit', typedAt },
    0,
  );
  const opens = () => shown.app.router.go({ name: 'intervention', subject: subject.id });
  opens();
  await screen.findByRole('heading', { name: 'Log an intervention with Ada Vael' });
  return { ...shown, subject, key, opens };
}
const note = () => screen.queryByLabelText<HTMLTextAreaElement>(/^What happened/);
const presses = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }));

describe('words of another visit', () => {
  it('of another day are out of sight until the officer continues with them', async () => {
    await begun(put('2026-11-03'));
    await screen.findByRole('heading', { name: HEADING });
    screen.getByText(/^You typed this on 3 November 2026 at 10:02 and did not save it/);
    expect(note()).toBeNull();
    expect(screen.queryByRole('button', { name: 'Log the intervention' })).toBeNull();
    await presses('Yes, continue');
    await waitFor(() => expect(note()?.value).toBe('Of another visit'));
    expect(screen.queryByRole('heading', { name: HEADING })).toBeNull();
  });

  it.each([
    ['of another day', '2026-11-03', 'Yes, continue'],
    ['of today', '2026-11-24', 'Yes, continue'],
    ['of today', '2026-11-24', 'No, start afresh'],
  ])('%s give the focus to the form once it is said (%s, %s)', async (_, on, answer) => {
    await begun(put(on));
    await presses(answer);
    await waitFor(() => expect(screen.queryByRole('heading', { name: HEADING })).toBeNull());
    expect(document.activeElement).toBe(screen.getByLabelText('Kind of intervention'));
  });

  it('go where the officer starts afresh, and nothing of them is left', async () => {
    const { services, key } = await begun(put('2026-11-03'));
    await screen.findByRole('heading', { name: HEADING });
    await presses('No, start afresh');
    await waitFor(() => expect(note()?.value).toBe(''));
    expect(services.work.held(key)).toBeUndefined();
    const held = within(screen.getByRole('group', { name: 'Date of contact' }));
    expect(held.getByLabelText<HTMLInputElement>('Day').value).toBe('24');
  });

  it('of today are told above the form, as are those that were put away without a date', async () => {
    await begun(put('2026-11-24'));
    await screen.findByRole('heading', { name: HEADING });
    expect(note()?.value).toBe('Of another visit');
    cleanup();
    await begun(undefined);
    await screen.findByText(/^You typed this on an earlier visit/);
    expect(note()).not.toBeNull();
  });

  it('stay where they are when starting afresh fails, and it is said', async () => {
    const { services, key } = await begun(put('2026-11-03'));
    await screen.findByRole('heading', { name: HEADING });
    services.work.failWith('The keeper did not answer.');
    await presses('No, start afresh');
    await screen.findByText(/^What you typed could not be removed. The keeper did not answer/);
    expect(services.work.held(key)).toMatchObject({ note: 'Of another visit' });
  });
});

describe('words of the same visit', () => {
  it('are there again without a question when one comes back from a screen that the form opened', async () => {
    const { app, opens, subject } = await begun(put('2026-11-24'));
    await presses('Yes, continue');
    await waitFor(() => expect(screen.queryByRole('heading', { name: HEADING })).toBeNull());
    app.router.go({ name: 'stop-card', subject: subject.id, where: 'visit' });
    await screen.findByText(/This is not an interview/);
    app.router.back();
    await waitFor(() => expect(note()?.value).toBe('Of another visit'));
    expect(screen.queryByRole('heading', { name: HEADING })).toBeNull();
    app.router.go({ name: 'today' });
    opens();
    await screen.findByRole('heading', { name: HEADING });
  });

  it('go on from the quick log to the whole form without a question', async () => {
    const { app, services, subject, key } = await begun(put('2026-11-24'));
    app.router.go({ name: 'today' });
    await services.work.discard(key);
    app.router.go({ name: 'quick-log', subject: subject.id });
    fireEvent.input(await screen.findByLabelText('Contact time in minutes'), {
      target: { value: '45' },
    });
    await presses('Say more');
    await screen.findByRole('heading', { name: 'Log an intervention with Ada Vael' });
    await screen.findByDisplayValue('45');
    expect(screen.queryByRole('heading', { name: HEADING })).toBeNull();
  });
});

describe('leaving a form', () => {
  it('asks nothing where nothing was typed', async () => {
    const { app, services, key, subject } = await begun(put('2026-11-24'));
    app.router.go({ name: 'today' });
    await services.work.discard(key);
    app.router.go({ name: 'intervention', subject: subject.id });
    await screen.findByRole('heading', { name: 'Log an intervention with Ada Vael' });
    await presses('Cancel');
    await waitFor(() => expect(app.router.route.value).toEqual({ name: 'today' }));
  });

  it('does not pull back an officer who has gone on while it was thrown away', async () => {
    const { app, services, key } = await begun(put('2026-11-24'));
    await presses('Yes, continue');
    await presses('Cancel');
    await presses('Throw it away');
    app.router.go({ name: 'log' });
    await waitFor(() => expect(services.work.held(key)).toBeUndefined());
    await app.unfinished.flushAll();
    expect(app.router.route.value).toEqual({ name: 'log' });
  });

  it.each([
    ['Keep it for later', true],
    ['Throw it away', false],
  ])('asks what happens to what was typed: %s', async (answer, isKept) => {
    const { app, services, key } = await begun(put('2026-11-24'));
    await presses('Yes, continue');
    await presses('Cancel');
    const question = within(await screen.findByRole('region', { name: 'Keep what you typed?' }));
    // The destructive button comes after the one that keeps.
    expect(question.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Keep it for later',
      'Throw it away',
      'Stay on this page',
    ]);
    expect(app.router.route.value.name).toBe('intervention');
    await presses('Stay on this page');
    expect(document.activeElement?.textContent).toBe('Cancel');
    await waitFor(() => expect(screen.queryByText('Keep what you typed?')).toBeNull());
    expect(note()?.value).toBe('Of another visit');
    await presses('Cancel');
    await screen.findByText('Keep what you typed?');
    await presses(answer);
    await waitFor(() => expect(app.router.route.value).toEqual({ name: 'today' }));
    await app.unfinished.flushAll();
    expect(services.work.held(key) !== undefined).toBe(isKept);
  });
});
