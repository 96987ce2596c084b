// @vitest-environment happy-dom
import type { Change } from '@cyber-prevent/core';
import {
  buildOrganisation,
  buildReferrer,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => import('./organisation-view.js'), 60_000);
afterEach(cleanup);

const schools = [{ name: 'Testford Acad', notedOn: '2026-11-24' }];
const ada = buildSubject({ name: 'Ada Vael', schools });
const [first, second] = [buildReferrer({ email: undefined }), buildReferrer({ email: undefined })];
const academy = buildOrganisation();

async function opened(form?: 'join', more: readonly Change[] = []) {
  const { app, services } = await showShell({ start: { name: 'subjects' } });
  await services.store.commit({
    changes: [
      newRecord('subject', ada),
      newRecord('referrer', first),
      newRecord('referrer', second),
      newRecord('organisation', academy),
      ...more,
    ],
    reason: 'case-work',
  });
  app.router.go({ name: 'organisation', ...(form ? { form } : {}) });
  return { app, store: services.store };
}
const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('words to join', () => {
  it('are offered with reasons, and joined only where the officer ticks them', async () => {
    const { store } = await opened('join');
    await screen.findByText('“Testford Acad”');
    const meant = screen.getByRole('radio', { name: 'Testford Academy, Testford (URN 999001)' });
    expect(screen.getByText('Because: same words, same town')).toBeDefined();
    press('Join the selected places');
    expect(await screen.findByText('There is a problem')).toBeDefined();
    expect(await store.query('organisationLink')).toEqual([]);
    tick(/school or employer of a person: Ada Vael/);
    fireEvent.click(meant);
    press('Join the selected places');
    await waitFor(async () => expect(await store.query('organisationLink')).toHaveLength(1));
    const [link] = await store.query('organisationLink');
    expect(link?.value).toMatchObject({
      subjectId: ada.id,
      organisationId: academy.id,
      reasons: ['same-words', 'same-town', 'chosen'],
    });
    expect((await store.get('subject', ada.id))?.value.schools).toEqual(schools);
  });

  it('name the referrer, and join each place with the reasons that hold for it alone', async () => {
    const { store } = await opened('join', [
      newRecord('referrer', buildReferrer({ email: 'head@testford.example.org', role: 'Head' })),
    ]);
    await screen.findByText('“Testford Acad”');
    screen.getByText('Because: same words, same email domain (in 1 of 4 places), same town');
    press('Join the selected places');
    await screen.findAllByText('Select the places that mean this organisation');
    tick(/school or employer of a person: Ada Vael/);
    tick(/organisation of a referrer: Ottilie Brandt, Head$/);
    fireEvent.click(screen.getByRole('radio', { name: /^Testford Academy/ }));
    press('Join the selected places');
    await screen.findByText(/“Testford Acad” was joined to Testford Academy, Testford/);
    const links = await store.query('organisationLink');
    const ofAda = links.find(({ value }) => value.subjectId === ada.id);
    expect(ofAda?.value.reasons).not.toContain('same-email-domain');
    const ofReferrer = links.find(({ value }) => value.referrerId !== undefined);
    expect(ofReferrer?.value.reasons).toContain('same-email-domain');
  });

  it('keep the focus where words are left, on those that come next', async () => {
    const kit = buildSubject({ schools: [{ name: 'Aber High', notedOn: '2026-11-24' }] });
    await opened('join', [newRecord('subject', kit)]);
    await screen.findByText('“Testford Acad”');
    press('Leave these words, and show the next');
    const next = await screen.findByRole('heading', { name: '“Aber High”' });
    expect(document.activeElement).toBe(next);
  });

  it('say of an organisation that it closed, and what it became', async () => {
    const now = buildOrganisation({ name: 'Brackenfield Trust', identifiers: undefined });
    const closed = buildOrganisation({
      identifiers: undefined,
      closedOn: '2026-08-31',
      becameId: now.id,
      becameHow: 'merged',
      becameOn: '2026-09-01',
      becameWhy: 'The trust said so.',
    });
    await opened('join', [newRecord('organisation', now), newRecord('organisation', closed)]);
    await screen.findByText('“Testford Acad”');
    screen.getByRole('radio', {
      name: 'Testford Academy, Testford, closed on 31 August 2026 (now Brackenfield Trust, Testford)',
    });
  });

  it('make a new organisation, and leave every place that is not ticked', async () => {
    const { store } = await opened('join');
    await screen.findByText('“Testford Acad”');
    const [place] = screen.getAllByRole('checkbox', { name: /organisation of a referrer/ });
    if (place) fireEvent.click(place);
    fireEvent.click(screen.getByRole('radio', { name: /make a new organisation/ }));
    const name = screen.getByLabelText('Name of the new organisation');
    fireEvent.input(name, { target: { value: 'Testford Upper School' } });
    fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'school' } });
    press('Join the selected places');
    await waitFor(async () => expect(await store.query('organisation')).toHaveLength(2));
    const links = await store.query('organisationLink');
    expect(links.map(({ value }) => value.reasons)).toEqual([['made-from-words']]);
  });
});

it('an organisation shows its people, what was joined and why, and undoes it with a reason', async () => {
  const { app, store } = await opened('join');
  await screen.findByText('“Testford Acad”');
  tick(/Ada Vael/);
  fireEvent.click(screen.getByRole('radio', { name: /^Testford Academy/ }));
  press('Join the selected places');
  await waitFor(async () => expect(await store.query('organisationLink')).toHaveLength(1));
  app.router.go({ name: 'organisation', organisation: academy.id });
  await screen.findByRole('heading', { level: 1, name: /Testford Academy, Testford/ });
  await screen.findByRole('button', { name: /^Ada Vael/ });
  screen.getByText(/“Testford Acad”, school or employer of a person: Ada Vael. Joined on/);
  expect(screen.queryByText(/The words have changed since/)).toBeNull();
  const [held] = (await store.query('subject')).filter(({ id }) => id === ada.id);
  const renamed = [{ name: 'Another School', notedOn: '2026-11-24' }] as typeof ada.schools;
  await store.commit({
    changes: [
      { kind: 'subject', record: ada.id, parents: held?.heads ?? [], set: { schools: renamed } },
    ],
    reason: 'correction',
  });
  await screen.findByText(/The words have changed since/);
  await screen.findByText('Nobody’s school or employer is joined to it.');
  press(/^Undo\b.*Testford Acad/);
  const form = await screen.findByRole('form').catch(() => document.querySelector('form'));
  if (!form) throw new Error('no form');
  fireEvent.input(within(form as HTMLElement).getByLabelText('Why do you undo it?'), {
    target: { value: 'It is the other academy.' },
  });
  press('Undo the join');
  await waitFor(async () => {
    const [link] = await store.query('organisationLink');
    expect(link?.value.undoneWhy).toBe('It is the other academy.');
  });
});

it('a person’s page offers the words of their own record, and nobody else’s', async () => {
  const other = buildSubject({
    name: 'Kit Vale',
    schools: [{ name: 'Aber High', notedOn: '2026-11-24' }],
  });
  const { app } = await opened(undefined, [newRecord('subject', other)]);
  app.router.go({ name: 'subject', subject: ada.id, section: 'organisations' });
  fireEvent.click(await screen.findByRole('button', { name: 'Join words to organisations' }));
  await screen.findByText('Words 1 of 1');
  screen.getByRole('checkbox', { name: /Ada Vael/ });
});

it.each(['rename', 'close', 'become'] as const)('gives no day of its own: %s', async (form) => {
  const { app } = await opened();
  app.router.go({ name: 'organisation', organisation: academy.id, form });
  expect((await screen.findByLabelText<HTMLInputElement>('Year')).value).toBe('');
});

it('is suggested as words are typed, and joined in the same save', async () => {
  const { app, store } = await opened();
  app.router.go({ name: 'incident', writing: true });
  const place = await screen.findByLabelText('Where it happened', undefined, { timeout: 20_000 });
  fireEvent.input(place, { target: { value: 'testford acad' } });
  fireEvent.click(
    await screen.findByRole('button', { name: 'Use Testford Academy, Testford (URN 999001)' }),
  );
  await screen.findByText(/These words will be joined to Testford Academy/);
  fireEvent.input(screen.getByLabelText('Day'), { target: { value: '20' } });
  fireEvent.input(screen.getByLabelText('Month'), { target: { value: '11' } });
  fireEvent.input(screen.getByLabelText('Year'), { target: { value: '2026' } });
  fireEvent.input(screen.getByLabelText('What happened'), {
    target: { value: 'A page was down.' },
  });
  fireEvent.input(screen.getByLabelText('Who reported it'), { target: { value: 'The head' } });
  fireEvent.click(screen.getByLabelText('Fact'));
  press('Save the incident');
  await waitFor(async () => expect(await store.query('organisationLink')).toHaveLength(1));
  const [incident] = await store.query('incident');
  const [link] = await store.query('organisationLink');
  expect(incident?.value.place).toBe('Testford Academy');
  expect(link?.value).toMatchObject({
    incidentId: incident?.id,
    path: 'place',
    reasons: ['chosen'],
  });
});
