// @vitest-environment happy-dom
/** While it is not said whose page was read, nothing of the open draft is decided or saved. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { textCapture } from '../../../testing/text-capture.js';

afterEach(cleanup);

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
async function pastes(text: string, from: string) {
  await press('Paste text');
  fireEvent.input(await screen.findByLabelText('Text'), { target: { value: text } });
  fireEvent.input(screen.getByLabelText('Where is it from?'), { target: { value: from } });
  await press('Read this text');
}
const presses = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const ofPerson = (name: string, born: string) => `Full name: ${name}\nDate of birth: ${born}`;

it('saves nothing and decides nothing by a key until the question is answered', async () => {
  const { services } = await showShell({
    capture: textCapture(),
    surface: 'panel',
    start: { name: 'review' },
  });
  await pastes(ofPerson('Cordelia Ashgrove', '5 May 2010'), 'Email');
  await screen.findByText(/^New subject: Cordelia Ashgrove/);
  await pastes(ofPerson('Tobias Wren', '2 September 2011'), 'Second email');
  await screen.findByRole('heading', { name: 'Another page was read' });
  expect(screen.queryByRole('button', { name: /^Save as referral/ })).toBe(null);
  presses('Enter', { ctrlKey: true });
  document.querySelector<HTMLElement>('[data-row]')?.focus();
  presses('l');
  expect(document.querySelector('.cp-draft-row--leave')).toBe(null);

  await press('Continue with the open draft');
  presses('Enter', { ctrlKey: true });
  await screen.findByText(/^Saved as a referral/);
  await waitFor(async () =>
    expect((await services.store.query('subject')).map(({ value }) => value.name)).toEqual([
      'Cordelia Ashgrove',
    ]),
  );
});
