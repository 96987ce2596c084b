// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { type JSX, render as renderPlainly } from 'preact';
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

it('shows the view in a second place that looked before it was there and asks after', async () => {
  let isHere: (view: () => JSX.Element) => void = () => undefined;
  const Greeting = lateView(
    () =>
      new Promise<() => JSX.Element>((resolve) => {
        isHere = resolve;
      }),
  );
  render(<Greeting />);
  // Rendered without `act`, as on a page: its effects wait for a frame, and the file arrives before that.
  const place = document.body.appendChild(document.createElement('div'));
  renderPlainly(<Greeting />, place);
  isHere(() => <p>Hello</p>);
  await vi.waitFor(() => expect(screen.getAllByText('Hello')).toHaveLength(2));
  renderPlainly(null, place);
  place.remove();
});

it('shows a view that was fetched before at once, though its file is gone since', async () => {
  const load = vi.fn(async () => () => <p>Hello</p>);
  const Greeting = lateView(load);
  await Greeting.fetch();
  load.mockRejectedValue(new TypeError('Failed to fetch'));
  render(<Greeting />);
  expect(screen.getByText('Hello')).toBeTruthy();
});

it('says what to do when its file is gone', async () => {
  const Lost = lateView(() => Promise.reject(new TypeError('Failed to fetch')));
  render(<Lost />);
  expect(await screen.findByText(/Close this page and open it again/)).toBeTruthy();
});
