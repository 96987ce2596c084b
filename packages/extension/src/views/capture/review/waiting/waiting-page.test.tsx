// @vitest-environment happy-dom
/** While it is not said whose page was read, nothing of the open draft is decided or saved. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../../../testing/show-shell.js';
import { textCapture } from '../../../../testing/text-capture.js';

afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const press = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }, LOADS));
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

describe('text entered from another screen while a draft is open', () => {
  const writes = async (label: string, value: string) =>
    fireEvent.input(await screen.findByLabelText(label, {}, LOADS), { target: { value } });
  const enters = {
    async paste() {
      await writes('Text', ofPerson('Tobias Wren', '2 September 2011'));
      await writes('Where is it from?', 'Second email');
      await press('Read this text');
    },
    async told() {
      await writes('Where is it from?', 'Telephone call');
      await writes('Who told you?', 'Ottilie Brandt');
      await writes('Day', '24');
      await writes('Month', '11');
      await writes('Year', '2020');
      await writes('Time', '09:15');
      await writes('Name', 'Tobias Wren');
      await press('Review this');
    },
  };

  async function entered(entering: keyof typeof enters) {
    const shown = await showShell({ capture: textCapture(), start: { name: 'review' } });
    await pastes(ofPerson('Cordelia Ashgrove', '5 May 2010'), 'Email');
    await screen.findByText(/^New subject: Cordelia Ashgrove/);
    await waitFor(async () => expect(await shown.services.work.load('draft')).toBeTruthy(), LOADS);
    shown.app.router.go({ name: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    shown.app.router.go({ name: 'review', entering });
    await enters[entering]();
    return shown;
  }

  it.each(['paste', 'told'] as const)(
    'is asked about first, and then is what is in view: %s',
    async (entering) => {
      const { app, services } = await entered(entering);
      const question = await screen.findByText('Another page was read', {}, LOADS);
      await waitFor(() => expect(document.activeElement).toBe(question));
      expect(screen.queryByRole('button', { name: /^Save as referral/ })).toBe(null);
      presses('Enter', { ctrlKey: true });
      await press('Start a new draft with this page');
      await screen.findByText(/^New subject: Tobias Wren/, {}, LOADS);
      await waitFor(() => expect(app.router.route.value).toEqual({ name: 'review' }));
      await press('Save as referral');
      await screen.findByText(/^Saved as a referral/);
      const subjects = await services.store.query('subject');
      expect(subjects.map(({ value }) => value.name)).toEqual(['Tobias Wren']);
    },
  );
});
