// @vitest-environment happy-dom
/**
 * A concern stays in sight after somebody was informed: on the person's page and in a list, with its additions and its
 * end.
 */
import {
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
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
    told: ['designated-lead'],
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
  await waitFor(() => expect(document.querySelector('tr[data-row]')).toBeTruthy());
  expect(screen.queryByText(/Said he would not go home/)).toBeNull();
  fireEvent.click(await screen.findByText('Nobody named yet'));
  await screen.findByText('Said he would not go home.');
  await presses('Say who it is about');
  await presses('Save who it is about');
  expect(await screen.findAllByText('Select who the concern is about')).not.toHaveLength(0);
  screen.getByRole('button', { name: 'Record somebody who is not on record' });
  const choice = await screen.findByRole('radio', { name: /^Petra Lindqvist/ });
  const hint = document.getElementById(choice.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toMatch(/^Born \d+ \w+ \d{4}, aged \d+$/);
  fireEvent.click(choice);
  await presses('Save that it is about Petra Lindqvist');
  await screen.findByText('The concern is on the record of Petra Lindqvist');
  expect((await held())?.subjectId).toBe(subject.id);
});

it('tells people apart where somebody says who it is about, and takes the error away with the choice', async () => {
  const { app, services, concern } = await holds({ subjectId: undefined });
  const kit = buildSubject({
    name: 'Kit Vale',
    aliases: ['Zed', 'K1t'],
    bornOn: '2010-05-02',
    alsoRecorded: [{ what: 'bornOn', date: '2009-05-02', notedOn: '2026-11-24' }],
  } as never);
  const referral = buildReferral({ subjectId: kit.id, reference: 'CC/2026/417' });
  await services.store.commit({
    changes: [newRecord('subject', kit), newRecord('referral', referral)],
    reason: 'case-work',
  });
  app.router.go({ name: 'concern', concern: concern.id, form: 'name' });
  await presses('Save who it is about');
  expect(await screen.findAllByText('Select who the concern is about')).toHaveLength(2);
  const choice = await screen.findByRole('radio', { name: 'Kit Vale (CC/2026/417)' });
  const hint = document.getElementById(choice.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toBe(
    'Recorded as born on 2 May 2010 or 2 May 2009. Also known as Zed, K1t',
  );
  fireEvent.click(choice);
  await screen.findByRole('button', { name: 'Save that it is about Kit Vale' });
  expect(screen.queryByText('Select who the concern is about')).toBeNull();
});

it('says in the list whom a concern about nobody was told to', async () => {
  const { app } = await holds({ subjectId: undefined });
  app.router.go({ name: 'concerns' });
  await screen.findByText(/^Told: .*safeguarding lead/i);
});

it('is first in the list in every order while it is of immediate danger, until it is closed', async () => {
  const { app, services } = await holds({ subjectId: undefined, riskNow: 'immediate' });
  const [named, closed] = [
    buildSafeguardingConcern({ subjectId: undefined, what: 'A pupil is afraid.' }),
    buildSafeguardingConcern({
      subjectId: undefined,
      what: 'He was found.',
      riskNow: 'immediate',
      told: ['designated-lead'],
      closedOn: '2026-11-24',
      closedWhy: 'He is at home.',
    }),
  ];
  await services.store.commit({
    changes: [newRecord('safeguardingConcern', named), newRecord('safeguardingConcern', closed)],
    reason: 'safeguarding',
  });
  app.router.go({ name: 'concerns' });
  await waitFor(() => expect(document.querySelectorAll('tr[data-row]')).toHaveLength(3));
  const rows = () => [...document.querySelectorAll<HTMLElement>('tr[data-row]')];
  const sort = () =>
    fireEvent.click(
      within(screen.getByRole('columnheader', { name: /Recorded/ })).getByRole('button'),
    );
  for (const press of [() => undefined, sort, sort]) {
    press();
    const [first, ...others] = rows();
    expect(first?.querySelector('.govuk-tag--red')?.textContent).toBe('Immediate danger: call 999');
    expect(others.some((row) => row.querySelector('.govuk-tag--red'))).toBe(false);
  }
});

it.each([
  ['that nobody has said yet', undefined, 'Not said yet', 'Not known'],
  ['that is said not to be known', 'not-known', 'Not known', 'Not said yet'],
] as const)(
  'shows a risk %s as such, in the list and in the concern',
  async (_, riskNow, words, other) => {
    const { app, concern } = await holds({ riskNow });
    app.router.go({ name: 'concerns' });
    const row = (await screen.findByText('Petra Lindqvist')).closest('tr');
    expect(row?.textContent).toContain(words);
    expect(row?.textContent).not.toContain(other);
    // A choice that finds nobody is not offered, so that *not said* and *not known* are told apart here too.
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    fireEvent.change(screen.getByLabelText('Filter by'), { target: { value: 'risk' } });
    expect(screen.queryByLabelText(`${other} (0)`)).toBeNull();
    fireEvent.click(screen.getByLabelText(`${words} (1)`));
    expect(screen.getByText('Petra Lindqvist')).toBeTruthy();
    await screen.findByText(/^1 of 1 concern/);
    app.router.go({ name: 'concern', concern: concern.id });
    await screen.findByText(new RegExp(`Risk: ${words}`));
  },
);

it('takes a reference that comes later, and keeps what was said', async () => {
  const { app, concern, held } = await holds();
  app.router.go({ name: 'concern', concern: concern.id });
  await presses('Add to this concern');
  await types(/^Their reference/, 'MASH-1');
  await presses(/^Add to the concern/);
  await screen.findByText('It was added to the concern');
  expect(await held()).toMatchObject({ ...concern, additions: [{ reference: 'MASH-1' }] });
  await screen.findByText(/^Added /);
  expect(screen.getByText('MASH-1')).toBeTruthy();
});

it('asks for something to add, at the box for it', async () => {
  const { app, concern, held } = await holds();
  app.router.go({ name: 'concern', concern: concern.id, form: 'add' });
  await presses(/^Add to the concern/);
  const words = 'Enter what has happened since, a reference, or who else has been told';
  expect(await screen.findAllByText(words)).not.toHaveLength(0);
  expect((await held())?.additions).toBeUndefined();
});

it('says what is due on it, and takes an acknowledgement or an escalation', async () => {
  const { app, concern, held } = await holds({ told: ['mash'] });
  app.router.go({ name: 'concern', concern: concern.id });
  await screen.findByText(/It has not been acknowledged/);
  await presses('Escalate this concern');
  await presses(/^Save the escalation/);
  expect(await screen.findAllByText('Enter who it was escalated to')).not.toHaveLength(0);
  await types(/^Who it was escalated to/, 'Duty manager');
  await presses(/^Save the escalation/);
  await screen.findByText('The escalation is on record');
  await screen.findByText(/and escalated on /);
  await presses('Record that it was acknowledged');
  await types(/^Who acknowledged it/, 'The front door');
  await types(/^Their reference/, 'MASH-1');
  await presses(/^Save the acknowledgement/);
  await screen.findByText('The acknowledgement is on record');
  expect(await held()).toMatchObject({
    additions: [
      { escalatedTo: 'Duty manager', escalatedAt: expect.any(String) },
      { acknowledgedBy: 'The front door', reference: 'MASH-1' },
    ],
  });
  expect(await screen.findByRole('button', { name: 'Review this concern' })).toBeTruthy();
  expect(screen.queryByText(/It has not been acknowledged/)).toBeNull();
});

it('shows what was told to whom, and its whole course in order', async () => {
  const { app, concern } = await holds({
    told: ['mash'],
    toldWhom: 'The front door',
    toldWhat: 'All but the name of the friend.',
    additions: [{ addedAt: '2026-11-24T15:00:00.000Z', acknowledgedBy: 'Ottilie Brandt' }],
  });
  app.router.go({ name: 'concern', concern: concern.id });
  const table = await screen.findByRole('table', { name: 'Who was told' });
  expect(within(table).getByText('The front door')).toBeTruthy();
  expect(within(table).getByText('All but the name of the friend.')).toBeTruthy();
  expect(within(table).getByText(/, by Ottilie Brandt$/)).toBeTruthy();
  const steps = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(steps.map((words) => words?.split(' ')[0])).toEqual(['Recorded', 'Told', 'Acknowledged']);
});

it('asks for the reference of a crime that was disclosed, or that there is none to record', async () => {
  const { app, concern, held } = await holds({ crimeDisclosed: 'yes' });
  app.router.go({ name: 'concern', concern: concern.id });
  await presses('Add the crime reference');
  await presses(/^Save whether it is recorded/);
  expect(await screen.findAllByText('Select whether the crime is recorded')).not.toHaveLength(0);
  fireEvent.click(await screen.findByLabelText('Yes, it is recorded'));
  await presses(/^Save whether it is recorded/);
  expect(await screen.findAllByText('Enter the crime reference')).not.toHaveLength(0);
  await types(/^Crime reference/, '43TEST/1');
  await presses(/^Save whether it is recorded/);
  await screen.findByText('The answer about the crime was saved');
  expect(await held()).toMatchObject({ additions: [{ crimeReference: '43TEST/1' }] });
});

it('is reviewed with what was found out, and a day for the next review', async () => {
  const { app, concern, held } = await holds();
  app.router.go({ name: 'concern', concern: concern.id, form: 'review' });
  await presses(/^Save the review/);
  expect(await screen.findAllByText(/^Enter the date of the next review/)).not.toHaveLength(0);
  await types(/^What has happened or been said since/, 'A plan is being made.');
  const day = within(await screen.findByRole('group', { name: /^Next review/ }));
  fireEvent.input(day.getByLabelText('Day'), { target: { value: '1' } });
  fireEvent.input(day.getByLabelText('Month'), { target: { value: '12' } });
  fireEvent.input(day.getByLabelText('Year'), { target: { value: '2026' } });
  await presses(/^Save the review/);
  await screen.findByText('The review is on record');
  expect(await held()).toMatchObject({
    reviewOn: '2026-12-01',
    additions: [{ what: 'A plan is being made.', reviewOn: '2026-12-01' }],
  });
});

it('says what has to be done before it is closed, in place of the form, with the way to do it', async () => {
  const { app, concern } = await holds({ told: ['mash'], crimeDisclosed: 'yes' });
  app.router.go({ name: 'concern', concern: concern.id });
  await presses('Close this concern');
  await screen.findByRole('heading', { level: 1, name: 'This concern cannot be closed yet' });
  expect(screen.getByText(/Children’s services have not acknowledged this concern/)).toBeTruthy();
  expect(screen.getByText(/A crime was disclosed, and its reference is missing/)).toBeTruthy();
  expect(screen.queryByLabelText(/^Why it is closed/)).toBeNull();
  await presses('Record that it was acknowledged');
  await screen.findByLabelText(/^Who acknowledged it/);
});

it('is closed with a reason, and stays on the page', async () => {
  const { app, subject, concern, held } = await holds();
  app.router.go({ name: 'concern', concern: concern.id });
  await presses('Close this concern');
  await presses(/^Close the concern/);
  expect(await screen.findAllByText(/Enter why it is closed/)).not.toHaveLength(0);
  await types(/^Why it is closed/, 'Social care has a plan, and agrees.');
  await presses(/^Close the concern/);
  await screen.findByText('The concern was closed');
  expect(await held()).toMatchObject({ closedWhy: 'Social care has a plan, and agrees.' });
  app.router.go({ name: 'subject', subject: subject.id, section: 'concerns' });
  const section = await screen.findByRole('region', { name: 'Safeguarding' });
  expect(within(section).getByText('Closed')).toBeTruthy();
  expect(within(section).getByText('Social care has a plan, and agrees.')).toBeTruthy();
});

it('cannot be closed while nobody was told', async () => {
  const { app, concern } = await holds({ told: ['nobody-yet'], parentTold: undefined });
  app.router.go({ name: 'concern', concern: concern.id });
  await screen.findByText('Said he would not go home.');
  expect(await screen.findByRole('group', { name: /Who has been told/ })).toBeTruthy();
  expect(screen.getByLabelText(/^Has the parent or carer been told/)).toBeTruthy();
  // One warning, and the time once: what is recorded says it.
  expect(screen.getAllByText('Warning')).toHaveLength(1);
  expect(screen.queryByText(/A safeguarding concern was recorded on/)).toBeNull();
  const close = screen.getByRole('button', { name: 'Close this concern' });
  expect(close.classList.contains('govuk-button')).toBe(false);
  await presses('Close this concern');
  await screen.findByRole('heading', { level: 1, name: 'This concern cannot be closed yet' });
  expect(screen.getByText(/Nobody is recorded as told about this concern/)).toBeTruthy();
});
