// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

async function start() {
  const subject = buildRecord('subject', { name: 'Kit Vale' });
  const referrer = buildRecord('referrer', { name: 'Ottilie Brandt' });
  const referral = buildRecord('referral', { subjectId: subject.id, referrerId: referrer.id });
  const enquiry = buildRecord('enquiry', { receivedOn: '2026-11-23' as PlainDate });
  const promise = buildRecord('promise', {
    subjectId: subject.id,
    kind: 'feedback',
    to: 'referrer',
    madeOn: '2026-11-20' as PlainDate,
    dueOn: '2026-11-27' as PlainDate,
  });
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('referrer', referrer),
      newRecord('referral', referral),
      newRecord('enquiry', enquiry),
      newRecord('promise', promise),
    ],
    reason: 'referral',
  });
  return { ...shown, subject, referral, enquiry, promise };
}

it('says which promise is settled, and whose it is', async () => {
  const { app, subject, promise } = await start();
  app.router.go({ name: 'promise', on: 'subject', record: subject.id, promise: promise.id });
  await screen.findByText('Kit Vale', { selector: '.govuk-caption-l' });
  const said = [...document.querySelectorAll('dl > div')].map(({ textContent }) =>
    textContent?.trim(),
  );
  expect(said).toEqual([
    'What was promisedFeedback on a referral or enquiry',
    'Promised toThe referrer',
    'Promised on20 November 2026',
    'By when27 November 2026',
  ]);
});

it('names the person of a referral on which something is promised', async () => {
  const { app, referral } = await start();
  app.router.go({ name: 'promise', on: 'referral', record: referral.id });
  await screen.findByText('Kit Vale', { selector: '.govuk-caption-l' });
});

it('says which enquiry it is where nobody is named', async () => {
  const { app, enquiry } = await start();
  app.router.go({ name: 'promise', on: 'enquiry', record: enquiry.id });
  await screen.findByText('Enquiry of 23 November 2026 (School, college or university)', {
    selector: '.govuk-caption-l',
  });
});

it('names the person too once a referral was made from the enquiry', async () => {
  const { app, services, subject, enquiry } = await start();
  const referral = buildRecord('referral', { subjectId: subject.id, enquiryId: enquiry.id });
  await services.store.commit({ changes: [newRecord('referral', referral)], reason: 'referral' });
  app.router.go({ name: 'promise', on: 'enquiry', record: enquiry.id });
  await screen.findByText('Enquiry of 23 November 2026 (School, college or university), Kit Vale', {
    selector: '.govuk-caption-l',
  });
});

it('names the referrer whom it was promised to, and the person on the button and in the success', async () => {
  const { app, referral, promise } = await start();
  app.router.go({ name: 'promise', on: 'referral', record: referral.id, promise: promise.id });
  await screen.findByText('Promised to Ottilie Brandt, the referrer.');
  fireEvent.click(screen.getByLabelText('Kept'));
  fireEvent.click(await screen.findByRole('button', { name: 'Settle the promise about Kit Vale' }));
  await screen.findByText('The promise was settled: Kit Vale');
});
