// @vitest-environment happy-dom
/** The last button of a decision names what goes: everything held about the person, or one record of several. */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import {
  buildHold,
  buildIdentification,
  buildIntervention,
  buildReferral,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./decide-view.js'), import('./refuse-view.js')]), 60_000);
afterEach(cleanup);

const ROWAN = buildSubject({ name: 'Rowan Vael', bornOn: '2010-05-02' });
const referral = (reference: string) =>
  buildReferral({
    subjectId: ROWAN.id,
    reference,
    receivedOn: '2026-11-20' as PlainDate,
    status: 'received',
    suspectedOffences: [],
  });
const FIRST = referral('CP-0042');
const FOUND = buildIdentification({ subjectId: ROWAN.id, identifiedOn: '2026-11-20' });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const enter = (value: string) =>
  fireEvent.input(screen.getByLabelText(/ to confirm$/), { target: { value } });

async function holds(...also: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'today' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', ROWAN), ...also],
    reason: 'case-work',
  });
  return shown;
}

/** Refuses the first referral, up to the last step. */
async function refuses(...also: readonly ReturnType<typeof newRecord>[]) {
  return refusesFirst(await holds(newRecord('referral', FIRST), ...also));
}

async function refusesFirst(shown: Awaited<ReturnType<typeof holds>>) {
  shown.app.router.go({ name: 'decide', on: 'referral', record: FIRST.id });
  await screen.findByRole('group', { name: 'Decision' });
  fireEvent.click(screen.getByLabelText('Refuse the referral'));
  await screen.findByRole('group', { name: 'Why?' });
  fireEvent.click(screen.getByLabelText('Does not wish to take part'));
  press('Refuse Rowan Vael’s referral and continue');
  return shown;
}

async function disposes(...also: readonly ReturnType<typeof newRecord>[]) {
  const shown = await holds(newRecord('identification', FOUND), ...also);
  shown.app.router.go({ name: 'decide', on: 'identification', record: FOUND.id });
  await screen.findByRole('group', { name: 'Decision' });
  fireEvent.click(screen.getByLabelText('Dispose of what is held'));
  fireEvent.input(screen.getByLabelText(/^Reason/), { target: { value: 'Nothing came of it.' } });
  return shown;
}

it('says that everything goes where a refused referral takes the whole record with it', async () => {
  const talk = buildIntervention({ subjectId: ROWAN.id });
  const { services } = await refuses(newRecord('intervention', talk));
  await screen.findByRole('heading', { name: 'Destroy everything held about Rowan Vael?' });
  enter('CP-0042');
  press('Refuse and destroy everything held about Rowan Vael');
  await screen.findByText(
    'The referral was refused, and everything held about this person was destroyed',
  );
  expect(await services.store.query('intervention')).toEqual([]);
});

it('says of one of two referrals that it alone goes', async () => {
  const { services } = await refuses(newRecord('referral', referral('CP-0043')));
  await screen.findByRole('heading', {
    name: 'Destroy the referral CP-0042, and keep the rest of the record of Rowan Vael?',
  });
  expect(screen.queryByRole('button', { name: /everything/ })).toBeNull();
  enter('CP-0042');
  press('Refuse and destroy Rowan Vael’s referral CP-0042');
  await screen.findByText(
    'The referral was refused and destroyed. The rest of this person’s record is kept',
  );
  expect(await services.store.query('referral')).toHaveLength(1);
  expect(await services.store.get('subject', ROWAN.id)).toBeDefined();
});

it('lists what goes and what stays, with why, and names each capture once', async () => {
  const capture = (title: string) =>
    buildSourceCapture({
      system: 'Case system',
      title,
      capturedAt: '2026-11-20T09:30:00.000Z' as Instant,
    });
  const [own, other] = [capture('Referral 0042'), capture('Referral 0043')];
  const readFrom = (id: RecordId) => ({ reference: [buildSource({ capture: id })] });
  const second = referral('CP-0043');
  const talk = buildIntervention({ subjectId: ROWAN.id });
  const shown = await holds(
    newRecord('sourceCapture', own),
    newRecord('sourceCapture', other),
    { ...newRecord('referral', FIRST), sources: readFrom(own.id) },
    { ...newRecord('referral', second), sources: readFrom(other.id) },
    newRecord('intervention', talk),
  );
  await refusesFirst(shown);
  const goes = await screen.findByRole('region', { name: 'Will be destroyed' });
  const stays = screen.getByRole('region', { name: 'Will be kept' });
  await waitFor(() => expect(goes.textContent).toContain('Capture: 1'));
  expect(goes.textContent).toContain('Referral: 1');
  expect(goes.textContent).toContain(
    'Case system, Referral 0042, captured 20 November 2026, 09:30',
  );
  expect(goes.textContent).not.toMatch(/0043|Subject|Intervention/);
  expect(stays.textContent).toMatch(/^Will be keptNeeded for the referral CP-0043:/);
  for (const kept of [
    'Subject: 1',
    'Intervention: 1',
    'Referral 0043',
    'codes and dates',
    'stays whole',
  ])
    expect(stays.textContent).toContain(kept);
  expect(stays.textContent).not.toContain('0042');
});

it('says “would” of what a hold prevents', async () => {
  await refuses(
    newRecord('referral', referral('CP-0043')),
    newRecord('hold', buildHold({ subjectId: ROWAN.id })),
  );
  await screen.findByRole('region', { name: 'Would be destroyed' });
  screen.getByRole('region', { name: 'Would be kept' });
  expect(screen.queryByRole('button', { name: /destroy/ })).toBeNull();
});

it('names the one referral of two where it is kept until a day', async () => {
  await refuses(newRecord('referral', referral('CP-0043')));
  await screen.findByRole('heading', { name: /^Destroy the referral CP-0042/ });
  press('Keep it until a date');
  await screen.findByRole('button', {
    name: 'Refuse, and keep Rowan Vael’s referral CP-0042 until then',
  });
});

it('says of an identified person with nothing else that everything goes', async () => {
  const { services } = await disposes();
  press('Dispose of everything held about Rowan Vael and continue');
  await screen.findByRole('heading', { name: 'Destroy everything held about Rowan Vael?' });
  enter('Rowan Vael');
  press('Decide and destroy everything held about Rowan Vael');
  await screen.findByText('Everything held about this person was destroyed');
  expect(await services.store.query('subject')).toEqual([]);
});

it('says of an identification of somebody who was referred too that it alone goes', async () => {
  const { services } = await disposes(newRecord('referral', FIRST));
  press('Dispose of this record of Rowan Vael and continue');
  await screen.findByRole('heading', {
    name: 'Destroy this record, and keep the rest of what is held about Rowan Vael?',
  });
  enter('Rowan Vael');
  press('Decide and destroy this record of Rowan Vael');
  await screen.findByText(
    'This record was destroyed. The rest of what is held about this person is kept',
  );
  expect(await services.store.query('referral')).toHaveLength(1);
});

it.each([
  [
    'everything',
    [],
    'everything held about Rowan Vael',
    'Destroy everything held about Rowan Vael',
  ],
  [
    'the one referral of two',
    [newRecord('referral', referral('CP-0043'))],
    'the referral CP-0042 about Rowan Vael',
    'Destroy the refused referral CP-0042 about Rowan Vael',
  ],
] as const)('names %s where a refusal is settled later', async (_, also, what, last) => {
  const { app, services } = await refuses(...also);
  await screen.findByRole('heading', { level: 1, name: /^Destroy/ });
  press('Keep it until a date');
  const until = within(await screen.findByRole('group', { name: 'Keep until' }));
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '6'],
    ['Year', '2027'],
  ] as const)
    fireEvent.input(until.getByLabelText(part), { target: { value } });
  fireEvent.input(screen.getByLabelText('Why it is kept'), { target: { value: 'Force rule 4.' } });
  press(/^Refuse, and keep/);
  await screen.findByText(/^Rowan Vael’s referral was refused\. What is held is kept until 1 June/);
  const [refusal] = await services.store.query('refusal');
  if (!refusal) throw new Error('nothing was refused');
  app.router.go({ name: 'refuse', refusal: refusal.id });
  fireEvent.click(await screen.findByLabelText('Keep it until a date'));
  await screen.findByRole('button', { name: `Keep ${what} until then` });
  fireEvent.click(screen.getByLabelText('Destroy it now'));
  press(`Continue to destroy ${what}`);
  await screen.findByRole('button', { name: last });
  enter('CP-0042');
  press(last);
  await screen.findByText(
    also.length === 0
      ? 'Everything held about this person was destroyed'
      : 'The referral was destroyed. The rest of this person’s record is kept',
  );
});
