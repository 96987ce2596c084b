// @vitest-environment happy-dom
import { createMemoryStore } from '@cyber-prevent/core';
import { buildSubject, newRecord, testHost, testSigner } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../subject-view.js'), 60_000);
afterEach(cleanup);

/** A person known as Rowan Vael on 20 November, renamed on the 22nd. */
async function showSection() {
  const host = testHost({ at: '2026-11-20T12:00:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const subject = buildSubject({ name: 'Rowan Vael' });
  const { revisions } = await store.commit({
    changes: [newRecord('subject', subject)],
    reason: 'referral',
  });
  host.passDays(2);
  await store.commit({
    changes: [
      {
        kind: 'subject',
        record: subject.id,
        parents: revisions,
        set: { name: 'Rowan Marchbanks' },
      },
    ],
    reason: 'correction',
  });
  const start = { name: 'subject' as const, subject: subject.id, section: 'as-known' };
  await showShell({ store, start });
  await screen.findByText(/What the records said on an earlier day/);
  const ask = (day: string, month: string, year: string): void => {
    const group = screen.getByRole('group', { name: 'Date' });
    for (const [part, value] of [
      ['Day', day],
      ['Month', month],
      ['Year', year],
    ] as const)
      fireEvent.input(within(group).getByLabelText(part), { target: { value } });
    fireEvent.click(screen.getByRole('button', { name: 'Show that day' }));
  };
  return { store, ask };
}

it('shows what was known then, marked as not today’s, and logs the look', async () => {
  const { store, ask } = await showSection();
  ask('21', '11', '2026');
  const then = await screen.findByRole('status', {
    name: /As known at the end of 21 November 2026/,
  });
  expect(then.textContent).toContain('This is not what the records say today');
  expect(then.textContent).toContain('Rowan Vael');
  expect(then.textContent).not.toContain('Marchbanks');
  expect((await store.audit()).slice(-2).map(({ action }) => action)).toEqual([
    'consultation',
    'consultation',
  ]);
});

it('says that nothing was on record before', async () => {
  const { ask } = await showSection();
  ask('19', '11', '2026');
  await screen.findByText(/Nothing was on record about this person/);
});

it('asks for a day, and for one that is past', async () => {
  const { ask } = await showSection();
  ask('', '', '');
  expect((await screen.findAllByText('Enter the date')).length).toBeGreaterThan(0);
  ask('24', '11', '2026');
  expect((await screen.findAllByText('The date must be in the past')).length).toBeGreaterThan(0);
});
