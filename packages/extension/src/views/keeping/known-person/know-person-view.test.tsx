// @vitest-environment happy-dom
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { TEST_CARD } from '../../../testing/memory-exchange.js';
import { showShell } from '../../../testing/show-shell.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('./know-person-view.js'),
      import('../../case/person-line/person-frame.js'),
      import('../../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });

async function declares() {
  const shown = await showShell({ start: { name: 'today' } });
  await shown.services.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('referral', buildReferral({ subjectId: ADA.id })),
    ],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'know-person', subject: ADA.id });
  await screen.findByRole('heading', { name: 'I know Ada Vael' }, LOADS);
  return shown;
}

async function closed() {
  const shown = await declares();
  fireEvent.input(screen.getByLabelText('Name of your supervisor'), {
    target: { value: 'DS Ines Marlow' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Close the record of Ada Vael to me' }));
  await screen.findByRole('heading', { name: 'Tell your supervisor that you know a person' });
  await screen.findByRole('alert', { name: 'Success' });
  return shown;
}

it('says what closing means, and needs the name of a supervisor', async () => {
  const { services } = await declares();
  expect(screen.getByText(/You cannot undo this/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Close the record of Ada Vael to me' }));
  await screen.findAllByText('Enter the name of your supervisor');
  expect(await services.store.query('colleagueRequest')).toEqual([]);
});

it('says which of two people of one name it closes, in the heading and on the button', async () => {
  const { services } = await declares();
  const namesake = buildSubject({ name: 'Ada Vael', bornOn: '2012-11-03' });
  await services.store.commit({ changes: [newRecord('subject', namesake)], reason: 'case-work' });
  await screen.findByRole('heading', { name: /^I know Ada Vael.*, born 2 May 2010/ });
  screen.getByRole('button', { name: /^Close the record of Ada Vael.*, born 2 May 2010.* to me$/ });
});

it('closes every screen about the person at once, offers no undo, and shows no fact', async () => {
  const { app, services } = await closed();
  expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  for (const route of [
    { name: 'subject', subject: ADA.id },
    { name: 'intervention', subject: ADA.id },
    { name: 'summary', subject: ADA.id },
  ] as const) {
    app.router.go(route);
    await screen.findByRole('heading', { name: 'This record is closed to you' }, LOADS);
    await waitFor(() => expect(document.body.textContent).not.toContain('Ada Vael'));
    await screen.findByText(/Tell DS Ines Marlow now/);
  }
  expect(await services.store.query('colleagueRequest')).toMatchObject([
    { value: { kind: 'known-person', toName: 'DS Ines Marlow' } },
  ]);
});

it('still raises a safeguarding concern from there, with nobody named', async () => {
  const { app } = await closed();
  app.router.go({ name: 'safeguarding', subject: ADA.id });
  await screen.findByRole('heading', { level: 1, name: /safeguarding concern/i }, LOADS);
  await waitFor(() => expect(document.body.textContent).not.toContain('Ada Vael'));
  await screen.findByRole('group', { name: /^Who is it about/ }, LOADS);
});

it('makes the file for the supervisor, who then has a request to answer', async () => {
  const { app, services } = await closed();
  const card = new File(['{"card":1}'], 'card.json', { type: 'application/json' });
  const file = document.querySelector('#cp-exchange-card') as HTMLInputElement;
  Object.defineProperty(file, 'files', { value: [card] });
  fireEvent.change(file);
  fireEvent.click(await screen.findByRole('checkbox'));
  fireEvent.change(document.querySelector('#export-destination') as Element, {
    target: { value: 'supervisor' },
  });
  fireEvent.input(document.querySelector('#export-recipient') as Element, {
    target: { value: 'DS Ines Marlow' },
  });
  fireEvent.change(document.querySelector('#export-reason') as Element, {
    target: { value: 'case-work' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Make the file for my supervisor' }));
  await waitFor(() => expect(services.exchange.asked).toHaveLength(1));
  expect(services.exchange.asked[0]).toMatchObject({ purpose: 'request', subject: ADA.id });
  await waitFor(() => expect(app.router.route.value.name).toBe('asked-of-me'));
  const requests = await services.store.query('colleagueRequest');
  expect(requests.map(({ value }) => value.to)).toContain(TEST_CARD.officer);
});
