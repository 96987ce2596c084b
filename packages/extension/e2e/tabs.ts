/**
 * An officer without a mouse: every button and every box is reached with the Tab key, and chosen with arrows, Space and
 * Enter.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { sees, until } from './officer.ts';
import { strikesKeys, taps } from './struck-keys.ts';

/** Number of Tab presses before an element counts as unreachable. */
const MOST_TABS = 300;

type Sought = 'button' | 'box' | 'choice';

/** Presses Tab until the sought element with these words has the focus. */
async function tabsUntil(page: Page, what: Sought, words: string): Promise<void> {
  // Waits until it is visible, as a person would.
  await until(`“${words}” is on the page`, () => page.evaluate(isThere, what, words));
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await page.evaluate(hasFocus, what, words)) {
      await page.evaluate(drawn);
      if (await page.evaluate(hasFocus, what, words)) return;
    }
    await taps(page, 'Tab');
  }
  throw new Error(`The ${what} “${words}” cannot be reached with the Tab key`);
}

/** Presses Enter again if it went elsewhere: the message about a save may take the focus in between. */
export async function pushes(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await tabsUntil(page, 'button', words);
    const found = await page.evaluateHandle(listensForPress, words);
    const button = found.asElement() as ElementHandle<Element> | null;
    // It disappeared before it was reached, and is looked for again.
    if (!button) continue;
    await taps(page, 'Enter');
    // If the page closed during the press, the key had its effect.
    if (await button.evaluate(wasPressed).catch(() => true)) return;
  }
  throw new Error(`The button “${words}” loses the focus before it is pressed`);
}

export async function writes(page: Page, label: string, text: string): Promise<void> {
  await tabsUntil(page, 'box', label);
  await selectsAll(page);
  await strikesKeys(page, text);
}

/** Ticks with Space. */
export async function ticks(page: Page, label: string): Promise<void> {
  await tabsUntil(page, 'box', label);
  await taps(page, 'Space');
}

/** Chooses among radios, which are one stop in the order of Tab: with the arrows. */
export async function picks(page: Page, legend: string, choice: string): Promise<void> {
  await tabsUntil(page, 'choice', legend);
  for (let presses = 0; presses < 20; presses += 1) {
    const said = await page.evaluate(focusedLabel);
    if (said.startsWith(choice)) {
      await taps(page, 'Space');
      return;
    }
    await taps(page, 'ArrowDown');
  }
  throw new Error(`“${legend}” has no “${choice}”`);
}

/** Chooses in a drop-down list, with the arrows. */
export async function selects(page: Page, label: string, choice: string): Promise<void> {
  await tabsUntil(page, 'box', label);
  // The options may still be loading.
  await until(`“${label}” has the choice “${choice}”`, () =>
    page.evaluate((wanted) => {
      const at = document.activeElement;
      const options = at instanceof HTMLSelectElement ? [...at.options] : [];
      return options.some(({ text }) => text.startsWith(wanted));
    }, choice),
  );
  await taps(page, 'Home');
  for (let presses = 0; presses < 60; presses += 1) {
    const said = await page.evaluate(() =>
      document.activeElement instanceof HTMLSelectElement
        ? (document.activeElement.selectedOptions[0]?.text ?? '')
        : '',
    );
    if (said.startsWith(choice)) return;
    await taps(page, 'ArrowDown');
  }
  throw new Error(`“${label}” has no “${choice}”`);
}

/** Enters a day in its three boxes, `1/6/2027`. */
export async function days(page: Page, legend: string, date: string): Promise<void> {
  await tabsUntil(page, 'choice', legend);
  for (const [index, part] of date.split('/').entries()) {
    if (index > 0) await taps(page, 'Tab');
    await selectsAll(page);
    await strikesKeys(page, part);
  }
}

async function selectsAll({ keyboard }: Page): Promise<void> {
  await keyboard.down('Control');
  await keyboard.press('a');
  await keyboard.up('Control');
}

/** Goes to a screen by the navigation. */
export async function turnsTo(page: Page, screen: string, heading: string): Promise<void> {
  await pushes(page, screen);
  await sees(page, heading);
}

/** Runs in the page. */
function hasFocus(what: Sought, words: string): boolean {
  const says = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const at = document.activeElement;
  if (at === null) return false;
  if (what === 'button') {
    if (at.localName !== 'button' && at.localName !== 'summary') return false;
    return says(at) === words || says(at).startsWith(words);
  }
  const isRadio = at instanceof HTMLInputElement && at.type === 'radio';
  if (what === 'choice') {
    const legend = says(at.closest('fieldset')?.querySelector(':scope > legend'));
    return at instanceof HTMLInputElement && legend.startsWith(words);
  }
  const label = 'labels' in at ? (at.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null;
  return !isRadio && says(label).startsWith(words);
}

/**
 * Runs in the page. A new screen may still give the focus to its heading; a page behind another is not drawn at all.
 */
function drawn(): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(done, document.hidden ? 0 : 250);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        done();
      }),
    );
  });
}

/** Runs in the page. */
function isThere(what: Sought, words: string): boolean {
  const says = (element: Element): string =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const of = { button: 'button, summary', box: 'label', choice: 'legend' }[what];
  return [...document.querySelectorAll(of)].some(
    (each) => each.checkVisibility() && says(each).startsWith(words),
  );
}

/** Runs in the page. @returns the button with those words, which then records whether it was pressed */
function listensForPress(words: string): Element | null {
  const isIt = (each: Element): boolean => {
    const said = (each.textContent ?? '').replace(/\s+/g, ' ').trim();
    return said.startsWith(words);
  };
  // The button with the focus, unless something has just taken the focus from it.
  const at = document.activeElement;
  const all = [...document.querySelectorAll('button, summary')];
  const button = at?.matches('button, summary') && isIt(at) ? at : all.find(isIt);
  button?.addEventListener('click', () => Object.assign(button, { isPressed: true }), {
    once: true,
  });
  if (button) Object.assign(button, { isPressed: false });
  return button ?? null;
}

/** Runs in the page. A removed button either was pressed, or can no longer be. */
function wasPressed(button: Element): boolean {
  return !button.isConnected || ('isPressed' in button && button.isPressed === true);
}

/** Runs in the page. */
function focusedLabel(): string {
  const at = document.activeElement;
  const label = at instanceof HTMLInputElement ? at.labels?.[0] : undefined;
  return (label?.textContent ?? '').trim();
}
