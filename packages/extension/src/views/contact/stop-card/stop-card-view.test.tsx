// @vitest-environment happy-dom
/** A stop card, opened from the form on which an offence was admitted: it supposes nothing, and the form waits. */
import type { RecordId } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('../plan/late.js'),
      import('../quick-log/quick-log-view.js'),
      import('../../desk/today/today-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

/** Presses the button with these words; one that saves also names the person. */
const presses = async (words: string) =>
  fireEvent.click(
    await screen.findByRole('button', {
      name: (said) => said === words || said === `${words} for Petra Lindqvist`,
    }),
  );
const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const types = (label: string, value: string) => fireEvent.input(box(label), { target: { value } });

async function shows(to: (subject: RecordId) => Route) {
  const shown = await showShell({});
  const subject = buildSubject({ name: 'Petra Lindqvist', bornOn: '2010-03-14' });
  const { store } = shown.services;
  await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  shown.app.router.go(to(subject.id));
  return { ...shown, store };
}

it('opens a stop card from a form, and comes back to what was half typed', async () => {
  const { app, store } = await shows((subject) => ({ name: 'intervention', subject }));
  await waitFor(() => expect(screen.getByLabelText('Contact time in minutes')).toBeDefined());
  types('Contact time in minutes', '45');
  await presses('Open a stop card');
  await screen.findByText('This is not an interview. Ask nothing more about it.');
  await screen.findByText(/^“I am going to stop you there\./);
  // Nothing is asked before the officer has said whose words they are, and no other words are kept.
  expect(screen.queryByLabelText('The exact words')).toBeNull();
  fireEvent.click(screen.getByLabelText(/^Somebody else/));
  expect(screen.queryByLabelText('The exact words')).toBeNull();
  await screen.findByRole('button', { name: 'Write an intelligence note' });
  await presses('Save the stop card');
  await screen.findAllByText(/^A stop card keeps only words that the young person said/);
  expect(await store.query('stopCard')).toEqual([]);
  fireEvent.click(screen.getByLabelText(/^The young person/));
  types('The exact words', 'It was only a test.');
  fireEvent.click(screen.getByLabelText('Read back and agreed'));
  await presses('Save the stop card');
  // The time of an admission is never the time at which the form was opened.
  await screen.findAllByText('Enter the date and time it was said');
  // A contact may be a call or a message: where it was said is asked too.
  await screen.findAllByText('Select where it was said');
  expect(await store.query('stopCard')).toEqual([]);
  fireEvent.click(screen.getByLabelText('On the telephone'));
  const [moment] = screen.getAllByRole('group', { name: 'When it was said' });
  const said = ['24', '11', '2026', '08:15'];
  for (const [index, value] of said.entries())
    fireEvent.input(within(moment as HTMLElement).getAllByRole('textbox')[index] as HTMLElement, {
      target: { value },
    });
  await presses('Save the stop card');
  await screen.findByText('The stop card was saved as it was written');
  expect(await store.query('stopCard')).toMatchObject([
    {
      value: {
        saidBy: 'subject',
        saidAt: '2026-11-24T08:15:00.000Z',
        where: 'telephone',
        words: 'It was only a test.',
        readBack: 'agreed',
      },
    },
  ]);
  expect(app.router.route.value.name).toBe('intervention');
  await waitFor(() => expect(box('Contact time in minutes').value).toBe('45'));
});

/** A draft of an earlier release, which took a stop card of a contact to be said at a visit. */
async function withEarlier(place: string) {
  const subject = buildSubject({ name: 'Petra Lindqvist', bornOn: '2010-03-14' });
  const { app, services } = await showShell({});
  const { store, work } = services;
  await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  const earlier = `stop-card/${place}/${subject.id}`;
  const at = '2026-11-24T08:15:00.000Z';
  const openedFrom = { name: 'stop-card', subject: subject.id, where: place };
  const put = { typedAt: { at, on: '2026-11-24' }, begunAt: at, openedFrom };
  work.fromElsewhere(earlier, { saidBy: 'subject', words: 'It was only a test.', ...put });
  return { app, work, earlier, own: `stop-card//${subject.id}`, subject: subject.id };
}
const words = () => screen.queryByLabelText<HTMLInputElement>('The exact words')?.value;

it.each(['visit', 'meeting'])(
  'brings what was typed on a card at a %s under its earlier key',
  async (place) => {
    const { app, work, earlier, own, subject } = await withEarlier(place);
    app.router.go({ name: 'stop-card', subject });
    await screen.findByText('It was only a test.');
    await presses('Continue');
    await waitFor(() => expect(words()).toBe('It was only a test.'));
    expect(screen.getByRole('group', { name: 'Where was it said?' })).toBeDefined();
    expect(work.held(earlier)).toBeUndefined();
    expect(work.held(own)).toMatchObject({ words: 'It was only a test.' });
  },
);

it('is continued from the list of unfinished work with the words that were typed there', async () => {
  const { app, work, own } = await withEarlier('visit');
  app.router.go({ name: 'today' });
  const list = await screen.findByRole('list', { name: 'Unfinished work', hidden: true });
  const go = await within(list).findByRole('button', { name: /^Continue/, hidden: true });
  fireEvent.click(go);
  await waitFor(() => expect(words()).toBe('It was only a test.'));
  expect(await work.keys()).toContain(own);
});

it('loses neither an earlier draft nor the one that the form has', async () => {
  const { app, work, earlier, own, subject } = await withEarlier('visit');
  work.fromElsewhere(own, { saidBy: 'subject', words: 'Another day.' });
  app.router.go({ name: 'stop-card', subject });
  await screen.findByText('Another day.');
  expect(work.held(earlier)).toMatchObject({ words: 'It was only a test.' });
  expect(work.held(own)).toMatchObject({ words: 'Another day.' });
});

it.each<readonly [string, (subject: RecordId) => Route]>([
  ['a contact', (subject) => ({ name: 'intervention', subject })],
  ['a quick log', (subject) => ({ name: 'quick-log', subject })],
])('has nothing answered at first on a stop card that was opened from %s', async (_, route) => {
  await shows(route);
  await presses('Open a stop card');
  const own = await screen.findByLabelText<HTMLInputElement>(/^The young person/);
  expect(own.checked).toBe(false);
  fireEvent.click(own);
  await screen.findByLabelText('The exact words');
  const chosen = screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked);
  expect(chosen.map(({ value }) => value)).toEqual(['subject']);
  expect(screen.getByRole('group', { name: 'Where was it said?' })).toBeDefined();
  for (const each of screen.getAllByRole<HTMLInputElement>('textbox'))
    expect([each.id, each.value]).toEqual([each.id, '']);
});
