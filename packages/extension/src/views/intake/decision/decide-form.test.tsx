// @vitest-environment happy-dom
/**
 * A decision offers the matching reasons; the records it destroys are named on a page of their own, and confirmed by a
 * reference.
 */
import type { PlainDate, RecordId } from '@cyber-prevent/core';
import {
  buildHold,
  buildId,
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

beforeAll(() => import('./decide-view.js'), 60_000);
afterEach(cleanup);

async function deciding(
  suspectedOffences: readonly string[] = [],
  also: (subject: RecordId) => readonly ReturnType<typeof newRecord>[] = () => [],
  person: Parameters<typeof buildSubject>[0] = {},
) {
  const shown = await showShell({ start: { name: 'today' } });
  const subject = buildSubject({ name: 'Rowan Vael', bornOn: '2010-05-02', ...person });
  const referral = buildReferral({
    subjectId: subject.id,
    reference: 'CP-0042',
    receivedOn: '2026-11-20',
    status: 'received',
    suspectedOffences: [...suspectedOffences],
  });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral), ...also(subject.id)],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'decide', on: 'referral', record: referral.id });
  await screen.findByRole('group', { name: 'Decision' });
  return { ...shown, referral, subject };
}
const picks = (label: string) => fireEvent.click(screen.getByLabelText(label));
const presses = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const reasons = () =>
  within(screen.getByRole('group', { name: 'Why?' }))
    .getAllByRole('checkbox')
    .map((box) => document.querySelector(`label[for="${box.id}"]`)?.textContent);

it('offers the reasons that go with the decision, and keeps none that was ticked for another', async () => {
  const { services } = await deciding();
  expect(screen.queryByRole('group', { name: 'Why?' })).toBeNull();
  picks('Refuse the referral');
  expect(reasons()).toContain('Outside the remit: terrorism');
  expect(reasons()).not.toContain('Suitable for the programme');
  picks('Outside the remit: terrorism');
  picks('Accept the referral');
  await waitFor(() => expect(reasons()).not.toContain('Outside the remit: terrorism'));
  picks('Suitable for the programme');
  presses('Accept Rowan Vael’s referral');
  await screen.findByText('The decision was saved for Rowan Vael');
  expect((await services.store.query('decision')).map(({ value }) => value)).toMatchObject([
    { outcome: 'accept', reasonCodes: ['suitable'] },
  ]);
});

it('tells an account that was read and left out from one that nobody gave', async () => {
  const left = buildReferral({
    status: 'received',
    narrative: undefined,
    narrativeOmission: 'left-by-choice',
  });
  const { app } = await deciding([], (subjectId) => [
    newRecord('referral', { ...left, subjectId }),
  ]);
  const said = /What is alleged: the officer who saved the referral left the narrative out/;
  expect(screen.queryByText(said)).toBeNull();
  app.router.go({ name: 'decide', on: 'referral', record: left.id });
  await screen.findByText(said);
});

it('says above, on the button and in the success which of two people of one name it is about', async () => {
  await deciding([], () => [
    newRecord('subject', buildSubject({ name: 'rowan  vael', bornOn: '2012-01-09' })),
  ]);
  const who = 'Rowan Vael, born 2 May 2010';
  await screen.findByText(who, { selector: '.govuk-caption-l' });
  picks('Accept the referral');
  await screen.findByRole('group', { name: 'Why?' });
  picks('Suitable for the programme');
  presses(`Accept the referral of ${who}`);
  await screen.findByText(`The decision was saved for ${who}`);
});

it('says which decision a reason belongs to, where it was ticked for another', async () => {
  const { services } = await deciding();
  picks('Accept the referral');
  await screen.findByRole('group', { name: 'Why?' });
  picks('Suitable for the programme');
  picks('Refuse the referral');
  await waitFor(() => expect(reasons()).not.toContain('Suitable for the programme'));
  presses('Refuse Rowan Vael’s referral and continue');
  await screen.findByRole('button', {
    name: '“Suitable for the programme” is a reason to accept. Choose a reason to refuse',
  });
  expect(screen.queryByRole('heading', { name: /^Destroy everything held/ })).toBeNull();
  expect(await services.store.query('decision')).toEqual([]);
});

it('has in sight what is decided on, and names what is not known', async () => {
  await deciding(['Unauthorised access to computer material']);
  const facts = within(screen.getByRole('region', { name: 'What you are deciding on' }));
  for (const words of [/^The school reports that its booking page/, /^Unauthorised access/])
    expect(facts.getByText(words)).toBeDefined();
  expect(facts.getByText(/Whether they or a parent know/)).toBeDefined();
});

it('names the dates of birth among what is not known while several are on record', async () => {
  const [date, notedOn] = ['2017-03-14' as PlainDate, '2026-11-20' as PlainDate];
  await deciding([], () => [], { alsoRecorded: [{ what: 'bornOn', date, notedOn }] });
  const facts = within(screen.getByRole('region', { name: 'What you are deciding on' }));
  const gaps = facts.getByText('Not said yet').parentElement as HTMLElement;
  within(gaps).getByText(/Which date of birth is right: 14 March 2017 or 2 May 2010/);
});

it('destroys only once its page was read and the reference copied out', async () => {
  const { services, subject } = await deciding();
  picks('Refuse the referral');
  await screen.findByRole('group', { name: 'Why?' });
  picks('Does not wish to take part');
  presses('Refuse Rowan Vael’s referral and continue');
  const heading = await screen.findByRole('heading', {
    level: 1,
    name: 'Destroy everything held about Rowan Vael?',
  });
  expect(document.activeElement).toBe(heading);
  const page = screen.getByRole('main').textContent;
  for (const words of [
    '2 May 2010',
    'CP-0042',
    'Subject: 1',
    'Referral: 1',
    '20 November 2026: CP-0042, received',
  ])
    expect(page).toContain(words);
  expect(screen.queryByRole('group', { name: 'Decision' })).toBeNull();
  presses('Refuse and destroy everything held about Rowan Vael');
  await screen.findAllByText('Enter CP-0042 to confirm');
  expect(await services.store.query('decision')).toEqual([]);
  const box = screen.getByLabelText(/^Reference to confirm/);
  fireEvent.input(box, { target: { value: 'cp-0043' } });
  presses('Refuse and destroy everything held about Rowan Vael');
  await waitFor(() => expect(box.getAttribute('aria-invalid')).toBe('true'));
  expect(await services.store.get('subject', subject.id)).toBeDefined();
  fireEvent.input(box, { target: { value: 'cp-0042' } });
  presses('Refuse and destroy everything held about Rowan Vael');
  await screen.findByText(
    'The referral was refused, and everything held about this person was destroyed',
  );
  expect(await services.store.query('subject')).toEqual([]);
});

it('destroys the page along with it of which everything was corrected since, and counts it', async () => {
  const { services, subject } = await deciding();
  const capture = buildSourceCapture();
  const name = async (set: object, more: object = {}) => {
    const held = await services.store.get('subject', subject.id);
    const change = {
      kind: 'subject',
      record: subject.id,
      parents: held?.heads ?? [],
      set,
    } as const;
    await services.store.commit({ changes: [{ ...change, ...more }], reason: 'case-work' });
  };
  await services.store.commit({
    changes: [newRecord('sourceCapture', capture)],
    reason: 'case-work',
  });
  await name({ name: 'Rowan V' }, { sources: { name: [buildSource({ capture: capture.id })] } });
  await name({ name: 'Rowan Vael' });
  picks('Refuse the referral');
  await screen.findByRole('group', { name: 'Why?' });
  picks('Does not wish to take part');
  presses('Refuse Rowan Vael’s referral and continue');
  await screen.findByRole('heading', { level: 1, name: /^Destroy everything held/ });
  expect(screen.getByRole('main').textContent).toContain('Capture: 1');
  fireEvent.input(screen.getByLabelText(/^Reference to confirm/), { target: { value: 'cp-0042' } });
  presses('Refuse and destroy everything held about Rowan Vael');
  await screen.findByText(
    'The referral was refused, and everything held about this person was destroyed',
  );
  expect(await services.store.history(capture.id)).toEqual([]);
});

it('keeps somebody who was passed on until it says who acknowledged that, and asks for it again', async () => {
  const { services, app } = await showShell({ start: { name: 'today' } });
  const subject = buildSubject({ name: 'Wren Vael' });
  const found = buildIdentification({ subjectId: subject.id, identifiedOn: '2026-11-20' });
  await services.store.commit({
    changes: [newRecord('subject', subject), newRecord('identification', found)],
    reason: 'identification',
  });
  const enters = (label: RegExp | string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  app.router.go({ name: 'decide', on: 'identification', record: found.id });
  await screen.findByRole('group', { name: 'Decision' });
  picks('Pass on');
  await screen.findByText(/^Nothing is destroyed until you enter who acknowledged/);
  enters(/^Reason/, 'They live elsewhere.');
  // The organisation they are passed on to is required.
  expect(screen.queryByLabelText('Passed on to (optional)')).toBeNull();
  expect(screen.queryByLabelText(/^Legal gateway/)).toBeNull();
  enters('Passed on to', 'Eastshire Police');
  presses('Pass Wren Vael on');
  await screen.findByRole('button', { name: 'Select the legal gateway' });
  expect(await services.store.query('decision')).toEqual([]);
  fireEvent.change(screen.getByLabelText('Legal gateway'), { target: { value: 'part3-task' } });
  presses('Pass Wren Vael on');
  await screen.findByText(/^What is held is still here/);
  await screen.findAllByText(/pass somebody on to Eastshire Police, and nobody has acknowledged/);
  expect(await services.store.query('subject')).toHaveLength(1);

  app.router.go({ name: 'decide', on: 'identification', record: found.id });
  await screen.findByRole('heading', { level: 1, name: 'Change the decision' });
  picks('Pass on');
  const to = await screen.findByLabelText<HTMLInputElement>(/^Passed on to/);
  expect(to.value).toBe('Eastshire Police');
  enters(/^Reason/, 'They live elsewhere.');
  enters(/^Acknowledged by/, 'Force control room');
  for (const [part, value] of [
    ['Day', '24'],
    ['Month', '11'],
    ['Year', '2026'],
  ] as const)
    fireEvent.input(
      within(screen.getByRole('group', { name: /^Acknowledged on/ })).getByLabelText(part),
      { target: { value } },
    );
  presses('Pass Wren Vael on');
  await screen.findByRole('heading', { name: 'Destroy everything held about Wren Vael?' });
  const hint = screen.getByText(/^To confirm, enter/).textContent ?? '';
  enters(/^Name to confirm/, hint.replace('To confirm, enter ', ''));
  presses('Decide and destroy everything held about Wren Vael');
  await waitFor(async () => expect(await services.store.query('subject')).toEqual([]));
});

it('keeps what is held until a day from the same page, with the reason', async () => {
  const { services, subject } = await deciding();
  picks('Refuse the referral');
  await screen.findByRole('group', { name: 'Why?' });
  picks('Does not wish to take part');
  presses('Refuse Rowan Vael’s referral and continue');
  await screen.findByRole('heading', { name: 'Destroy everything held about Rowan Vael?' });
  presses('Keep it until a date');
  await screen.findByRole('group', { name: 'Keep until' });
  presses('Refuse, and keep everything held about Rowan Vael until then');
  await screen.findByRole('button', { name: 'Enter the date until which it is kept' });
  await screen.findByRole('button', { name: 'Enter why it is kept' });
  expect(await services.store.query('refusal')).toEqual([]);
  const until = within(screen.getByRole('group', { name: 'Keep until' }));
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '6'],
    ['Year', '2027'],
  ] as const)
    fireEvent.input(until.getByLabelText(part), { target: { value } });
  fireEvent.input(screen.getByLabelText('Why it is kept'), { target: { value: 'Force rule 4.' } });
  presses('Refuse, and keep everything held about Rowan Vael until then');
  await screen.findByText(/^Rowan Vael’s referral was refused\. What is held is kept until 1 June/);
  expect((await services.store.query('refusal')).map(({ value }) => value)).toMatchObject([
    { handling: 'keep', keepUntil: '2027-06-01' },
  ]);
  expect(await services.store.get('subject', subject.id)).toBeDefined();
});

it('asks for no reference while a hold prevents it, and leads to the hold', async () => {
  const { services, app, subject } = await deciding([], (subjectId) => [
    newRecord('hold', buildHold({ subjectId, reviewDueOn: '2027-03-14' })),
  ]);
  const [hold] = await services.store.query('hold');
  picks('Refuse the referral');
  // Said before anything is asked.
  await screen.findByText(/^A hold has been in place since/);
  picks('Does not wish to take part');
  presses('Refuse Rowan Vael’s referral and continue');
  await screen.findByRole('heading', { level: 2, name: 'It cannot be destroyed now' });
  expect(screen.queryByLabelText(/^Reference to confirm/)).toBeNull();
  expect(screen.queryByRole('button', { name: /^Refuse and destroy/ })).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Review or lift' }));
  expect(app.router.route.value).toEqual({ name: 'hold', subject: subject.id, hold: hold?.id });
});

it('names a hold on somebody else that keeps part of it, and leads to their record', async () => {
  const other = buildSubject({ id: buildId(), name: 'Bryn Marlow', bornOn: '2010-05-02' });
  const contact = buildIntervention({ subjectId: other.id });
  const { services, app, subject } = await deciding([], () => [
    newRecord('subject', other),
    newRecord('intervention', contact),
    newRecord('hold', buildHold({ subjectId: other.id })),
  ]);
  const [held] = await services.store.query('intervention');
  await services.store.commit({
    changes: [
      {
        kind: 'intervention',
        record: contact.id,
        parents: held?.heads ?? [],
        set: { subjectId: subject.id },
      },
    ],
    reason: 'correction',
  });
  const screenNow = app.router.route.value;
  app.router.go({ name: 'today' });
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Decision' })).toBeNull());
  app.router.go(screenNow);
  await screen.findByRole('group', { name: 'Decision' });
  picks('Refuse the referral');
  await screen.findByText(
    'A hold on the record of Bryn Marlow (born 2 May 2010) keeps part of this case: Intervention: 1. This was on that record until it was moved. Open the record of Bryn Marlow (born 2 May 2010), and review that hold first.',
  );
  picks('Does not wish to take part');
  presses('Refuse Rowan Vael’s referral and continue');
  await screen.findByRole('heading', { level: 2, name: 'It cannot be destroyed now' });
  expect(screen.queryByRole('button', { name: /^Refuse and destroy/ })).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Review or lift' }));
  expect(app.router.route.value).toMatchObject({ name: 'subject', subject: other.id });
});

it('comes back to the form with all that was filled in', async () => {
  await deciding();
  picks('Refuse the referral');
  await screen.findByRole('group', { name: 'Why?' });
  picks('Does not wish to take part');
  presses('Refuse Rowan Vael’s referral and continue');
  await screen.findByText('Destroy everything held about Rowan Vael?');
  presses('Back to the form');
  const reason = await screen.findByLabelText<HTMLInputElement>('Does not wish to take part');
  expect(reason.checked).toBe(true);
});

it('says what a crime and a handover need before anything is destroyed', async () => {
  const { services } = await deciding(['Unauthorised access to computer material']);
  picks('Refuse the referral');
  await screen.findByRole('group', { name: 'Why?' });
  picks('Outside the remit: terrorism');
  presses('Refuse Rowan Vael’s referral and continue');
  await screen.findByRole('heading', { level: 2, name: 'It cannot be destroyed now' });
  await screen.findByText('Enter who the matter was handed over to');
  await screen.findByText(/^This referral says that a crime may have been committed/);
  presses('Back to the form');
  fireEvent.input(await screen.findByLabelText(/^Passed on to/), {
    target: { value: 'Channel panel' },
  });
  await screen.findByLabelText(/^Acknowledged by/);
  expect(await services.store.query('decision')).toEqual([]);
});
