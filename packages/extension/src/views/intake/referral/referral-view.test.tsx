// @vitest-environment happy-dom
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const subject = buildSubject({ name: 'Kit Vale' });
async function opens(over: object) {
  const referral = buildReferral({ subjectId: subject.id, ...over });
  const shown = await showShell({});
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral)],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'referral', referral: referral.id });
  return { ...shown, referral };
}

it('is headed by its reference, under the name of its subject', async () => {
  await opens({ reference: 'CC/2026/333' });
  const heading = await screen.findByRole('heading', { level: 1, name: 'Referral CC/2026/333' });
  expect(heading.previousElementSibling?.textContent).toBe('Kit Vale');
});

it('is headed by its day where it has no reference', async () => {
  await opens({ reference: undefined, receivedOn: '2026-11-20' });
  await screen.findByRole('heading', { level: 1, name: 'Referral of 20 November 2026' });
});

it('leads from an accepted one to the form of a first contact', async () => {
  const { app, referral } = await opens({ status: 'accepted' });
  fireEvent.click(await screen.findByRole('button', { name: 'Log first contact' }));
  expect(app.router.route.value).toEqual({
    name: 'intervention',
    subject: subject.id,
    first: true,
    referral: referral.id,
  });
});

it('folds a pasted message to one line, and shows the whole of it at a press', async () => {
  const narrative = `From: School office\n\nDear colleague,\n${'He signed in again. '.repeat(20)}Regards`;
  await opens({ narrative });
  const unfold = await screen.findByRole('button', { name: /^Show all Narrative/ });
  const shown = () => unfold.parentElement?.querySelector('.cp-no-print')?.textContent ?? '';
  expect(shown()).toMatch(/^From: School office Dear colleague, He signed in again\..* …$/);
  expect(shown().length).toBeLessThan(90);
  fireEvent.click(unfold);
  await screen.findByRole('button', { name: /^Show less Narrative/ });
  expect(shown()).toBe(narrative);
});

it('folds no short account', async () => {
  await opens({ narrative: 'Changed the marks of two friends.' });
  await screen.findByText('Changed the marks of two friends.');
  expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull();
});
