// @vitest-environment happy-dom
/** A draft from another visit is shown with its date before it can be saved as something else. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formKey } from '../app/work-keys.js';
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

const HEADING = /^Begun on/;
const put = (on: string) => ({ at: `${on}T10:02:00.000Z`, on });

/** One person, and a half-typed contact with them. */
async function begun(typedAt: unknown, begunAt?: string) {
  const shown = await showShell({ start: { name: 'today' } });
  const subject = buildSubject({ name: 'Ada Vael' });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject)],
    reason: 'case-work',
  });
  const key = `intervention/${subject.id}`;
  await shown.services.work.save(
    key,
    { heldOn: '2026-11-03', note: 'Of another visit', typedAt, begunAt },
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
  it.each([
    ['of another day', '2026-11-03', 'Begun on 3 November 2026 at 10:02'],
    ['of today', '2026-11-24', 'Begun on 24 November 2026 at 10:02'],
  ])('%s are out of sight until the officer continues with them', async (_, on, heading) => {
    await begun(put(on));
    await screen.findByRole('heading', { name: heading });
    expect(note()).toBeNull();
    expect(screen.queryByRole('button', { name: 'Log for Ada Vael' })).toBeNull();
    // Enough of them to know them by.
    screen.getByText('Of another visit');
    await presses('Continue');
    await waitFor(() => expect(note()?.value).toBe('Of another visit'));
    expect(screen.queryByRole('heading', { name: HEADING })).toBeNull();
  });

  it('were begun when they were first put away, and say when they were changed last', async () => {
    await begun({ ...put('2026-11-03') }, '2026-11-02T09:00:00.000Z');
    await screen.findByRole('heading', { name: 'Begun on 2 November 2026 at 09:00' });
    screen.getByText(/^Last changed on 3 November 2026 at 10:02\. It is not saved/);
  });

  it('that were put away without a date are told too', async () => {
    await begun(undefined);
    await screen.findByRole('heading', { name: 'Begun on an earlier visit' });
    expect(note()).toBeNull();
  });

  it('are not there for a moment before they are asked about', async () => {
    const { app, services, key, opens } = await begun(put('2026-11-03'));
    app.router.go({ name: 'settings' });
    await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
    services.work.fromElsewhere(key, { note: 'Of another visit', typedAt: put('2026-11-03') });
    const load = services.work.load;
    const waiting: (() => void)[] = [];
    services.work.load = async (each) => {
      await new Promise<void>((go) => waiting.push(go));
      return load(each);
    };
    opens();
    await screen.findByRole('heading', { level: 1, name: /Ada Vael/ });
    expect([note(), screen.queryByRole('heading', { name: HEADING })]).toEqual([null, null]);
    services.work.load = load;
    for (const goOn of waiting) goOn();
    await screen.findByRole('heading', { name: HEADING });
    expect(note()).toBeNull();
  });

  it.each(['Continue', 'Start again'])('give the focus to the form after %s', async (answer) => {
    await begun(put('2026-11-03'));
    await presses(answer);
    await waitFor(() => expect(screen.queryByRole('heading', { name: HEADING })).toBeNull());
    expect(note()).not.toBeNull();
    expect(document.activeElement).toBe(note());
  });

  it('are set aside where the officer starts afresh, with their date', async () => {
    const { services, key } = await begun(put('2026-11-03'));
    await screen.findByRole('heading', { name: HEADING });
    await presses('Start again');
    await waitFor(() => expect(note()?.value).toBe(''));
    expect(services.work.held(key)).toBeUndefined();
    const held = within(screen.getByRole('group', { name: 'Date of contact' }));
    expect(held.getByLabelText<HTMLInputElement>('Day').value).toBe('24');
    const [aside = '', ...others] = await services.work.keys();
    expect(others).toEqual([]);
    expect(formKey(aside)).toBe(key);
    expect(services.work.held(aside)).toMatchObject({
      note: 'Of another visit',
      typedAt: put('2026-11-03'),
    });
  });

  it('stay where they are when starting afresh fails, and it is said', async () => {
    const { services, key } = await begun(put('2026-11-03'));
    await screen.findByRole('heading', { name: HEADING });
    services.work.failWith('The keeper did not answer.');
    await presses('Start again');
    await screen.findByText(/^What you typed could not be set aside. The keeper did not answer/);
    expect(services.work.held(key)).toMatchObject({ note: 'Of another visit' });
  });
});

describe('words of the same visit', () => {
  it('are there again without a question when one comes back from a screen that the form opened', async () => {
    const { app, opens, subject } = await begun(put('2026-11-24'));
    await presses('Continue');
    await waitFor(() => expect(screen.queryByRole('heading', { name: HEADING })).toBeNull());
    app.router.go({ name: 'stop-card', subject: subject.id, where: 'visit' });
    await screen.findByText('This is not an interview. Ask nothing more about it.');
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
    await presses('Continue in the full form');
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
    await presses('Continue');
    await presses('Cancel');
    await presses('Discard it');
    app.router.go({ name: 'log' });
    await waitFor(() => expect(services.work.held(key)).toBeUndefined());
    await app.unfinished.flushAll();
    expect(app.router.route.value).toEqual({ name: 'log' });
  });

  it.each([
    ['Keep it for later', true],
    ['Discard it', false],
  ])('asks what happens to what was typed: %s', async (answer, isKept) => {
    const { app, services, key } = await begun(put('2026-11-24'));
    await presses('Continue');
    await presses('Cancel');
    const question = within(await screen.findByRole('region', { name: 'Keep what you typed?' }));
    // The destructive button comes after the one that keeps.
    expect(question.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Keep it for later',
      'Discard it',
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
