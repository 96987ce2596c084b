// @vitest-environment happy-dom
/** The reply to an enquiry: who it goes to is in sight above its text, and what was not checked is said. */
import type { ReplyWords } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { day } from '../../../testing/packs-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./enquiry-view.js')]), 60_000);
afterEach(cleanup);

it('says above its text who it goes to, fills that in, and that nothing was checked', async () => {
  const referrer = buildRecord('referrer', {
    name: 'Ottilie Brandt',
    organisation: 'Testford Academy',
    email: 'o.brandt@testford.example',
  });
  const enquiry = buildRecord('enquiry', { referrerId: referrer.id });
  const decision = buildRecord('decision', {
    enquiryId: enquiry.id,
    outcome: 'accept',
  });
  const { app, services } = await showShell({ start: { name: 'safeguarding' } });
  await services.store.commit({
    changes: [
      newRecord('referrer', referrer),
      newRecord('enquiry', enquiry),
      newRecord('decision', decision),
    ],
    reason: 'enquiry',
  });
  app.router.go({ name: 'enquiry', enquiry: enquiry.id });
  await screen.findByText('Suitable, nothing checked');
  fireEvent.click(await screen.findByRole('button', { name: 'Reply to the enquiry' }));
  const to = await screen.findByText(
    'To: Ottilie Brandt, Testford Academy, o.brandt@testford.example',
  );
  const text = screen.getByLabelText('Text of the reply', { selector: 'textarea' });
  expect(to.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  const receives = await screen.findByLabelText<HTMLInputElement>('Who receives it?');
  expect(receives.value).toBe('Ottilie Brandt, Testford Academy');
});

it('replies in the words of a pack where one has them, and says that they come from it', async () => {
  const enquiry = buildRecord('enquiry', {});
  const decision = buildRecord('decision', { enquiryId: enquiry.id, outcome: 'accept' });
  const replyWords: ReplyWords = {
    id: 'enquiry-reply',
    title: 'Our reply',
    version: '1.0.0',
    status: 'proposed',
    source: 'Made up',
    checkedOn: day('2026-11-20'),
    always: ['Thank you for writing to Wendingshire.'],
    inDanger: 'If anybody is in danger now, call 999.',
    replies: [{ outcome: 'accept', subject: 'Your message', paragraphs: ['We will be in touch.'] }],
  };
  const { app, services } = await showShell({
    start: { name: 'safeguarding' },
    policy: { fips: false, given: { replyWords } },
  });
  await services.store.commit({
    changes: [newRecord('enquiry', enquiry), newRecord('decision', decision)],
    reason: 'enquiry',
  });
  app.router.go({ name: 'enquiry', enquiry: enquiry.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Reply to the enquiry' }));
  await screen.findByText(/^These words come from a pack/);
  const text = screen.getByLabelText<HTMLTextAreaElement>('Text of the reply', {
    selector: 'textarea',
  });
  expect(text.value).toContain('Thank you for writing to Wendingshire.');
});
