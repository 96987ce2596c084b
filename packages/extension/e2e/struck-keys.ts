/** Key presses without labels or waits: a text in its order, and one key. */
import type { KeyInput, Page } from 'puppeteer-core';

/** Characters with their own key; others are sent as an input method would. */
const ON_KEYBOARD = /^[ -~]$/;

/** Types in the order of the text: each key goes down and up before the next, without waiting for the page. */
export async function strikesKeys({ keyboard }: Page, text: string): Promise<void> {
  await Promise.all(
    [...text].flatMap((character) =>
      ON_KEYBOARD.test(character)
        ? [keyboard.down(character as KeyInput), keyboard.up(character as KeyInput)]
        : [keyboard.sendCharacter(character)],
    ),
  );
}

/** One key, down and up. */
export async function taps({ keyboard }: Page, key: KeyInput): Promise<void> {
  await Promise.all([keyboard.down(key), keyboard.up(key)]);
}
