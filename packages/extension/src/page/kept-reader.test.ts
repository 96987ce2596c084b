import { afterEach, expect, it } from 'vitest';
import { askReader, keptReader, NO_READER } from './kept-reader.js';

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

it('is asked without a script of its own where it is there, and of that version', async () => {
  expect(askReader('1.0.0')).toBe(NO_READER);
  keptReader('1.0.0', async () => 'read');
  expect(await askReader('1.0.0')).toBe('read');
  expect(askReader('1.0.1')).toBe(NO_READER);
  // A page is sent only the text of the function.
  const alone = new Function(`return (${askReader})('1.0.0')`) as () => Promise<string>;
  expect(await alone()).toBe('read');
});
