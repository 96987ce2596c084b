// @vitest-environment happy-dom
/** A form of a correction that is saved as it was opened corrects nothing: no new version, and nobody has to be told. */
import type { RecordKind } from '@cyber-prevent/core';
import { buildRecord, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../app/route.js';
import { showShell } from '../../testing/show-shell.js';
import { ACT_NAMES, actByName } from './acts.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('./act-view.js'),
      import('./subject-view.js'),
      import('../person/detail-view.js'),
      import('../contact/intervention/intervention-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });

async function opens(route: Route, ...more: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'settings' } });
  const { store } = shown.services;
  await store.commit({ changes: [newRecord('subject', ADA), ...more], reason: 'case-work' });
  shown.app.router.go(route);
  await waitFor(() => expect(saveButton()).not.toBeNull(), LOADS);
  return { ...shown, store };
}
const saveButton = () =>
  screen.queryByRole('main')?.querySelector<HTMLButtonElement>('form button[type="submit"]') ??
  null;

/** The source of the correction, which every correction asks for. */
function saysHow(): void {
  const choose = (label: RegExp, value: string) => {
    const [box] = screen.queryAllByLabelText(label);
    if (box instanceof HTMLSelectElement) fireEvent.change(box, { target: { value } });
    else if (box) fireEvent.input(box, { target: { value } });
  };
  const kinds = screen.queryByRole('group', { name: /^(What kind of statement|How you know)/ });
  const [first] = kinds ? within(kinds).queryAllByRole('radio') : [];
  if (first) fireEvent.click(first);
  choose(/^How you learned it/, 'Telephone call');
  choose(/^Who told you/, 'Ottilie Brandt');
  for (const [label, value] of [
    ['Day', '24'],
    ['Month', '11'],
    ['Year', '2026'],
    ['Time', '09:00'],
  ] as const) {
    const boxes = screen.queryAllByLabelText<HTMLInputElement>(label);
    const box = boxes.at(-1);
    if (box && box.value === '') fireEvent.input(box, { target: { value } });
  }
}

/** Saves as opened, and gives what is answered. */
async function saves(): Promise<string> {
  const button = saveButton();
  if (button) fireEvent.click(button);
  const [alert] = await screen.findAllByRole('alert');
  return alert?.textContent ?? '';
}
const NOTHING = /Nothing was changed|already|the same/;

describe('a detail of a person', () => {
  it.each(['name', 'bornOn'])(
    'that is corrected to what it says already is no correction: %s',
    async (detail) => {
      const { store } = await opens({
        name: 'detail',
        subject: ADA.id,
        detail,
        act: 'correct',
      } as Route);
      const before = (await store.history(ADA.id)).length;
      saysHow();
      const said = await saves();
      expect((await store.history(ADA.id)).length).toBe(before);
      expect(said).toMatch(NOTHING);
    },
  );

  it('that is corrected to other words is one', async () => {
    const { store } = await opens({
      name: 'detail',
      subject: ADA.id,
      detail: 'name',
      act: 'correct',
    } as Route);
    const before = (await store.history(ADA.id)).length;
    fireEvent.input(screen.getByDisplayValue('Ada Vael'), { target: { value: 'Ada Tolliver' } });
    saysHow();
    await saves();
    await waitFor(async () => expect((await store.history(ADA.id)).length).toBeGreaterThan(before));
  });

  it('that would make two people on record alike is saved only once the officer has said so', async () => {
    const other = buildSubject({ name: 'Ada Tolliver', bornOn: ADA.bornOn, aliases: [] });
    const { store } = await opens(
      { name: 'detail', subject: ADA.id, detail: 'name', act: 'correct' } as Route,
      newRecord('subject', other),
    );
    const before = (await store.history(ADA.id)).length;
    fireEvent.input(screen.getByDisplayValue('Ada Vael'), { target: { value: 'Ada Tolliver' } });
    saysHow();
    expect(await saves()).toMatch(/Somebody else on record has this name and date of birth/);
    await screen.findByText(/^Already on record with this name and date of birth: Ada Tolliver/);
    expect((await store.history(ADA.id)).length).toBe(before);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, save it on this record' }));
    await waitFor(async () => expect((await store.history(ADA.id)).length).toBeGreaterThan(before));
  });

  it('that is corrected to the same words with more spaces is no correction', async () => {
    const { store } = await opens({
      name: 'detail',
      subject: ADA.id,
      detail: 'name',
      act: 'correct',
    } as Route);
    const before = (await store.history(ADA.id)).length;
    fireEvent.input(screen.getByDisplayValue('Ada Vael'), { target: { value: ' Ada Vael ' } });
    saysHow();
    expect(await saves()).toMatch(NOTHING);
    expect((await store.history(ADA.id)).length).toBe(before);
  });
});

describe('a record of a person', () => {
  const about = { subjectId: ADA.id };
  const corrections = ACT_NAMES.filter((name) => /^correct/.test(name));
  /** Days that may be empty: `saysHow` would fill them. */
  const OWN_DAYS: Readonly<Record<string, object>> = {
    'correct-attachment': { madeOn: '2026-11-20' },
    'correct-note': { intelligenceOn: '2026-11-20' },
  };

  it.each(corrections)('that is saved as it was opened is no correction: %s', async (act) => {
    const kind = actByName(act)?.kind as RecordKind;
    const record = buildRecord(kind, { ...about, ...OWN_DAYS[act] } as never);
    const route = { name: 'act', act, subject: ADA.id, record: record.id } as Route;
    const { store } = await opens(route, newRecord(kind, record as never));
    const before = (await store.history(record.id)).length;
    saysHow();
    const said = await saves();
    expect(await store.query(kind)).toHaveLength(1);
    expect(await store.history(record.id)).toHaveLength(before);
    expect(said).not.toMatch(/was corrected/);
  });

  it('such as a contact that is saved as it was opened is no correction', async () => {
    const record = buildRecord('intervention', about);
    const { store } = await opens(
      { name: 'intervention', subject: ADA.id, corrects: record.id },
      newRecord('intervention', record),
    );
    await waitFor(() => expect(screen.queryByDisplayValue(String(record.minutes))).not.toBeNull());
    const said = await saves();
    expect(await store.query('intervention')).toHaveLength(1);
    expect(said).toMatch(NOTHING);
  });

  it('such as a referral that is saved as it was opened is no correction', async () => {
    const record = buildReferral({ ...about, receivedOn: '2026-11-20', status: 'received' });
    const { app, store } = await opens(
      { name: 'detail', subject: ADA.id, detail: 'name', act: 'correct' } as Route,
      newRecord('referral', record),
    );
    app.router.go({ name: 'referral', referral: record.id });
    fireEvent.click(await screen.findByRole('button', { name: 'Correct the referral' }));
    await screen.findByRole('heading', { level: 1, name: /Correct the referral/ });
    saysHow();
    const said = await saves();
    expect(await store.history(record.id)).toHaveLength(1);
    expect(said).toMatch(NOTHING);
  });
});
