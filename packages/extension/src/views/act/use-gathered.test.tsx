// @vitest-environment happy-dom
import type { RecordStore, StoredRecord } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { act, cleanup, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { type App, AppProvider } from '../../app/app.js';
import { showShell } from '../../testing/show-shell.js';
import { useGathered } from './use-gathered.js';
import { useRecords } from './use-records.js';

afterEach(cleanup);

const namesOf = (records: readonly StoredRecord[]) =>
  records.map(({ value }) => ('name' in value ? value.name : '')).join(', ');

function show(app: App, children: ComponentChildren): void {
  cleanup();
  render(<AppProvider value={app}>{children}</AppProvider>);
}

/** A store that answers only when the test lets it, in the order that the test chooses. */
async function late() {
  const waiting: (() => void)[] = [];
  const { services, app } = await showShell({ views: { subjects: () => <h1>Subjects</h1> } });
  const query = services.store.query.bind(services.store);
  services.store.query = (async (...asked: Parameters<RecordStore['query']>) => {
    const found = await query(...asked);
    await new Promise<void>((go) => waiting.push(go));
    return found;
  }) as RecordStore['query'];
  const keeps = (name: string) =>
    services.store.commit({
      changes: [newRecord('subject', buildSubject({ name }))],
      reason: 'case-work',
    });
  const answers = (nth: number) => act(async () => waiting[nth]?.());
  const asked = (count: number) =>
    expect.poll(() => waiting.length, { timeout: 15_000 }).toBe(count);
  return { app, keeps, answers, asked };
}

it('shows the look that was begun last, though one begun before it comes back after it', async () => {
  const { app, keeps, answers, asked } = await late();
  let again: () => Promise<void> = async () => undefined;
  function Screen() {
    const gathered = useGathered('all', (store) => store.query('subject'));
    again = gathered.again;
    return <p>{gathered.state.name === 'shown' ? namesOf(gathered.state.records) : '…'}</p>;
  }
  show(app, <Screen />);
  await asked(1);
  await keeps('Ada Vael');
  void again();
  await asked(2);
  await answers(1);
  await screen.findByText('Ada Vael');
  await answers(0);
  expect(screen.getByText('Ada Vael')).toBeTruthy();
});

it('lists what stands after the last save, though what was asked before it is answered later', async () => {
  const { app, keeps, answers, asked } = await late();
  function Screen() {
    return <p>{namesOf(useRecords('subject') ?? [])}</p>;
  }
  show(app, <Screen />);
  await asked(1);
  await keeps('Ada Vael');
  await asked(2);
  await answers(1);
  await screen.findByText('Ada Vael');
  await answers(0);
  expect(screen.getByText('Ada Vael')).toBeTruthy();
});
