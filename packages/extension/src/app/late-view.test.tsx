// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { lateView } from './late-view.js';

afterEach(cleanup);

it('shows the view once it is there, and at once the next time', async () => {
  const load = vi.fn(async () => ({ name }: { name: string }) => <p>Hello {name}</p>);
  const Greeting = lateView(load);
  render(<Greeting name="Kit" />);
  expect(await screen.findByText('Hello Kit')).toBeTruthy();
  cleanup();
  render(<Greeting name="Ash" />);
  expect(screen.getByText('Hello Ash')).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});

it('says what to do when its file is gone', async () => {
  const Lost = lateView(() => Promise.reject(new TypeError('Failed to fetch')));
  render(<Lost />);
  expect(await screen.findByText(/Close this page and open it again/)).toBeTruthy();
});
