/**
 * An officer's hand: real presses with the pointer and real keys, each counted. Nothing is pressed that could not be
 * seen, and what has to be scrolled to is counted too.
 */
import type { ElementHandle, JSHandle, KeyInput, Page } from 'puppeteer-core';
import { PATIENCE_MS } from '../../packages/extension/e2e/officer.ts';
import { foundInPage } from '../../packages/extension/e2e/page-wait.ts';
import { strikesKeys } from '../../packages/extension/e2e/struck-keys.ts';
import type { Counts } from './counts.ts';
import {
  boxOf,
  choiceOf,
  controlOf,
  drawn,
  endShown,
  headingShown,
  inRowOf,
  inSightOf,
  pressableOf,
  reach,
  saysWords,
} from './in-page.ts';

export interface Hand {
  readonly page: Page;
  /** Presses what has these words, or begins with them: a button, a row, a choice. */
  press(words: string): Promise<void>;
  /** Presses in the row of somebody: the button with these words, or the one that names them. */
  pressRow(person: string, words?: string): Promise<void>;
  /** Chooses in the group with that legend: a radio or a box to tick. */
  pick(legend: string, choice: string): Promise<void>;
  /** Chooses the first choice of the group with that legend. */
  pickFirst(legend: string): Promise<void>;
  /** Chooses in the drop-down list with that label, by the beginning of the choice; its last one if none is given. */
  select(label: string, choice?: string): Promise<void>;
  /** Clicks into the box and types. The click into a box is part of typing. */
  type(label: string, text: string): Promise<void>;
  /** Types into the box with that id, where several have the same label. */
  typeAt(id: string, text: string): Promise<void>;
  /** One key, or several together: `Control+Enter`. A paste pastes, as a person's would. */
  strike(keys: string): Promise<void>;
  /** Fails unless these words are in the window, without scrolling. */
  inSight(words: string): Promise<void>;
  /** Waits for words on the page. */
  see(words: string): Promise<void>;
  /** True if these words are on the page now. */
  says(words: string): Promise<boolean>;
  counts(): Counts;
}

export function handOn(page: Page): Hand {
  const counted = { clicks: 0, boxes: 0, keys: 0, scrolledPx: 0 };
  const headings: string[] = [];
  let windowPx = 1;
  const notesHeading = async (): Promise<void> => {
    const heading = await page.evaluate(headingShown).catch(() => '');
    if (heading !== '' && heading !== headings.at(-1)) headings.push(heading);
  };
  const find = async (
    look: (words: string) => HTMLElement | null,
    words: string,
  ): Promise<ElementHandle<HTMLElement>> => {
    const found = await foundInPage(page, look, words, PATIENCE_MS);
    if (!found) throw new Error(`Nothing says “${words}” on “${headings.at(-1) ?? ''}”`);
    return found as JSHandle<HTMLElement> as ElementHandle<HTMLElement>;
  };
  const click = async (element: ElementHandle<HTMLElement>): Promise<void> => {
    const reached = await element.evaluate(reach);
    counted.scrolledPx += reached.scrolledPx;
    windowPx = reached.windowPx;
    await notesHeading();
    await page.mouse.click(reached.x, reached.y);
  };
  const press = async (element: ElementHandle<HTMLElement>): Promise<void> => {
    await click(element);
    counted.clicks += 1;
    await notesHeading();
  };
  const type = async (box: ElementHandle<HTMLElement>, text: string): Promise<void> => {
    await click(box);
    await box.evaluate((element) => (element as HTMLInputElement).select());
    await strikesKeys(page, text);
    counted.boxes += 1;
  };
  return {
    page,
    press: async (words) => press(await find(pressableOf, words)),
    pressRow: async (person, words) =>
      press(await find(inRowOf, words === undefined ? person : `${person} | ${words}`)),
    pickFirst: async (legend) => press(await find(choiceOf, `${legend} | `)),
    pick: async (legend, choice) => press(await find(choiceOf, `${legend} | ${choice}`)),
    async select(label, choice) {
      const list = (await find(controlOf, label)) as ElementHandle<HTMLSelectElement>;
      const value = await foundChoice(list, choice);
      if (value === undefined) throw new Error(`“${label}” has no “${choice ?? 'choice'}”`);
      counted.scrolledPx += (await list.evaluate(reach)).scrolledPx;
      await list.select(value);
      counted.clicks += 1;
    },
    type: async (label, text) => type(await find(controlOf, label), text),
    typeAt: async (id, text) => type(await find(boxOf, id), text),
    async strike(keys) {
      // No person is as fast as this code: a screen that was just drawn does not hear its keys yet.
      await page.evaluate(drawn);
      const all = keys.split('+') as KeyInput[];
      const commands = keys === 'Control+v' ? { commands: ['Paste'] } : {};
      for (const key of all) await page.keyboard.down(key, commands);
      for (const key of all.toReversed()) await page.keyboard.up(key);
      counted.keys += 1;
      await notesHeading();
    },
    inSight: async (words) => void (await find(inSightOf, words)),
    async see(words) {
      const found = await foundInPage(page, saysWords, words, PATIENCE_MS);
      if (!found) throw new Error(`“${words}” did not appear. ${await page.evaluate(endShown)}`);
      await notesHeading();
    },
    says: (words) => page.evaluate(saysWords, words),
    counts: () => ({
      clicks: counted.clicks,
      boxes: counted.boxes,
      keys: counted.keys,
      scrolled: Math.round((counted.scrolledPx / windowPx) * 10) / 10,
      screens: headings.length,
    }),
  };
}

/** Value of the choice that begins so; the options may still be loading. */
async function foundChoice(
  list: ElementHandle<HTMLSelectElement>,
  choice: string | undefined,
): Promise<string | undefined> {
  for (let end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
    const value = await list.evaluate(
      (element, words) =>
        (words === undefined
          ? [...element.options].at(-1)
          : [...element.options].find(({ text }) => text.startsWith(words))
        )?.value,
      choice,
    );
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}
