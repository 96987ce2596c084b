// @vitest-environment happy-dom
/** The conditions on a reading: offered by the page, given by the officer, kept with the capture. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { reviewing } from '../../../../testing/review-under-test.js';

afterEach(cleanup);

const GRADED = draftOf(
  { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] },
  { label: 'Package reference', value: 'NP/26/0042' },
  { label: 'Handling code', value: 'C A1 S2' },
);
const save = () => fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
const isBefore = (one: Element, other: Element | undefined): boolean =>
  other !== undefined &&
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
const OFFER = /^The page shows: reference NP\/26\/0042, handling C A1 S2/;

it('offers what the page shows, and takes nothing of it by itself', async () => {
  const { store } = await reviewing(GRADED);
  expect(await screen.findByText(OFFER)).toBeTruthy();
  save();
  await screen.findByText(/^Saved as a referral/);
  const [capture] = await store.query('sourceCapture');
  expect(capture?.value).not.toHaveProperty('handling');
  expect(capture?.value).not.toHaveProperty('packageReference');
});

it('stands above the values and by the save, before and after it is used, and in the success', async () => {
  await reviewing(GRADED);
  const offer = await screen.findByText(OFFER);
  const [value] = document.querySelectorAll('[data-row]');
  expect(isBefore(offer, value)).toBe(true);
  fireEvent.click(
    await screen.findByText('The page shows conditions that you have not used', {
      selector: '.cp-foot-bar button',
    }),
  );
  const line = screen.getByRole('form', { name: 'Conditions on this page' });
  expect(line.contains(document.activeElement)).toBe(true);
  fireEvent.click(within(line).getByText('Use what the page shows'));
  await waitFor(() =>
    expect(line.textContent).toContain(
      'Conditions apply: package NP/26/0042, handling C A1 S2. Change the conditions',
    ),
  );
  expect(line.contains(document.activeElement)).toBe(true);
  expect(isBefore(line, value)).toBe(true);
  const foot = document.querySelector('.cp-foot-bar');
  expect(foot?.textContent).toContain(
    'Saves these conditions: package NP/26/0042, handling C A1 S2',
  );
  expect(foot?.textContent).not.toContain('not used');
  // Says what is missing before the save does, and leads to its control though the section is folded.
  fireEvent.click(within(line).getByText(/^Enter handling instructions/));
  const box = screen.getByLabelText('Handling instructions');
  expect(document.activeElement).toBe(box);
  expect(box.closest('details')?.open).toBe(true);
  fireEvent.input(box, { target: { value: 'Ask DS Quill first.' } });
  await waitFor(() => expect(line.textContent).toContain('S2: Ask DS Quill first.'));
  save();
  await screen.findByText(
    /^Conditions were saved with it: package NP\/26\/0042, handling C A1 S2: Ask DS Quill first\./,
  );
});

it('says nothing of conditions where there are none', async () => {
  await reviewing(draftOf({ label: 'Full name', value: 'Ada Vael', owner: ['Subject'] }));
  await screen.findByText('Conditions on what you read');
  expect(screen.queryByRole('form', { name: 'Conditions on this page' })).toBeNull();
  expect(document.querySelector('.cp-foot-bar')?.textContent).not.toMatch(/condition/i);
  save();
  const success = await screen.findByRole('alert', { name: 'Success' });
  expect(success.textContent).not.toMatch(/condition/i);
});

it('keeps what is given with the capture, whole or not at all', async () => {
  const { store } = await reviewing(GRADED);
  await screen.findByText(OFFER);
  fireEvent.click(screen.getByText('Use what the page shows', { selector: 'button' }));
  save();
  const missing = 'Enter handling instructions: handling code C needs them';
  fireEvent.click(await screen.findByText(missing, { selector: '.govuk-error-summary button' }));
  const box = screen.getByLabelText('Handling instructions');
  expect(document.activeElement).toBe(box);
  fireEvent.input(box, { target: { value: 'Ask DS Quill first.' } });
  save();
  await screen.findByText(/^Saved as a referral/);
  const [capture] = await store.query('sourceCapture');
  expect(capture?.value).toMatchObject({
    packageReference: 'NP/26/0042',
    handling: {
      handlingCode: 'C',
      handlingAction: 'A1',
      handlingSanitisation: 'S2',
      handlingInstructions: 'Ask DS Quill first.',
    },
  });
});
