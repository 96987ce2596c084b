// @vitest-environment happy-dom
/** Reasons on a paper for a court: left out until they are confirmed one by one, and the log says which ones were. */
import { buildDecision, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./summary-view.js'),
      import('./prepare.js'),
      import('../keeping/log/log-view.js'),
      import('../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const SUBJECT = buildSubject({ name: 'Petra Lindqvist' });
const REFERRAL = buildReferral({ subjectId: SUBJECT.id, narrative: 'Her aunt rang.' });
const decided = (reason: string) =>
  buildDecision({ subjectId: SUBJECT.id, referralId: REFERRAL.id, reason });
const OPENED = decided('Her aunt Ottilie told the school.');
const LATER = decided('She asked for it herself.');

async function forCourt() {
  const shell = await showShell();
  await shell.services.store.commit({
    changes: [
      newRecord('subject', SUBJECT),
      newRecord('referral', REFERRAL),
      newRecord('decision', OPENED),
      newRecord('decision', LATER),
    ],
    reason: 'case-work',
  });
  shell.app.router.go({ name: 'summary', subject: SUBJECT.id });
  fireEvent.change(await screen.findByLabelText('Where is it going?'), {
    target: { value: 'court' },
  });
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'The clerk' } });
  fireEvent.change(screen.getByLabelText('Legal gateway'), {
    target: { value: 'children-act-11' },
  });
  return shell;
}

const paper = () => screen.getByRole('region', { name: 'Preview' }).textContent;
const words = () => screen.getByRole('group', { name: /may go as they are/ });

it('has no reason until it is confirmed, and shows each to the officer who confirms it', async () => {
  const { services } = await forCourt();
  await screen.findByRole('region', { name: 'Preview' });
  expect(paper()).not.toMatch(/Ottilie|herself|Her aunt/);
  expect(within(words()).getByText('Her aunt Ottilie told the school.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Save as HTML' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect(services.downloads[0]?.content).not.toMatch(/Ottilie|herself|Her aunt/);
  expect((await services.store.audit()).at(-1)).not.toHaveProperty('confirmed');
});

it('has the one that was confirmed, and the log says of which record and field, and no word of it', async () => {
  const { app, services } = await forCourt();
  await screen.findByRole('region', { name: 'Preview' });
  fireEvent.click(within(words()).getByRole('checkbox', { description: LATER.reason }));
  await waitFor(() => expect(paper()).toContain('She asked for it herself.'));
  expect(paper()).toContain('Not in this document');
  expect(paper()).not.toMatch(/Ottilie|Her aunt/);
  fireEvent.click(screen.getByRole('button', { name: 'Save as HTML' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  const logged = (await services.store.audit()).at(-1);
  expect(logged?.confirmed).toEqual([{ record: LATER.id, field: 'reason' }]);
  expect(JSON.stringify(logged)).not.toMatch(/herself|Ottilie/);
  app.router.go({ name: 'subject', subject: SUBJECT.id, section: 'log' });
  await screen.findByText(
    /Words read and confirmed for this recipient: Decision, Reason$/,
    undefined,
    { timeout: 5_000 },
  );
});
