// @vitest-environment happy-dom
/** Rows of a file that are filed together: what leaves nothing to decide, by one press, and off the record by one undo. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { type MemoryServices, OPEN } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const FILE = [
  'Name,DOB,School',
  'Ottoline Brackwater,13/04/2010,Harrowmere School',
  'Tobias Wren,25/12/2011,',
  'Cordelia Ashgrove,30/06/2012,Harrowmere School',
].join('\n');

const show = () => showShell({ start: { name: 'bring-in' } });
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const reads = async (content = FILE, name = 'list.csv') => {
  await screen.findByText('Spreadsheet (CSV), ', { exact: false });
  const control = (await screen.findByLabelText('Choose or drop a file')) as HTMLInputElement;
  Object.defineProperty(control, 'files', {
    value: [new File([content], name)],
    configurable: true,
  });
  fireEvent.change(control);
  await press('Read the file');
  await screen.findByRole('heading', { level: 1, name: `Bring in ${name}` });
};
const rowOf = async (at: string) =>
  within((await screen.findByRole('rowheader', { name: at })).closest('tr') as HTMLElement);
const receives = async (...parts: readonly string[]) => {
  await screen.findByText('When did you receive these referrals?');
  for (const [nth, label] of ['Day', 'Month', 'Year'].entries())
    fireEvent.input(screen.getByLabelText(label), { target: { value: parts[nth] } });
};
const namesIn = async ({ store }: MemoryServices) =>
  (await store.query('subject')).map(({ value }) => value.name);
const ALL = ['Ottoline Brackwater', 'Tobias Wren', 'Cordelia Ashgrove'];

/** Files the rows that are offered, as received on 20 November. */
async function files(count: number) {
  await press('File several together');
  await receives('20', '11', '2026');
  await press(`File ${count} referrals`);
}

it('lists everybody by name, birth and school, and files them by one press', async () => {
  const { services } = await show();
  await reads();
  await press('File several together');
  const row = within(
    (await screen.findByLabelText('Ottoline Brackwater')).closest('tr') as HTMLElement,
  );
  expect(row.getByText('13 April 2010')).toBeTruthy();
  expect(row.getByText('Harrowmere School')).toBeTruthy();
  expect(await namesIn(services)).toEqual([]);
  await receives('20', '11', '2026');
  await press('File 3 referrals');
  await screen.findByText('3 referrals were filed from list.csv');
  expect(await namesIn(services)).toEqual(ALL);
  const referrals = await services.store.query('referral');
  expect(referrals.map(({ value }) => value.receivedOn)).toEqual(ALL.map(() => '2026-11-20'));
  const [capture] = await services.store.query('sourceCapture');
  expect(capture?.value).toMatchObject({ way: 'file', title: 'list.csv, row 2' });
  await waitFor(async () => expect((await rowOf('row 2')).getByText('Filed')).toBeTruthy());
  expect(screen.getByText(/3 referrals\. On record from this list: 3\./)).toBeTruthy();
});

it('is undone by one press, and then filed again', async () => {
  const { services } = await show();
  await reads();
  await files(3);
  await press('Undo this save');
  await waitFor(async () => expect(await namesIn(services)).toEqual([]));
  expect(await services.store.query('referral')).toEqual([]);
  expect(await services.store.query('sourceCapture')).toEqual([]);
  await waitFor(async () => expect((await rowOf('row 2')).queryByText('Filed')).toBe(null));
  await files(3);
  await waitFor(async () => expect(await namesIn(services)).toEqual(ALL));
});

it('asks for the day of referrals that give none, and files nothing before', async () => {
  const { services } = await show();
  await reads();
  await press('File several together');
  await press('File 3 referrals');
  await screen.findAllByText('Enter the date on which you received these referrals');
  expect(await namesIn(services)).toEqual([]);
});

it('leaves out the one whose box is cleared', async () => {
  const { services } = await show();
  await reads();
  await press('File several together');
  fireEvent.click(await screen.findByLabelText('Tobias Wren'));
  await receives('20', '11', '2026');
  await press('File 2 referrals');
  await waitFor(async () =>
    expect(await namesIn(services)).toEqual(['Ottoline Brackwater', 'Cordelia Ashgrove']),
  );
  expect((await rowOf('row 3')).getByRole('button', { name: /^Review/ })).toBeTruthy();
});

it('shows who may be on record beside each row, and files none of them with others', async () => {
  const { services } = await show();
  await reads();
  await files(3);
  await screen.findByText('3 referrals were filed from list.csv');
  await press('Choose another file');
  await reads(
    `${FILE}\nIvo Quill,14/05/2011,\nHenrietta Marchbank,22/02/2011,\n,01/07/2010,`,
    'again.csv',
  );
  await waitFor(async () =>
    expect((await rowOf('row 3')).getByText('1 possible match')).toBeTruthy(),
  );
  expect((await rowOf('row 3')).getByText('The same name')).toBeTruthy();
  await waitFor(async () =>
    expect((await rowOf('row 5')).getByText('Nobody similar')).toBeTruthy(),
  );
  await waitFor(async () =>
    expect((await rowOf('row 7')).getByText(/^Nothing to compare/)).toBeTruthy(),
  );
  await press('File several together');
  await screen.findByText('4 referrals need your review');
  expect(screen.queryByLabelText('Tobias Wren')).toBe(null);
  await receives('20', '11', '2026');
  await press('File 2 referrals');
  await waitFor(async () =>
    expect(await namesIn(services)).toEqual([...ALL, 'Ivo Quill', 'Henrietta Marchbank']),
  );
});

it('does not offer a row of a file with a column that nobody has spoken for', async () => {
  await show();
  await reads('Name,DOB,Favourite colour\nTobias Wren,25/12/2011,red\nIvo Quill,14/05/2011,');
  await screen.findByText(/^To file several together, say under Columns/);
  expect(screen.queryByRole('button', { name: 'File several together' })).toBeNull();
});

it('is not offered where every row needs a review, and says so', async () => {
  await show();
  await reads('Name,DOB\nTobias Wren,25/12/2011\nWren Tobias,25/12/2011\n,14/05/2011');
  await screen.findByText(/^None of these can be filed with others/);
  expect(screen.queryByRole('button', { name: 'File several together' })).toBeNull();
  expect((await rowOf('row 2')).getByText('May be the same person as row 3')).toBeTruthy();
  expect((await rowOf('row 3')).getByText('May be the same person as row 2')).toBeTruthy();
  expect((await rowOf('row 4')).queryByText(/May be the same/)).toBeNull();
});

it('does not say that nobody is similar of a row that gives a contact and no name', async () => {
  await show();
  await reads('Name,Telephone\nTobias Wren,\n,07700 900124');
  const row = await rowOf('row 3');
  await row.findByText('No name to compare. Nobody found by anything else');
  expect(row.queryByText('Nobody similar')).toBeNull();
});

it('remembers over a lock which rows were filed and opened, with nothing that was read', async () => {
  const { services, app } = await show();
  await reads();
  await press('File several together');
  fireEvent.click(await screen.findByLabelText('Tobias Wren'));
  await receives('20', '11', '2026');
  await press('File 2 referrals');
  await screen.findByText('2 referrals were filed from list.csv');
  await press(/^Review row 3/);
  await waitFor(() => expect(app.router.route.value.name).toBe('review'));
  await waitFor(() => expect(services.work.held('brought-in')).toBeTruthy());
  expect(JSON.stringify(services.work.held('brought-in'))).not.toMatch(/Wren|Ottoline|list/);
  app.router.go({ name: 'bring-in' });
  await services.vault.lock();
  services.setVault(OPEN);
  await reads();
  await waitFor(async () => expect((await rowOf('row 2')).getByText('Filed')).toBeTruthy());
  expect((await rowOf('row 3')).getByText('Opened')).toBeTruthy();
});

it('says the standing of the lists that it files by, and nothing of lists before a file is read', async () => {
  await show();
  await screen.findByText('Spreadsheet (CSV), ', { exact: false });
  const label = 'Standing of the lists and rules on this page';
  expect(screen.queryByRole('complementary', { name: label })).toBeNull();
  await reads();
  await press('File several together');
  await receives('20', '11', '2026');
  const foot = await screen.findByRole('complementary', { name: label });
  const details = foot.querySelector('details');
  if (!details) throw new Error('nothing to open');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await waitFor(() =>
    expect(foot.textContent).toMatch(/Purposes: .*Markings: |Markings: .*Purposes: /),
  );
});
