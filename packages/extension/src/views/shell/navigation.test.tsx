// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

const WIDE = window.innerWidth;
const resizes = (width: number): void => {
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
};
afterEach(() => {
  cleanup();
  resizes(WIDE);
});

/** Places in sight, and those behind the button of the others. */
function places(): readonly (readonly string[])[] {
  const lists = within(screen.getByRole('navigation')).getAllByRole('list', { hidden: true });
  return lists.map((list) =>
    [...list.querySelectorAll('button:not([aria-expanded])')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

it('has four places in sight in a narrow workspace, and loses none', async () => {
  await showShell();
  const [first = [], more = []] = places();
  expect(first.length).toBeGreaterThan(4);
  act(() => resizes(360));
  const narrow = places();
  expect(narrow).toEqual([first.slice(0, 4), [...first.slice(4), ...more]]);
});

it('leads from the button of the others to a place that has no room', async () => {
  resizes(360);
  const { app } = await showShell();
  const navigation = within(screen.getByRole('navigation'));
  fireEvent.click(navigation.getByRole('button', { name: 'More' }));
  fireEvent.click(navigation.getByRole('button', { name: 'Settings' }));
  expect(app.router.route.value).toEqual({ name: 'settings' });
  await navigation.findByRole('button', { name: 'More: Settings' });
});
