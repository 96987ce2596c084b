// @vitest-environment happy-dom
/** A form opened from a person's page is about that person, even with other subjects stored and an earlier draft. */
import { addDays, type RecordId } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./intervention-view.js'),
      import('../../intelligence/note-view.js'),
      import('../quick-log/quick-log-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

async function twoPeople() {
  const shown = await showShell({ start: { name: 'today' } });
  const [ada, morgan] = [
    buildSubject({ name: 'Ada Vael' }),
    buildSubject({ name: 'Morgan Quillfeather' }),
  ];
  await shown.services.store.commit({
    changes: [newRecord('subject', ada), newRecord('subject', morgan)],
    reason: 'case-work',
  });
  return { ...shown, ada, morgan };
}

it('says that a contact is the first, and starts it with its kind', async () => {
  const { app, ada } = await twoPeople();
  app.router.go({ name: 'intervention', subject: ada.id, first: true });
  await screen.findByRole('heading', { level: 1, name: 'Log first contact with Ada Vael' });
  const kind = screen.getByLabelText('Kind of intervention') as HTMLSelectElement;
  expect(kind.value).toBe('home-visit');
});

it.each<readonly [string, Route]>([
  ['Log an intervention', { name: 'intervention' }],
  ['Quick log', { name: 'quick-log' }],
])('says on “%s” that nobody is on record, and leads to the capture', async (name, route) => {
  const { app } = await showShell({ start: { name: 'today' } });
  app.router.go(route);
  await screen.findByText(/^Nobody with an open case is on record yet\./);
  screen.getByRole('heading', { level: 1, name });
  const pressed = screen.getByRole('main').querySelectorAll('button');
  expect([...pressed].map(({ textContent }) => textContent)).toEqual([
    'Capture a referral',
    'Cancel',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Capture a referral' }));
  expect(app.router.route.value).toEqual({ name: 'review' });
});

it('asks who the contact was with as soon as somebody is on record', async () => {
  const { app, services } = await showShell({ start: { name: 'today' } });
  app.router.go({ name: 'intervention' });
  await screen.findByText(/^Nobody with an open case is on record yet\./);
  const ada = newRecord('subject', buildSubject({ name: 'Ada Vael' }));
  await services.store.commit({ changes: [ada], reason: 'case-work' });
  await screen.findByLabelText(/^Ada Vael/);
  screen.getByRole('button', { name: 'Log the intervention' });
});

/** Fills in the required fields of a contact. */
function fillsContact(): void {
  for (const [label, value] of [
    ['Kind of intervention', 'home-visit'],
    ['Contact time in minutes', '45'],
  ] as const)
    fireEvent[value === '45' ? 'input' : 'change'](screen.getByLabelText(label), {
      target: { value },
    });
  for (const label of ['In person', 'Engaged']) fireEvent.click(screen.getByLabelText(label));
}

it.each<readonly [string, (subject: RecordId) => Route]>([
  ['an intervention', (subject) => ({ name: 'intervention', subject })],
  ['an intelligence note', (subject) => ({ name: 'note', subject })],
  ['a quick log', (subject) => ({ name: 'quick-log', subject })],
])('asks nobody whose it is in the form of %s from a person’s page', async (_, route) => {
  const { app, ada } = await twoPeople();
  app.router.go(route(ada.id));
  await screen.findByRole('button', { name: 'Cancel' });
  expect(screen.getByRole('main').querySelector('h1')?.parentElement?.textContent).toContain(
    'Ada Vael',
  );
  expect(screen.queryByRole('combobox', { name: /^Subject/ })).toBeNull();
  expect(screen.queryByRole('group', { name: /^Subject/ })).toBeNull();
  expect(screen.queryByText('Morgan Quillfeather')).toBeNull();
});

it('logs a contact with the person whose page it was begun on, though another was put away with it', async () => {
  const { app, services, ada, morgan } = await twoPeople();
  const typed = { subjectId: morgan.id, heldOn: services.today() };
  await services.work.save(`intervention/${ada.id}`, typed, 0);
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByText('Begun on an earlier visit');
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
  fillsContact();
  fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));
  await screen.findByText('The contact with Ada Vael was logged');
  const held = await services.store.query('intervention');
  expect(held.map(({ value }) => value.subjectId)).toEqual([ada.id]);
});

it('asks in the order of a visit: what happened, how it went, the next step, who was there, and then the rest', async () => {
  const { app, ada } = await twoPeople();
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByRole('button', { name: 'Log for Ada Vael' });
  const asked = [...document.querySelectorAll('.cp-record-form__field')].map((field) =>
    field.querySelector('label, legend')?.textContent?.replace(' (optional)', ''),
  );
  expect(asked).toEqual([
    'What happened',
    'Outcome',
    'Kind of intervention',
    'How',
    'Date of contact',
    'Contact time in minutes',
    'What happens next',
    'Follow-up due',
    'Who else was present',
    'Place',
    'Appropriate adult',
    'Was an offence admitted?',
    'Other officers there',
    'Material that was used',
    'How the young person took it',
    'Force area',
    'Local authority',
  ]);
});

it('corrects a contact as one with the same person', async () => {
  const { app, services, ada } = await twoPeople();
  const earlier = buildIntervention({ subjectId: ada.id, minutes: 10 });
  await services.store.commit({ changes: [newRecord('intervention', earlier)], reason: 'x' });
  app.router.go({ name: 'intervention', subject: ada.id, corrects: earlier.id });
  await screen.findByRole('heading', { name: 'Correct an intervention with Ada Vael' });
  await screen.findByDisplayValue('10');
  expect(document.body.textContent).toMatch(/You are correcting: [^.]+, \d+ \w+ \d{4}\./);
  fireEvent.input(screen.getByLabelText('Contact time in minutes'), { target: { value: '45' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the correction for Ada Vael' }));
  await screen.findByText('The contact with Ada Vael was corrected');
  const held = await services.store.query('intervention', { subjectId: ada.id });
  expect(held.map(({ value }) => value.corrects)).toContain(earlier.id);
});

it('names whoever was chosen where the form was opened from no person', async () => {
  const { app, services, morgan } = await twoPeople();
  app.router.go({ name: 'intervention' });
  fireEvent.click(await screen.findByLabelText('Morgan Quillfeather'));
  fillsContact();
  fireEvent.click(await screen.findByRole('button', { name: 'Log for Morgan Quillfeather' }));
  await screen.findByText('The contact with Morgan Quillfeather was logged');
  const held = await services.store.query('intervention');
  expect(held.map(({ value }) => value.subjectId)).toEqual([morgan.id]);
});

it('starts afresh after a draft as any new contact does', async () => {
  const { app, services, ada } = await twoPeople();
  await services.store.commit({
    changes: [
      newRecord(
        'intervention',
        buildIntervention({
          subjectId: ada.id,
          heldOn: '2026-11-18',
          minutes: 35,
          mode: 'telephone',
        }),
      ),
    ],
    reason: 'case-work',
  });
  await services.work.save(`intervention/${ada.id}`, { note: 'Half typed' }, 0);
  app.router.go({ name: 'intervention', subject: ada.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Start again' }));
  await screen.findByText(/are as on 18 November 2026/);
  const minutes = await screen.findByLabelText<HTMLInputElement>('Contact time in minutes');
  expect(minutes.value).toBe('35');
});

it('shows no form about somebody who is no longer held', async () => {
  const { app } = await twoPeople();
  app.router.go({ name: 'intervention', subject: buildSubject().id });
  await screen.findByText(/This person’s record is no longer here/);
  expect(screen.queryByRole('button', { name: /^Log / })).toBeNull();
});

it('keeps what is half typed about one person out of a form about another', async () => {
  const { app, ada, morgan } = await twoPeople();
  const text = () => screen.findByLabelText<HTMLTextAreaElement>('Intelligence');
  app.router.go({ name: 'note', subject: ada.id });
  fireEvent.input(await text(), { target: { value: 'Was seen at the library.' } });
  await app.unfinished.flushAll();
  app.router.go({ name: 'note', subject: morgan.id });
  await screen.findByRole('heading', { name: 'Intelligence note about Morgan Quillfeather' });
  expect((await text()).value).toBe('');
});

it('offers a follow-up in two weeks in one press, and never once a day is entered', async () => {
  const { app, services, ada } = await twoPeople();
  app.router.go({ name: 'intervention', subject: ada.id });
  const soon = 'In 2 weeks the follow-up is due';
  fireEvent.click(await screen.findByRole('button', { name: soon }));
  expect(screen.queryByRole('button', { name: soon })).toBeNull();
  fillsContact();
  fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));
  await screen.findByText('The contact with Ada Vael was logged');
  const [held] = await services.store.query('intervention');
  expect(held?.value.followUpDueOn).toBe(addDays(services.today(), 14));
});

it('keeps the referral that it is logged from, and logs none from a referral of somebody else', async () => {
  const { app, services, ada, morgan } = await twoPeople();
  const own = buildReferral({ subjectId: ada.id });
  await services.store.commit({
    changes: [newRecord('referral', own)],
    reason: 'case-work',
  });
  app.router.go({ name: 'intervention', subject: morgan.id, referral: own.id });
  await screen.findByRole('heading', { level: 1, name: /Morgan/ });
  fillsContact();
  fireEvent.click(screen.getByRole('button', { name: 'Log for Morgan Quillfeather' }));
  await screen.findAllByText(/^The referral that you came from is now another person’s/);
  expect(await services.store.query('intervention')).toEqual([]);
  app.router.go({ name: 'intervention', subject: ada.id, referral: own.id });
  await screen.findByRole('heading', { level: 1, name: /Ada Vael/ });
  fillsContact();
  fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));
  await screen.findByText('The contact with Ada Vael was logged');
  const held = await services.store.query('intervention');
  expect(held.map(({ value }) => [value.subjectId, value.loggedFrom])).toEqual([[ada.id, own.id]]);
});

it('says whose contact was logged by what tells the person from another of the name', async () => {
  const { app, services, ada } = await twoPeople();
  const other = buildSubject({ name: ada.name, bornOn: '2011-06-03' });
  await services.store.commit({ changes: [newRecord('subject', other)], reason: 'case-work' });
  app.router.go({ name: 'intervention', subject: other.id });
  const save = await screen.findByRole('button', { name: 'Log for Ada Vael, born 3 June 2011' });
  fillsContact();
  fireEvent.click(save);
  await screen.findByText('The contact with Ada Vael, born 3 June 2011 was logged');
});
