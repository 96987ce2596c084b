// @vitest-environment happy-dom
import { failed } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TEST_PASSPHRASE } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const views = { subjects: () => <h1>Subjects</h1> };
const start = async () => {
  const shown = await showShell({ views, state: { name: 'none' } });
  await heading('Set up the Cyber Prevent Toolkit');
  return shown;
};
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

async function answerWho() {
  fireEvent.click(screen.getByLabelText('Practice'));
  press('Continue');
  await heading('Who you are');
  type('Rank and name', 'DC Rowan Thackeray');
  type('Collar or warrant number', '4417');
  fireEvent.change(screen.getByLabelText('Force'), { target: { value: '43' } });
  type('Role', 'Regional cyber Prevent officer');
}

async function answerAll() {
  await answerWho();
  press('Continue');
  await heading('The law you work under');
  fireEvent.click(screen.getByLabelText(/DPA 2018 Part 3/));
  type(/appropriate policy document/, 'APD-2026-07');
  press('Continue');
  await heading('Choose a passphrase');
  type('Passphrase', TEST_PASSPHRASE);
  type('The same passphrase again', TEST_PASSPHRASE);
}

it('sets up a vault, from the welcome to work', async () => {
  const { services } = await start();
  const created = vi.spyOn(services.vault, 'create');
  await answerAll();
  press('Set up the vault');
  await heading('Print or write down the recovery key');
  expect(created).toHaveBeenCalledExactlyOnceWith({
    kind: 'practice',
    name: 'DC Rowan Thackeray',
    number: '4417',
    force: '43',
    role: 'Regional cyber Prevent officer',
    regime: 'part3',
    policyReference: 'APD-2026-07',
    passphrase: TEST_PASSPHRASE,
  });
  fireEvent.click(screen.getByLabelText('I have printed it or written it down'));
  type('Group 2', 'bbbbb');
  type('Group 7', 'GGGGG');
  press('Continue');
  await heading('Your colleague card');
  fireEvent.click(await screen.findByRole('button', { name: 'Export the card' }));
  expect(services.downloads[0]?.name).toBe('colleague-card-2026-11-24-0ff1ce00.json');
  expect(JSON.parse(services.downloads[0]?.content ?? '')).toMatchObject({ number: '4417' });
  press('Start work');
  await heading('Subjects');
});

it('does not go on from the recovery key until it is on paper and two groups are typed back', async () => {
  await start();
  await answerAll();
  press('Set up the vault');
  await heading('Print or write down the recovery key');
  type('Group 2', 'BBBBB');
  type('Group 7', 'AAAAA');
  press('Continue');
  expect(
    await screen.findAllByText('Tick the box once you have printed the key or written it down'),
  ).toHaveLength(2);
  expect(screen.getAllByText('Group 7 is not as printed. Check your copy.')).toHaveLength(2);
  expect(screen.queryByText('Group 2 is not as printed. Check your copy.')).toBeNull();
});

it('keeps what was typed while going back and forth', async () => {
  await start();
  await answerWho();
  press('Back');
  expect(screen.getByLabelText('Practice')).toHaveProperty('checked', true);
  press('Continue');
  expect(screen.getByLabelText('Rank and name')).toHaveProperty('value', 'DC Rowan Thackeray');
  expect(screen.getByLabelText('Force')).toHaveProperty('value', '43');
});

it('says what is missing', async () => {
  await start();
  press('Continue');
  expect(await screen.findAllByText('Select practice or live')).toHaveLength(2);
});

it('asks for twelve characters, twice the same', async () => {
  const { services } = await start();
  const created = vi.spyOn(services.vault, 'create');
  await answerAll();
  type('Passphrase', 'too short');
  press('Set up the vault');
  expect(await screen.findAllByText('Enter a passphrase of 12 characters or more')).toHaveLength(2);
  type('Passphrase', `${TEST_PASSPHRASE}!`);
  press('Set up the vault');
  expect(await screen.findAllByText('Enter the same passphrase in both boxes')).toHaveLength(2);
  expect(created).not.toHaveBeenCalled();
});

it('goes back to the step that the vault finds wrong, with everything still typed', async () => {
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
  await heading('Who you are');
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
  await heading('Print or write down the recovery key');
});

it('marks the page as practice as soon as practice is chosen', async () => {
  await start();
  expect(screen.queryByText(/Practice vault: every person/)).toBeNull();
  fireEvent.click(screen.getByLabelText('Practice'));
  // On the screen, and at the head and foot of every sheet.
  expect((await screen.findAllByText(/Practice vault: every person/)).length).toBeGreaterThan(0);
});
