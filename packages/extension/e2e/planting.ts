/** Types unique words into the boxes of each screen, so that they can be searched for. */
import type { Page } from 'puppeteer-core';
import { sendsText } from './key-run.ts';

/** The start of every planted word. It is in no page, no file and no word list. */
export const PLANTED = 'Quorvexit';

/** The words planted during a walk. */
export interface Planter {
  /** Screens with a box for words. */
  readonly boxed: readonly string[];
  /** Screen and label of each box that a word was typed into. */
  readonly planted: readonly string[];
  /** A unique word for each box: letters alone, so that every box accepts it. */
  word(): string;
  /** Types into each box of the screen. @returns the words */
  plant(page: Page, screen: string): Promise<readonly string[]>;
}

export function newPlanter(): Planter {
  const boxed: string[] = [];
  const planted: string[] = [];
  let count = 0;
  const letter = (index: number): string => String.fromCharCode(97 + (index % 26));
  const word = (): string => {
    const at = count++;
    return PLANTED + letter(Math.floor(at / 676)) + letter(Math.floor(at / 26)) + letter(at);
  };
  return {
    boxed,
    planted,
    word,
    async plant(page, screen) {
      if (await takesWords(page)) boxed.push(screen);
      const words: string[] = [];
      const labels = await plants(page, () => {
        words.push(word());
        return words.at(-1) ?? '';
      });
      planted.push(...labels.map((label) => `${screen}: ${label}`));
      return words;
    },
  };
}

/**
 * The text for a box that does not accept any word, by the start of its label: the word in the required form, or a
 * valid text that cannot contain the word. Any other box gets the bare word.
 */
const SHAPED: readonly (readonly [RegExp, (word: string) => string])[] = [
  [/^Email/, (word) => `${word}@example.org`],
  [/^(Telephone|Mobile)/, () => '07700 900417'],
  [/^Postcode/, () => 'ZZ1 1ZZ'],
  // Pasted text is read: a word without a label would get no row.
  [/^Text$/, (word) => `Name: ${word}`],
];

/** Types a word into each box that is shown and takes text. @returns labels of those that now hold it */
export async function plants(page: Page, word: () => string): Promise<readonly string[]> {
  const boxes = await page.$$(
    'main input[type=text]:not([inputmode=numeric]), main input[type=password], main textarea',
  );
  const labels: string[] = [];
  for (const box of boxes) {
    const label = await box.evaluate((element) =>
      element.checkVisibility() ? (element.labels?.[0]?.textContent ?? '').trim() : 'Time',
    );
    // A time of day takes digits; a word there would prevent the save.
    if (/^Time( \(optional\))?$/.test(label)) continue;
    const shaped = SHAPED.find(([begins]) => begins.test(label))?.[1];
    const holdsWord = shaped === undefined || shaped('word').includes('word');
    const text = holdsWord ? (shaped ?? asIs)(word()) : shaped('');
    await box.focus();
    await box.evaluate((element) => element.select());
    await sendsText(page, text);
    if (holdsWord) labels.push(label);
  }
  return labels;
}

const asIs = (word: string): string => word;

/** Empties the box of a list, which stays as it was searched; a view that is saved after the screen keeps the word. */
export async function clearsSearch(page: Page, screen: string): Promise<void> {
  if (screen === 'list-nothing') return;
  for (const box of await page.$$('main .cp-list__terms input')) {
    await box.focus();
    await box.evaluate((element) => (element as HTMLInputElement).select());
    await page.keyboard.press('Backspace');
  }
}

/** True if words can be typed anywhere on the screen: checked without the list of boxes above. */
function takesWords(page: Page): Promise<boolean> {
  return page.$$eval('main input, main textarea, main [contenteditable]', (boxes) =>
    boxes.some((box) => {
      if (!box.checkVisibility()) return false;
      if (!(box instanceof HTMLInputElement)) return true;
      return ['text', 'search', 'password'].includes(box.type) && box.inputMode !== 'numeric';
    }),
  );
}
