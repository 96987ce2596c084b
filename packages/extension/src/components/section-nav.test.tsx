// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { render as renderPlain } from 'preact';
import { afterEach, expect, it } from 'vitest';
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
  return screen.getByRole('button', { name: 'More' });
}
const isShown = (name: string) => screen.queryByRole('button', { name }) !== null;

it('keeps what is asked for less often behind a button, and shows it at a press', async () => {
  const more = shown('here');
  expect(isShown('Seldom')).toBe(false);
  fireEvent.click(more);
  await waitFor(() => expect(isShown('Seldom')).toBe(true));
  expect(more.getAttribute('aria-expanded')).toBe('true');
});

it('leaves the row open while one is in it, and closes it behind one', async () => {
  const more = shown('here');
  fireEvent.click(more);
  fireEvent.click(await screen.findByRole('button', { name: 'Seldom' }));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Seldom' }).getAttribute('aria-current')).toBe(
      'page',
    ),
  );
  fireEvent.click(screen.getByRole('button', { name: 'There' }));
  await waitFor(() => expect(isShown('Seldom')).toBe(false));
});

it('shows no button that is about to go: the row closes before the screen is painted', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  // The test library’s render runs every effect at once.
  const paints = (at: 'here' | 'seldom') => {
    current.value = at;
    renderPlain(<Nav />, place);
  };
  paints('seldom');
  const row = place.querySelector<HTMLElement>('.cp-section-nav__list--more');
  expect(row?.hidden).toBe(false);
  paints('here');
  await Promise.resolve();
  expect(row?.hidden).toBe(true);
  place.remove();
});

it('says that one is in the row when it was closed', async () => {
  const more = shown('seldom');
  expect(isShown('Seldom')).toBe(true);
  fireEvent.click(more);
  await waitFor(() => expect(more.getAttribute('aria-current')).toBe('true'));
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
