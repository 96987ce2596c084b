// @vitest-environment happy-dom
/** A value that was read nowhere is added to the open draft by hand, and is never lost unseen. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { draftOf } from '../../../testing/draft-under-test.js';
import { reviewing } from '../../../testing/review-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const NAME = { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] };
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
/** Opens the fold, and gives the question in it. */
const what = async () => {
  const fold = (await screen.findByText('Add one value')).closest('details');
  if (!fold) throw new Error('not in a fold');
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
  return screen.findByLabelText<HTMLSelectElement>('What is it?');
};
const box = () => screen.getByLabelText<HTMLTextAreaElement>('Value');
const types = async (path: string, text: string) => {
  fireEvent.change(await what(), { target: { value: path } });
  fireEvent.input(box(), { target: { value: text } });
};

it('takes an address that was not read, with its source, and keeps it with the person', async () => {
  const { store } = await reviewing(draftOf(NAME));
  await types('subject.address', '4 Quarry Lane, Testford');
  await press('Add the value');
  await waitFor(() =>
    expect(document.querySelector('.cp-draft')?.textContent).toContain('4 Quarry Lane'),
  );
  expect(box().value).toBe('');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('4 Quarry Lane'));
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  await screen.findByText(/^Saved as a referral of Ada Vael/);
  const [subject] = await store.query('subject');
  expect(subject?.value.addresses?.map(({ lines }) => lines)).toEqual(['4 Quarry Lane, Testford']);
  const ways = (await store.query('sourceCapture')).map(({ value }) => value.way);
  expect(ways.sort()).toEqual(['page', 'typed']);
});

it('says what is missing, and adds nothing', async () => {
  await reviewing(draftOf(NAME));
  await what();
  await press('Add the value');
  await screen.findByText('Select what it is');
  await screen.findByText('Enter the value');
});

it('stops the save at a value that is typed and not added', async () => {
  const { store } = await reviewing(draftOf(NAME));
  await types('subject.address', '4 Quarry Lane, Testford');
  const fold = box().closest('details');
  fold?.removeAttribute('open');
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  await press('Add the value that you typed, or empty its box');
  expect(document.activeElement).toBe(box());
  expect(fold?.open).toBe(true);
  expect(await store.query('subject')).toEqual([]);
  fireEvent.input(box(), { target: { value: '' } });
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  await screen.findByText(/^Saved as a referral of Ada Vael/);
});

it('offers no second value of what was read once, which is corrected in its row', async () => {
  await reviewing(
    draftOf(NAME, { label: 'Date of birth', value: '2 May 2010', owner: ['Subject'] }),
  );
  const offered = [...(await what()).options].map(({ value }) => value);
  expect(offered).not.toContain('subject.bornOn');
  expect(offered).toContain('subject.phones[]');
});

it('is not offered where the page names several people', async () => {
  const draft = draftOf(NAME);
  const listed = { list: 'people', row: '1', starts: 'take' } as const;
  const rows = draft.rows.map((row) => ({ ...row, listed }));
  const { reads } = await reviewing({ ...draft, rows });
  expect(screen.queryByText('Add one value')).toBeNull();
  await reads(draftOf(NAME));
  await screen.findByText(/^Add something else/);
  expect(screen.queryByText('Add one value')).toBeNull();
});

it('leads from the empty panel to the workspace in words, and not from the workspace', async () => {
  let opened = 0;
  const openWorkspace = () => {
    opened += 1;
  };
  await showShell({ surface: 'panel', start: { name: 'review' }, openWorkspace });
  const main = within(screen.getByRole('main'));
  fireEvent.click(await main.findByRole('button', { name: 'Open the workspace' }));
  expect(opened).toBe(1);
  cleanup();
  await showShell({ surface: 'workspace', start: { name: 'review' }, openWorkspace });
  await screen.findByRole('button', { name: 'Paste text' });
  expect(screen.queryByRole('button', { name: 'Open the workspace' })).toBeNull();
});
