/** The tour's ways to find and set the controls of a screen: by place or label, independent of the present words. */
import type { ElementHandle, JSHandle, Page } from 'puppeteer-core';
import { askKeeper } from './keeper-ask.ts';
import { chooses, control, goesTo, presses, says, sees, types, until } from './officer.ts';

/** Waits for the form with these words, and starts it again if it was begun before. */
export async function opensAfresh(page: Page, words: string): Promise<void> {
  const isBegun = () => says(page, 'Begun on');
  await until('the form opens', async () => (await says(page, words)) || isBegun());
  // The draft was asked for before this, so it is answered before it.
  await askKeeper(page, 'work-keys');
  if (await isBegun()) await presses(page, 'Start again');
  await sees(page, words);
}

/** Waits until the draft says this of how its page was read, which is folded away. */
export async function wasRead(panel: Page, how: string): Promise<void> {
  await panel.waitForSelector('.cp-origin details');
  await panel.$eval('.cp-origin details', (fold) => fold.setAttribute('open', ''));
  await sees(panel, how);
}

export async function typesIfEmpty(page: Page, label: string, text: string): Promise<void> {
  const box = await control(page, label);
  const held = await box.evaluate((element) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value
      : '',
  );
  if (held === '') await types(page, label, text);
}

/** Ticks a box, unless stored work from the other surface ticked it already. */
export async function ticks(page: Page, label: string): Promise<void> {
  const box = await control(page, label);
  const isTicked = await box.evaluate(
    (element) => element instanceof HTMLInputElement && element.checked,
  );
  if (!isTicked) await chooses(page, label);
}

export const choosesFirst = (page: Page, label: string) => choosesAt(page, label, 'first');
export const choosesLast = (page: Page, label: string) => choosesAt(page, label, 'last');

/** Chooses by place, in a list that opens or in a group with that legend. */
async function choosesAt(page: Page, label: string, which: 'first' | 'last'): Promise<void> {
  const found = await page.waitForFunction(
    (wanted) => {
      const says = (element: Element): string => (element.textContent ?? '').trim();
      const select = [...document.querySelectorAll('label')].find(
        (each) => says(each).startsWith(wanted) && each.control instanceof HTMLSelectElement,
      )?.control;
      // The options may still be loading.
      if (select instanceof HTMLSelectElement)
        return [...select.options].some(({ value }) => value) ? select : null;
      const group = [...document.querySelectorAll('fieldset')].find((each) => {
        const legend = each.querySelector(':scope > legend');
        return legend !== null && says(legend).startsWith(wanted);
      });
      return group?.querySelector('input') ? group : null;
    },
    { timeout: 40_000, polling: 50 },
    label,
  );
  const element = found.asElement() as ElementHandle<HTMLElement>;
  const value = await element.evaluate((control, place) => {
    if (control instanceof HTMLSelectElement) {
      const values = [...control.options].map((option) => option.value).filter(Boolean);
      return (place === 'first' ? values[0] : values.at(-1)) ?? '';
    }
    const inputs = [...control.querySelectorAll('input')];
    (place === 'first' ? inputs[0] : inputs.at(-1))?.focus();
    return undefined;
  }, which);
  if (value === undefined) await page.keyboard.press('Space');
  else await (element as ElementHandle<HTMLSelectElement>).select(value);
}

/** The first match on the page, by its place and not by its words. */
export async function pressesIn(page: Page, selector: string): Promise<void> {
  const found = await page.waitForSelector(selector);
  await found?.focus();
  await page.keyboard.press('Enter');
}

/** Takes the value with those words on its row of the review; the rows below the fold are painted after the others. */
export async function takesRow(page: Page, words: string): Promise<void> {
  const take = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[data-row]')]
        .find((row) => row.textContent?.includes(wanted))
        ?.querySelector<HTMLElement>('.cp-decision--take'),
    { timeout: 40_000, polling: 50 },
    words,
  );
  await (take.asElement() as ElementHandle<HTMLElement> | null)?.focus();
  await page.keyboard.press('Enter');
}

/** Opens all folded parts, so that nothing is missed. */
export async function opensAll(page: Page): Promise<void> {
  await page.$$eval('main details:not([open])', (folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
}

/** Opens the first subject by name. */
export const opensFirstSubject = (page: Page): Promise<void> => opensSubjectAt(page, 0);

/** Opens the subject at that place in the order of the names: what is most overdue changes during a walk. */
export async function opensSubjectAt(page: Page, place: number): Promise<void> {
  await goesTo(page, 'Subjects');
  await control(page, 'Find a subject');
  await looksForNothing(page);
  const row = await page.waitForFunction(
    (nth) => {
      const rows = [...document.querySelectorAll<HTMLElement>('main tbody button')];
      const named = rows.map((each) => ({ each, name: each.textContent ?? '' }));
      return named.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))[nth]?.each;
    },
    { timeout: 40_000, polling: 50 },
    place,
  );
  await enters(page, row);
}

/** Opens the first row of the list on the screen. It comes back as it was left, and a visit may have searched. */
export async function opensFirstRow(page: Page): Promise<void> {
  await looksForNothing(page);
  const row = await page.waitForFunction(
    () => document.querySelector<HTMLElement>('main tbody button') ?? undefined,
    { timeout: 40_000, polling: 50 },
  );
  await enters(page, row);
}

/** Opens the first row with these words in it: the order may change at midnight. */
export async function opensRowThatSays(page: Page, words: string): Promise<void> {
  await looksForNothing(page);
  const row = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('main tbody tr')]
        .find((each) => (each.textContent ?? '').includes(wanted))
        ?.querySelector('button'),
    { timeout: 40_000, polling: 50 },
    words,
  );
  await enters(page, row);
}

async function enters(page: Page, row: JSHandle): Promise<void> {
  await (row.asElement() as ElementHandle<HTMLElement> | null)?.focus();
  await page.keyboard.press('Enter');
}

/** Empties the search box of the list on the screen. */
export async function looksForNothing(page: Page): Promise<void> {
  const box = await page.$('main .cp-list input[type=text]');
  if (!box) return;
  await box.focus();
  await box.evaluate((element) => element.select());
  await page.keyboard.press('Backspace');
}

/** The section of a person's page that a part is in, by the words on both. */
const SECTION_OF: Readonly<Record<string, string>> = {
  Details: 'Person',
  'Related people': 'Person',
  Organisations: 'Person',
  'Contact plan': 'Person',
  'Taking part and basis': 'Person',
  'Who was told': 'Person',
  'Intelligence notes': 'Intelligence',
  Identifiers: 'Intelligence',
  Timeline: 'Record',
  'Closing and keeping': 'Record',
  Sources: 'Record',
  'As known on a date': 'Record',
  'Who used this record': 'Record',
  'Other records': 'Record',
  Files: 'Papers',
};

/** Opens a part of a person's page: its section first, which for most of them is the work. */
export async function opensSection(page: Page, part: string): Promise<void> {
  await strikesIn(page, '.cp-person__tabs', SECTION_OF[part] ?? 'Work');
  await strikesIn(page, '.cp-person__parts', part);
  await page.waitForSelector(`main section[aria-label="${part}"]`);
}

/** Opens a section of the settings. */
export async function opensSetting(page: Page, section: string): Promise<void> {
  await goesTo(page, 'Settings');
  await strikesIn(page, '.cp-settings__list', section);
  await page.waitForSelector(`main section[aria-label="${section}"]`);
}

/** Opens the menu with every act on the person, if it is closed: each act is then a button of the page. */
export async function opensActs(page: Page): Promise<void> {
  await page.waitForSelector('.cp-acts');
  if (await page.$('.cp-acts-menu')) return;
  await strikesIn(page, '.cp-acts', 'More');
  await page.waitForSelector('.cp-acts-menu');
}

/** Shows every record of a part, and where each value comes from: both are behind a press. */
export async function showsWhole(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const more = (): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>('.cp-person__section button')].find((each) =>
        /^Show \d+ more$/.test(each.textContent?.trim() ?? ''),
      );
    for (let button = more(); button; button = more()) {
      button.click();
      await frame();
    }
    for (const mark of document.querySelectorAll<HTMLElement>('.cp-source__mark')) mark.click();
    await frame();
  });
}

/** Presses the button within that part of the page whose words begin so. */
async function strikesIn(page: Page, within: string, words: string): Promise<void> {
  const button = await page.waitForFunction(
    (selector, wanted) =>
      [...document.querySelectorAll<HTMLElement>(`${selector} button`)].find((each) =>
        each.textContent?.trim().startsWith(wanted),
      ) ?? null,
    { timeout: 40_000, polling: 50 },
    within,
    words,
  );
  await (button.asElement() as ElementHandle<HTMLElement> | null)?.focus();
  await page.keyboard.press('Enter');
}

/** Empties the box of a value to add: one that is typed and not added stops the save. */
export async function emptiesValue(page: Page): Promise<void> {
  const box = await page.$('textarea#add-value-text');
  if (!(await box?.isVisible())) return;
  await box?.evaluate((element) => {
    element.focus();
    element.select();
  });
  await page.keyboard.press('Backspace');
}
