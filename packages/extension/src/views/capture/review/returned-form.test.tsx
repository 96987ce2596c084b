// @vitest-environment happy-dom
/** The form that came back for an enquiry: what is entered for it belongs to it, and nothing else does. */
import { buildDecision, buildEnquiry, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { textCapture } from '../../../testing/text-capture.js';

afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const press = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }, LOADS));
const writes = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label, {}, LOADS), { target: { value } });
const began = () =>
  screen.findByLabelText<HTMLSelectElement>('Did it begin as an enquiry?', {}, LOADS);

async function onEnquiry() {
  const shown = await showShell({ capture: textCapture(), start: { name: 'settings' } });
  const enquiry = buildEnquiry({ reference: 'ENQ/1' });
  const decision = buildDecision({ enquiryId: enquiry.id, outcome: 'accept' });
  await shown.services.store.commit({
    changes: [newRecord('enquiry', enquiry), newRecord('decision', decision)],
    reason: 'enquiry',
  });
  shown.app.router.go({ name: 'enquiry', enquiry: enquiry.id });
  await press('Paste what the form says');
  return { ...shown, enquiry };
}

async function reads(name: string): Promise<void> {
  await writes('Text', `Full name: ${name}`);
  await writes('Where is it from?', 'Email from the school');
  await press('Read this text');
}

it('begins as the enquiry that it was opened from', async () => {
  const { enquiry, services } = await onEnquiry();
  await screen.findByText(/^This is the form that came back\. .*ENQ\/1\. “.+”$/, {}, LOADS);
  await reads('Rowan Vael');
  expect((await began()).value).toBe(enquiry.id);
  await press('Save as referral');
  await screen.findByText(/^Saved as a referral/, {}, LOADS);
  const [referral] = await services.store.query('referral');
  expect(referral?.value.enquiryId).toBe(enquiry.id);
});

it('leaves nothing of its enquiry to the next capture once it is cancelled', async () => {
  const { app } = await onEnquiry();
  await writes('Text', 'Full name: Rowan Vael');
  await press('Cancel');
  await press('Discard it');
  await waitFor(() => expect(app.router.route.value).toEqual({ name: 'review' }));
  await press('Paste text');
  await reads('Ada Vael');
  expect((await began()).value).toBe('');
});

it('leaves nothing of its enquiry to the next capture once its draft is thrown away', async () => {
  await onEnquiry();
  await reads('Rowan Vael');
  await began();
  await press('Discard this draft');
  await press('Discard this draft');
  await press('Paste text');
  await reads('Ada Vael');
  expect((await began()).value).toBe('');
});

it('keeps its words from the form of another capture', async () => {
  const { app } = await onEnquiry();
  await writes('Text', 'Full name: Rowan Vael');
  app.router.go({ name: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' }, LOADS);
  app.router.go({ name: 'review', entering: 'paste' });
  await reads('Ada Vael');
  expect((await began()).value).toBe('');
});
