import { expect, it } from 'vitest';
import { CLEAR_AFTER_MS, makeClip } from './clip.js';

/** A browser's clipboard: may or may not be readable, and refuses a page without the focus. */
function clipboard({ isReadable = true } = {}) {
  const board = { text: 'of before', hasFocus: true, refuses: false };
  const focus = new Set<() => void>();
  const timers = new Set<{ readonly ms: number; readonly act: () => void }>();
  const clip = makeClip({
    async write(text) {
      if (!board.hasFocus || board.refuses) throw new DOMException('Not allowed');
      board.text = text;
    },
    read: async () => (isReadable ? board.text : undefined),
    hasFocus: () => board.hasFocus,
    onFocus(listener) {
      focus.add(listener);
      return () => focus.delete(listener);
    },
    later(ms, act) {
      const timer = { ms, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const settle = async () => {
    for (let i = 0; i < 5; i += 1) await Promise.resolve();
  };
  return {
    board,
    clip,
    timers,
    async minute() {
      for (const timer of [...timers]) timer.act();
      await settle();
    },
    async comesBack() {
      board.hasFocus = true;
      for (const listener of [...focus]) listener();
      await settle();
    },
  };
}

it('is emptied a minute after the last copy', async () => {
  const { board, clip, timers, minute } = clipboard();
  await clip.copy('Home');
  await clip.copy('45');
  expect([...timers].map(({ ms }) => ms)).toEqual([CLEAR_AFTER_MS]);
  await minute();
  expect(board.text).toBe('');
  expect(clip.state.value).toBe('cleared');
});

it('is left alone where it holds something else by then', async () => {
  const { board, clip, minute } = clipboard();
  await clip.copy('Home');
  board.text = 'of the officer';
  await minute();
  expect(board.text).toBe('of the officer');
  expect(clip.state.value).toBe('others');
});

it('is emptied unseen where it may not be looked at, and says so', async () => {
  const { board, clip, minute } = clipboard({ isReadable: false });
  await clip.copy('Home');
  await minute();
  expect(board.text).toBe('');
  expect(clip.state.value).toBe('overwritten');
});

it('waits until the page has the focus again', async () => {
  const { board, clip, minute, comesBack } = clipboard();
  await clip.copy('Home');
  board.hasFocus = false;
  await minute();
  expect(board.text).toBe('Home');
  await comesBack();
  expect(board.text).toBe('');
});

it('says that it refused a copy, and that it could not be emptied', async () => {
  const { board, clip, minute } = clipboard();
  board.refuses = true;
  expect(await clip.copy('Home')).toBe(false);
  expect(board.text).toBe('of before');
  board.refuses = false;
  await clip.copy('Home');
  board.refuses = true;
  await minute();
  expect(clip.state.value).toBe('not-cleared');
});

it('is not touched when nothing of ours was put on it, nor twice', async () => {
  const { board, clip } = clipboard();
  await clip.clear();
  expect(board.text).toBe('of before');
  await clip.copy('Home');
  await clip.clear();
  board.text = 'later';
  await clip.clear();
  expect(board.text).toBe('later');
});
