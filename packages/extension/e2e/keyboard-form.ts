/** Filling in a form by the keyboard alone: Tab to each field, arrows within it, Space to tick. */
import type { Page } from 'puppeteer-core';
import { until } from './officer.ts';
import { strikesKeys, taps } from './struck-keys.ts';

/** Number of presses before a field counts as unreachable. */
const MOST_PRESSES = 200;

interface InFocus {
  readonly name: string;
  /** Names of the radios it is one of. */
  readonly group: readonly string[];
  /** Words of the option that is chosen. */
  readonly option: string;
}

/** Runs in the page. */
function fieldInFocus(): InFocus {
  const clean = (text: string | null | undefined): string =>
    (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string =>
    clean(field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent);
  const at = document.activeElement;
  const isField =
    at instanceof HTMLInputElement ||
    at instanceof HTMLSelectElement ||
    at instanceof HTMLTextAreaElement;
  if (!isField) return { name: '', group: [], option: '' };
  const radios =
    at instanceof HTMLInputElement && at.type === 'radio'
      ? [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
      : [];
  return {
    name: nameOf(at),
    group: radios.filter(({ name }) => name === at.name).map(nameOf),
    option: at instanceof HTMLSelectElement ? clean(at.selectedOptions[0]?.text) : '',
  };
}

async function walks(
  page: Page,
  key: 'Tab' | 'ArrowDown',
  words: string,
  isThere: (field: InFocus) => boolean,
): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (isThere(await page.evaluate(fieldInFocus))) return;
    await taps(page, key);
  }
  throw new Error(`“${words}” cannot be reached with ${key}`);
}

/** Tabs to the box with this label, and types into it. */
export async function typesByKey(page: Page, label: string, text: string): Promise<void> {
  await walks(page, 'Tab', label, ({ name }) => name.startsWith(label));
  await strikesKeys(page, text);
}

/** Tabs to the list with this label, and goes down to the option. */
export async function selectsByKey(page: Page, label: string, option: string): Promise<void> {
  await walks(page, 'Tab', label, ({ name }) => name.startsWith(label));
  await walks(page, 'ArrowDown', option, (field) => field.option.startsWith(option));
}

/** Tabs to the group of radios that has this choice, and goes down to it. */
export async function picksByKey(page: Page, choice: string): Promise<void> {
  await walks(page, 'Tab', choice, ({ group }) => group.some((each) => each.startsWith(choice)));
  await walks(page, 'ArrowDown', choice, ({ name }) => name.startsWith(choice));
  await taps(page, 'Space');
}

/** Goes to a screen by Ctrl+K. */
export async function goesByKey(page: Page, screen: string): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await until('the box to go anywhere has the focus', () =>
    page.evaluate(() => document.activeElement instanceof HTMLInputElement),
  );
  await strikesKeys(page, screen);
  await until(`“${screen}” is the first choice`, () =>
    page.evaluate((words) => {
      const [first] = document.querySelectorAll('[role="option"]');
      return first?.textContent?.replace(/\s+/g, ' ').trim().startsWith(words) === true;
    }, screen),
  );
  await page.keyboard.press('Enter');
  await until(`“${screen}” is open`, () =>
    page.evaluate(
      (words) => document.querySelector('main h1')?.textContent?.startsWith(words) === true,
      screen.split(' ')[0] ?? '',
    ),
  );
}
