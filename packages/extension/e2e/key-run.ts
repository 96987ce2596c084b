/** A run of keys, sent one after another without waiting for the page: real keys, in order. */
import type { KeyInput, Page } from 'puppeteer-core';

export async function sendsKeys(page: Page, keys: readonly KeyInput[]): Promise<void> {
  // Each call has sent its key before the next begins; only the answers are awaited together.
  await Promise.all(keys.flatMap((key) => [page.keyboard.down(key), page.keyboard.up(key)]));
}

/** Characters at the end of a text that are typed key by key. */
const BY_KEY = 3;

/** Puts a text into the box with the focus: most of it at once, as pasting would, and its end by real keys. */
export async function sendsText(page: Page, text: string): Promise<void> {
  await Promise.all([
    page.keyboard.sendCharacter(text.slice(0, -BY_KEY)),
    sendsKeys(page, [...text.slice(-BY_KEY)] as KeyInput[]),
  ]);
}
