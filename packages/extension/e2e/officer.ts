/** An officer's actions on our screens, by the words on them. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { foundInPage, hasBegunAnew } from './page-wait.ts';
import { strikesKeys, taps } from './struck-keys.ts';

/** A fictional officer, for suites and for the demonstration. */
export const OFFICER = {
  name: 'DC Rowan Thackeray',
  number: '4172',
  force: 'Thames Valley',
  role: 'Regional cyber Prevent officer',
  passphrase: 'lantern orbit mustard quiet',
} as const;

export type Officer = Readonly<Record<keyof typeof OFFICER, string>>;

/** The second officer, who receives cases and gives second signatures. */
export const INES: Officer = { ...OFFICER, name: 'DS Ines Marlow', number: '5120' };

/** The patience of any wait: enough for a slow machine with three jobs at once; only a failure waits so long. */
export const PATIENCE_MS = 40_000;

/** Waits until a heading, a button or any text is on the page. */
export async function sees(page: Page, text: string, timeout = PATIENCE_MS): Promise<void> {
  const found = await foundInPage(page, saysInAll, text, timeout).catch(() => undefined);
  if (!found) throw new Error(`“${text}” did not appear. The page shows: ${await shownOn(page)}`);
}

/** Runs in the page. */
function saysInAll(words: string): boolean {
  return document.body?.innerText.replace(/\s+/g, ' ').includes(words) ?? false;
}

/** In one line, since a report gives the first line of an error; the parts common to every window come last. */
async function shownOn(page: Page): Promise<string> {
  const shown = await page
    .evaluate(() => {
      const main = document.querySelector('main')?.innerText;
      const words = (main ?? document.body.innerText).replace(/\s+/g, ' ').trim();
      return main === undefined || words === '' ? `(no main) ${document.body.innerText}` : words;
    })
    .catch(() => '(gone)');
  const line = shown.replace(/\s+/g, ' ');
  // A form says at its end how its save went.
  return line.length <= 1500 ? line : `${line.slice(0, 700)} […] ${line.slice(-800)}`;
}

/** True if those words are on the page now. */
export function says(page: Page, words: string): Promise<boolean> {
  return page.evaluate((wanted) => document.body.innerText.includes(wanted), words);
}

/** Presses the button with these words, or their beginning. Focus and Enter, as with a keyboard. */
export async function presses(page: Page, words: string): Promise<void> {
  await strikes(page, await find(page, 'button', words), 'Enter');
}

/** Words of the button that saves the form on screen: it names what it saves, and for whom. */
export async function saveWords(page: Page): Promise<string> {
  let words = '';
  await until('the form has a button that saves it', async () => {
    words = await page.evaluate(() => {
      const saves = document.querySelectorAll<HTMLElement>('main form button[type="submit"]');
      const [shown] = [...saves].filter((each) => each.checkVisibility());
      return (shown?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
    return words !== '';
  });
  return words;
}

/**
 * Sets the focus and presses the key, and repeats it if the key went elsewhere: a new element, such as the message
 * about a save, may take the focus in between, and no person is as fast as this code.
 */
async function strikes(
  page: Page,
  element: ElementHandle<HTMLElement>,
  key: 'Enter' | 'Space',
): Promise<void> {
  await element.evaluate((one) => {
    Object.assign(one, { isStruck: false });
    one.addEventListener('click', () => Object.assign(one, { isStruck: true }), { once: true });
  });
  for (let tries = 0; tries < 3; tries += 1) {
    await element.evaluate(takesFocus);
    await taps(page, key);
    const isStruck = await element
      .evaluate((one) => (one as { isStruck?: boolean }).isStruck !== false || !one.isConnected)
      // The page closed during the press: the key had its effect.
      .catch(() => true);
    if (isStruck) return;
  }
}

/**
 * Runs in the page. A new screen may still give the focus to its heading, so two frames pass first; a page behind
 * another is not drawn at all.
 */
async function takesFocus(element: HTMLElement): Promise<void> {
  await new Promise<void>((done) => {
    const late = setTimeout(done, document.hidden ? 0 : 250);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        done();
      }),
    );
  });
  element.focus();
}

/** Waits until the page has been drawn once: the browser drops keys that are struck before. */
export async function painted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
}

/** Leaves a form; its typed text is discarded, unless another answer is given. */
export async function cancels(page: Page, typed = 'Discard it'): Promise<void> {
  await presses(page, 'Cancel');
  await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 0)));
  if (!(await says(page, 'Keep what you typed?'))) return;
  await presses(page, typed);
  await until('the question is answered', async () => !(await says(page, 'Keep what you typed?')));
}

/** Opens a screen by the navigation; less frequent ones are behind a button. */
export async function goesTo(page: Page, screen: string): Promise<void> {
  // The page itself may have a button with the same name.
  const entry = async (words: string): Promise<ElementHandle<HTMLElement> | null> => {
    const found = await page.evaluateHandle(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('.cp-shell__nav button')].find(
          (each) => each.innerText.trim() === wanted && each.checkVisibility(),
        ) ?? null,
      words,
    );
    return found.asElement() as ElementHandle<HTMLElement> | null;
  };
  let found: ElementHandle<HTMLElement> | null = null;
  await until(`the navigation goes to “${screen}”`, async () => {
    found = await entry(screen);
    const more = found ? null : await page.$('.cp-shell__nav [aria-expanded="false"]');
    if (more) await strikes(page, more as ElementHandle<HTMLElement>, 'Enter');
    found ??= await entry(screen);
    return found !== null;
  });
  if (found) await strikes(page, found, 'Enter');
  if (screen !== 'Today') return;
  // Once a day, while a backup is due, a page comes before Today.
  let heading = '';
  await until('Today, or the page about a backup, is there', async () => {
    heading = await page.evaluate(() => document.querySelector('main h1')?.textContent ?? '');
    return heading.startsWith('Today') || heading === DUE;
  });
  if (heading === DUE) await presses(page, LATER);
}

const DUE = 'A backup is due';
const LATER = 'Ask tomorrow';

/** The control with that label. A form that asks about an earlier draft is continued with. */
export async function control(page: Page, label: string): Promise<ElementHandle<HTMLElement>> {
  const found = await find(page, 'control', label);
  if (!(await found.evaluate((element) => element.classList.contains('govuk-button'))))
    return found;
  await strikes(page, found, 'Enter');
  return control(page, label);
}

export async function types(page: Page, label: string, text: string): Promise<void> {
  await fills(page, (await control(page, label)) as ElementHandle<HTMLInputElement>, text);
}

/**
 * Types over the value in the box. A new screen gives the focus to its heading, and no person is as fast as this code:
 * lost text is typed again.
 */
async function fills(
  page: Page,
  box: ElementHandle<HTMLInputElement | HTMLTextAreaElement>,
  text: string,
): Promise<void> {
  let held = '';
  for (let tries = 0; tries < 3; tries += 1) {
    await box.evaluate((element) => {
      element.focus();
      element.select();
    });
    await strikesKeys(page, text);
    held = await box.evaluate(({ value }) => value);
    if (held === text) return;
  }
  throw new Error(`“${text}” was typed and the box holds “${held}”`);
}

/** Repeats the check until it is true. A page that reloads during the check, as after a lock, is checked again too. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  timeout = PATIENCE_MS,
): Promise<void> {
  const asked = (): Promise<boolean> =>
    isSo().catch((error) => {
      if (hasBegunAnew(error)) return false;
      throw error;
    });
  const end = performance.now() + timeout;
  for (let pause = 5; !(await asked()); pause = Math.min(2 * pause, 50)) {
    if (performance.now() > end) throw new Error(`It never came about that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Chooses by the words of the choice: a radio, a checkbox, or an option of the select with that label. */
export async function chooses(page: Page, label: string, choice?: string): Promise<void> {
  const found = await control(page, label);
  if (choice === undefined) {
    await strikes(page, found, 'Space');
    return;
  }
  let value: string | undefined;
  // The options may still be loading.
  await until(`“${label}” has the choice “${choice}”`, async () => {
    value = await found.evaluate((element, words) => {
      if (!(element instanceof HTMLSelectElement)) return undefined;
      return [...element.options].find((option) => option.text.startsWith(words))?.value;
    }, choice);
    return value !== undefined;
  });
  await (found as ElementHandle<HTMLSelectElement>).select(value ?? '');
}

/** A date in its three boxes, `14/3/2026`, in the group with that legend. */
export async function dates(page: Page, legend: string, date: string): Promise<void> {
  const [day = '', month = '', year = ''] = date.split('/');
  const boxes = await page.evaluateHandle((words) => {
    const group = [...document.querySelectorAll('fieldset')].find((each) =>
      each.querySelector('legend')?.innerText.trim().startsWith(words),
    );
    return [...(group?.querySelectorAll('input') ?? [])];
  }, legend);
  const properties = [...(await boxes.getProperties()).values()];
  const parts = [day, month, year];
  if (properties.length < parts.length) throw new Error(`No date “${legend}” on the page`);
  for (const [index, part] of parts.entries()) {
    const box = properties[index]?.asElement() as ElementHandle<HTMLInputElement> | null;
    if (box) await fills(page, box, part);
  }
}

/** Locks, and waits until the page has reloaded: an earlier key press would go to the old one. */
export async function locks(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { before: true }));
  await presses(page, 'Lock');
  await until('the page has begun anew', () =>
    page.evaluate(() => !('before' in globalThis)).catch(() => false),
  );
  await control(page, 'Passphrase');
}

export async function unlocks(page: Page, passphrase: string = OFFICER.passphrase): Promise<void> {
  await sees(page, 'Passphrase');
  await types(page, 'Passphrase', passphrase);
  await page.keyboard.press('Enter');
}

/** Finds by words: a button by its text, a control by its label or by the words of its choice. */
async function find(
  page: Page,
  what: 'button' | 'control',
  words: string,
): Promise<ElementHandle<HTMLElement>> {
  const look = what === 'button' ? buttonOf : controlOf;
  const found = await foundInPage(page, look, words, PATIENCE_MS).catch(() => undefined);
  if (!found) throw new Error(`No ${what} “${words}”. The page shows: ${await shownOn(page)}`);
  return found as ElementHandle<HTMLElement>;
}

/** Runs in the page. */
function buttonOf(words: string): HTMLElement | null {
  const says = (element: Element): string =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const buttons = [...document.querySelectorAll<HTMLElement>('button, summary')].filter((each) =>
    each.checkVisibility(),
  );
  return (
    buttons.find((button) => says(button) === words) ??
    buttons.find((button) => says(button).startsWith(words)) ??
    null
  );
}

/** Runs in the page. */
function controlOf(words: string): HTMLElement | null {
  const says = (element: Element): string =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const labels = [...document.querySelectorAll('label')].filter((each) => each.checkVisibility());
  const label =
    labels.find((each) => says(each) === words) ??
    labels.find((each) => says(each).startsWith(words));
  // A form that was begun before is out of sight until the officer continues with it.
  const question = document.querySelector('main .cp-confirm[role="status"]');
  const goesOn = question?.querySelector<HTMLElement>('.govuk-button') ?? null;
  return label?.control ?? goesOn;
}
