// @vitest-environment happy-dom
/** The conditions on a reading: offered by the page, given by the officer, kept with the capture. */
import { cleanup, fireEvent, screen } from '@testing-library/preact';
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

it('keeps what is given with the capture, whole or not at all', async () => {
  const { store } = await reviewing(GRADED);
  await screen.findByText(OFFER);
  fireEvent.click(screen.getByText('Use what the page shows', { selector: 'button' }));
  save();
  const missing = 'Enter handling instructions: handling code C needs them';
  fireEvent.click(await screen.findByText(missing, { selector: 'button' }));
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
