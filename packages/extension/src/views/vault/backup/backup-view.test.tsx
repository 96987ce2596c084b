// @vitest-environment happy-dom
import { buildId } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { TEST_PASSPHRASE } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = (label: string, content = 'sealed') => {
  const control = screen.getByLabelText(label) as HTMLInputElement;
  const value = [new File([content], 'chosen')];
  Object.defineProperty(control, 'files', { value, configurable: true });
  fireEvent.change(control);
};
const show = async (options: Parameters<typeof showShell>[0] = {}) => {
  const shown = await showShell({ start: { name: 'backup' }, ...options });
  await screen.findByRole('heading', { level: 1 });
  return shown;
};
const checks = async (said = 'The backup is sound') => {
  choose('Backup file');
  fireEvent.input(screen.getByLabelText('Passphrase'), { target: { value: TEST_PASSPHRASE } });
  await press('Check the backup');
  const heading = await screen.findByRole('heading', { name: said });
  await waitFor(() => expect(document.activeElement).toBe(heading));
};

it('makes a backup with a name that says nothing of a person, and says when', async () => {
  const { services } = await show();
  expect(screen.getByText('None yet')).toBeTruthy();
  await press('Make a backup');
  await screen.findByText('The backup was made');
  expect(services.downloads.map(({ name }) => name)).toEqual([
    'backup-2026-11-24-de71ce00.cpbackup',
  ]);
  await screen.findByText(/nothing saved since/);
});

it('leads back to the sections of the settings', async () => {
  await show();
  await press('All settings');
  await screen.findByRole('navigation', { name: 'Settings' });
});

it('is no longer due once it was made, nor marked in the header', async () => {
  const { services, app } = await show();
  services.notice({ code: 'backup-due', severity: 'warning', message: 'The last backup is old' });
  await screen.findByRole('button', { name: /^A backup is due/ });
  await press('Make a backup');
  await screen.findByText('The backup was made');
  await screen.findByRole('button', { name: /^Last backup:/ });
  expect(app.session.notices.value).toEqual([]);
});

it('shows how far it is, and stops', async () => {
  const { services } = await show();
  services.backup.isHeldUp = true;
  await press('Make a backup');
  const status = await screen.findByText('1 of 2 entries');
  expect(status.getAttribute('aria-live')).toBe('polite');
  await press('Stop');
  await screen.findByText(/^Stopped\./);
  expect(services.downloads).toEqual([]);
});

it('asks for the file and what opens it, at their boxes', async () => {
  const { services } = await show();
  await press('Check the backup');
  expect(await screen.findAllByText('Select a backup file')).toHaveLength(2);
  expect(screen.getAllByText('Enter your passphrase')).toHaveLength(2);
  expect(services.backup.asked).toEqual([]);
});

it('checks a backup without restoring it', async () => {
  const { services } = await show();
  services.backup.seen = { ...services.backup.seen, disposedSince: 2 };
  await checks();
  expect(screen.getByText('DC Rowan Thackeray, this vault')).toBeTruthy();
  expect(screen.getByText('2, these stay out')).toBeTruthy();
  expect(services.backup.asked).toEqual(['drill']);
});

it('says how much cannot be read from a backup that an earlier release made', async () => {
  const { services } = await show();
  await checks();
  expect(screen.queryByText(/cannot be read from this backup/)).toBeNull();
  services.backup.seen = { ...services.backup.seen, left: 2 };
  await checks();
  await screen.findByText(
    /^2 copies of pages, or pieces of files, cannot be read from this backup/,
  );
});

it('counts the definition packs in a backup, and names those that are left out, before and after', async () => {
  const { services } = await show();
  await checks();
  expect(screen.queryByText('Definition packs in it')).toBeNull();
  const message = 'A definition pack in this backup is not as its issuer signed it.';
  const refused = [{ code: 'pack-not-brought', severity: 'error', message }] as const;
  const packs = { taken: 2, held: 1, refused };
  services.backup.seen = { ...services.backup.seen, isThisVault: false, packs };
  services.backup.count = { ...services.backup.count, packs };
  await checks();
  expect((await screen.findByText('Definition packs in it')).nextSibling?.textContent).toBe('3');
  expect(screen.getByText(message)).toBeDefined();
  expect(screen.getByText(/Its definition packs come with them and act from today/)).toBeDefined();
  await press('Restore the backup into this vault');
  const said = await screen.findByText(/2 definition packs were brought back/);
  expect(said.textContent).toContain(message);
});

it('offers nothing of a file that another was chosen for while it was checked', async () => {
  const { services } = await show();
  const { drill } = services.backup;
  let goOn: (() => void) | undefined;
  services.backup.drill = async (...asked) => {
    await new Promise<void>((go) => {
      goOn = go;
    });
    return drill(...asked);
  };
  choose('Backup file', 'one');
  fireEvent.input(screen.getByLabelText('Passphrase'), { target: { value: TEST_PASSPHRASE } });
  await press('Check the backup');
  await waitFor(() => expect(goOn).toBeDefined());
  choose('Backup file', 'another');
  goOn?.();
  await waitFor(() => expect(services.backup.asked).toEqual(['drill']));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull());
  expect(screen.queryByText('The backup is sound')).toBeNull();
});

it('says in words what is wrong with a file', async () => {
  const { services } = await show();
  services.backup.refusal = { code: 'x', severity: 'error', message: 'The file was altered.' };
  choose('Backup file');
  fireEvent.input(screen.getByLabelText('Passphrase'), { target: { value: TEST_PASSPHRASE } });
  await press('Check the backup');
  await screen.findByText('The file was altered.');
  expect(screen.queryByText('The backup is sound')).toBeNull();
});

it('says which keys nobody has confirmed, and how many records here would change', async () => {
  const { services } = await show();
  const unconfirmed = [{ officer: buildId(), name: 'DS Wren Halloway' }, { officer: buildId() }];
  const seen = { ...services.backup.seen, isThisVault: false, changed: 3, unconfirmed };
  services.backup.seen = seen;
  services.backup.count = { ...services.backup.count, unended: 2 };
  await checks('The backup can be read, but nobody has confirmed who wrote all of it');
  expect(screen.queryByText('Entries, all proved')).toBeNull();
  const [, other] = unconfirmed;
  expect(
    screen.getByText('DS Wren Halloway, whose key is known from this file alone'),
  ).toBeTruthy();
  expect(
    screen.getByText(`An officer you have no key of (${other?.officer.slice(0, 8)})`),
  ).toBeTruthy();
  expect(screen.getByText(/^This is not a backup of your own vault/)).toBeTruthy();
  expect(screen.getByText(/Nobody has read the fingerprints of these keys to you/)).toBeTruthy();
  expect(screen.getByText('Records here that it would change').nextSibling?.textContent).toBe('3');
  await press('Restore the backup into this vault');
  const said = await screen.findByText(/2 records stay as they were/);
  expect(said.textContent).toContain('signed with keys that nobody has confirmed');
});

it('restores only after the check, with the disposal list, and says what came of it', async () => {
  const { services } = await show();
  services.backup.count = { ...services.backup.count, leftOut: 1 };
  expect(screen.queryByRole('button', { name: 'Restore the backup into this vault' })).toBeNull();
  await checks();
  expect(screen.getByText(/anything disposed of there after 20 November 2026/)).toBeTruthy();
  choose('Disposal list, if there is one', '{"list":1}');
  await press('Restore the backup into this vault');
  await screen.findByText('The backup was restored');
  await screen.findByText(
    '2 records were added or changed. 1 record stayed out, since it was disposed of.',
  );
  expect(services.backup.asked).toEqual(['drill', 'restore {"list":1}']);
});

it('saves the disposal list by the day and the device', async () => {
  const { services } = await show();
  await press('Save the disposal list');
  await waitFor(() =>
    expect(services.downloads.map(({ name }) => name)).toEqual([
      'disposals-2026-11-24-de71ce00.json',
    ]),
  );
});

it('is the third choice of first run: the vault of another computer', async () => {
  const { services } = await showShell({ state: { name: 'none' } });
  await press('Restore a backup instead');
  await screen.findByRole('heading', { name: 'Restore a backup on this computer' });
  await checks();
  expect(screen.getByText(/Stop using the computer that it came from/)).toBeTruthy();
  await press('Restore the backup here');
  await waitFor(() => expect(services.backup.asked).toEqual(['drill', 'move']));
});

it('goes back from there to setting up a new vault', async () => {
  await showShell({ state: { name: 'none' } });
  await press('Restore a backup instead');
  await press('Set up a new vault instead');
  await screen.findByLabelText('Practice');
});

it('restores beside a vault that cannot be opened whole', async () => {
  const { services } = await showShell({
    state: { name: 'damaged', kind: 'live', what: 'cut', message: 'The newest are missing.' },
  });
  await press('Restore a backup');
  await screen.findByRole('heading', { name: 'Restore a backup on this computer' });
  await checks();
  await press('Restore the backup here');
  await waitFor(() => expect(services.backup.asked).toEqual(['drill', 'move']));
});
