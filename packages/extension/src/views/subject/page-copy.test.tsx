// @vitest-environment happy-dom
import {
  fileReferral,
  openDraft,
  type PageChoice,
  readPage,
  type StoredRecord,
} from '@cyber-prevent/core';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { MemoryServices } from '../../testing/memory-services.js';
import { TEST_OFFICER } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import { keepCopies } from '../capture/review/keep-copies.js';
import { officerOf, startingGates } from '../capture/review/review-context.js';
import { SubjectView } from './subject-view.js';

afterEach(cleanup);

const html = `<h1>Referral</h1><h2>Subject</h2><dl><dt>Full name</dt><dd id="name">Marlo Quill</dd>
<dt>Date of birth</dt><dd>14 March 2010</dd></dl><p>Mrs Pettifer rang.</p>`;

/** A referral read from a page, with a copy of that page; on its subject’s screen. */
async function start(
  choice: PageChoice = { keep: 'taken' },
  spoil?: (services: MemoryServices) => void,
) {
  const shown = await showShell({ views: { subject: SubjectView } });
  const { services, app } = shown;
  const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/referral/1' });
  const { host, lists, store } = services;
  const draft = openDraft({
    reading: readPage(snapshot),
    snapshot,
    adapters: [],
    way: 'page',
    host,
  });
  const [origin] = draft.origins;
  await services.work.save(`page/${origin?.id}`, JSON.stringify(snapshot), 0);
  const copies = await keepCopies(services, draft, choice, true);
  if (!copies.ok) throw new Error(JSON.stringify(copies.issues));
  const filed = fileReferral(draft, {
    gates: startingGates(draft, TEST_OFFICER),
    officer: officerOf(TEST_OFFICER, 'practice'),
    host,
    lists,
    snapshots: copies.value,
  });
  if (!filed.ok) throw new Error(JSON.stringify(filed.issues));
  await store.commit(filed.value.commit);
  spoil?.(services);
  app.router.go({ name: 'subject', subject: filed.value.ids.subject, section: 'details' });
  await screen.findByRole('heading', { name: 'Marlo Quill' });
  fireEvent.click(screen.getByRole('button', { name: 'Where did this come from? name' }));
  return { ...shown, copies: copies.value };
}
const nameButton = () => screen.getByRole('button', { name: 'Show it on the page Full name' });

it('shows the value marked on the copy of its page, with nothing on it that was not taken', async () => {
  const { services } = await start();
  fireEvent.click(nameButton());
  const mark = await waitFor(() => {
    const found = document.querySelector('mark');
    if (!found) throw new Error('Not marked yet');
    return found;
  });
  expect(mark.textContent).toBe('Marlo Quill');
  const paper = document.querySelector('.cp-kept-page__paper')?.textContent ?? '';
  expect(paper).toContain('Date of birth');
  expect(paper).not.toContain('Pettifer');
  expect(screen.getByText(/Dots \(…\) replace each text/)).toBeTruthy();
  const [capture] = await services.store.query('sourceCapture');
  expect((await services.store.audit()).at(-1)).toMatchObject({
    action: 'consultation',
    records: [capture?.id],
    reason: 'case-work',
  });
});

it('takes the focus when it opens, gives it back at Escape, and opens the whole page where that was kept', async () => {
  await start({ keep: 'whole', reason: 'The layout matters' });
  fireEvent.click(nameButton());
  const heading = await screen.findByRole('heading', { name: /^Copy of the page from/ });
  expect(document.activeElement).toBe(heading);
  expect(await screen.findByText(/The whole page was kept: The layout matters/)).toBeTruthy();
  expect(document.querySelector('.cp-kept-page__paper')?.textContent).toContain('Pettifer');
  fireEvent.keyDown(heading, { key: 'Escape' });
  await waitFor(() => expect(document.querySelector('.cp-kept-page')).toBeNull());
  expect(document.activeElement).toBe(nameButton());
});

it('shows nothing when the look cannot be logged', async () => {
  await start({ keep: 'taken' }, (services) => {
    Object.assign(services.store, {
      consult: async (...args: Parameters<typeof services.store.consult>) => {
        const [ids] = args;
        if (ids.length === 1) throw new Error('The log gave way');
        return Promise.all(ids.map((id) => find(services, id)));
      },
    });
  });
  fireEvent.click(nameButton());
  expect(await screen.findByText(/This copy cannot be shown/)).toBeTruthy();
  expect(document.querySelector('.cp-kept-page__paper')).toBeNull();
});

it('does not show a copy that is not the one which was kept', async () => {
  const { services } = await start();
  Object.assign(services.blobs, { consult: async () => new TextEncoder().encode('{}') });
  fireEvent.click(nameButton());
  expect(await screen.findByText(/not the one that was kept/)).toBeTruthy();
});

it('says that a copy is not on this computer', async () => {
  const { services } = await start();
  Object.assign(services.blobs, { consult: async () => undefined });
  fireEvent.click(nameButton());
  expect(await screen.findByText(/is not on this computer/)).toBeTruthy();
});

it('offers the copy among the sources, whose names and digests are not shown', async () => {
  const { copies } = await start();
  fireEvent.click(screen.getByRole('button', { name: 'Record' }));
  fireEvent.click(screen.getByRole('button', { name: /^Sources/ }));
  fireEvent.click(await screen.findByRole('button', { name: /^Show the copy of the page/ }));
  await waitFor(() =>
    expect(document.querySelector('.cp-kept-page__paper')?.textContent).toContain('Marlo Quill'),
  );
  for (const { blob, digest, salt } of copies.values())
    for (const word of [blob, digest, salt]) expect(document.body.textContent).not.toContain(word);
});

async function find({ store }: MemoryServices, id: string): Promise<StoredRecord> {
  const all = await Promise.all(
    (['subject', 'referral', 'sourceCapture', 'referrer'] as const).map((kind) =>
      store.query(kind),
    ),
  );
  const found = all.flat().find((record) => record.id === id);
  if (!found) throw new Error('No such record');
  return found;
}
