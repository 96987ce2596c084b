// @vitest-environment happy-dom
/**
 * A concern stays in sight after somebody was informed: on the person's page and in a list, with its additions and its
 * end.
 */
import { buildSafeguardingConcern, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./concern-view.js'),
      import('./concerns-view.js'),
      import('../../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const presses = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const types = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

async function holds(over: Parameters<typeof buildSafeguardingConcern>[0] = {}) {
  const shell = await showShell();
  const { store } = shell.services;
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const concern = buildSafeguardingConcern({
    subjectId: subject.id,
    what: 'Said he would not go home.',
    told: ['mash'],
    ...over,
  });
  await store.commit({
    changes: [newRecord('subject', subject), newRecord('safeguardingConcern', concern)],
    reason: 'safeguarding',
  });
  const held = async () => (await store.get('safeguardingConcern', concern.id))?.value;
  return { ...shell, subject, concern, held };
}

it('is a section of the person’s page, told or not', async () => {
  const { app, subject } = await holds();
  app.router.go({ name: 'subject', subject: subject.id, section: 'concerns' });
  const section = await screen.findByRole('region', { name: 'Safeguarding' });
  expect(within(section).getByText('Said he would not go home.')).toBeTruthy();
  expect(within(section).getByText('Open')).toBeTruthy();
});

it('is in the list, also where nobody is named yet, and can be given to somebody', async () => {
  const { app, subject, held } = await holds({ subjectId: undefined });
  app.router.go({ name: 'concerns' });
  await screen.findByRole('heading', { level: 1, name: 'Safeguarding concerns' });
  expect(screen.queryByText('Said he would not go home.')).toBeNull();
  fireEvent.click(await screen.findByText('Nobody named yet'));
  await screen.findByText('Said he would not go home.');
  await presses('Say who it is about');
  await presses('Save who it is about');
  expect(await screen.findAllByText('Select who the concern is about')).not.toHaveLength(0);
  await waitFor(() => screen.getByRole('option', { name: /Petra Lindqvist/ }));
  fireEvent.change(screen.getByLabelText('Who is the concern about?'), {
    target: { value: subject.id },
  });
  await presses('Save who it is about');
  await screen.findByText('The concern is on the record of Petra Lindqvist');
  expect((await held())?.subjectId).toBe(subject.id);
});

it('takes a reference that comes later, and keeps what was said', async () => {
  const { app, concern, held } = await holds();
  app.router.go({ name: 'concern', concern: concern.id });
  await presses('Add to this concern');
  await types(/^Their reference/, 'MASH-1');
  await presses('Add to the concern');
  await screen.findByText('It was added to the concern');
  expect(await held()).toMatchObject({ ...concern, additions: [{ reference: 'MASH-1' }] });
  await screen.findByText(/^Added /);
  expect(screen.getByText('MASH-1')).toBeTruthy();
});

it('asks for something to add, at the box for it', async () => {
  const { app, concern, held } = await holds();
  app.router.go({ name: 'concern', concern: concern.id, form: 'add' });
  await presses('Add to the concern');
  const words = 'Enter what has happened since, a reference, or who else has been told';
  expect(await screen.findAllByText(words)).not.toHaveLength(0);
  expect((await held())?.additions).toBeUndefined();
});

it('is closed with a reason, and stays on the page', async () => {
  const { app, subject, concern, held } = await holds();
  app.router.go({ name: 'concern', concern: concern.id });
  await presses('Close this concern');
  await presses('Close the concern');
  expect(await screen.findAllByText(/Enter why it is closed/)).not.toHaveLength(0);
  await types(/^Why it is closed/, 'Social care has a plan, and agrees.');
  await presses('Close the concern');
  await screen.findByText('The concern was closed');
  expect(await held()).toMatchObject({ closedWhy: 'Social care has a plan, and agrees.' });
  app.router.go({ name: 'subject', subject: subject.id, section: 'concerns' });
  const section = await screen.findByRole('region', { name: 'Safeguarding' });
  expect(within(section).getByText('Closed')).toBeTruthy();
  expect(within(section).getByText('Social care has a plan, and agrees.')).toBeTruthy();
});

it('cannot be closed while nobody was told', async () => {
  const { app, concern } = await holds({ told: ['nobody-yet'] });
  app.router.go({ name: 'concern', concern: concern.id });
  await screen.findByText('Said he would not go home.');
  expect(screen.queryByRole('button', { name: 'Close this concern' })).toBeNull();
  expect(await screen.findByRole('group', { name: /Who has been told/ })).toBeTruthy();
});
