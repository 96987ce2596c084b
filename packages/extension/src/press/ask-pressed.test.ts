import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failure } from '../page/snapshot-failure.js';
import { askPressed, FRESH_MS, isTooSoon } from './ask-pressed.js';

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

it('asks again after an empty answer that a slow machine gave late, and never after one that was waited for', async () => {
  const answersAfter = async (ms: number): Promise<number> => {
    const ask = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      return ask.mock.calls.length < 2 ? 'refused' : 'read';
    });
    const answer = askPressed(Date.now(), ask, isRefused);
    await vi.runAllTimersAsync();
    await answer;
    return ask.mock.calls.length;
  };
  expect(await answersAfter(FRESH_MS + 500)).toBe(2);
  expect(await answersAfter(10_000)).toBe(1);
});

it('asks again whom the browser keeps out and whoever answers nothing, and takes every other answer', () => {
  expect(isTooSoon(failure('grant-gone'))).toBe(true);
  expect(isTooSoon(failure('nothing'))).toBe(true);
  expect(isTooSoon(failure('cannot-read'))).toBe(false);
  expect(isTooSoon({ ok: true, pieces: [] })).toBe(false);
});
