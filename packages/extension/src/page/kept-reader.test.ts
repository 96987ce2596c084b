import { afterEach, expect, it } from 'vitest';
import { keptReader } from './kept-reader.js';

afterEach(() => {
  globalThis.__cpReader = undefined;
});

it('reads again with the reader that was there first, until the extension is another', async () => {
  const reader = (name: string) => async () => name;
  expect(await keptReader('1.0.0', reader('first'))()).toBe('first');
  expect(await keptReader('1.0.0', reader('second'))()).toBe('first');
  expect(await keptReader('1.0.1', reader('updated'))()).toBe('updated');
  expect(await keptReader('1.0.1', reader('again'))()).toBe('updated');
});
