// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { DamageKind, VaultDamage } from '../../../ports/services.js';
import { TEST_PASSPHRASE } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { type Offer, offersFor } from './offers.js';
import { missingInWords } from './remains-panel.js';

afterEach(cleanup);

const OFFERS: readonly Offer[] = ['try-again', 'recover', 'restore', 'fresh'];
const KINDS: readonly DamageKind[] = [
  'emptied',
  'altered',
  'cut',
  'unmarked',
  'keys-gone',
  'unreadable-entries',
];
const LAST = 'Start again without these records';

const damage = (what: DamageKind): VaultDamage => ({
  kind: 'live',
  what,
  message: `The live records are ${what}.`,
});
const show = async (what: DamageKind = 'cut', options: Parameters<typeof showShell>[0] = {}) => {
  const shown = await showShell({ state: { name: 'damaged', ...damage(what) }, ...options });
  await screen.findByRole('heading', { level: 1, name: 'The live records cannot be opened' });
  return shown;
};
const sections = () =>
  screen
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent)
    .filter((words) => !words?.startsWith('If somebody'));
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const types = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('what is offered', () => {
  it('ends with a fresh start, whatever was tried, and never begins with it', () => {
    fc.assert(
      fc.property(fc.subarray([...OFFERS]), fc.boolean(), (settled, canRestore) => {
        const { shown, toSettle } = offersFor(new Set(settled), canRestore);
        expect(shown[0]).toBe('try-again');
        expect(shown.at(-1)).toBe('fresh');
        expect(shown.filter((offer) => offer === 'fresh')).toHaveLength(1);
        expect(shown.includes('restore')).toBe(canRestore);
        expect(toSettle).toEqual(
          shown.filter((offer) => offer !== 'fresh' && !settled.includes(offer)),
        );
      }),
    );
  });

  it.each(KINDS)('stands in that order when the vault is %s', async (what) => {
    await show(what);
    expect(screen.getByText(`The live records are ${what}.`)).toBeTruthy();
    expect(sections()).toEqual(['Try again', 'Recover what can be read', 'Restore a backup', LAST]);
    expect(screen.queryByRole('button', { name: LAST })).toBeNull();
  });
});

it('goes to the unlock form when a look again finds a vault', async () => {
  const { services } = await show();
  services.recovery.next = { name: 'locked', kinds: ['live'] };
  await press('Look again');
  expect(await screen.findByRole('heading', { name: 'Unlock' })).toBeTruthy();
});

it('says what is left, in numbers', async () => {
  const { services } = await show();
  services.vault.unlock = async () => ({ ok: true, value: true, issues: [] });
  services.recovery.remains = {
    isOpen: false,
    entries: 12,
    readable: 7,
    missing: [
      [3, 3],
      [9, 12],
    ],
    records: 5,
  };
  types('Passphrase', TEST_PASSPHRASE);
  await press('Recover what can be read');
  expect(await screen.findByText('Entry 3, Entries 9 to 12')).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('What is left');
  expect(screen.getByText(/Nothing can be saved, changed or looked at here/)).toBeTruthy();
});

it('says that a secret is wrong at its box, and that is no try', async () => {
  await show();
  await press('Recover what can be read');
  expect(await screen.findAllByText('Enter your passphrase')).toHaveLength(2);
  types('Passphrase', 'not the passphrase');
  await press('Recover what can be read');
  expect(await screen.findAllByText('That did not open the vault.')).toHaveLength(2);
  await press('Look again');
  expect(await screen.findByText(/Looked again/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: LAST })).toBeNull();
});

it('starts afresh only after the rest, and by words that were typed', async () => {
  const { services } = await show('cut', { views: {} });
  await press('Look again');
  fireEvent.click(
    await screen.findByLabelText('I have neither the passphrase nor the recovery key'),
  );
  await press(LAST);
  expect(await screen.findAllByText(/^Type the words/)).toHaveLength(2);
  expect(services.vault.state().name).toBe('damaged');
  types(
    'To confirm, type: start again without these records',
    ' Start again  without these records.',
  );
  await press(LAST);
  await waitFor(() => expect(services.vault.state()).toEqual({ name: 'none' }));
});

it('takes a fresh start back when what was ruled out is not ruled out any more', async () => {
  await show('cut', { views: {} });
  await press('Look again');
  const box = await screen.findByLabelText('I have neither the passphrase nor the recovery key');
  fireEvent.click(box);
  await screen.findByRole('button', { name: LAST });
  fireEvent.click(box);
  await waitFor(() => expect(screen.queryByRole('button', { name: LAST })).toBeNull());
});

it('remembers what was tried while the unlock form was shown between', async () => {
  const { services } = await show('cut', { views: {} });
  services.recovery.next = { name: 'locked', kinds: ['live'] };
  await press('Look again');
  await screen.findByRole('heading', { name: 'Unlock' });
  services.setVault({ name: 'damaged', ...damage('cut') });
  fireEvent.click(
    await screen.findByLabelText('I have neither the passphrase nor the recovery key'),
  );
  expect(await screen.findByRole('button', { name: LAST })).toBeTruthy();
});

it('offers to restore where there is a screen for it', async () => {
  await show('cut', { views: { backup: () => <h1>Backup</h1> } });
  expect(sections()).toContain('Restore a backup');
  fireEvent.click(screen.getByRole('button', { name: 'Restore a backup' }));
  expect(await screen.findByRole('heading', { name: 'Backup' })).toBeTruthy();
  await press('Back to what can be done');
  expect(sections()).toContain('Restore a backup');
});

it('comes before the screen of backups, though that was the last one', async () => {
  await show('cut', { views: { backup: () => <h1>Backup</h1> }, start: { name: 'backup' } });
  expect(sections()[0]).toBe('Try again');
});

it('saves a sealed copy under a name that says nothing of people', async () => {
  const { services } = await show();
  fireEvent.click(screen.getByText('A sealed copy for your administrator'));
  await press('Save a sealed copy');
  await screen.findByText(/was handed to the browser/);
  expect(services.downloads.map(({ name }) => name)).toEqual(['sealed-copy-live-2026-11-24.jsonl']);
});

it('is come to from the unlock form, which goes on opening the other vault', async () => {
  await showShell({ state: { name: 'locked', kinds: ['practice'], damaged: [damage('emptied')] } });
  expect(screen.queryByRole('button', { name: 'Set up a live vault' })).toBeNull();
  await press('The live records cannot be opened: see what can be done');
  await screen.findByRole('heading', { name: 'The live records cannot be opened' });
  await press('Back to unlocking');
  expect(await screen.findByRole('heading', { name: 'Unlock' })).toBeTruthy();
});

it('shows the other vault when both are damaged', async () => {
  await showShell({
    state: { name: 'damaged', ...damage('cut'), also: { ...damage('emptied'), kind: 'practice' } },
  });
  await press('The practice records cannot be opened either: see what can be done');
  expect(
    await screen.findByRole('heading', { name: 'The practice records cannot be opened' }),
  ).toBeTruthy();
});

it('writes out a dozen runs of missing entries and counts the rest', () => {
  const missing = Array.from({ length: 14 }, (_, at) => [3 * at + 1, 3 * at + 1] as const);
  expect(missingInWords({ entries: 50, missing })).toMatch(
    /^Entry 1, .*Entry 34, and 2 more runs$/,
  );
  expect(missingInWords({ entries: 50, missing: [] })).toBe('None');
  expect(missingInWords({ entries: 0, missing: [] })).toBe('Not known');
});

it('says with the audit which damaged vaults still lie on the computer', async () => {
  const { app, services } = await showShell();
  services.recovery.vaults = [{ kind: 'live', at: '2026-11-20T09:30:00.000Z' }];
  app.router.go({ name: 'audit' });
  expect(
    await screen.findByText('Live records, set aside on 20 November 2026 at 09:30'),
  ).toBeTruthy();
});

describe('what was put right', () => {
  it('is listed with the audit, and deleted once a backup was made', async () => {
    const { app, services } = await showShell();
    services.recovery.aside = [
      { seq: 41, at: '2026-11-20T09:30:00.000Z', isRight: true },
      { seq: 42, isRight: false },
    ];
    app.router.go({ name: 'audit' });
    await screen.findByText('41');
    expect(screen.getByText('20 November 2026 at 09:30')).toBeTruthy();
    expect(screen.getByText('Not recorded')).toBeTruthy();
    await press('Delete the damaged bytes');
    expect(await screen.findAllByText('Make a backup first, then select this box')).toHaveLength(2);
    expect(services.recovery.aside).toHaveLength(2);
    fireEvent.click(screen.getByLabelText(/^I have made a backup since/));
    await press('Delete the damaged bytes');
    await screen.findByText('No entry of this vault was ever found damaged.');
    expect(services.recovery.aside).toEqual([]);
  });
});
