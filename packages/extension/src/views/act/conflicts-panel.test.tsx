// @vitest-environment happy-dom
import { createMemoryStore, RecordId, type RecordStore, type Verify } from '@cyber-prevent/core';
import { buildRecord, testHost, testSigner } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { TEST_PASSPHRASE } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => import('../vault/backup/backup-view.js'), 60_000);
afterEach(cleanup);

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');
const [OURS, THEIRS] = ['Rowan Vale', 'Rowan Veil'];

/** A store in which two officers renamed one person separately. */
async function withTwoVersions(): Promise<RecordStore> {
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
  const { revisions } = await set(ours, buildRecord('subject', { id: SUBJECT }), []);
  await theirs.receive(await ours.batchesSince(0), verify, 'restore');
  await set(ours, { name: OURS }, revisions);
  await set(theirs, { name: THEIRS }, revisions);
  await ours.receive(await theirs.batchesSince(0), verify, 'restore');
  return ours;
}

/** Restores a backup that contained the other version. */
async function restores(store: RecordStore): Promise<void> {
  const { services } = await showShell({ start: { name: 'backup' }, store });
  services.backup.count = { ...services.backup.count, conflicts: [SUBJECT] };
  const control = (await screen.findByLabelText('Backup file')) as HTMLInputElement;
  Object.defineProperty(control, 'files', { value: [new File(['sealed'], 'chosen')] });
  fireEvent.change(control);
  fireEvent.input(screen.getByLabelText('Passphrase'), { target: { value: TEST_PASSPHRASE } });
  fireEvent.click(await screen.findByRole('button', { name: 'Check the backup' }));
  fireEvent.click(
    await screen.findByRole('button', { name: 'Restore the backup into this vault' }),
  );
}

it('logs the look at both versions before it shows either', async () => {
  const store = await withTwoVersions();
  const before = (await store.audit()).length;
  await restores(store);
  const table = await screen.findByRole('table', { name: /two versions/ });
  for (const name of [OURS, THEIRS]) expect(table.textContent).toContain(name);
  expect((await store.audit()).slice(before)).toMatchObject([
    { action: 'consultation', records: [SUBJECT], reason: 'restore' },
  ]);
});

it('shows neither when the look cannot be logged, and says so', async () => {
  const store = await withTwoVersions();
  vi.spyOn(store, 'consult').mockRejectedValue(new Error('The disk is full'));
  await restores(store);
  await screen.findByText(/are not shown, because opening them could not be logged/);
  for (const name of [OURS, THEIRS]) expect(document.body.textContent).not.toContain(name);
});
