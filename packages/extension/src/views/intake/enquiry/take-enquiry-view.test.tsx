// @vitest-environment happy-dom
/** An enquiry about somebody in danger: the concern is what the screen leads to, and the enquiry can wait. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./take-enquiry-view.js')]), 60_000);
afterEach(cleanup);

const isMain = (button: HTMLElement): boolean =>
  button.classList.contains('govuk-button') &&
  !button.classList.contains('govuk-button--secondary');

it('leads to the concern and not to the save once somebody may be in danger', async () => {
  const { app } = await showShell({ start: { name: 'take-enquiry' } });
  const save = () => screen.getByRole('button', { name: 'Save the enquiry' });
  await screen.findByRole('heading', { level: 1, name: 'Take an enquiry' });
  expect(isMain(save())).toBe(true);
  const risk = await screen.findByLabelText(/^Immediate danger/);
  fireEvent.click(risk);
  const alert = await screen.findByRole('alert');
  const raise = within(alert).getByRole('button', { name: 'Raise a safeguarding concern' });
  expect(isMain(raise)).toBe(true);
  expect(isMain(save())).toBe(false);
  fireEvent.click(raise);
  expect(app.router.route.value.name).toBe('safeguarding');
});
