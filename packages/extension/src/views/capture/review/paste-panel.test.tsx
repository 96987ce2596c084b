// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { textCapture } from '../../../testing/text-capture.js';

afterEach(cleanup);

const EMAIL = [
  'From: Mrs Lorna Hartwell <l.hartwell@fernbrook.example>',
  'Sent: 24 November 2026',
  'Subject: A pupil',
  '',
  'Full name: Rowan Vael',
  'Date of birth: 14 March 2010',
].join('\n');

/** The panel for text, over a reading that is the core's own. */
async function pasting() {
  const { services } = await showShell({
    capture: textCapture(),
    surface: 'panel',
    start: { name: 'review', entering: 'paste' },
  });
  const text = await screen.findByLabelText('Text');
  return { store: services.store, text };
}
const source = () => screen.getByLabelText<HTMLInputElement>('Where is it from?');
const pastes = (into: Element, value: string) => fireEvent.input(into, { target: { value } });
const presses = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

it('reads and files a pasted email by keys alone', async () => {
  const { store, text } = await pasting();
  expect(document.activeElement).toBe(text);
  pastes(text, EMAIL);
  await waitFor(() => expect(source().value).toBe('Email from l.hartwell@fernbrook.example'));
  presses('Enter', { ctrlKey: true });
  await screen.findByText('Save as referral', { selector: 'button' });
  presses('Enter', { ctrlKey: true });
  await screen.findByText(/^Saved as a referral/);
  const [capture] = await store.query('sourceCapture');
  expect(capture?.value.system).toBe('Email from l.hartwell@fernbrook.example');
});

it('leaves the officer’s own words about the source as they are', async () => {
  const { text } = await pasting();
  pastes(source(), 'Letter from the school');
  pastes(text, EMAIL);
  await waitFor(() => expect((text as HTMLTextAreaElement).value).toBe(EMAIL));
  expect(source().value).toBe('Letter from the school');
});

it('names no source of a text that names none', async () => {
  const { text } = await pasting();
  pastes(text, EMAIL);
  await waitFor(() => expect(source().value).not.toBe(''));
  pastes(text, 'Full name: Rowan Vael');
  await waitFor(() => expect(source().value).toBe(''));
  presses('Enter', { ctrlKey: true });
  await screen.findByText('Enter where the text is from', { selector: 'button' });
});
