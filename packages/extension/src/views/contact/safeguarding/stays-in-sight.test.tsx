// @vitest-environment happy-dom
/** A concern stays in sight until it is closed: on Today, in the list and on the record, with nobody's name or with one. */
import type { RecordOf } from '@cyber-prevent/core';
import { buildSafeguardingConcern, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./concern-view.js'),
      import('./concerns-view.js'),
      import('../../subject/subject-view.js'),
      import('../../desk/today/today-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const PETRA = buildSubject({ name: 'Petra Lindqvist', bornOn: '2011-04-05' });
const OTHER = buildSubject({ name: 'Petra Lindqvist', bornOn: '2013-08-09' });
const WORDS = 'Said he would not go home.';

type Values = Partial<RecordOf<'safeguardingConcern'>>;

async function holds(over: Values, today = '2026-11-24') {
  const shown = await showShell({ start: { name: 'settings' }, today });
  const { store } = shown.services;
  const concern = { ...buildSafeguardingConcern({ subjectId: PETRA.id, what: WORDS }), ...over };
  await store.commit({
    changes: [
      newRecord('subject', PETRA),
      newRecord('subject', OTHER),
      newRecord('safeguardingConcern', concern),
    ],
    reason: 'safeguarding',
  });
  const held = async () => (await store.get('safeguardingConcern', concern.id))?.value;
  return { ...shown, store, concern, held };
}
const NOBODY = { subjectId: undefined } as const;
const told = (moment: string): Values =>
  ({ told: ['mash'], toldAt: `${moment}:00.000Z` }) as Values;
const presses = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const types = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

async function opensToday({ app }: Awaited<ReturnType<typeof holds>>): Promise<void> {
  app.router.go({ name: 'today' });
  await screen.findByRole('heading', { level: 1, name: /^Today/ });
  await waitFor(() => expect(screen.queryByText(/Looking through/)).toBeNull());
}
const groups = () =>
  [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent ?? '');
const DANGER = /^First: somebody may be in danger/;

describe('on Today', () => {
  it.each<readonly [string, Values, string]>([
    ['nobody was told of, about nobody', { ...NOBODY, told: ['nobody-yet'] }, '2026-11-24'],
    ['nobody was told of, about somebody', { told: ['nobody-yet'] }, '2026-11-24'],
    ['is not acknowledged, about nobody', { ...NOBODY, ...told('2026-11-20T19:30') }, '2026-11-24'],
    ['is not acknowledged, about somebody', told('2026-11-20T19:30'), '2026-11-24'],
  ])('what %s is the first of all', async (_, over, today) => {
    const shown = await holds(over, today);
    await opensToday(shown);
    expect(groups()[0]).toMatch(DANGER);
    expect(document.querySelector('main')?.textContent).not.toContain(WORDS);
  });

  it('a concern of Friday evening is not yet first on the Saturday, and is there', async () => {
    const shown = await holds({ ...NOBODY, ...told('2026-11-27T19:45') }, '2026-11-28');
    await opensToday(shown);
    expect(groups()[0]).not.toMatch(DANGER);
    await screen.findByRole('button', { name: /acknowledged, or escalate/ });
  });

  it('a concern about nobody leads to the concern, and not to a person', async () => {
    const shown = await holds({ ...NOBODY, told: ['nobody-yet'] });
    await opensToday(shown);
    await presses(/Say who was told/);
    expect(shown.app.router.route.value).toMatchObject({ concern: shown.concern.id });
    expect(screen.queryByRole('region', { name: 'Person in view' })).toBeNull();
  });

  it('a closed one is gone, and stays in the list', async () => {
    const shown = await holds({
      told: ['designated-lead'],
      closedOn: '2026-11-24',
      closedWhy: 'A plan.',
    } as Values);
    await opensToday(shown);
    expect(groups().some((words) => DANGER.test(words))).toBe(false);
    shown.app.router.go({ name: 'concerns' });
    await screen.findByRole('heading', { level: 1, name: 'Safeguarding concerns' });
    await waitFor(() => expect(screen.getByRole('main').textContent).toContain('Petra Lindqvist'));
  });
});

describe('in the list', () => {
  it('is one more recorded from there', async () => {
    const shown = await holds({ told: ['designated-lead'] });
    shown.app.router.go({ name: 'concerns' });
    await screen.findByRole('heading', { level: 1, name: 'Safeguarding concerns' });
    fireEvent.click(
      within(screen.getByRole('main')).getByRole('button', {
        name: 'Raise a safeguarding concern',
      }),
    );
    expect(shown.app.router.route.value).toEqual({ name: 'safeguarding' });
  });

  it('two people of one name are told apart', async () => {
    const shown = await holds({ told: ['designated-lead'] });
    await shown.store.commit({
      changes: [
        newRecord(
          'safeguardingConcern',
          buildSafeguardingConcern({ subjectId: OTHER.id, what: 'Another worry.' }),
        ),
      ],
      reason: 'safeguarding',
    });
    shown.app.router.go({ name: 'concerns' });
    await screen.findByRole('heading', { level: 1, name: 'Safeguarding concerns' });
    await waitFor(() =>
      expect(screen.getByRole('main').textContent?.match(/Petra Lindqvist/g)?.length).toBe(2),
    );
    const words = () => screen.getByRole('main').textContent ?? '';
    await waitFor(() => expect(words()).toMatch(/2011/));
    expect(words()).toMatch(/2013/);
  });
});

describe('an escalation', () => {
  it('is offered on the day on which it is due, with the way to do it', async () => {
    const shown = await holds({ ...NOBODY, ...told('2026-11-20T19:30') });
    shown.app.router.go({ name: 'concern', concern: shown.concern.id });
    await screen.findByText(/It has not been acknowledged/);
    await presses('Escalate this concern');
    await types(/^Who it was escalated to/, 'Duty manager');
    await presses(/^Save the escalation/);
    await screen.findByText('The escalation is on record');
    await opensToday(shown);
    expect(groups().some((words) => DANGER.test(words))).toBe(false);
  });

  it('of white space alone is none', async () => {
    const shown = await holds(told('2026-11-20T19:30'));
    shown.app.router.go({ name: 'concern', concern: shown.concern.id });
    await presses('Escalate this concern');
    await types(/^Who it was escalated to/, '   ');
    await presses(/^Save the escalation/);
    expect(await screen.findAllByText('Enter who it was escalated to')).not.toHaveLength(0);
    expect((await shown.held())?.additions).toBeUndefined();
  });
});

describe('a crime that was disclosed', () => {
  it('with white space for a reference still has none', async () => {
    const shown = await holds({ told: ['designated-lead'], crimeDisclosed: 'yes' });
    shown.app.router.go({ name: 'concern', concern: shown.concern.id });
    await presses('Add the crime reference');
    fireEvent.click(await screen.findByLabelText('Yes, it is recorded'));
    await types(/^Crime reference/, '   ');
    await presses(/^Save whether it is recorded/);
    expect(await screen.findAllByText('Enter the crime reference')).not.toHaveLength(0);
    expect((await shown.held())?.additions).toBeUndefined();
  });

  it('keeps the concern from being closed, also by the address of the form', async () => {
    const shown = await holds({ told: ['designated-lead'], crimeDisclosed: 'yes' });
    shown.app.router.go({ name: 'concern', concern: shown.concern.id, form: 'close' });
    await screen.findByRole('heading', { level: 1, name: 'This concern cannot be closed yet' });
    expect(screen.queryByRole('button', { name: /^Close the concern/ })).toBeNull();
  });
});

describe('about a person', () => {
  it('is in sight on the overview until it is closed, though it was told and acknowledged', async () => {
    const shown = await holds({
      ...told('2026-11-23T09:00'),
      additions: [{ addedAt: '2026-11-23T12:00:00.000Z', acknowledgedBy: 'The front door' }],
    } as Values);
    shown.app.router.go({ name: 'subject', subject: PETRA.id });
    await screen.findByRole('region', { name: 'A safeguarding concern is open' });
  });

  it('is not on the record of somebody else of the same name', async () => {
    const shown = await holds({ told: ['designated-lead'] });
    shown.app.router.go({ name: 'subject', subject: OTHER.id });
    await screen.findByRole('region', { name: 'Overview' });
    expect(screen.queryByRole('region', { name: 'A safeguarding concern is open' })).toBeNull();
    shown.app.router.go({ name: 'subject', subject: OTHER.id, section: 'concerns' });
    await screen.findByRole('region', { name: 'Safeguarding' });
    expect(screen.getByRole('main').textContent).not.toContain(WORDS);
  });

  it('once named, is on that record with everything that was said before', async () => {
    const shown = await holds({
      ...NOBODY,
      ...told('2026-11-23T09:00'),
      additions: [{ addedAt: '2026-11-23T12:00:00.000Z', what: 'He was found at noon.' }],
    } as Values);
    shown.app.router.go({ name: 'concern', concern: shown.concern.id });
    await presses('Say who it is about');
    const radios = () => screen.getAllByRole<HTMLInputElement>('radio', { name: /Petra/ });
    await waitFor(() => expect(radios()).toHaveLength(2));
    const words = radios().map(({ labels }) => labels?.[0]?.textContent);
    expect(new Set(words).size).toBe(2);
    fireEvent.click(radios().find(({ value }) => value === PETRA.id) ?? document.body);
    await presses(/^Save that it is about Petra Lindqvist, born/);
    await screen.findByText(/The concern is on the record of Petra Lindqvist/);
    shown.app.router.go({ name: 'subject', subject: PETRA.id, section: 'concerns' });
    const section = await screen.findByRole('region', { name: 'Safeguarding' });
    await within(section).findByText(WORDS);
    expect(section.textContent).toContain('He was found at noon.');
  });

  it('cannot be closed by closing or disposing of the case while it is open', async () => {
    const shown = await holds({ told: ['designated-lead'] });
    for (const name of ['close-case', 'dispose'] as const) {
      shown.app.router.go({ name, subject: PETRA.id });
      await screen.findAllByText(/A safeguarding concern is open/);
      expect(screen.queryByRole('button', { name: /^(Close the case|Destroy)/ })).toBeNull();
    }
    expect(await shown.store.get('subject', PETRA.id)).toBeDefined();
  });
});
