// @vitest-environment happy-dom
/** The list of sections: one is open, each can be reached from elsewhere, and what needs attention is never out of sight. */
import type { Adapter } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { t } from '../../../locales/late.js';
import { memoryServices, TEST_OFFICER } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { SETTINGS_SECTION_NAMES, SETTINGS_SECTIONS } from './sections.js';

beforeAll(() => import('./settings-view.js'), 60_000);
afterEach(cleanup);

const ADAPTER: Adapter = {
  id: 'north-rms/referral',
  title: 'North RMS: referral',
  version: '1.2.0',
  owner: 'Northmoor Police',
  engine: '>=0.0.1',
  match: { anchors: [{ label: 'Ref No' }] },
  screens: [{ fields: { 'subject.name': [{ label: 'Who' }] } }],
  fixtures: [],
};
const SECTIONS = SETTINGS_SECTION_NAMES.map((name) => [name, t(SETTINGS_SECTIONS[name])] as const);

const list = async () => within(await screen.findByRole('navigation', { name: 'Settings' }));
const entries = async () =>
  (await list()).getAllByRole('button').map(({ textContent }) => textContent);
const press = async (name: string) => fireEvent.click((await list()).getByRole('button', { name }));
const isOpen = (title: string) => screen.findByRole('heading', { level: 1, name: title });
const fold = async () =>
  (await screen.findByRole('list', { name: 'Adapters' })).querySelector('details')?.open;
const show = (options: Parameters<typeof showShell>[0] = {}) =>
  showShell({ start: { name: 'settings' }, ...options });
/** A capture at which that many of the two anchors were found. */
const seenWith = async (found: number) => {
  const services = await memoryServices({ shipped: [ADAPTER] });
  const { id, version } = ADAPTER;
  const at = '2026-11-24T09:00:00.000Z';
  await services.work.save(
    'adapter-seen',
    { [id]: { version, at, anchors: { found, of: 2 }, fellBack: 0 } },
    0,
  );
  return services;
};

describe('a section', () => {
  it.each(SECTIONS)('opens by its entry in the list, alone: %s', async (section, title) => {
    const { app } = await show();
    await isOpen('When the vault locks');
    await press(title);
    await isOpen(title);
    expect(app.router.route.value).toEqual({ name: 'settings', section });
    const marked = (await list()).getAllByRole('button', { current: 'page' });
    expect(marked.map(({ textContent }) => textContent)).toEqual([title]);
    for (const [, other] of SECTIONS)
      if (other !== title) expect(screen.queryByRole('region', { name: other })).toBeNull();
  });

  it('takes the focus to its heading, so that Tab goes on within it', async () => {
    await show();
    await isOpen('When the vault locks');
    await press('Adapters');
    const heading = await isOpen('Adapters');
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  it('is what Back and Forward go through', async () => {
    const { app } = await show();
    await isOpen('When the vault locks');
    await press('Adapters');
    await isOpen('Adapters');
    await press('Your colleague card');
    await isOpen('Your colleague card');
    app.router.back();
    await isOpen('Adapters');
    app.router.back();
    await isOpen('When the vault locks');
  });

  it.each(SECTIONS)('opens from the help: %s', async (section, title) => {
    const { app } = await show({ start: { name: 'audit' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Help' }));
    fireEvent.click(await screen.findByRole('button', { name: title }));
    await isOpen(title);
    expect(app.router.route.value).toEqual({ name: 'settings', section });
  });

  it.each(SECTIONS)('opens from the palette by its words: %s', async (section, title) => {
    const { app } = await show({ start: { name: 'audit' } });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
    fireEvent.input(box, { target: { value: `settings ${title}` } });
    await waitFor(() =>
      expect(
        within(screen.getByRole('listbox'))
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual([title]),
    );
    fireEvent.submit(box.closest('form') ?? box);
    await isOpen(title);
    expect(app.router.route.value).toEqual({ name: 'settings', section });
  });

  it('of the secrets is where a change that is cancelled ends', async () => {
    await show({ start: { name: 'settings', changing: 'passphrase' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await isOpen('Passphrase and recovery key');
  });
});

describe('what needs attention', () => {
  it('is nowhere while nothing does', async () => {
    await show();
    await isOpen('When the vault locks');
    expect(await entries()).toEqual([...SECTIONS.map(([, title]) => title), 'Backup']);
  });

  it('opens the adapters if one of the force’s policy cannot be used', async () => {
    await show({ managed: { adapters: ['{'] } });
    await isOpen('Adapters');
    expect(screen.getByText(/^Line 1, column 2: The file is not JSON/)).toBeTruthy();
    expect(await entries()).toContain('Adapters: needs attention');
  });

  it.each(SECTIONS)('is said of the force’s policy in any section: %s', async (section, title) => {
    const managed = {
      lockMinutes: 99,
      retention: [{ group: 'group-3', clearYears: 4, status: 'found' }],
      setup: { force: '999' },
    };
    await show({ managed, start: { name: 'settings', section } });
    await isOpen(title);
    await screen.findByText(/^Part of your force’s policy cannot be used/);
    expect(screen.getByText(/^“lockMinutes” is not what belongs here/)).toBeTruthy();
    expect(screen.getByText('retention, row 1: “source” is missing.')).toBeTruthy();
    expect(screen.getByText('setup: “999” is not a code of the list “force”.')).toBeTruthy();
  });

  it('does not take the officer from the section that was asked for', async () => {
    await show({ managed: { adapters: ['{'] }, start: { name: 'settings', section: 'card' } });
    await isOpen('Your colleague card');
    await waitFor(async () => expect(await entries()).toContain('Adapters: needs attention'));
  });

  it('is an adapter that no longer finds all that it looks for: marked, and unfolded', async () => {
    await show({ services: await seenWith(1) });
    await isOpen('When the vault locks');
    await press('Adapters: needs attention');
    expect(await fold()).toBe(true);
    // An act on it does not fold it up.
    fireEvent.click(screen.getByRole('button', { name: /^Switch off version 1\.2\.0/ }));
    await screen.findByText('1.2.0 (switched off here)');
    expect(await fold()).toBe(true);
    await waitFor(async () => expect(await entries()).toContain('Adapters'));
  });

  it('is no adapter that finds everything', async () => {
    await show({ services: await seenWith(2) });
    await isOpen('When the vault locks');
    await press('Adapters');
    expect(await fold()).toBe(false);
  });

  it('is told from another adapter of the same title by its name in files', async () => {
    const other = { ...ADAPTER, id: 'north-rms/contact' };
    const unlike = { ...ADAPTER, id: 'north-rms/search', title: 'North RMS: search' };
    await show({
      shipped: [ADAPTER, other, unlike],
      start: { name: 'settings', section: 'adapters' },
    });
    await fold();
    expect([...document.querySelectorAll('main summary')].map((each) => each.textContent)).toEqual([
      'North RMS: referral 1.2.0 north-rms/referral',
      'North RMS: referral 1.2.0 north-rms/contact',
      'North RMS: search 1.2.0 ',
      'Give adapters to others',
    ]);
  });

  it.each([
    ['2026-11-23', true],
    ['2026-11-24', false],
  ])('is an adapter whose proof has run out: by %s', async (expires, isOld) => {
    await show({
      shipped: [{ ...ADAPTER, expires }],
      start: { name: 'settings', section: 'adapters' },
    });
    expect(await fold()).toBe(isOld);
    expect(await entries()).toContain(isOld ? 'Adapters: needs attention' : 'Adapters');
  });

  it('is a policy document that nobody entered', async () => {
    const { policyReference: _, ...officer } = TEST_OFFICER;
    await show({ state: { name: 'open', kind: 'practice', officer } });
    await isOpen('When the vault locks');
    await press('Appropriate policy document: not entered');
    const box = await screen.findByLabelText('Reference of the document');
    fireEvent.input(box, { target: { value: 'APD-2027-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save the reference' }));
    await screen.findByText('The reference was saved.');
    expect(await entries()).toContain('Appropriate policy document');
  });

  it('is a backup that is due, which the list leads to', async () => {
    const { services, app } = await show();
    await isOpen('When the vault locks');
    services.notice({ code: 'backup-due', severity: 'warning', message: 'The last backup is old' });
    await waitFor(async () => expect(await entries()).toContain('Backup: due'));
    await press('Backup: due');
    expect(app.router.route.value).toEqual({ name: 'backup' });
  });

  it('is a list of adapters that could not be read, which is not said to be empty', async () => {
    const services = await memoryServices({ shipped: [ADAPTER] });
    vi.spyOn(services.adapters, 'list').mockRejectedValue(new Error('gone'));
    await show({ services });
    await isOpen('When the vault locks');
    await press('Adapters: needs attention');
    await screen.findByText(/^The list of adapters could not be read/);
    expect(screen.queryByText('There are no adapters.')).toBeNull();
  });
});
