// @vitest-environment happy-dom
/** Copied values of a new contact are said to be copied for as long as they are, and nothing is copied that may not be. */
import { addDays, writtenDate } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildSession,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OPEN } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./intervention-view.js'), 60_000);
afterEach(cleanup);

const LAST = 'Copied from the contact with Ada Vael on 18 November 2026, not typed:';

async function opened() {
  const shown = await showShell({ start: { name: 'today' } });
  const ada = buildSubject({ name: 'Ada Vael' });
  await shown.services.store.commit({ changes: [newRecord('subject', ada)], reason: 'case-work' });
  return { ...shown, ada };
}

it('starts as the last contact was held, and never with how it went', async () => {
  const { app, services, ada } = await opened();
  const earlier = [
    buildIntervention({ subjectId: ada.id, heldOn: '2026-11-02', minutes: 10, mode: 'video' }),
    buildIntervention({
      subjectId: ada.id,
      kind: 'mentoring',
      heldOn: '2026-11-18',
      minutes: 35,
      mode: 'telephone',
    }),
  ];
  await services.store.commit({
    changes: earlier.map((entry) => newRecord('intervention', entry)),
    reason: 'case-work',
  });
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText(/are as on 18 November 2026/);
  expect(screen.getByLabelText<HTMLInputElement>('Telephone').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Engaged').checked).toBe(false);
  // Named by the button that saves, for as long as nobody has changed them.
  const copied = await screen.findByText(/^Copied from the contact /);
  expect(copied.textContent).toBe(
    `${LAST} Mentoring, Telephone, 35 minutes. Check before you save.`,
  );
  expect(copied.closest('.cp-foot-bar')?.querySelector('button[type="submit"]')).not.toBeNull();
  fireEvent.click(screen.getByLabelText('In person'));
  await screen.findByText(`${LAST} Mentoring, 35 minutes. Check before you save.`);
  fireEvent.click(screen.getByLabelText('Telephone'));
  fireEvent.input(screen.getByLabelText(/^What happened/), { target: { value: 'Rang.' } });
  // Two presses: how it went, and the save.
  fireEvent.click(screen.getByLabelText('Engaged'));
  fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));
  await screen.findByText('The contact with Ada Vael was logged');
  const held = await services.store.query('intervention', { subjectId: ada.id });
  expect(held.at(-1)?.value).toMatchObject({
    heldOn: services.today(),
    mode: 'telephone',
    minutes: 35,
    outcome: 'engaged',
    note: 'Rang.',
  });
});

it('never copies the kind of an initial meeting, and does not save without one', async () => {
  const { app, services, ada } = await opened();
  const first = buildIntervention({
    subjectId: ada.id,
    kind: 'home-visit',
    heldOn: '2026-11-18',
    minutes: 35,
    mode: 'telephone',
  });
  await services.store.commit({ changes: [newRecord('intervention', first)], reason: 'case-work' });
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText(`${LAST} Telephone, 35 minutes. Check before you save.`);
  expect(screen.getByLabelText<HTMLSelectElement>('Kind of intervention').value).toBe('');
  fireEvent.click(screen.getByLabelText('Engaged'));
  fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));
  await screen.findAllByText('Select the kind of intervention');
  expect(await services.store.query('intervention')).toHaveLength(1);
});

it('takes the kind of the session that was arranged for today', async () => {
  const { app, services, ada } = await opened();
  const session = buildSession({
    subjectId: ada.id,
    kind: 'mentoring',
    arrangedFor: services.today(),
    place: 'Wending Library',
  });
  await services.store.commit({ changes: [newRecord('session', session)], reason: 'case-work' });
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText(/session arranged for today/);
  const kind = screen.getByLabelText<HTMLSelectElement>('Kind of intervention');
  expect(kind.value).toBe('mentoring');
});

it('says on another day for which day the session was arranged', async () => {
  const { app, services, ada } = await opened();
  const arrangedFor = services.today();
  const session = buildSession({ subjectId: ada.id, kind: 'mentoring', arrangedFor });
  await services.store.commit({ changes: [newRecord('session', session)], reason: 'case-work' });
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText(/session arranged for today/);
  fireEvent.input(screen.getByLabelText(/^What happened/), { target: { value: 'Rang.' } });
  await app.unfinished.flushAll();
  app.router.go({ name: 'today' });
  await waitFor(() => expect(screen.queryByText(/session arranged for/)).toBeNull());
  vi.spyOn(app.services, 'today').mockReturnValue(addDays(arrangedFor, 1));
  app.router.go({ name: 'intervention', subject: ada.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
  await screen.findByText(new RegExp(`session arranged for ${writtenDate(arrangedFor)}`));
});

async function lastContact() {
  const shown = await opened();
  const { services, ada } = shown;
  const last = buildIntervention({
    subjectId: ada.id,
    kind: 'mentoring',
    heldOn: '2026-11-18',
    minutes: 35,
    mode: 'telephone',
  });
  await services.store.commit({ changes: [newRecord('intervention', last)], reason: 'case-work' });
  return shown;
}
const COPIED = `${LAST} Mentoring, Telephone, 35 minutes. Check before you save.`;

it('says after a lock that it copied what it copied', async () => {
  const { app, services, ada } = await lastContact();
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText(COPIED);
  fireEvent.input(screen.getByLabelText(/^What happened/), { target: { value: 'Rang.' } });
  await app.unfinished.flushAll();
  await services.vault.lock();
  await waitFor(() => expect(screen.queryByText(COPIED)).toBeNull());
  services.setVault(OPEN);
  expect(await screen.findByText(COPIED)).toBeTruthy();
  expect(screen.getByDisplayValue('Rang.')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('In person'));
  await screen.findByText(`${LAST} Mentoring, 35 minutes. Check before you save.`);
});

it('says on another visit, once it is continued, that it copied what it copied', async () => {
  const { app, ada } = await lastContact();
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText(COPIED);
  fireEvent.input(screen.getByLabelText(/^What happened/), { target: { value: 'Rang.' } });
  await app.unfinished.flushAll();
  app.router.go({ name: 'today' });
  await waitFor(() => expect(screen.queryByText(COPIED)).toBeNull());
  app.router.go({ name: 'intervention', subject: ada.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
  await screen.findByText(COPIED);
  await screen.findByText(/are as on 18 November 2026/);
});

it('stores nothing of where a value was copied from with the contact', async () => {
  const { app, services, ada } = await lastContact();
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText(COPIED);
  fireEvent.click(screen.getByLabelText('Engaged'));
  fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));
  await screen.findByText('The contact with Ada Vael was logged');
  const held = await services.store.query('intervention');
  expect(JSON.stringify(held)).not.toContain('copiedFrom');
});

describe('with two sessions arranged for today', () => {
  async function twoSessions() {
    const shown = await lastContact();
    const { services, ada } = shown;
    const today = { subjectId: ada.id, arrangedFor: services.today() };
    const sessions = [
      buildSession({ ...today, kind: 'mentoring', startsAt: '09:00', place: 'Wending Library' }),
      buildSession({ ...today, kind: 'home-visit', startsAt: '16:00', place: 'At home' }),
    ];
    await services.store.commit({
      changes: sessions.map((session) => newRecord('session', session)),
      reason: 'case-work',
    });
    shown.app.router.go({ name: 'intervention', subject: ada.id });
    await screen.findByText(/^More than one session is arranged for today/);
    const kind = () => screen.getByLabelText<HTMLSelectElement>('Kind of intervention').value;
    const place = () => screen.getByLabelText<HTMLInputElement>(/^Place/).value;
    const choose = async (session: (typeof sessions)[number] | undefined) => {
      const which = await screen.findByLabelText('Which session it was');
      fireEvent.change(which, { target: { value: session?.id ?? '' } });
    };
    return { ...shown, sessions, kind, place, choose };
  }

  it('takes the kind and the place of neither', async () => {
    const { kind, place } = await twoSessions();
    expect([kind(), place()]).toEqual(['', '']);
    // The last contact does not say which of them it was.
    screen.getByText('Copied, not typed: Telephone, 35 minutes. Check before you save.');
  });

  it('takes them of the one that is chosen, and says that they are copied', async () => {
    const { sessions, kind, place, choose } = await twoSessions();
    await choose(sessions[1]);
    expect([kind(), place()]).toEqual(['home-visit', 'At home']);
    await screen.findByText(/^Copied, not typed: .*At home\. Check before you save\.$/);
    await choose(sessions[0]);
    expect([kind(), place()]).toEqual(['mentoring', 'Wending Library']);
    await choose(undefined);
    expect([kind(), place()]).toEqual(['', '']);
  });

  it('keeps what was entered in place of it', async () => {
    const { sessions, kind, place, choose } = await twoSessions();
    fireEvent.input(screen.getByLabelText(/^Place/), { target: { value: 'At the school' } });
    await choose(sessions[0]);
    expect([kind(), place()]).toEqual(['mentoring', 'At the school']);
    screen.getByText('Copied, not typed: Mentoring, Telephone, 35 minutes. Check before you save.');
  });
});
