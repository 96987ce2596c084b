// @vitest-environment happy-dom
/** The questions of a decision's form and the words of its button, before and after a decision is chosen. */
import {
  buildEnquiry,
  buildReferral,
  buildReferrer,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./decide-view.js'), 60_000);
afterEach(cleanup);

async function deciding() {
  const shown = await showShell({ start: { name: 'today' } });
  const subject = buildSubject({ name: 'Rowan Vael', bornOn: '2010-05-02' });
  const referral = buildReferral({
    subjectId: subject.id,
    reference: 'CP-0042',
    receivedOn: '2026-11-20',
    status: 'received',
    narrative: undefined,
    suspectedOffences: [],
  });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral)],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'decide', on: 'referral', record: referral.id });
  await screen.findByRole('group', { name: 'Decision' });
  return shown;
}
const picks = (label: string) => fireEvent.click(screen.getByLabelText(label));
const presses = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('says “Save the decision” until one is chosen, and asks for no reason before that', async () => {
  const { services } = await deciding();
  presses('Save the decision');
  const alert = await screen.findByRole('alert', { name: 'There is a problem' });
  expect(alert.textContent).toContain('Enter the reason');
  expect(alert.textContent).not.toContain('Select a reason');
  picks('Accept the referral');
  await screen.findByRole('group', { name: 'Why?' });
  presses('Accept Rowan Vael’s referral');
  await screen.findByRole('button', { name: 'Select a reason, or enter it in a few words' });
  expect(await services.store.query('decision')).toEqual([]);
});

it('names on the button of every decision what it does, and whose referral it is', async () => {
  await deciding();
  const outcomes = within(screen.getByRole('group', { name: 'Decision' }));
  const said = new Set<string>();
  for (const radio of outcomes.getAllByRole<HTMLInputElement>('radio')) {
    fireEvent.click(radio);
    await waitFor(() => expect(radio.checked).toBe(true));
    const save = document.querySelector('main form button[type="submit"]')?.textContent ?? '';
    expect(save).toContain('Rowan Vael');
    said.add(save);
  }
  expect(said.size).toBeGreaterThan(4);
});

it('names the enquiry by who asked, above the heading and on the button', async () => {
  const { app, services } = await showShell({ start: { name: 'today' } });
  const referrer = buildReferrer({ name: 'Ottilie Brandt', organisation: undefined });
  const enquiry = buildEnquiry({
    receivedOn: '2026-11-20',
    route: 'school',
    referrerId: referrer.id,
    reference: undefined,
  });
  await services.store.commit({
    changes: [newRecord('referrer', referrer), newRecord('enquiry', enquiry)],
    reason: 'enquiry',
  });
  app.router.go({ name: 'decide', on: 'enquiry', record: enquiry.id });
  const asker = 'from Ottilie Brandt (School, college or university), 20 November 2026';
  await screen.findByRole('button', { name: `Save the decision on the enquiry ${asker}` });
  expect(screen.getByText(`Enquiry ${asker}`, { selector: '.govuk-caption-l' })).toBeTruthy();
});

it('asks no longer for a reason once one is ticked', async () => {
  await deciding();
  picks('Accept the referral');
  await screen.findByRole('group', { name: 'Why?' });
  presses('Accept Rowan Vael’s referral');
  const said = 'Select a reason, or enter it in a few words';
  await screen.findByRole('button', { name: said });
  const [reason] = within(screen.getByRole('group', { name: 'Why?' })).getAllByRole('checkbox');
  if (!reason) throw new RangeError('No reason is offered');
  fireEvent.click(reason);
  await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  expect(screen.queryByRole('alert', { name: 'There is a problem' })).toBeNull();
});

it('says once what nobody has said yet, so that the choices are not far below it', async () => {
  await deciding();
  const facts = within(screen.getByRole('region', { name: 'What you are deciding on' }));
  for (const gap of [/^What is alleged/, /Whether they or a parent know/, /Whether they want to/])
    expect(facts.getByText(gap)).toBeDefined();
  for (const label of ['Alleged', 'Who knows', 'Taking part'])
    expect(facts.queryByText(label)).toBeNull();
});
