// @vitest-environment happy-dom
import { failed } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TEST_PASSPHRASE } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const views = { subjects: () => <h1>Subjects</h1> };
const start = async (options: Parameters<typeof showShell>[0] = {}) => {
  const shown = await showShell({ views, state: { name: 'none' }, ...options });
  await heading('Who is working here?');
  return shown;
};
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
/** A later part of the same screen. */
const part = (name: string) => screen.findByRole('heading', { level: 2, name });

function answerWho() {
  fireEvent.click(screen.getByLabelText('Practice'));
  type('Rank and name', 'DC Rowan Thackeray');
  type('Collar or warrant number', '4417');
  fireEvent.change(screen.getByLabelText('Force'), { target: { value: '43' } });
  type('Role', 'Regional cyber Prevent officer');
}

async function answerAll() {
  answerWho();
  press('Continue');
  await heading('Lock it, and keep a spare key');
  type('Passphrase', TEST_PASSPHRASE);
}

async function toTheKey() {
  await answerAll();
  press('Set up the vault');
  await part('Keep the recovery key');
}

it('takes two screens, four boxes and six presses, from the first question to work', async () => {
  const { services } = await start();
  const created = vi.spyOn(services.vault, 'create');
  const printed = vi.fn();
  vi.stubGlobal('print', printed);
  const pressed = vi.fn();
  document.addEventListener('click', pressed);
  await toTheKey();
  expect(created).toHaveBeenCalledExactlyOnceWith({
    kind: 'practice',
    name: 'DC Rowan Thackeray',
    number: '4417',
    force: '43',
    role: 'Regional cyber Prevent officer',
    regime: 'part3',
    passphrase: TEST_PASSPHRASE,
  });
  press('Print the key');
  await waitFor(() => expect(printed).toHaveBeenCalledOnce());
  press('Open the vault');
  await heading('Subjects');
  // Practice, Continue, Set up the vault, Print it, Open the vault; the sixth chose the force.
  expect(pressed).toHaveBeenCalledTimes(5);
  document.removeEventListener('click', pressed);
});

it('gives the focus to the key, on the screen that asked for the passphrase', async () => {
  await start();
  await toTheKey();
  expect(document.activeElement).toBe(await part('Keep the recovery key'));
  await heading('Lock it, and keep a spare key');
});

it('does not open the vault before the key is printed, saved or written down', async () => {
  const { services } = await start();
  await toTheKey();
  press('Open the vault');
  expect(await screen.findByText('Print the key, save it as a file or write it down')).toBeTruthy();
  expect(services.downloads).toEqual([]);
});

it('gives the first place among the buttons to keeping the key, then to opening the vault', async () => {
  await start();
  await toTheKey();
  const first = () =>
    [...document.querySelectorAll('.govuk-button:not(.govuk-button--secondary)')].map(
      ({ textContent }) => textContent,
    );
  expect(first()).toEqual(['Print the key']);
  press('I have written it down');
  await waitFor(() => expect(first()).toEqual(['Open the vault']));
});

it('saves the key as a file only after the officer says that it is not kept here', async () => {
  const { services } = await start();
  await toTheKey();
  press('Save as a file');
  const save = await screen.findByRole('button', { name: 'Save the file' });
  fireEvent.click(save);
  await screen.findByText('Confirm that the file will not be kept on this computer');
  expect(services.downloads).toEqual([]);
  fireEvent.click(screen.getByLabelText('I will not keep the file on this computer'));
  fireEvent.click(save);
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  const [file] = services.downloads;
  expect(file?.name).toBe('recovery-key-2026-11-24.txt');
  expect(String(file?.content)).toContain('AAAAA-BBBBB-');
  press('Open the vault');
  await heading('Subjects');
});

it('asks for two groups back from a key that was written down by hand', async () => {
  await start();
  await toTheKey();
  press('I have written it down');
  await screen.findByLabelText('Group 2');
  type('Group 2', 'bbbbb');
  type('Group 7', 'AAAAA');
  press('Open the vault');
  expect(
    await screen.findAllByText('Group 7 is not the same as above. Check your copy.'),
  ).toHaveLength(2);
  expect(screen.queryByText('Group 2 is not the same as above. Check your copy.')).toBeNull();
  type('Group 7', 'GGGGG');
  press('Open the vault');
  await heading('Subjects');
});

it('keeps what was typed while going back and forth', async () => {
  await start();
  answerWho();
  press('Continue');
  await heading('Lock it, and keep a spare key');
  press('Back');
  await heading('Who is working here?');
  expect(screen.getByLabelText('Practice')).toHaveProperty('checked', true);
  expect(screen.getByLabelText('Rank and name')).toHaveProperty('value', 'DC Rowan Thackeray');
  expect(screen.getByLabelText('Force')).toHaveProperty('value', '43');
});

it('says what is missing, all at once', async () => {
  await start();
  press('Continue');
  expect(await screen.findAllByText('Select practice or live')).toHaveLength(2);
  expect(screen.getAllByText('Enter your role')).toHaveLength(2);
});

it('does not ask what the force has set, and keeps it', async () => {
  const setup = { force: '43', regime: 'uk-gdpr', policyReference: 'APD-2026-07' };
  const { services } = await start({ policy: { fips: false, setup } });
  const created = vi.spyOn(services.vault, 'create');
  expect(screen.queryByLabelText('Force')).toBeNull();
  expect(screen.queryByText(/The law you work under/)).toBeNull();
  expect(screen.getByText(/^Set by your force: /).textContent).toContain('APD-2026-07');
  fireEvent.click(screen.getByLabelText('Live'));
  type('Rank and name', 'DC Rowan Thackeray');
  type('Collar or warrant number', '4417');
  type('Role', 'Regional cyber Prevent officer');
  press('Continue');
  await heading('Lock it, and keep a spare key');
  type('Passphrase', TEST_PASSPHRASE);
  press('Set up the vault');
  await part('Keep the recovery key');
  expect(created).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(setup));
});

it('shows what a policy that came late sets, before it is kept', async () => {
  const { services, app } = await start();
  const created = vi.spyOn(services.vault, 'create');
  answerWho();
  const setup = { force: '01', regime: 'uk-gdpr', policyReference: 'APD-2026-07' };
  Object.assign(app.services, { policy: async () => ({ fips: false, setup }) });
  press('Continue');
  expect((await screen.findByText(/^Set by your force: /)).textContent).toContain('APD-2026-07');
  await heading('Who is working here?');
  press('Continue');
  await heading('Lock it, and keep a spare key');
  type('Passphrase', TEST_PASSPHRASE);
  press('Set up the vault');
  await part('Keep the recovery key');
  expect(created).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(setup));
});

it('sets up one vault, however often it is pressed', async () => {
  const { services } = await start();
  const created = vi.spyOn(services.vault, 'create');
  await answerAll();
  press('Set up the vault');
  press('Set up the vault');
  await part('Keep the recovery key');
  expect(created).toHaveBeenCalledOnce();
});

it('asks for a force that the policy names by no code', async () => {
  await start({ policy: { fips: false, setup: { force: 'Atlantis' } } });
  expect(screen.getByLabelText('Force')).toBeTruthy();
});

it('asks for twelve characters', async () => {
  const { services } = await start();
  const created = vi.spyOn(services.vault, 'create');
  await answerAll();
  type('Passphrase', 'too short');
  press('Set up the vault');
  expect(await screen.findAllByText('Enter a passphrase of 12 characters or more')).toHaveLength(2);
  expect(created).not.toHaveBeenCalled();
});

it('goes back to the screen that the vault finds wrong, with everything still typed', async () => {
  const { services } = await start();
  vi.spyOn(services.vault, 'create').mockResolvedValue(
    failed({
      code: 'setup-invalid',
      severity: 'error',
      at: 'number',
      message: 'Use fewer characters',
    }),
  );
  await answerAll();
  press('Set up the vault');
  await heading('Who is working here?');
  expect(screen.getAllByText('Use fewer characters')).toHaveLength(2);
  expect(screen.getByLabelText('Collar or warrant number')).toHaveProperty('value', '4417');
});

it('says so when the browser does not answer, and lets the officer try again', async () => {
  const { services } = await start();
  vi.spyOn(services.vault, 'create').mockRejectedValueOnce(new Error('gone'));
  await answerAll();
  press('Set up the vault');
  expect(await screen.findByText(/The vault was not set up/)).toBeTruthy();
  press('Set up the vault');
  await part('Keep the recovery key');
});

it('marks the page as practice as soon as practice is chosen', async () => {
  await start();
  expect(screen.queryByText(/Practice vault: every person/)).toBeNull();
  fireEvent.click(screen.getByLabelText('Practice'));
  // On the screen, and at the head and foot of every sheet.
  expect((await screen.findAllByText(/Practice vault: every person/)).length).toBeGreaterThan(0);
});
