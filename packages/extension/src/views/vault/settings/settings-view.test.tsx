// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import {
  NEXT_RECOVERY_KEY,
  TEST_PASSPHRASE,
  TEST_RECOVERY_KEY,
} from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const NEXT = 'seven quiet herons glide';
const TITLES = {
  lock: 'When the vault locks',
  secrets: 'Passphrase and recovery key',
  policy: 'Appropriate policy document',
  card: 'Your colleague card',
} as const;
const show = async (
  section: keyof typeof TITLES,
  options: Parameters<typeof showShell>[0] = {},
) => {
  const shown = await showShell({ start: { name: 'settings', section }, ...options });
  await screen.findByRole('heading', { level: 1, name: TITLES[section] });
  return shown;
};
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const opensWith = async (
  { services }: Awaited<ReturnType<typeof showShell>>,
  secret: { passphrase: string } | { recoveryKey: string },
) => {
  await services.vault.lock();
  return (await services.vault.unlock('practice', secret)).ok;
};

it('changes the passphrase by the one there is', async () => {
  const shown = await show('secrets');
  await press('Change the passphrase');
  type('The passphrase that you have now', TEST_PASSPHRASE);
  type('New passphrase', NEXT);
  type('The new passphrase again', NEXT);
  await press('Change the passphrase');
  await screen.findByText('The passphrase was changed');
  await screen.findByRole('heading', { level: 1, name: TITLES.secrets });
  // Said once: the next change is about something else.
  await press('Make a new recovery key');
  await waitFor(() => expect(screen.queryByText('The passphrase was changed')).toBeNull());
  expect(await opensWith(shown, { passphrase: TEST_PASSPHRASE })).toBe(false);
  expect(await opensWith(shown, { passphrase: NEXT })).toBe(true);
});

it('changes the passphrase by the recovery key', async () => {
  const shown = await show('secrets');
  await press('Change the passphrase');
  await press('Use the recovery key instead');
  type('The recovery key that you have now', TEST_RECOVERY_KEY);
  type('New passphrase', NEXT);
  type('The new passphrase again', NEXT);
  await press('Change the passphrase');
  await screen.findByText('The passphrase was changed');
  expect(await opensWith(shown, { passphrase: NEXT })).toBe(true);
});

it('says all that is wrong at its box, and asks the vault nothing', async () => {
  const { services } = await show('secrets');
  const asked = vi.spyOn(services.vault, 'change');
  await press('Change the passphrase');
  await press('Change the passphrase');
  expect(await screen.findAllByText('Enter your passphrase')).toHaveLength(2);
  expect(screen.getAllByText('Enter a passphrase of 12 characters or more')).toHaveLength(2);
  type('The passphrase that you have now', TEST_PASSPHRASE);
  type('New passphrase', NEXT);
  type('The new passphrase again', `${NEXT}s`);
  await press('Change the passphrase');
  expect(await screen.findAllByText('Enter the same passphrase in both boxes')).toHaveLength(2);
  expect(asked).not.toHaveBeenCalled();
});

it('says that the passphrase is wrong at its box, and keeps what else was typed', async () => {
  await show('secrets');
  await press('Change the passphrase');
  type('The passphrase that you have now', 'not the passphrase');
  type('New passphrase', NEXT);
  type('The new passphrase again', NEXT);
  await press('Change the passphrase');
  expect(await screen.findAllByText('That did not open the vault.')).toHaveLength(2);
  const box = screen.getByLabelText('The passphrase that you have now');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('New passphrase')).toHaveProperty('value', NEXT);
});

it('makes a new recovery key, and is done when it was kept', async () => {
  const shown = await show('secrets');
  await press('Make a new recovery key');
  type('The passphrase that you have now', TEST_PASSPHRASE);
  await press('Make a new recovery key');
  await screen.findByText('KKKKK');
  expect(screen.queryByText(/^Set up,/)).toBeNull();
  await press('Continue');
  await screen.findByText('Print the key, save it as a file or write it down');
  await press('I have written it down');
  await screen.findByLabelText('Group 2');
  type('Group 2', 'KKKKK');
  type('Group 7', 'RRRRR');
  await press('Continue');
  await screen.findByText('The new recovery key is in use');
  expect(screen.queryByText('KKKKK')).toBeNull();
  expect(await opensWith(shown, { recoveryKey: TEST_RECOVERY_KEY })).toBe(false);
  expect(await opensWith(shown, { recoveryKey: NEXT_RECOVERY_KEY })).toBe(true);
});

it('says that nothing was changed when nobody answers', async () => {
  const { services } = await show('secrets');
  vi.spyOn(services.vault, 'change').mockRejectedValue(new Error('gone'));
  await press('Make a new recovery key');
  type('The passphrase that you have now', TEST_PASSPHRASE);
  await press('Make a new recovery key');
  expect(await screen.findByText(/^Nothing was changed/)).toBeTruthy();
});

it('lets the officer choose when the vault locks', async () => {
  const { app } = await show('lock');
  expect(screen.getByLabelText('10 minutes')).toHaveProperty('checked', true);
  fireEvent.click(screen.getByLabelText('2 minutes'));
  await screen.findByText('The vault will lock after 2 minutes.');
  expect(app.settings.settings.value.lockMinutes).toBe(2);
});

it('offers no longer than the policy allows', async () => {
  await show('lock', { policy: { fips: false, lockMinutes: 3 } });
  await screen.findByText(/Your force allows at most 3 minutes/);
  const shown = ['1 minute', '2 minutes', '3 minutes'].map((label) => screen.getByLabelText(label));
  expect(shown.at(-1)).toHaveProperty('checked', true);
  await waitFor(() => expect(screen.queryByLabelText('5 minutes')).toBeNull());
});

it('offers as long as the policy allows, and keeps the choice', async () => {
  const { app } = await show('lock', { policy: { fips: false, lockMinutes: 45 } });
  await screen.findByText(/Your force allows at most 45 minutes/);
  expect(screen.getByLabelText('10 minutes')).toHaveProperty('checked', true);
  expect(screen.queryByLabelText('60 minutes')).toBeNull();
  fireEvent.click(screen.getByLabelText('45 minutes'));
  await screen.findByText('The vault will lock after 45 minutes.');
  expect(app.settings.settings.value.lockMinutes).toBe(45);
});

it('shows the colleague card', async () => {
  await show('card');
  expect(await screen.findByRole('button', { name: 'Export the card' })).toBeTruthy();
});

it('keeps the reference of the policy document, and takes it away when it is emptied', async () => {
  const { services } = await show('policy');
  const held = () => {
    const state = services.vault.state();
    return state.name === 'open' ? state.officer.policyReference : 'not open';
  };
  type('Reference of the document', 'APD-2027-01');
  await press('Save the reference');
  await screen.findByText('The reference was saved.');
  expect(held()).toBe('APD-2027-01');
  type('Reference of the document', '');
  await press('Save the reference');
  await screen.findByText('The reference was removed.');
  expect(held()).toBeUndefined();
});
