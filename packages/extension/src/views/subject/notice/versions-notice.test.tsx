// @vitest-environment happy-dom
import { createMemoryStore, RecordId, type RecordStore, type Verify } from '@cyber-prevent/core';
import { buildRecord, testHost, testSigner } from '@cyber-prevent/core/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');
const NAMES = ['Rowan Vael', 'Rowan Vale', 'Rowan Veil'] as const;

afterEach(cleanup);

/** Two officers' devices start with the same record; then one officer per given name renames it. */
async function opensRenamed(...names: readonly string[]) {
  const signers = ['1', '2'].map((last) =>
    testSigner({
      officer: v.parse(RecordId, `0ff1ce00-0000-4000-8000-00000000000${last}`),
      device: v.parse(RecordId, `de71ce00-0000-4000-8000-00000000000${last}`),
    }),
  );
  const verify: Verify = async (...given) =>
    (await Promise.all(signers.map((signer) => signer.verify(...given)))).some(Boolean);
  const [ours, theirs] = await Promise.all(
    signers.map((signer) => createMemoryStore({ host: testHost(), signer })),
  );
  if (!ours || !theirs) throw new Error('There are two');
  const set = (store: RecordStore, value: object, parents: readonly RecordId[]) =>
    store.commit({
      changes: [{ kind: 'subject', record: SUBJECT, parents, set: value }],
      reason: 'case-work',
    });
  const held = buildRecord('subject', { id: SUBJECT, name: NAMES[0] });
  const { revisions } = await set(ours, held, []);
  await theirs.receive(await ours.batchesSince(0), verify, 'case-work', { from: 'colleague' });
  for (const [place, name] of names.entries())
    await set(place === 0 ? ours : theirs, { name }, revisions);
  await ours.receive(await theirs.batchesSince(0), verify, 'case-work', { from: 'colleague' });
  const { app } = await showShell({ start: { name: 'safeguarding' }, store: ours });
  const open = async () => {
    app.router.go({ name: 'subject', subject: SUBJECT, section: 'details' });
    await screen.findByRole('region', { name: 'Details' }, { timeout: 4000 });
  };
  await open();
  const settle = async () => {
    await set(ours, { name: NAMES[2] }, (await ours.get('subject', SUBJECT))?.heads ?? []);
    app.router.go({ name: 'safeguarding' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Details' })).toBeNull());
    await open();
  };
  return { settle };
}

it('shows both versions of what was changed apart, field by field, until a change settles it', async () => {
  const { settle } = await opensRenamed(NAMES[1], NAMES[2]);
  const notice = screen.getByRole('region', { name: 'There are two versions' });
  const table = await within(notice).findByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(2);
  for (const name of NAMES.slice(1)) expect(table.textContent).toContain(name);
  await settle();
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'There are two versions' })).toBeNull(),
  );
});

it('is not there while one version stands', async () => {
  await opensRenamed(NAMES[1]);
  expect(screen.queryByRole('region', { name: 'There are two versions' })).toBeNull();
});
