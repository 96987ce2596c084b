// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(async () => {
  await import('../subjects-view.js');
  await import('./people-view.js');
  await import('../../keeping/ending/handover-view.js');
}, 60_000);
afterEach(cleanup);

const PEOPLE = ['Ada Vael', 'Ivo Quill', 'Wren Moss'].map((name) =>
  buildSubject({ name, bornOn: '2010-03-14' }),
);

async function showSubjects() {
  const shown = await showShell({ start: { name: 'subjects' } });
  await shown.services.store.commit({
    changes: PEOPLE.map((person) => newRecord('subject', person)),
    reason: 'referral',
  });
  await screen.findByText('Wren Moss');
  const select = (name: string) =>
    fireEvent.click(screen.getByRole('checkbox', { name: `Select ${name}` }));
  return { ...shown, select };
}

describe('people who are selected', () => {
  it('are handed over together, and nobody else is', async () => {
    const { select, app } = await showSubjects();
    select('Ada Vael');
    select('Wren Moss');
    fireEvent.click(screen.getByRole('button', { name: 'Hand over' }));
    expect(app.router.route.value).toEqual({
      name: 'handover',
      ask: 'handover',
      cases: [PEOPLE[0]?.id, PEOPLE[2]?.id],
    });
    const ticked = async () => {
      const cases = await screen.findByRole('group', { name: /Which cases/ });
      return within(cases)
        .getAllByRole<HTMLInputElement>('checkbox')
        .filter(({ checked }) => checked).length;
    };
    await waitFor(async () => expect(await ticked()).toBe(2));
  });

  it('are not acted on while a search hides them, and are counted as hidden', async () => {
    const { select, app } = await showSubjects();
    select('Ada Vael');
    select('Wren Moss');
    const finds = (value: string) =>
      fireEvent.input(screen.getByLabelText('Find a subject'), { target: { value } });
    finds('wren');
    await screen.findAllByText(
      '1 more person is selected and filtered out. Nothing here is done for them.',
    );
    await screen.findByText('1 of 3 subjects');
    for (const [button, named] of [
      ['Hand over', 'cases'],
      ['Set a review', 'subjects'],
      ['Print or export', 'subjects'],
      ['Give out as a file', 'subjects'],
    ] as const) {
      fireEvent.click(await screen.findByRole('button', { name: button }));
      expect(app.router.route.value).toHaveProperty(named, [PEOPLE[2]?.id]);
      app.router.go({ name: 'subjects' });
    }
    await screen.findByDisplayValue('wren');
    finds('ivo');
    await screen.findAllByText('2 people are selected and filtered out');
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull();
    finds('');
    await screen.findAllByText('2 selected');
  });

  it('are all whom the list shows under its search, by one box that says how many', async () => {
    const { select } = await showSubjects();
    select('Ivo Quill');
    fireEvent.input(screen.getByLabelText('Find a subject'), { target: { value: 'moss' } });
    await screen.findByText('1 of 3 subjects');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select the one found' }));
    await screen.findAllByText('1 selected');
    fireEvent.input(screen.getByLabelText('Find a subject'), { target: { value: '' } });
    await screen.findByText('3 subjects');
    const isOn = (name: string) =>
      screen.getByRole<HTMLInputElement>('checkbox', { name: `Select ${name}` }).checked;
    expect(['Ada Vael', 'Ivo Quill', 'Wren Moss'].map(isOn)).toEqual([false, false, true]);
  });

  it('are still selected after another screen, and nobody is once the vault was locked', async () => {
    const { select, services, app } = await showSubjects();
    select('Ivo Quill');
    app.router.go({ name: 'settings' });
    await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
    app.router.go({ name: 'subjects' });
    await screen.findAllByText('1 selected');
    const box = () => screen.findByRole<HTMLInputElement>('checkbox', { name: 'Select Ivo Quill' });
    expect((await box()).checked).toBe(true);
    const open = services.vault.state();
    await services.vault.lock();
    await screen.findByRole('heading', { level: 1, name: 'Unlock' });
    services.setVault(open);
    await waitFor(async () => expect((await box()).checked).toBe(false));
    expect(screen.queryByText('1 selected')).toBeNull();
  });

  it('are printed with every date of birth, and none of several as the right one', async () => {
    const { services, app } = await showSubjects();
    const una = buildSubject({
      name: 'Una Vael',
      bornOn: '2010-03-14',
      alsoRecorded: [
        { what: 'bornOn', date: '2008-03-15' as PlainDate, notedOn: '2026-11-02' as PlainDate },
      ],
    });
    const unknown = buildSubject({ name: 'Wren Quill', bornOn: undefined });
    await services.store.commit({
      changes: [newRecord('subject', una), newRecord('subject', unknown)],
      reason: 'case-work',
    });
    app.router.go({ name: 'people', subjects: [una.id, unknown.id] });
    await screen.findByText('2 dates of birth: 14 March 2010 (16) or 15 March 2008 (18)');
    expect(screen.getByText('Date of birth not known')).toBeTruthy();
  });

  it('leave in a file once that is logged on each of them', async () => {
    const { select, services } = await showSubjects();
    select('Ada Vael');
    select('Ivo Quill');
    fireEvent.click(screen.getByRole('button', { name: 'Print or export' }));
    await screen.findByRole('heading', { level: 1, name: 'Print or export 2 people' });
    expect(screen.getAllByRole('row').map(({ textContent }) => textContent?.slice(0, 8))).toEqual([
      'NameBorn',
      'Ada Vael',
      'Ivo Quil',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Save as a table' }));
    await screen.findAllByText('Select where it is going');
    expect(services.downloads).toEqual([]);
    const choose = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    choose('Where is it going?', 'supervisor');
    fireEvent.input(screen.getByLabelText(/Who receives it/), { target: { value: 'DS Moss' } });
    choose('Legal gateway', 'part3-task');
    fireEvent.click(screen.getByRole('button', { name: 'Save as a table' }));
    await waitFor(() => expect(services.downloads).toHaveLength(1));
    const [file] = services.downloads;
    expect(file?.name).not.toContain('Ada');
    const text = String(file?.content);
    expect(text).toContain('OFFICIAL-SENSITIVE');
    expect(text).toContain('Practice vault: every person must be fictional');
    expect(text).toContain('Ada Vael,14 March 2010 (16)');
    expect(text).not.toContain('Wren Moss');
    const disclosed = (await services.store.audit()).filter(
      ({ action }) => action === 'disclosure',
    );
    expect(disclosed.map(({ records }) => records)).toEqual([[PEOPLE[0]?.id, PEOPLE[1]?.id]]);
  });

  it('leave with the answers of the last paper of several in one press, and no paper of one has them', async () => {
    const { services, app } = await showSubjects();
    const [ada, ivo, wren] = PEOPLE.flatMap(({ id }) => id);
    if (!ada || !ivo || !wren) throw new RangeError('Three people');
    const opens = async (...subjects: readonly (typeof ada)[]) => {
      app.router.go({ name: 'people', subjects });
      await screen.findByRole('heading', { level: 1, name: /^Print or export/ });
      await screen.findByLabelText('Where is it going?');
    };
    const last = () => screen.queryByRole('button', { name: 'Answer as last time' });
    await opens(ada, ivo);
    expect(last()).toBeNull();
    for (const [label, value] of [
      ['Where is it going?', 'supervisor'],
      ['Legal gateway', 'part3-task'],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fireEvent.input(screen.getByLabelText(/Who receives it/), { target: { value: 'DS Moss' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save as a table' }));
    await waitFor(() => expect(services.downloads).toHaveLength(1));
    app.router.go({ name: 'subjects' });
    await opens(wren);
    expect(last()).toBeNull();
    app.router.go({ name: 'subjects' });
    await opens(wren, ivo);
    const offer = await screen.findByRole('button', { name: 'Answer as last time' });
    expect(offer.parentElement?.textContent).toContain('DS Moss');
    fireEvent.click(offer);
    fireEvent.click(screen.getByRole('button', { name: 'Save as a table' }));
    await waitFor(() => expect(services.downloads).toHaveLength(2));
    const [one, other] = (await services.store.audit()).filter(
      ({ action }) => action === 'disclosure',
    );
    expect(other?.recipients).toEqual(one?.recipients);
    expect(other?.gateway).toBe(one?.gateway);
    expect(new Set(other?.records)).toEqual(new Set([wren, ivo]));
  });

  it('are printed for the officer’s own work in that officer’s name, which stays with no other recipient', async () => {
    const { services, app } = await showSubjects();
    const subjects = PEOPLE.slice(0, 2).map(({ id }) => id);
    const opens = async () => {
      app.router.go({ name: 'subjects' });
      app.router.go({ name: 'people', subjects });
      await screen.findByLabelText('Where is it going?');
    };
    const goes = (value: string) =>
      fireEvent.change(screen.getByLabelText('Where is it going?'), { target: { value } });
    const recipient = () => screen.queryByLabelText<HTMLInputElement>(/Who receives it/);
    await opens();
    goes('own-use');
    expect(recipient()).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^Choose “Needed for a law enforcement/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Save as a table' }));
    await waitFor(() => expect(services.downloads).toHaveLength(1));
    const disclosed = (await services.store.audit()).find(({ action }) => action === 'disclosure');
    const name = app.session.open.value?.officer.name;
    expect(disclosed?.recipients).toEqual(['own-use', name]);
    await opens();
    fireEvent.click(await screen.findByRole('button', { name: 'Answer as last time' }));
    expect(recipient()).toBeNull();
    goes('school');
    expect(recipient()?.value).toBe('');
  });

  it('are given to a subject or family one at a time, never together', async () => {
    const { services, app } = await showSubjects();
    const [ada, ivo, wren] = PEOPLE.map(({ id }) => id);
    const to = async () => {
      const select = await screen.findByLabelText<HTMLSelectElement>('Where is it going?');
      return [...select.options].map(({ textContent }) => textContent);
    };
    app.router.go({ name: 'people', subjects: [ada, ivo, wren].flatMap((id) => id ?? []) });
    await screen.findByRole('heading', { level: 1, name: 'Print or export 3 people' });
    expect(await to()).toContain('School');
    expect(await to()).not.toContain('The subject or family');
    app.router.go({ name: 'people', subjects: [ada].flatMap((id) => id ?? []) });
    await screen.findByRole('heading', { level: 1, name: 'Print or export 1 person' });
    expect(await to()).toContain('The subject or family');
    expect(services.downloads).toEqual([]);
  });

  it('get a review each, due on the day that was set, and nobody else does', async () => {
    const { select, services } = await showSubjects();
    select('Ada Vael');
    select('Wren Moss');
    fireEvent.click(screen.getByRole('button', { name: 'Set a review' }));
    const named = await screen.findByRole('list', { name: 'People selected' });
    await waitFor(() => expect(named.textContent).toMatch(/^Ada Vael.*Wren Moss/));
    fireEvent.click(screen.getByRole('button', { name: 'Set 2 reviews' }));
    await screen.findAllByText('Enter the date of the review');
    expect(await services.store.query('decision')).toEqual([]);
    for (const [part, value] of Object.entries({ Day: '8', Month: '12', Year: '2026' }))
      fireEvent.input(screen.getByLabelText(part), { target: { value } });
    fireEvent.input(screen.getByLabelText(/^Reason/), { target: { value: 'Before Christmas.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Set 2 reviews' }));
    await screen.findByText('2 reviews are set');
    const decisions = await services.store.query('decision');
    expect(decisions.map(({ value: { subjectId, reviewOn } }) => [subjectId, reviewOn])).toEqual([
      [PEOPLE[0]?.id, '2026-12-08'],
      [PEOPLE[2]?.id, '2026-12-08'],
    ]);
  });

  it('are selected by x from the row, and not while letters are no keys', async () => {
    const { app } = await showSubjects();
    const name = screen.getByRole('button', { name: 'Ivo Quill' });
    name.focus();
    fireEvent.keyDown(name, { key: 'x' });
    await screen.findByRole('button', { name: 'Hand over' });
    expect(name.closest('tr')?.getAttribute('aria-selected')).toBe('true');
    app.settings.change({ singleKeys: false });
    fireEvent.keyDown(name, { key: 'x' });
    expect(name.closest('tr')?.getAttribute('aria-selected')).toBe('true');
  });

  it('are out of reach while a search leaves them out, and the bar says how many', async () => {
    const { select, app } = await showSubjects();
    select('Ada Vael');
    select('Wren Moss');
    fireEvent.input(screen.getByLabelText(/^Find a subject/), { target: { value: 'moss' } });
    await waitFor(() => expect(screen.queryByText('Ada Vael')).toBeNull());
    await screen.findAllByText('1 selected');
    const left = '1 more person is selected and filtered out. Nothing here is done for them.';
    expect(screen.getAllByText(new RegExp(left)).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Set a review' }));
    expect(app.router.route.value).toEqual({ name: 'set-reviews', subjects: [PEOPLE[2]?.id] });
  });

  it('cannot be acted on where none of them is in sight, and can be taken off', async () => {
    const { select } = await showSubjects();
    select('Ada Vael');
    fireEvent.input(screen.getByLabelText(/^Find a subject/), { target: { value: 'moss' } });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: 'Clear the selection' }));
    await waitFor(() => expect(screen.queryByText(/selected/)).toBeNull());
  });

  it('are each called what tells them apart where two have one name', async () => {
    const { services } = await showSubjects();
    const other = buildSubject({ name: 'Ada Vael', bornOn: '2012-01-09' });
    await services.store.commit({ changes: [newRecord('subject', other)], reason: 'referral' });
    await screen.findByRole('checkbox', { name: /^Select Ada Vael.*9 January 2012/ });
    screen.getByRole('checkbox', { name: /^Select Ada Vael.*14 March 2010/ });
  });

  it('are taken off again, and there is no bar without any', async () => {
    const { select } = await showSubjects();
    select('Ada Vael');
    fireEvent.click(screen.getByRole('button', { name: 'Clear the selection' }));
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull();
  });
});
