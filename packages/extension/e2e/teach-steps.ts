/** Teaching a page by keyboard alone: Tab, letters, Enter and the extension's own keys. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Saved } from './downloads.ts';
import { control, sees, until } from './officer.ts';
import { strikesKeys, taps } from './struck-keys.ts';
import { opensAll, opensSetting } from './tour-controls.ts';

/** Number of Tab presses before the element counts as unreachable. */
const MOST_TABS = 400;
const MOST_STEPS = 20;

/** Goes with Tab to the element with this name: its words, or its label. */
export async function tabsTo(page: Page, words: string): Promise<void> {
  // Waits until it is visible, as a person would.
  await until(`“${words}” is on the page`, () =>
    page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('button, summary, label')].some(
          (each) =>
            each.checkVisibility() &&
            (each.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(wanted),
        ),
      words,
    ),
  );
  for (let press = 0; press < MOST_TABS; press += 1) {
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (label ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
    if (at.startsWith(words)) return;
    await taps(page, 'Tab');
  }
  throw new Error(`“${words}” cannot be reached with the Tab key`);
}

/** Goes to a button with Tab, and presses Enter. */
export async function presses(page: Page, words: string): Promise<void> {
  await tabsTo(page, words);
  await page.keyboard.press('Enter');
}

/** Chooses in a list by typing the start of the choice, then with the arrow keys, like a keyboard user. */
export async function choosesByKeys(page: Page, label: string, choice: string): Promise<void> {
  await tabsTo(page, label);
  const chosen = (): Promise<string> =>
    page.evaluate(
      () => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text ?? '',
    );
  if ((await chosen()) === choice) return;
  await page.keyboard.press('Home');
  const [typed = ''] = choice.split('’');
  await page.keyboard.type(typed);
  for (let press = 0; press < MOST_STEPS && (await chosen()) !== choice; press += 1)
    await page.keyboard.press('ArrowDown');
  if ((await chosen()) !== choice) throw new Error(`The keys chose “${await chosen()}”`);
}

/** States the meaning of the value in question. */
export async function saysWhat(panel: Page, what: string): Promise<void> {
  await sees(panel, 'Record this as');
  await choosesByKeys(panel, 'Record this as', what);
  await presses(panel, 'Save and continue');
  await sees(panel, 'Values on this page');
}

/** Finds a value in the list by its words, and states its meaning. */
export async function teaches(panel: Page, words: string, what: string): Promise<void> {
  await findsValue(panel, words);
  await saysWhat(panel, what);
}

/** Finds a value in the list by its words, and opens the question about its meaning. */
export async function findsValue(panel: Page, words: string): Promise<void> {
  await tabsTo(panel, 'Find a value');
  await clearsBox(panel);
  await strikesKeys(panel, words);
  await presses(panel, 'What is this?');
  await sees(panel, 'Record this as');
}

async function clearsBox(panel: Page): Promise<void> {
  await panel.keyboard.down('Control');
  await panel.keyboard.press('a');
  await panel.keyboard.up('Control');
  await panel.keyboard.press('Backspace');
}

/** From the statements to the proof. */
export async function names(panel: Page, title: string): Promise<void> {
  await presses(panel, 'Name the screen');
  await sees(panel, 'Who answers for this adapter');
  await tabsTo(panel, 'Name of the system and its screen');
  await panel.keyboard.type(title);
  await presses(panel, 'Prove the adapter');
  await until(
    'the adapter is proved',
    () => panel.evaluate(() => document.body.innerText.includes('Every word of the recorded page')),
    60_000,
  );
}

/** Switches a shipped adapter off, as though its plugin were not there. */
export async function withoutAdapter(desk: Page, title: string): Promise<void> {
  await opensSetting(desk, 'Adapters');
  await sees(desk, title);
  await opensAll(desk);
  await presses(desk, `Switch off version 1.0.0 ${title}`);
  await sees(desk, `“${title}” was switched off.`);
}

/** In the settings: loads an adapter file. */
export async function loads(desk: Page, path: string, words: string): Promise<void> {
  const input = await control(desk, 'Load an adapter file');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await sees(desk, words);
}

/** Runs the public conformance suite on the saved file, as its recipient would. @returns its output on failure */
export function conforms({ path }: Saved): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, '../../../scripts/conform.mjs'), path],
    { encoding: 'utf8' },
  );
  return status === 0 ? '' : `${stdout}${stderr}`;
}
