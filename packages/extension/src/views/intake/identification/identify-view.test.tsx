// @vitest-environment happy-dom
/** Somebody met in other work: whether they are on record is said by the officer, and asked again where somebody is alike. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./identify-view.js')]), 60_000);
afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });

it('supposes of nobody that they are not on record, and asks about somebody alike before it saves', async () => {
  const { app, services } = await showShell({ start: { name: 'settings' } });
  await services.store.commit({ changes: [newRecord('subject', ADA)], reason: 'case-work' });
  app.router.go({ name: 'identify' });
  const isNew = await screen.findByLabelText<HTMLInputElement>(
    'Somebody who is not on record',
    {},
    LOADS,
  );
  expect(isNew.checked).toBe(false);
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Record for a decision' }));
  save();
  await screen.findByRole('button', { name: 'Select whether they are on record' });
  fireEvent.click(isNew);
  const types = async (label: RegExp, value: string) =>
    fireEvent.input(await screen.findByLabelText(label), { target: { value } });
  await types(/^Name, or what they are called there/, 'Ada Vael');
  await types(/^How they came to notice/, 'Named in passing.');
  await types(/^Why this person needs to be recorded/, 'They may be drawn in.');
  save();
  const alike = await screen.findByRole('region', {
    name: 'Somebody on record may be this person',
  });
  const before = alike.compareDocumentPosition(screen.getByLabelText(/^How they came to notice/));
  expect(before & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(await services.store.query('identification')).toEqual([]);
});
