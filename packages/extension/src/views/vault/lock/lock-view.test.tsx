// @vitest-environment happy-dom
import { failed } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TEST_PASSPHRASE, TEST_RECOVERY_KEY } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const views = { subjects: () => <h1>Subjects</h1> };
const locked = { name: 'locked', kinds: ['practice'] } as const;
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const unlock = () => fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));

it('has the marking of the vault that is being opened, at the head and the foot', async () => {
  await showShell({ views, state: { name: 'locked', kinds: ['live', 'practice'] } });
  const marked = () => screen.queryAllByText('Practice vault: every person must be fictional');
  expect(marked()).toHaveLength(0);
  fireEvent.click(screen.getByLabelText('Practice'));
  await waitFor(() => expect(marked()).toHaveLength(2));
});

it('opens with the passphrase', async () => {
  await showShell({ views, state: locked });
  type('Passphrase', TEST_PASSPHRASE);
  unlock();
  expect(await screen.findByRole('heading', { name: 'Subjects' })).toBeTruthy();
});

it('opens with the recovery key instead', async () => {
  await showShell({ views, state: locked });
  fireEvent.click(screen.getByRole('button', { name: 'Use the recovery key instead' }));
  type('Recovery key', TEST_RECOVERY_KEY);
  unlock();
  expect(await screen.findByRole('heading', { name: 'Subjects' })).toBeTruthy();
});

it('says one sentence when it does not open, empties the box and stays', async () => {
  await showShell({ views, state: locked });
  type('Passphrase', 'not the passphrase');
  unlock();
  expect(await screen.findAllByText('That did not open the vault.')).toHaveLength(2);
  expect(screen.getByLabelText('Passphrase')).toHaveProperty('value', '');
});

it('keeps what is typed while another passphrase is tried: it is the next try', async () => {
  const { services } = await showShell({ views, state: locked });
  const { unlock: real } = services.vault;
  let goOn: (() => void) | undefined;
  services.vault.unlock = async (...given) => {
    await new Promise<void>((go) => {
      goOn = go;
    });
    return real(...given);
  };
  type('Passphrase', 'not the passphrase');
  unlock();
  await waitFor(() => expect(goOn).toBeDefined());
  type('Passphrase', TEST_PASSPHRASE);
  goOn?.();
  await screen.findAllByText('That did not open the vault.');
  expect(screen.getByLabelText('Passphrase')).toHaveProperty('value', TEST_PASSPHRASE);
});

it('lets the next passphrase be typed without taking the focus away', async () => {
  await showShell({ views, state: locked });
  type('Passphrase', 'not the passphrase');
  unlock();
  const summary = await screen.findByRole('alert');
  expect(document.activeElement).toBe(summary);
  const box = screen.getByLabelText('Passphrase');
  box.focus();
  type('Passphrase', 'f');
  await waitFor(() => expect(box).toHaveProperty('value', 'f'));
  expect(document.activeElement).toBe(box);
});

it('asks for the passphrase rather than trying none', async () => {
  const { services } = await showShell({ views, state: locked });
  const tried = vi.spyOn(services.vault, 'unlock');
  unlock();
  expect(await screen.findAllByText('Enter your passphrase')).toHaveLength(2);
  expect(tried).not.toHaveBeenCalled();
});

it('opens the vault that was chosen', async () => {
  const { services } = await showShell({
    views,
    state: { name: 'locked', kinds: ['practice', 'live'] },
  });
  fireEvent.click(screen.getByLabelText('Practice'));
  type('Passphrase', TEST_PASSPHRASE);
  unlock();
  await waitFor(() => expect(services.vault.state()).toMatchObject({ kind: 'practice' }));
});

it('counts down the wait, and tries nothing meanwhile', async () => {
  vi.useFakeTimers();
  const { services } = await showShell({ views, state: { ...locked, retryAfterMs: 3000 } });
  const tried = vi.spyOn(services.vault, 'unlock');
  expect(screen.getByText('You can try again in 3 seconds.')).toBeTruthy();
  type('Passphrase', TEST_PASSPHRASE);
  unlock();
  expect(tried).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2250);
  expect(screen.getByText('You can try again in 1 second.')).toBeTruthy();
  await vi.advanceTimersByTimeAsync(1000);
  expect(screen.queryByText(/You can try again/)).toBeNull();
  unlock();
  expect(tried).toHaveBeenCalledOnce();
});

it('tells the wait with the sentence that it did not open, so that no try is made in vain', async () => {
  const { services } = await showShell({ views, state: locked });
  services.vault.unlock = async () => {
    services.setVault({ ...locked, retryAfterMs: 3000 });
    return failed({ code: 'wrong', severity: 'error', message: 'That did not open the vault.' });
  };
  let told: string | undefined;
  const watch = new MutationObserver(() => {
    if (told === undefined && document.body.textContent?.includes('That did not open'))
      told = document.body.textContent;
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  type('Passphrase', 'not the passphrase');
  unlock();
  await waitFor(() => expect(told).toBeDefined());
  watch.disconnect();
  expect(told).toContain('You can try again in 3 seconds.');
});

it('is not kept waiting longer by a clock that is set back', async () => {
  vi.useFakeTimers();
  const { services } = await showShell({ views, state: { ...locked, retryAfterMs: 3000 } });
  const tried = vi.spyOn(services.vault, 'unlock');
  vi.setSystemTime(Date.now() - 86_400_000);
  await vi.advanceTimersByTimeAsync(3250);
  expect(screen.queryByText(/You can try again/)).toBeNull();
  type('Passphrase', TEST_PASSPHRASE);
  unlock();
  expect(tried).toHaveBeenCalledOnce();
});

it('shows what is typed only when asked', async () => {
  await showShell({ views, state: locked });
  expect(screen.getByLabelText('Passphrase')).toHaveProperty('type', 'password');
  fireEvent.click(screen.getByRole('button', { name: 'Show Passphrase' }));
  expect(screen.getByLabelText('Passphrase')).toHaveProperty('type', 'text');
});

it('explains what to do when the passphrase is forgotten', async () => {
  await showShell({ views, state: locked });
  expect(screen.getByText(/recovery key from the day when the vault was set up/)).toBeTruthy();
});

it('offers to set up the kind of vault that is not there', async () => {
  await showShell({ views, state: locked });
  fireEvent.click(screen.getByRole('button', { name: 'Set up a live vault' }));
  expect(await screen.findByLabelText('Live')).toHaveProperty('checked', true);
  expect(screen.queryByLabelText('Practice')).toBeNull();
});
