import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askPressed, FRESH_MS } from './ask-pressed.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const isRefused = (answer: string): boolean => answer === 'refused';

it('asks again while the press is fresh, until it is let in', async () => {
  const ask = vi.fn(async () => (ask.mock.calls.length < 3 ? 'refused' : 'read'));
  const answer = askPressed(Date.now(), ask, isRefused);
  await vi.runAllTimersAsync();
  expect(await answer).toBe('read');
  expect(ask).toHaveBeenCalledTimes(3);
});

it('takes a refusal for an answer once the press is old', async () => {
  const ask = vi.fn(async () => 'refused');
  const answer = askPressed(Date.now(), ask, isRefused);
  await vi.runAllTimersAsync();
  expect(await answer).toBe('refused');

  ask.mockClear();
  expect(await askPressed(Date.now() - FRESH_MS - 1, ask, isRefused)).toBe('refused');
  expect(ask).toHaveBeenCalledOnce();
});
