// @vitest-environment happy-dom
/** A text that names nobody: the name is entered once, and the save needs nothing else. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../../testing/show-shell.js';
import { textCapture } from '../../../../testing/text-capture.js';
import { controlAt } from '../control-at.js';

afterEach(cleanup);

const TEXT = 'Date of birth: 14 March 2013\nSchool: Testford Academy';

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const nameBox = () => screen.queryByLabelText<HTMLInputElement>('Name of the person');

async function pastes(text: string) {
  const shown = await showShell({
    capture: textCapture(),
    surface: 'panel',
    start: { name: 'review' },
  });
  await press('Paste text');
  fireEvent.input(await screen.findByLabelText('Text'), { target: { value: text } });
  fireEvent.input(screen.getByLabelText('Where is it from?'), { target: { value: 'Email' } });
  await press('Read this text');
  await screen.findByText('Review what was read');
  return shown;
}

it('asks for the name, where the error leads, and adds it to the draft without another question', async () => {
  const { services } = await pastes(TEXT);
  await screen.findByLabelText('Name of the person');
  await press('Save as referral');
  await press('Enter the subject’s name, or take it from the page');
  expect(document.activeElement).toBe(nameBox());

  await press('Add the name');
  expect(await screen.findByText('Enter the name')).toBeTruthy();
  fireEvent.input(nameBox() as HTMLInputElement, { target: { value: '  Tobias Wren ' } });
  await press('Add the name');
  await waitFor(() => expect(nameBox()).toBe(null));
  expect(screen.queryByText(/same person/)).toBe(null);
  expect(document.querySelector('.cp-origin')?.textContent).toBe('From Email');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Tobias Wren'));
  expect(await screen.findByText(/^New subject: Tobias Wren/)).toBeTruthy();

  await press('Save as referral');
  await screen.findByText(/^Saved as a referral/);
  const [subject] = await services.store.query('subject');
  expect(subject?.value).toMatchObject({ name: 'Tobias Wren', bornOn: '2013-03-14' });
  const sources = (await services.store.query('sourceCapture')).map(({ value }) => [
    value.way,
    value.system,
  ]);
  expect(sources.sort()).toEqual([
    ['paste', 'Email'],
    ['typed', 'Typed from: Email'],
  ]);
});

it('is not asked where a name was read, and the error leads to its row', async () => {
  await pastes(`Name: Tobias Wren\n${TEXT}`);
  expect(await screen.findByText('Tobias Wren')).toBeTruthy();
  expect(nameBox()).toBe(null);
  expect(controlAt('subject.name', 'name-missing', { id: 'its-row' })).toBe('row-its-row');
});

it('says before the press that a name is needed, leads to its box, and is still once one is typed', async () => {
  await pastes(TEXT);
  const bar = () => document.querySelector('.cp-foot-bar')?.textContent ?? '';
  await waitFor(() => expect(bar()).toContain('Before you save: enter the name'));
  await press('enter the name');
  expect(document.activeElement).toBe(nameBox());
  fireEvent.input(nameBox() as HTMLInputElement, { target: { value: 'Tobias Wren' } });
  await waitFor(() => expect(bar()).not.toContain('Before you save'));
});
