// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

it('makes a draft of a telephone call, which says who told it and when', async () => {
  const { services } = await showShell({ surface: 'panel', start: { name: 'review' } });
  fireEvent.click(await screen.findByText('Type what you were told', { selector: 'button' }));
  const heading = await screen.findByRole('heading', { name: 'Type what you were told' });
  expect(document.activeElement).toBe(heading);

  fireEvent.click(screen.getByText('Review this'));
  for (const missing of [
    'Enter where it is from',
    'Enter who told you',
    'Enter when they told you: a real date and time, not in the future',
    'Enter at least one thing that you were told',
  ])
    expect(await screen.findByText(missing, { selector: 'button' })).toBeTruthy();
  // Any one of them is enough: the error is on the group, and no single box is marked as needed.
  expect(screen.getByRole('group', { name: 'What were you told?' }).textContent).toMatch(
    /^What were you told\?Error: Enter at least one thing/,
  );
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBeNull();
  for (const box of ['Day', 'Month', 'Year', 'Time'])
    expect(screen.getByLabelText(box).className).toContain('govuk-input--error');

  await type('Where is it from?', 'Telephone call');
  await type('Who told you?', 'Ottilie Brandt');
  await type('Day', '24');
  await type('Month', '11');
  await type('Year', '2020');
  await type('Time', '09:15');
  await type('Name', 'Rowan Vael');
  await type('Date of birth', '14 March 2010');
  fireEvent.click(screen.getByText('Review this'));

  expect(await screen.findByText('Review what was read')).toBeTruthy();
  // No screen was involved that an adapter could recognise.
  expect(document.querySelector('.cp-origin')?.textContent).toBe('From Telephone call');
  expect(await screen.findByText('14 March 2010')).toBeTruthy();
  fireEvent.click(await screen.findByText('Save as referral', { selector: 'button' }));
  await screen.findByText(/^Saved as a referral/);
  await waitFor(async () =>
    expect((await services.store.query('sourceCapture')).map(({ value }) => value)).toMatchObject([
      {
        way: 'typed',
        system: 'Telephone call',
        toldBy: 'Ottilie Brandt',
        toldAt: expect.stringMatching(/^2020-11-24T/),
      },
    ]),
  );
  const [subject] = await services.store.query('subject');
  expect(subject?.value).toMatchObject({ name: 'Rowan Vael', bornOn: '2010-03-14' });
});
