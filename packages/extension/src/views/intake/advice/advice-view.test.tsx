// @vitest-environment happy-dom
import type { StoredRecord } from '@cyber-prevent/core';
import { buildAdvice, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./advice-view.js'), 60_000);
afterEach(cleanup);

const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

it('logs advice about a question, and asks about a name in it', async () => {
  const { services, app } = await showShell({ start: { name: 'advice' } });
  await screen.findByText(/No advice is logged yet/);
  fireEvent.click(screen.getByRole('button', { name: 'Log advice' }));
  await screen.findByRole('heading', { level: 1, name: 'Log advice' });
  fireEvent.change(screen.getByLabelText(/Topic/), { target: { value: 'law' } });
  type(/What was asked/, 'We worry about Rowan Vael in Year 9.');
  type(/Advice given/, 'Send an enquiry without a name.');
  fireEvent.click(screen.getByRole('button', { name: 'Save the advice' }));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByText(/seems to hold a name/)).toBeDefined();
  expect(await services.store.query('advice')).toEqual([]);
  await screen.findByText(/^Advice is kept without a name/);
  type('What was asked', 'We worry about a pupil in Year 9.');
  fireEvent.click(screen.getByRole('button', { name: 'Save the advice' }));
  await waitFor(() => expect(app.router.route.value).toMatchObject({ name: 'advice' }));
  await screen.findByText('The advice was logged');
  expect(await services.store.query('advice')).toMatchObject([
    { value: { topic: 'law', asked: 'We worry about a pupil in Year 9.' } },
  ]);
});

async function correcting() {
  const shown = await showShell({ start: { name: 'advice' } });
  const { store } = shown.services;
  const advice = buildAdvice({ organisation: 'Testford Academy' });
  const { revisions } = await store.commit({
    changes: [newRecord('advice', advice)],
    reason: 'case-work',
  });
  const elsewhere = (set: object) =>
    store.commit({
      changes: [{ kind: 'advice', record: advice.id, parents: revisions, set }],
      reason: 'correction',
    });
  const now = async () => (await store.get('advice', advice.id)) as StoredRecord<'advice'>;
  shown.app.router.go({ name: 'advice', advice: advice.id, writing: true });
  await screen.findByRole('heading', { level: 1, name: 'Correct advice' });
  return { ...shown, advice, elsewhere, now };
}

it('tells of a save in another window, both values side by side, and loses neither', async () => {
  const { elsewhere, now } = await correcting();
  await elsewhere({ organisation: 'Testford College', askedBy: 'Somebody else' });
  type(/Organisation/, 'Testford Sixth Form');
  fireEvent.click(screen.getByRole('button', { name: 'Save the advice' }));
  const told = await screen.findByRole('alert', { name: /saved elsewhere/ });
  const cells = [...told.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(cells).toHaveLength(2);
  expect(cells.join()).toContain('Testford College');
  expect(cells.join()).toContain('Testford Sixth Form');
  expect(cells.join()).toContain('You did not change it');
  // Their value stays until this form is saved again, and fields that only they changed are not reverted.
  expect((await now()).value.organisation).toBe('Testford College');
  fireEvent.click(screen.getByRole('button', { name: 'Save the advice' }));
  await waitFor(async () =>
    expect((await now()).value).toMatchObject({
      organisation: 'Testford Sixth Form',
      askedBy: 'Somebody else',
    }),
  );
});

it('says where a change is that was kept though its answer was lost, and then makes the further one', async () => {
  const { services, app, advice, now } = await correcting();
  const saves = () => fireEvent.click(screen.getByRole('button', { name: 'Save the advice' }));
  type(/Organisation/, 'Testford College');
  services.saves.endNext('before-it-answers');
  saves();
  await screen.findByText('There is a problem');
  type(/Organisation/, 'Testford Sixth Form');
  saves();
  const told = await screen.findByRole('alert', { name: 'Important' });
  expect(told.textContent).toContain('The change was made.');
  within(told).getByRole('button', { name: 'Open what was saved' });
  expect(app.router.route.value).toMatchObject({ advice: advice.id, writing: true });
  saves();
  await screen.findByRole('alert', { name: /saved elsewhere/ });
  expect((await now()).value.organisation).toBe('Testford College');
  saves();
  await waitFor(async () => expect((await now()).value.organisation).toBe('Testford Sixth Form'));
});

it('takes what was saved there when that is chosen', async () => {
  const { elsewhere, now } = await correcting();
  await elsewhere({ organisation: 'Testford College' });
  type(/Organisation/, 'Testford Sixth Form');
  fireEvent.change(screen.getByLabelText(/Topic/), { target: { value: 'incident' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the advice' }));
  fireEvent.click(await screen.findByRole('button', { name: /Use what was saved there/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Save the advice' }));
  await waitFor(async () =>
    expect((await now()).value).toMatchObject({
      organisation: 'Testford College',
      topic: 'incident',
    }),
  );
});

it('tells it too where a half-filled form is come back to', async () => {
  const { elsewhere, app, advice } = await correcting();
  type(/Organisation/, 'Testford Sixth Form');
  await app.unfinished.flushAll();
  app.router.go({ name: 'advice' });
  await screen.findByRole('heading', { level: 1, name: 'Advice' });
  await elsewhere({ organisation: 'Testford College' });
  app.router.go({ name: 'advice', advice: advice.id, writing: true });
  fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
  const told = await screen.findByRole('alert', { name: /saved elsewhere/ });
  expect(told.textContent).toContain('Testford College');
  expect(screen.getByLabelText<HTMLInputElement>(/Organisation/).value).toBe('Testford Sixth Form');
});
