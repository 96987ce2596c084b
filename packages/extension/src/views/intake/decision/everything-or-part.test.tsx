// @vitest-environment happy-dom
/** The last button of a decision names what goes: everything held about the person, or one record of several. */
import type { PlainDate } from '@cyber-prevent/core';
import {
  buildIdentification,
  buildIntervention,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
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
  const shown = await holds(newRecord('referral', FIRST), ...also);
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
    name: 'Destroy CP-0042, and keep the rest of Rowan Vael’s record?',
  });
  expect(screen.queryByRole('button', { name: /everything/ })).toBeNull();
  enter('CP-0042');
  press('Refuse and destroy Rowan Vael’s referral');
  await screen.findByText(
    'The referral was refused and destroyed. The rest of this person’s record is kept',
  );
  expect(await services.store.query('referral')).toHaveLength(1);
  expect(await services.store.get('subject', ROWAN.id)).toBeDefined();
});

it('names the one referral of two where it is kept until a day', async () => {
  await refuses(newRecord('referral', referral('CP-0043')));
  await screen.findByRole('heading', { name: /^Destroy CP-0042/ });
  press('Keep it until a date');
  await screen.findByRole('button', { name: 'Refuse, and keep Rowan Vael’s referral until then' });
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
    'the referral of Rowan Vael',
    'Destroy the refused referral of Rowan Vael',
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
