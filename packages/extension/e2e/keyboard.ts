/**
 * Working through a draft with the keyboard alone: Tab to the list, arrows between values, a letter for each decision.
 */
import type { Page } from 'puppeteer-core';
import { until } from './officer.ts';
import { strikesKeys, taps } from './struck-keys.ts';

/** Number of Tab presses before the element counts as unreachable. */
const MOST_TABS = 200;

const KEYS = { take: 't', 'take-corrected': 'c', leave: 'l', mask: 'm' } as const;
export type DecisionKind = keyof typeof KEYS;

/** Decides on the value like an officer without a mouse. `corrected` is typed if the decision is to correct. */
export async function decides(
  panel: Page,
  row: string,
  kind: DecisionKind,
  corrected = '',
): Promise<void> {
  await walksTo(panel, row);
  await panel.keyboard.press(KEYS[kind]);
  if (kind === 'take-corrected') {
    await until(`the box to correct ${row} has the focus`, () =>
      panel.evaluate(() => document.activeElement instanceof HTMLInputElement),
    );
    await panel.keyboard.down('Control');
    await panel.keyboard.press('a');
    await panel.keyboard.up('Control');
    await strikesKeys(panel, corrected);
    await panel.keyboard.press('Enter');
  }
  await panel.waitForSelector(`[data-row="${row}"].cp-draft-row--${kind}`);
}

/**
 * Presses Tab until the button with these words has the focus, then Enter. Waits first until the button is visible, as
 * a person would.
 */
export async function tabsTo(page: Page, words: string): Promise<void> {
  await until(`“${words}” is on the page`, () =>
    page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('button, summary')].some((each) => {
          // The key that does the same is drawn on the button, and is no word of it.
          const key = each.querySelector('.cp-key')?.textContent ?? '';
          const said = (each.textContent ?? '').replace(/\s+/g, ' ').trim();
          return said === wanted || said === wanted + key;
        }),
      words,
    ),
  );
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    const isThere = await page.evaluate((wanted) => {
      const at = document.activeElement;
      const key = at?.querySelector('.cp-key')?.textContent ?? '';
      const said = (at?.textContent ?? '').replace(/\s+/g, ' ').trim();
      return said === wanted || (key !== '' && said === wanted + key);
    }, words);
    if (isThere) {
      await page.keyboard.press('Enter');
      return;
    }
    await taps(page, 'Tab');
  }
  throw new Error(`“${words}” cannot be reached with the Tab key`);
}

async function walksTo(panel: Page, row: string): Promise<void> {
  // The rows below the fold are painted after the others.
  await panel.waitForSelector(`[data-row="${row}"]`);
  for (let presses = 0; (await rowInFocus(panel)) === undefined; presses += 1) {
    if (presses > MOST_TABS)
      throw new Error('The list of values cannot be reached with the Tab key');
    await taps(panel, 'Tab');
  }
  const order = await panel.$$eval('[data-row]', (items) =>
    items.map((item) => (item instanceof HTMLElement ? item.dataset.row : undefined)),
  );
  const steps = order.indexOf(row) - order.indexOf(await rowInFocus(panel));
  for (let step = 0; step < Math.abs(steps); step += 1)
    await taps(panel, steps > 0 ? 'ArrowDown' : 'ArrowUp');
  // Moves the focus from a button inside the row: the letters act there as well, but an officer sees the row's own
  // focus.
  const reached = await rowInFocus(panel);
  if (reached !== row) throw new Error(`The arrow keys led to ${reached}, not to ${row}`);
}

function rowInFocus(panel: Page): Promise<string | undefined> {
  return panel.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row,
  );
}
