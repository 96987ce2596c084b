/** A run of keys, sent one behind the other without waiting for the page after each: real keys, in their order. */
import type { KeyInput, Page } from 'puppeteer-core';

export async function sendsKeys(page: Page, keys: readonly KeyInput[]): Promise<void> {
  // Each call has sent its key before the next begins; only the answers are waited for together.
  await Promise.all(keys.flatMap((key) => [page.keyboard.down(key), page.keyboard.up(key)]));
}

/** Characters at the end of a text that are typed key by key. */
const BY_KEY = 3;

/** Puts a text into the box that has the focus: most of it at once, as pasting would, and its end by real keys. */
export async function sendsText(page: Page, text: string): Promise<void> {
  await Promise.all([
    page.keyboard.sendCharacter(text.slice(0, -BY_KEY)),
    sendsKeys(page, [...text.slice(-BY_KEY)] as KeyInput[]),
  ]);
}
