// @vitest-environment happy-dom
/** A category of data subject: the form supposes no first day. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => import('./detail-view.js'), 60_000);
afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const TOBIAS = buildSubject({ name: 'Tobias Wren', bornOn: '2010-03-14', categories: [] });

it('is saved from the day that the officer enters, and never from today unasked', async () => {
  const { app, services } = await showShell({ start: { name: 'settings' } });
  const { store } = services;
  await store.commit({ changes: [newRecord('subject', TOBIAS)], reason: 'case-work' });
  app.router.go({ name: 'detail', subject: TOBIAS.id, detail: 'categories', act: 'add' });
  fireEvent.click(await screen.findByLabelText('At risk, not suspected', {}, LOADS));
  const from = within(screen.getByRole('group', { name: 'From' }));
  const parts = from.getAllByRole<HTMLInputElement>('textbox');
  expect(parts.map(({ value }) => value)).toEqual(['', '', '']);
  const save = () => fireEvent.click(screen.getByRole('button', { name: /for Tobias Wren$/ }));
  save();
  await screen.findByRole('button', { name: 'Enter the day from which this category applies' });
  expect((await store.get('subject', TOBIAS.id))?.value.categories).toEqual([]);
  for (const [at, value] of ['20', '11', '2026'].entries())
    fireEvent.input(parts[at] as HTMLInputElement, { target: { value } });
  // Answered since: the form no longer asks.
  expect(screen.queryByText('Enter the day from which this category applies')).toBeNull();
  save();
  await waitFor(async () =>
    expect((await store.get('subject', TOBIAS.id))?.value.categories).toEqual([
      { category: 'at-risk', from: '2026-11-20' },
    ]),
  );
});
