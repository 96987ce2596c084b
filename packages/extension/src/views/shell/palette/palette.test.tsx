// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

async function opened(options: Parameters<typeof showShell>[0] = {}) {
  const shown = await showShell({ start: { name: 'settings' }, ...options });
  const ada = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02', aliases: [] });
  const wren = buildSubject({
    name: 'Wren Quill',
    bornOn: '2009-01-07',
    aliases: [],
    // The builder's own has the family name of the other.
    emails: [],
  });
  await shown.services.store.commit({
    changes: [
      newRecord('subject', ada),
      newRecord('subject', wren),
      newRecord('referral', buildReferral({ subjectId: wren.id, reference: 'NCCU-7' })),
    ],
    reason: 'case-work',
  });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
  const types = (value: string) => fireEvent.input(box, { target: { value } });
  const choices = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
  const press = (key: string) => fireEvent.keyDown(box, { key });
  return { ...shown, ada, wren, box, types, choices, press };
}

describe('the command palette', () => {
  it('offers screens and things to do, and nobody before something is typed', async () => {
    const { choices } = await opened();
    expect(choices()).toContain('Take an enquiry');
    expect(choices()).toContain('SubjectsG S');
    expect(choices().join()).not.toContain('Ada Vael');
  });

  it('offers the people who were open before all else, and then what is done most', async () => {
    const { app, ada, wren, choices } = await opened();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    for (const { id } of [ada, wren]) app.router.go({ name: 'subject', subject: id });
    app.router.go({ name: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    await waitFor(() =>
      expect(choices().slice(0, 5)).toEqual([
        'Wren Quill17, born 7 January 2009, NCCU-7',
        'Ada Vael16, born 2 May 2010',
        'Log a contact in a few keys',
        'Log an intervention',
        'Take an enquiry',
      ]),
    );
  });

  it('says no date of birth of somebody with several', async () => {
    const { services, types, choices } = await opened();
    const una = buildSubject({
      name: 'Una Moss',
      bornOn: '2010-05-02',
      aliases: [],
      alsoRecorded: [
        { what: 'bornOn', date: '2008-05-02' as PlainDate, notedOn: '2026-11-02' as PlainDate },
      ],
    });
    await services.store.commit({ changes: [newRecord('subject', una)], reason: 'case-work' });
    types('una summary');
    await waitFor(() => expect(choices()[0]).toBe('Case summaryUna Moss, 2 dates of birth'));
    types('una');
    await waitFor(() => expect(choices()).toContain('Una Moss2 dates of birth'));
  });

  it('goes to a screen by the first letters of any of its words', async () => {
    const { types, choices, box, app } = await opened();
    types('back');
    expect(choices()).toEqual(['Make a backup', 'Backup']);
    fireEvent.submit(box.closest('form') ?? box);
    expect(app.router.route.value).toEqual({ name: 'backup' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens a subject by name or by reference', async () => {
    const { types, choices, box, wren, app } = await opened();
    types('nccu-7');
    await waitFor(() => expect(choices()).toEqual(['Wren Quill17, born 7 January 2009, NCCU-7']));
    fireEvent.submit(box.closest('form') ?? box);
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: wren.id }),
    );
  });

  it('keeps one entry of whom it showed once one of them is opened', async () => {
    const { types, choices, box, ada, services } = await opened();
    types('ada');
    await waitFor(() => expect(choices()).toEqual(['Ada Vael16, born 2 May 2010', 'Adapters']));
    fireEvent.submit(box.closest('form') ?? box);
    await waitFor(async () => {
      const searches = (await services.store.audit()).filter(({ reason }) => reason === 'search');
      expect(searches.map(({ records }) => records)).toEqual([[ada.id]]);
    });
  });

  it('says to a screen reader which choice is meant as the arrows move, round both ends', async () => {
    const { types, press, box } = await opened();
    types('a');
    const meant = () => {
      const id = box.getAttribute('aria-activedescendant') ?? '';
      const option = document.getElementById(id);
      expect(option?.getAttribute('aria-selected')).toBe('true');
      return option?.textContent;
    };
    const list = within(screen.getByRole('listbox')).getAllByRole('option');
    expect(meant()).toBe(list[0]?.textContent);
    press('ArrowDown');
    await waitFor(() => expect(meant()).toBe(list[1]?.textContent));
    press('ArrowUp');
    press('ArrowUp');
    await waitFor(() => expect(meant()).toBe(list.at(-1)?.textContent));
  });

  it('says so where nothing has that name, and does nothing', async () => {
    const { types, box, app } = await opened();
    types('zzzz');
    await screen.findByText('Nothing matches what you typed');
    fireEvent.submit(box.closest('form') ?? box);
    expect(app.router.route.value).toEqual({ name: 'settings' });
  });

  it('offers what is unfinished by person and form, after what can be done anew', async () => {
    const { services, ada, types, choices, box, app } = await opened();
    const key = `quick-log/${ada.id}`;
    const openedFrom = { name: 'quick-log', subject: ada.id };
    services.work.fromElsewhere(key, { minutes: 45, openedFrom });
    types('quick');
    await waitFor(() =>
      expect(choices()).toContain(
        'Quick log for Ada Vael16, born 2 May 2010. Begun on an earlier visit',
      ),
    );
    types('vael');
    await waitFor(() =>
      expect(choices()).toEqual([
        'Quick log for Ada Vael16, born 2 May 2010. Begun on an earlier visit',
        'Ada Vael16, born 2 May 2010',
      ]),
    );
    fireEvent.submit(box.closest('form') ?? box);
    await waitFor(() => expect(app.router.route.value).toEqual(openedFrom));
    await screen.findByDisplayValue('45');
    expect(screen.queryByText(/^Begun on/)).toBeNull();
  });

  it('opens a second person in a window of their own, and stays on the first', async () => {
    const apart = vi.fn(async () => undefined);
    const { types, choices, press, wren, app, box } = await opened({ openInNewWindow: apart });
    types('wren');
    await waitFor(() => expect(choices()).toEqual(['Wren Quill17, born 7 January 2009, NCCU-7']));
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(apart).toHaveBeenCalled());
    press('Escape');
    expect(apart).toHaveBeenCalledExactlyOnceWith({
      route: { name: 'subject', subject: wren.id },
      kind: 'practice',
      isBlank: false,
      lastSave: undefined,
    });
    expect(app.router.route.value).toEqual({ name: 'settings' });
  });

  it('closes, and does not open while the vault is locked', async () => {
    const { services } = await opened();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await services.vault.lock();
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
