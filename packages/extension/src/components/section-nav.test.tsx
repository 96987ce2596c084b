// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { render as renderPlain } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { SectionNav } from './section-nav.js';

afterEach(cleanup);

const current = signal<'here' | 'there' | 'seldom'>('here');

function Nav() {
  return (
    <SectionNav
      label="Screens"
      items={[
        { id: 'here', label: 'Here', count: 2 },
        { id: 'there', label: 'There' },
      ]}
      more={{ label: 'More', items: [{ id: 'seldom', label: 'Seldom' }] }}
      current={current.value}
      onGo={(id) => {
        current.value = id;
      }}
    />
  );
}

function shown(at: 'here' | 'there' | 'seldom') {
  current.value = at;
  render(<Nav />);
  return screen.getByRole('button', { name: /^More/ });
}
const isShown = (name: string) => screen.queryByRole('button', { name }) !== null;

it('keeps what is asked for less often behind a button, and shows it at a press', async () => {
  const more = shown('here');
  expect(isShown('Seldom')).toBe(false);
  fireEvent.click(more);
  await waitFor(() => expect(isShown('Seldom')).toBe(true));
  expect(more.getAttribute('aria-expanded')).toBe('true');
});

it('closes the row behind whoever chose from it, and names the choice in its place', async () => {
  const more = shown('here');
  fireEvent.click(more);
  fireEvent.click(await screen.findByRole('button', { name: 'Seldom' }));
  await waitFor(() => expect(more.textContent).toBe('More: Seldom'));
  expect(isShown('Seldom')).toBe(false);
  expect(more.getAttribute('aria-current')).toBe('true');
  fireEvent.click(screen.getByRole('button', { name: 'There' }));
  await waitFor(() => expect(more.textContent).toBe('More'));
});

it('closes the row behind a second press on the one shown', async () => {
  const more = shown('seldom');
  fireEvent.click(more);
  const seldom = await screen.findByRole('button', { name: 'Seldom' });
  expect(seldom.getAttribute('aria-current')).toBe('page');
  fireEvent.click(seldom);
  await waitFor(() => expect(isShown('Seldom')).toBe(false));
});

it('shows no button that is about to go: the row closes before the screen is painted', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  // The test library’s render runs every effect at once.
  const paints = (at: 'here' | 'there') => {
    current.value = at;
    renderPlain(<Nav />, place);
  };
  paints('here');
  const row = place.querySelector<HTMLElement>('.cp-section-nav__list--more');
  place.querySelector<HTMLElement>('[aria-expanded]')?.click();
  await vi.waitFor(() => expect(row?.hidden).toBe(false));
  paints('there');
  await Promise.resolve();
  expect(row?.hidden).toBe(true);
  place.remove();
});

it('closes at Escape and gives the focus back to the button', async () => {
  const more = shown('here');
  fireEvent.click(more);
  const seldom = await screen.findByRole('button', { name: 'Seldom' });
  seldom.focus();
  fireEvent.keyDown(seldom, { key: 'Escape' });
  await waitFor(() => expect(isShown('Seldom')).toBe(false));
  expect(document.activeElement).toBe(more);
});
