// @vitest-environment happy-dom
import {
  headerDigest,
  type Instant,
  PreventError,
  readCheckpoint,
  verifyAudit,
} from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { TEST_OFFICER } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const NAME = 'Zephyrine Quillfeather';

async function showAudit(saves = 2) {
  const shown = await showShell({ start: { name: 'subjects' } });
  const { store } = shown.services;
  const subject = newRecord('subject', buildSubject({ name: NAME }));
  for (let count = 0; count < saves; count += 1)
    await store.commit({
      changes: [count === 0 ? subject : newRecord('subject', buildSubject())],
      reason: 'referral',
    });
  await store.consult([subject.record], 'case-work');
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Audit trail' }));
  await screen.findByRole('heading', { level: 1, name: 'Audit trail' });
  await screen.findByRole('table');
  return { ...shown, subject };
}

function answer(): void {
  fireEvent.change(screen.getByLabelText('Where is it going?'), {
    target: { value: 'supervisor' },
  });
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'DI Penhallow' } });
  fireEvent.change(screen.getByLabelText('Why is it disclosed?'), { target: { value: 'report' } });
}

const cellsOf = (row: HTMLElement) =>
  [...row.querySelectorAll('th, td')].map((cell) => cell.textContent);

it('shows the latest first: what, who, why, how many; never what a record says', async () => {
  await showAudit();
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => cellsOf(row).slice(1))).toEqual([
    ['Looked at', TEST_OFFICER.name, 'Working on a case', '1'],
    ['Collected', TEST_OFFICER.name, 'Filing a referral', '1'],
    ['Collected', TEST_OFFICER.name, 'Filing a referral', '1'],
  ]);
  expect(document.body.textContent).not.toContain(NAME);
  expect(screen.getByText('Actions logged').parentElement?.textContent).toContain('3');
  expect(screen.getByText('None yet')).toBeDefined();
});

it('says in words what was done with a definition pack', async () => {
  const { services } = await showAudit(1);
  const pack = {
    act: 'taken-in',
    by: 'policy',
    doneAt: '2026-11-24T09:00:00.000Z' as Instant,
    fingerprint: 'f'.repeat(64),
    digest: 'd'.repeat(64),
    issuer: 'Wendingshire cyber unit',
    id: 'wendingshire',
    title: 'Our pack',
    version: 5,
  } as const;
  const entry = { action: 'alteration', records: [], fields: [], reason: 'definitions' } as const;
  const audit = [{ ...entry, pack }];
  await services.store.commit({ changes: [], reason: 'definitions', audit });
  await screen.findByText(
    'Took in the definition pack “Our pack”, version 5, from Wendingshire cyber unit',
  );
  expect(cellsOf(screen.getAllByRole('row')[1] as HTMLElement).slice(1)).toEqual([
    'Took in the definition pack “Our pack”, version 5, from Wendingshire cyber unit',
    TEST_OFFICER.name,
    'Changing the definitions in force',
    '0',
  ]);
});

it('shows one kind of entry when asked, and says when there is none', async () => {
  await showAudit();
  const filter = screen.getByLabelText('Show one kind of action');
  fireEvent.change(filter, { target: { value: 'consultation' } });
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  fireEvent.change(filter, { target: { value: 'erasure' } });
  await screen.findByText('Nothing of that kind is logged.');
});

it('shows fifty at first, and more at a press', async () => {
  await showAudit(60);
  expect(screen.getAllByRole('row')).toHaveLength(51);
  fireEvent.click(screen.getByRole('button', { name: 'Show 11 more' }));
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(62));
});

it('asks where it goes before anything leaves', async () => {
  const { services } = await showAudit();
  let isAskedFor = false;
  services.vault.checkpoint = async () => {
    isAskedFor = true;
    throw new Error('Nothing was asked of the officer');
  };
  fireEvent.click(screen.getByRole('button', { name: 'Export the audit file' }));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByText('Select where it is going')).toBeDefined();
  expect(services.downloads).toEqual([]);
  expect(isAskedFor).toBe(false);
});

it('exports a file that proves itself, with the export in it, and no name in either', async () => {
  const { services, subject } = await showAudit();
  answer();
  fireEvent.click(screen.getByRole('button', { name: 'Export the audit file' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  const [file] = services.downloads;
  expect(file?.name).toBe('audit-2026-11-24-de71ce00.jsonl');
  for (const secret of [NAME, TEST_OFFICER.name, TEST_OFFICER.number, subject.record, 'Penhallow'])
    expect(file?.content).not.toContain(secret);
  const { digest } = services.host;
  const read = await verifyAudit(file?.content ?? '', { digest, verify });
  expect(read.ok && read.value).toMatchObject({
    isWhole: true,
    entries: 4,
    officers: [{ officer: TEST_OFFICER.id, entries: 4 }],
  });
  expect(await services.store.audit()).toContainEqual(
    expect.objectContaining({
      action: 'disclosure',
      records: [],
      fields: ['headers', 'checkpoint'],
      reason: 'report',
      recipients: ['supervisor', 'DI Penhallow'],
    }),
  );
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(5));
  expect(screen.getByText(/, for DI Penhallow$/)).toBeDefined();
});

it('exports a checkpoint, and shows the groups that are read aloud', async () => {
  const { services } = await showAudit();
  answer();
  fireEvent.click(screen.getByRole('button', { name: 'Export a checkpoint' }));
  const heading = await screen.findByRole('heading', { name: 'Checkpoint at sequence 4' });
  const [file] = services.downloads;
  expect(file?.name).toBe('audit-checkpoint-2026-11-24-de71ce00.txt');
  const last = (await services.store.batchesSince(3))[0];
  const head = last && (await headerDigest(last.header, services.host.digest));
  expect(readCheckpoint(file?.content ?? '')).toMatchObject({ ok: true, value: { seq: 4, head } });
  const groups = [...(heading.parentElement?.querySelectorAll('li') ?? [])];
  expect(groups.map((group) => group.textContent).join('')).toBe(head);
});

it('shows the last checkpoint as soon as one was exported, also where the log is read slowly', async () => {
  const { services } = await showAudit();
  const { audit } = services.store;
  const held: (() => void)[] = [];
  services.store.audit = async () => {
    const found = await audit.call(services.store);
    await new Promise<void>((go) => held.push(go));
    return found;
  };
  answer();
  fireEvent.click(screen.getByRole('button', { name: 'Export a checkpoint' }));
  await waitFor(() => expect(held).toHaveLength(2));
  expect(screen.queryByRole('heading', { name: /^Checkpoint at sequence/ })).toBeNull();
  held[1]?.();
  await screen.findByRole('heading', { name: 'Checkpoint at sequence 4' });
  expect(screen.getByText(/, for DI Penhallow$/)).toBeDefined();
  expect(screen.queryByText('None yet')).toBeNull();
});

it('keeps what was read last, though an earlier read of the log ends after it', async () => {
  const { services } = await showAudit();
  const { audit } = services.store;
  const held: (() => void)[] = [];
  services.store.audit = async () => {
    const found = await audit.call(services.store);
    await new Promise<void>((go) => held.push(go));
    return found;
  };
  const logged = () => screen.getByText('Actions logged').parentElement?.textContent;
  const save = () =>
    services.store.commit({ changes: [newRecord('subject', buildSubject())], reason: 'referral' });
  await save();
  await waitFor(() => expect(held).toHaveLength(1));
  await save();
  await waitFor(() => expect(held).toHaveLength(2));
  held[1]?.();
  await waitFor(() => expect(logged()).toContain('5'));
  held[0]?.();
  await Promise.resolve();
  await waitFor(() => expect(logged()).toContain('5'));
});

it('says what the sequence counts, where one save did two things', async () => {
  const { services, subject } = await showAudit();
  await services.store.commit({
    changes: [{ ...newRecord('subject', buildSubject()) }],
    reason: 'referral',
    audit: [{ action: 'combination', records: [subject.record], fields: [], reason: 'referral' }],
  });
  answer();
  fireEvent.click(screen.getByRole('button', { name: 'Export a checkpoint' }));
  await screen.findByRole('heading', { name: 'Checkpoint at sequence 5' });
  expect(screen.getByText(/one entry can hold several actions/)).toBeDefined();
  await waitFor(() =>
    expect(screen.getByText('Actions logged').parentElement?.textContent).toContain('6'),
  );
});

it('hands out nothing when the disclosure cannot be logged, and says so', async () => {
  const { services } = await showAudit();
  services.store.commit = async () => {
    throw new PreventError('CP_STORE_FULL', 'There is no room left.');
  };
  answer();
  for (const name of ['Export a checkpoint', 'Export the audit file'])
    fireEvent.click(screen.getByRole('button', { name }));
  await screen.findByText('There is no room left.');
  expect(services.downloads).toEqual([]);
  expect(screen.queryByText(/Checkpoint at sequence/)).toBeNull();
});

async function verify(key: string, text: string, signature: string): Promise<boolean> {
  const bytes = (base64url: string) => Buffer.from(base64url, 'base64url');
  const imported = await crypto.subtle.importKey('raw', bytes(key), 'Ed25519', true, ['verify']);
  return crypto.subtle.verify(
    'Ed25519',
    imported,
    bytes(signature),
    new TextEncoder().encode(text),
  );
}
