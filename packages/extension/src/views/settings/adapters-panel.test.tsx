// @vitest-environment happy-dom
import type { Adapter } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../shell/show-shell.js';

afterEach(cleanup);

const adapter: Adapter = {
  id: 'north-rms/referral',
  title: 'North RMS: referral',
  version: '1.2.0',
  owner: 'Northmoor Police',
  engine: '>=0.0.1',
  expires: '2027-03-31',
  match: { anchors: [{ label: 'Ref No' }] },
  screens: [{ fields: { 'subject.name': [{ label: 'Who' }] } }],
  fixtures: [],
};
const json = JSON.stringify(adapter, null, 2);

const show = async (options: Parameters<typeof showShell>[0] = {}) => {
  const shown = await showShell({ start: { name: 'settings' }, ...options });
  await screen.findByRole('heading', { name: 'Adapters' });
  return shown;
};
const choose = (text: string) => {
  const input = screen.getByLabelText('Load an adapter file');
  Object.defineProperty(input, 'files', {
    configurable: true,
    value: [new File([text], 'adapter.json')],
  });
  fireEvent.change(input);
};

it('loads a file, lists it with who looks after it, and removes it', async () => {
  const { services } = await show();
  choose(json);
  await screen.findByText(/^The adapter “North RMS: referral” was loaded\. Not proved/);
  const row = await screen.findByRole('row', { name: /North RMS: referral/ });
  for (const text of ['north-rms/referral', '1.2.0', 'Northmoor Police', '2027-03-31'])
    expect(within(row).getByText(text)).toBeTruthy();
  expect((await services.adapters.inUse()).map(({ id }) => id)).toEqual(['north-rms/referral']);

  fireEvent.click(screen.getByRole('button', { name: 'Remove North RMS: referral' }));
  await screen.findByText('The adapter was removed.');
  expect(await services.adapters.inUse()).toEqual([]);
  await waitFor(() => expect(screen.queryByText('north-rms/referral')).toBeNull());
});

it('says by its line what is wrong with a file, and loads nothing of it', async () => {
  const { services } = await show();
  choose(json.replace('"subject.name"', '"subject.nme"'));
  await screen.findByText(/^Line 18, column 9: “subject\.nme” is not a field/);
  expect(await services.adapters.inUse()).toEqual([]);
});

it('says what the force switched off, and what of its policy cannot be used', async () => {
  await show({
    managed: { adapters: [json, '{'], adaptersOff: [{ id: 'north-rms/*', versions: '<2' }] },
  });
  await screen.findByText('1.2.0 (switched off by your force)');
  expect(screen.getByText('Your force’s policy')).toBeTruthy();
  expect(screen.getByText(/^Line 1, column 2: The file is not JSON/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
});
