// @vitest-environment happy-dom
import type { Draft } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { DRAFT_KEY, isAside } from '../../../app/work-keys.js';
import { fileTrouble } from '../../../sandbox/file/file-reply.js';
import { type MemoryServices, OPEN } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { textCapture } from '../../../testing/text-capture.js';

afterEach(cleanup);

const FILE = [
  'Name,DOB,Telephone,Favourite colour',
  'Cordelia Ashgrove,05/04/2010,07700 900123,red',
  'Tobias Wren,25/12/2011,,',
  'Tobias Wren,25/12/2011,,',
  ',,07700 900124,',
].join('\n');

const show = async () => {
  const shown = await showShell({ start: { name: 'bring-in' }, capture: textCapture() });
  await screen.findByText('Spreadsheet (CSV), ', { exact: false });
  return shown;
};
const choose = (name: string, content: string, type = '') => {
  const control = screen.getByLabelText('Choose or drop a file') as HTMLInputElement;
  Object.defineProperty(control, 'files', {
    value: [new File([content], name, { type })],
    configurable: true,
  });
  fireEvent.change(control);
};
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const reads = async (content = FILE) => {
  choose('referrals.csv', content);
  await press('Read the file');
};
const rowOf = async (at: string) =>
  (await screen.findByRole('rowheader', { name: at })).closest('tr') as HTMLElement;
const draftIn = ({ work }: MemoryServices) => work.held(DRAFT_KEY) as Draft | undefined;

it('shows each row as the file has it, and keeps nothing', async () => {
  const { services } = await show();
  await reads();
  await screen.findByRole('heading', { level: 1, name: 'Bring in referrals.csv' });
  const first = within(await rowOf('row 2'));
  expect(first.getByText('Cordelia Ashgrove')).toBeTruthy();
  expect(first.getByText('5 April 2010 (written 05/04/2010)')).toBeTruthy();
  const same = within(await rowOf('row 4'));
  expect(same.getByText('The same as row 3, in every value')).toBeTruthy();
  await within(await rowOf('row 3')).findByText('May be the same person as row 4');
  expect(same.queryByText(/May be the same/)).toBe(null);
  const look = screen.getByRole('button', { name: /^To look at/ });
  expect(look.textContent).toBe('To look at 3');
  expect(within(await rowOf('row 5')).getByText('No name')).toBeTruthy();
  expect(await services.store.query('subject')).toEqual([]);
  expect(draftIn(services)).toBeUndefined();
});

it('says of a date of birth how it is read, or that it was not', async () => {
  await show();
  await reads(
    [
      'Name,DOB',
      'Cordelia Ashgrove,05/04/2010',
      'Tobias Wren,25 December 2011',
      'Ivo Wren,1/2',
    ].join('\n'),
  );
  const open = within(await rowOf('row 2'));
  expect(
    open.getByText('Not read: could be 5 April 2010 or 4 May 2010 (written 05/04/2010)'),
  ).toBeTruthy();
  expect(open.getByText(/This is 5 April 2010 or 4 May 2010/)).toBeTruthy();
  expect(within(await rowOf('row 3')).getByText('25 December 2011')).toBeTruthy();
  expect(within(await rowOf('row 4')).getByText('Not read (written 1/2)')).toBeTruthy();
});

it('opens a row as a draft with its place, read by the order that its column proves', async () => {
  const { services, app } = await show();
  await reads();
  await press('Review row 2, Cordelia Ashgrove');
  await waitFor(() => expect(app.router.route.value).toEqual({ name: 'review' }));
  const draft = draftIn(services);
  expect(draft?.origins).toMatchObject([
    { way: 'file', system: 'Spreadsheet (CSV)', title: 'referrals.csv, row 2' },
  ]);
  expect(draft?.rows.find(({ path }) => path === 'subject.bornOn')).toMatchObject({
    value: '2010-04-05',
    raw: '05/04/2010',
    label: 'DOB',
    place: { selector: 'row 2, column “DOB”' },
  });
  expect(JSON.stringify(draft)).not.toContain('Wren');
});

it('sets the open draft aside, and never joins two rows', async () => {
  const { services, app } = await show();
  await reads();
  await press('Review row 2, Cordelia Ashgrove');
  await waitFor(() => expect(app.router.route.value.name).toBe('review'));
  app.router.go({ name: 'bring-in' });
  expect(within(await rowOf('row 2')).getByText('Opened')).toBeTruthy();
  await press('Review row 3, Tobias Wren');
  await waitFor(() =>
    expect(draftIn(services)?.origins.map(({ title }) => title)).toEqual(['referrals.csv, row 3']),
  );
  const aside = (await services.work.keys()).filter(isAside);
  expect(aside).toHaveLength(1);
});

it('reads the file again as the officer says what its columns hold', async () => {
  await show();
  await reads();
  const fold = (await screen.findByText('Columns: 3 of 4 are read')).closest('details');
  if (!fold) throw new RangeError('The columns are not folded');
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
  fireEvent.change(await screen.findByLabelText('Favourite colour is read as'), {
    target: { value: 'subject.school' },
  });
  fireEvent.change(screen.getByLabelText('DOB is read as'), { target: { value: '' } });
  await press('Read the file again with these columns');
  await waitFor(async () =>
    expect(within(await rowOf('row 2')).queryByText(/05\/04\/2010/)).toBe(null),
  );
  expect(screen.getByText('Columns: 3 of 4 are read')).toBeTruthy();
});

it('asks what the columns hold of a file whose headings nobody knows', async () => {
  await show();
  await reads('Wer;Wann\nTobias Wren;25/12/2011\n');
  fireEvent.change(await screen.findByLabelText('Wer is read as'), {
    target: { value: 'subject.name' },
  });
  await press('Read the file again with these columns');
  expect(within(await rowOf('row 2')).getByText('Tobias Wren')).toBeTruthy();
});

it('refuses in a sentence what is no file of referrals, and keeps the choice open', async () => {
  await show();
  await press('Read the file');
  await screen.findAllByText('Choose a file');
  choose('letter.docx', 'PK');
  await press('Read the file');
  await screen.findAllByText(/“letter.docx” is not a kind of file that can be read here/);
  choose('book.csv', 'PK');
  await press('Read the file');
  await screen.findAllByText(/This is a workbook/);
});

it('is gone with the lock: the file is chosen again', async () => {
  const { services } = await show();
  await reads();
  await screen.findByRole('heading', { level: 1, name: 'Bring in referrals.csv' });
  await services.vault.lock();
  services.setVault(OPEN);
  await screen.findByLabelText('Choose or drop a file');
  expect(document.body.textContent).not.toContain('Cordelia');
});

it('leads back from the empty capture to the rows that are left', async () => {
  const { app } = await show();
  await reads();
  await screen.findByRole('heading', { level: 1, name: 'Bring in referrals.csv' });
  app.router.go({ name: 'review' });
  await press('Back to referrals.csv: 4 rows are not opened yet');
  await rowOf('row 2');
});

it('asks what kind of file it is when two importers read such files, and reads it by that one', async () => {
  const shown = await showShell({ start: { name: 'settings' }, capture: textCapture() });
  const files = await shown.services.files();
  const { importers } = files;
  const asked: string[] = [];
  const { read } = files;
  Object.assign(files, {
    async importers() {
      const known = await importers();
      if (!known.ok) return known;
      const csv = known.value.filter(({ id }) => id === 'csv');
      const other = csv.map((each) => ({ ...each, id: 'force-list', title: 'List of the force' }));
      return { ...known, value: [...other, ...known.value] };
    },
    async read(file: Parameters<typeof read>[0], ...more: [Parameters<typeof read>[1]]) {
      asked.push(file.importer);
      return read({ ...file, importer: 'csv' }, ...more);
    },
  });
  shown.app.router.go({ name: 'bring-in' });
  await screen.findByText('List of the force, ', { exact: false });
  await reads();
  await screen.findAllByText('Select what kind of file it is');
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByLabelText('Spreadsheet (CSV)'));
  await press('Read the file');
  await screen.findByRole('heading', { level: 1, name: 'Bring in referrals.csv' });
  expect(asked).toEqual(['csv']);
});

it('shows no row of a file of which half was read', async () => {
  const { services } = await show();
  const files = await services.files();
  const { read } = files;
  // As a worker that ends in the middle: some rows, then the sentence that it broke.
  Object.assign(files, {
    async read(...given: Parameters<typeof read>) {
      given[1]?.onProgress?.(2, 4);
      const whole = await read(...given);
      return whole.ok ? { ok: false, issues: [fileTrouble('file-broke')] } : whole;
    },
  });
  await reads();
  await screen.findAllByText(/it broke the reader\. Nothing of it was taken in\./);
  expect(screen.queryByText('Cordelia Ashgrove')).toBeNull();
  expect(await services.store.query('subject')).toEqual([]);
  expect(draftIn(services)).toBeUndefined();
});
