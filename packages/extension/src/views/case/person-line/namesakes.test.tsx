// @vitest-environment happy-dom
/** People who are easily taken for each other, or who change while a form about them is open. */
import type { RecordId } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import type { MemoryServices } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('./person-frame.js'),
      import('../../contact/intervention/intervention-view.js'),
      import('../../contact/quick-log/quick-log-view.js'),
      import('../../contact/safeguarding/safeguarding-view.js'),
      import('../../intelligence/note-view.js'),
      import('../../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ELDER = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const YOUNGER = buildSubject({ name: 'Ada Vael', bornOn: '2012-01-09' });
const IVO = buildSubject({ name: 'Ivo Quill', bornOn: '2011-06-03' });

async function opens(route: Route, ...people: readonly ReturnType<typeof buildSubject>[]) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: people.map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  shown.app.router.go(route);
  return shown;
}
const line = () => screen.findByRole('region', { name: 'Person in view' }, LOADS);

/** Fills in what a contact needs, and saves it. */
function logs(button: RegExp): void {
  fireEvent.change(screen.getByLabelText('Kind of intervention'), {
    target: { value: 'home-visit' },
  });
  for (const label of ['In person', 'Engaged']) fireEvent.click(screen.getByLabelText(label));
  fireEvent.input(screen.getByLabelText('Contact time in minutes'), { target: { value: '45' } });
  fireEvent.click(screen.getByRole('button', { name: button }));
}
async function changes(
  { store }: MemoryServices,
  id: RecordId,
  set: { readonly name?: string; readonly bornOn?: string },
): Promise<void> {
  const held = await store.get('subject', id);
  const parents = held?.heads ?? [];
  await store.commit({
    changes: [{ kind: 'subject', record: id, parents, set: set as never }],
    reason: 'correction',
  });
}

describe('two people of one name', () => {
  it('are told apart by their date of birth in the line of each form', async () => {
    const { app } = await opens({ name: 'intervention', subject: ELDER.id }, ELDER, YOUNGER);
    expect((await line()).textContent).toContain('Born 2 May 2010');
    app.router.go({ name: 'intervention', subject: YOUNGER.id });
    await waitFor(async () => expect((await line()).textContent).toContain('Born 9 January 2012'));
    expect((await line()).textContent).not.toContain('2010');
  });

  it('are told apart where a form of nobody asks who it is about', async () => {
    await opens({ name: 'note' }, ELDER, YOUNGER);
    const choice = await screen.findByLabelText(/^Subject/, {}, LOADS);
    await waitFor(() => expect(within(choice).getAllByRole('option').length).toBeGreaterThan(2));
    const words = within(choice)
      .getAllByRole('option', { name: /Ada Vael/ })
      .map(({ textContent }) => textContent);
    expect(new Set(words).size).toBe(2);
  });

  it('are told apart in the form of a contact that is about nobody yet', async () => {
    await opens({ name: 'intervention' }, ELDER, YOUNGER);
    const found = await screen.findAllByLabelText(/Ada Vael/, {}, LOADS);
    const words = found.map(
      (each) => document.querySelector(`label[for="${each.id}"]`)?.textContent,
    );
    expect(words).toHaveLength(2);
    expect(new Set(words).size).toBe(2);
  });

  it('who differ in capitals and spaces alone are told apart', async () => {
    const written = buildSubject({ name: 'ADA  VAEL', bornOn: '2012-01-09' });
    await opens({ name: 'note' }, ELDER, written);
    const choice = await screen.findByLabelText(/^Subject/, {}, LOADS);
    await waitFor(() => expect(within(choice).getAllByRole('option').length).toBeGreaterThan(2));
    for (const option of within(choice).getAllByRole('option', { name: /Ada\s+Vael/i }))
      expect(option.textContent).toMatch(/2010|2012/);
  });

  it('have the contact saved on the one of the form, and end on that page', async () => {
    const { services, app } = await opens(
      { name: 'intervention', subject: YOUNGER.id },
      ELDER,
      YOUNGER,
    );
    await screen.findByRole('button', { name: /^Log for Ada Vael/ }, LOADS);
    logs(/^Log for Ada Vael/);
    await screen.findByRole('alert', { name: 'Success' });
    await screen.findByText('The contact with Ada Vael, born 9 January 2012 was logged');
    const held = await services.store.query('intervention');
    expect(held.map(({ value }) => value.subjectId)).toEqual([YOUNGER.id]);
    expect(app.router.route.value).toMatchObject({ name: 'subject', subject: YOUNGER.id });
  });
});

describe('two people of one name and one date of birth', () => {
  it('are told apart in what is said after a save', async () => {
    const twin = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
    await opens({ name: 'intervention', subject: ELDER.id }, ELDER, twin);
    await screen.findByRole('button', { name: /^Log for Ada Vael/ }, LOADS);
    logs(/^Log for Ada Vael/);
    await screen.findByText(
      /^The contact with Ada Vael, born 2 May 2010, recorded on .*, [12] of 2 alike was logged$/,
    );
  });
});

describe('a person who is renamed while a form about them is open', () => {
  it.each<readonly [string, (subject: RecordId) => Route]>([
    ['an intervention', (subject) => ({ name: 'intervention', subject })],
    ['a note', (subject) => ({ name: 'note', subject })],
    ['a quick log', (subject) => ({ name: 'quick-log', subject })],
    ['a telling', (subject) => ({ name: 'act', act: 'record-telling', subject })],
    ['a plan', (subject) => ({ name: 'plan', subject, form: 'make' })],
    ['a safeguarding concern', (subject) => ({ name: 'safeguarding', subject })],
    ['a closing', (subject) => ({ name: 'close-case', subject })],
    ['a hold', (subject) => ({ name: 'hold', subject })],
  ])('has the new name in the line: %s', async (_, route) => {
    const { services } = await opens(route(ELDER.id), ELDER);
    await waitFor(async () => expect((await line()).textContent).toContain('Ada Vael'));
    await screen.findByRole('button', { name: /^(Cancel|Back to)/ }, LOADS);
    await changes(services, ELDER.id, { name: 'Ada Tolliver' });
    await waitFor(async () => expect((await line()).textContent).toContain('Ada Tolliver'));
  });

  it('is named by the new name in the success', async () => {
    const { services } = await opens({ name: 'intervention', subject: ELDER.id }, ELDER);
    await screen.findByRole('button', { name: 'Log for Ada Vael' }, LOADS);
    await changes(services, ELDER.id, { name: 'Ada Tolliver' });
    logs(/^Log for Ada/);
    const success = await screen.findByRole('alert', { name: 'Success' });
    expect(success.textContent).toContain('Ada Tolliver');
    expect(success.textContent).not.toContain('Recorded for');
  });

  it('shows the mark of a child as soon as the date of birth says so', async () => {
    const adult = buildSubject({ name: 'Ada Vael', bornOn: '2001-05-02', categories: [] });
    const { services } = await opens({ name: 'intervention', subject: adult.id }, adult);
    expect((await line()).textContent).not.toContain('Under 18');
    await changes(services, adult.id, { bornOn: '2018-05-02' });
    await waitFor(async () => expect((await line()).textContent).toContain('Under 10'));
  });
});

describe('a person whose record goes while a form about them is open', () => {
  it('has nothing saved about them, and is not named as if it had been', async () => {
    const { services } = await opens({ name: 'intervention', subject: IVO.id }, IVO, ELDER);
    await screen.findByRole('button', { name: 'Log for Ivo Quill' }, LOADS);
    await services.store.dispose([IVO.id], 'retention');
    const save = screen.queryByRole('button', { name: 'Log for Ivo Quill' });
    if (save) logs(/^Log for Ivo Quill/);
    await screen.findByText(/no longer here|no longer held/);
    expect(await services.store.query('intervention')).toEqual([]);
    expect(screen.queryByRole('alert', { name: 'Success' })).toBeNull();
  });
});

describe('an odd name', () => {
  it.each([
    ['of 136 letters', 'Hubert-Blaine '.repeat(9).padEnd(136, 'x')],
    ['in Arabic', 'عبد الرحمن بن محمد'],
    ['with an apostrophe and markup', 'Tamsin <b>O’Connell</b> & "Co"'],
    ['of one letter', 'Ж'],
  ])('%s is whole in heading, button and success', async (_, name) => {
    const odd = buildSubject({ name });
    await opens({ name: 'intervention', subject: odd.id }, odd, ELDER);
    const heading = await screen.findByRole('heading', { level: 1, name: /^Log an/ }, LOADS);
    await waitFor(() => expect(heading.textContent).toContain(name));
    const button = screen
      .getAllByRole('button')
      .find(({ textContent }) => textContent?.startsWith('Log for'));
    expect(button?.textContent).toContain(name);
    logs(/^Log for/);
    const success = await screen.findByRole('alert', { name: 'Success' });
    expect(success.textContent).toContain(name);
  });

  it('that is not known leaves no gap in what is said', async () => {
    const nobody = buildSubject({ name: '?', bornOn: undefined });
    await opens({ name: 'intervention', subject: nobody.id }, nobody, ELDER);
    const heading = await screen.findByRole('heading', { level: 1, name: /^Log an/ }, LOADS);
    await screen.findByRole('button', { name: /^Log/ });
    expect(heading.textContent?.trim()).not.toMatch(/ with$/);
    expect((await line()).textContent).toContain('Date of birth not known');
    logs(/^Log/);
    const success = await screen.findByRole('alert', { name: 'Success' });
    expect(success.textContent).not.toMatch(/with {1,2}was|undefined|for\s*$/);
    expect(success.textContent).not.toContain('Ada Vael');
  });
});
