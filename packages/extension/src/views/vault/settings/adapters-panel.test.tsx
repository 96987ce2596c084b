// @vitest-environment happy-dom
import type { Adapter } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { memoryServices } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

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
  const shown = await showShell({ start: { name: 'settings', section: 'adapters' }, ...options });
  await screen.findByRole('heading', { level: 1, name: 'Adapters' });
  return shown;
};
const rows = async () =>
  within(await screen.findByRole('list', { name: 'Adapters' })).getAllByRole('listitem');
/** A pack of the adapter, signed in another vault. */
async function packElsewhere(): Promise<string> {
  const { adapters } = await memoryServices();
  await adapters.load(json);
  const pack = await adapters.pack((await adapters.list()).listed, 'North adapters');
  return pack.ok ? pack.value : '';
}
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
  const row = (await rows())[0] ?? document.body;
  for (const text of ['north-rms/referral', '1.2.0', 'Northmoor Police', '31 March 2027'])
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

it('shows who signed a pack, and loads nothing before the officer knows the key', async () => {
  const { services } = await show();
  choose(await packElsewhere());
  await screen.findByRole('heading', { name: 'Do you know who signed this pack?' });
  expect(
    screen.getByText(/^It says that DC Rowan Thackeray, Thames Valley, made it on/),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Do not load it' }));
  await screen.findByText('Nothing was loaded.');
  expect(await services.adapters.inUse()).toEqual([]);

  choose(await packElsewhere());
  fireEvent.click(await screen.findByRole('button', { name: 'They are the same: load the pack' }));
  await screen.findByText('The pack “North adapters” was loaded: 1 adapter.');
  await screen.findByText('A pack that DC Rowan Thackeray, Thames Valley, signed');
  expect((await services.adapters.inUse()).map(({ id }) => id)).toEqual(['north-rms/referral']);
});

it('asks before a file takes the place of an adapter that the force gave, and not when it would not', async () => {
  const { services } = await show({ managed: { adapters: [json] } });
  await screen.findByText('Your force’s policy');
  const versions = async () => (await services.adapters.inUse()).map(({ version }) => version);
  choose(json.replace('1.2.0', '1.3.0'));
  await screen.findByRole('heading', {
    name: 'Replace an adapter that you were given?',
  });
  expect(
    screen.getByText(/It replaces version 1\.2\.0, which comes from your force’s policy/),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Do not load it' }));
  await screen.findByText('Nothing was loaded.');
  expect(await versions()).toEqual(['1.2.0']);

  choose(json.replace('1.2.0', '1.1.0'));
  await screen.findByText(/^The adapter “North RMS: referral” was loaded/);
  expect(await versions()).toEqual(['1.2.0']);

  choose(json.replace('1.2.0', '1.3.0'));
  fireEvent.click(await screen.findByRole('button', { name: 'Load it anyway' }));
  await screen.findByText(/^The adapter “North RMS: referral” was loaded/);
  expect(await versions()).toEqual(['1.3.0']);
});

it('switches a version off and on, and exports it', async () => {
  const { services } = await show();
  choose(json);
  const off = 'Switch off version 1.2.0 North RMS: referral';
  fireEvent.click(await screen.findByRole('button', { name: off }));
  await screen.findByText('1.2.0 (switched off here)');
  expect(await services.adapters.inUse()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: /^Switch on version 1\.2\.0/ }));
  await screen.findByRole('button', { name: off });
  expect(await services.adapters.inUse()).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Export North RMS: referral' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect(services.downloads[0]).toMatchObject({ name: 'north-rms.referral.adapter.json' });
});

it('makes the text for the policy, as the policy takes it', async () => {
  const { services } = await show();
  choose(json);
  await screen.findByRole('button', { name: 'Remove North RMS: referral' });
  fireEvent.click(screen.getByText('Give adapters to others'));
  fireEvent.click(screen.getByRole('button', { name: 'Make a signed pack' }));
  await screen.findByRole('button', { name: 'Select at least one adapter' });
  await screen.findByRole('button', { name: 'Enter a name for the pack' });
  fireEvent.click(screen.getByLabelText('North RMS: referral, 1.2.0'));
  fireEvent.click(screen.getByRole('button', { name: 'Make the text for the policy' }));
  await screen.findByText('The file was handed to your browser.');
  const managed = JSON.parse(services.downloads[0]?.content ?? '');
  cleanup();
  const next = await show({ managed });
  await screen.findByText('Your force’s policy');
  expect((await next.services.adapters.inUse()).map(({ id }) => id)).toEqual([
    'north-rms/referral',
  ]);
});
