/** The twelve most used screens, each opened as an officer opens it: with people on record, and with nobody. */
import type { Page } from 'puppeteer-core';
import { control, goesTo, presses, sees, types, until } from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import { readsSavedPage } from './tour.ts';
import { opensFirstRow } from './tour-controls.ts';

export const USED_SCREENS = [
  'today',
  'subjects',
  'referrals',
  'diary',
  'concerns',
  'palette',
  'search',
  'overview',
  'log',
  'summary',
  'decide',
  'review',
] as const;
export type UsedScreen = (typeof USED_SCREENS)[number];

export interface UsedPeople {
  /** Somebody who was met. */
  readonly known: string;
  /** Somebody whose referral waits for a decision. */
  readonly waiting: string;
}

/** Words that are searched for: a school of several people. */
const SEARCHED = 'harrowmere';

export type Opens = (page: Page) => Promise<unknown>;

/** Lists of the navigation, each with the heading of its screen. */
const LISTS: readonly (readonly [screen: UsedScreen, words: string, heading: string])[] = [
  ['today', 'Today', 'Today'],
  ['subjects', 'Subjects', 'Subjects'],
  ['referrals', 'Referrals', 'Referrals'],
  ['diary', 'Diary', 'Diary'],
  ['concerns', 'Concerns', 'Safeguarding concerns'],
];

/**
 * The screens in an order in which each can be opened after the one before; the lists are whole. A review stays open,
 * and is the last.
 *
 * @param html - the page that is read
 */
export function withPeople(
  { known, waiting }: UsedPeople,
  html: string,
): ReadonlyMap<UsedScreen, Opens> {
  return new Map<UsedScreen, Opens>([
    ...LISTS.map(([screen, ...words]) => [screen, opensList(...words)] as const),
    ['palette', opensPalette],
    ['search', (page) => searches(page, 'Harrowmere Academy')],
    ['overview', (page) => opensFromList(page, 'Subjects', 'Find a subject', known)],
    [
      'log',
      async (page) => {
        await presses(page, 'Log an intervention');
        await control(page, 'Kind of intervention');
      },
    ],
    [
      'summary',
      async (page) => {
        await opensFromList(page, 'Subjects', 'Find a subject', known);
        await opensSummary(page);
      },
    ],
    [
      'decide',
      async (page) => {
        await opensFromList(page, 'Referrals', 'Find a referral', waiting);
        await opensDecision(page);
      },
    ],
    ['review', (page) => opensReview(page, html)],
  ]);
}

/** The same with nobody on record: what is about a person is about the first, whose page was read just now. */
export function withNobody(html: string): ReadonlyMap<UsedScreen, Opens> {
  return new Map<UsedScreen, Opens>([
    ...LISTS.map(([screen, ...words]) => [screen, opensList(...words)] as const),
    ['palette', opensPalette],
    ['search', (page) => searches(page, 'Nothing matches what you typed')],
    [
      'log',
      async (page) => {
        await closesPalette(page);
        await goesTo(page, 'Intervention');
        await sees(page, 'Log an intervention');
      },
    ],
    ['review', (page) => opensReview(page, html)],
    [
      'overview',
      async (page) => {
        await savesReferral(page);
        await sees(page, 'What next?');
        await presses(page, 'Open the subject');
        await sees(page, 'Opening this page was logged.');
      },
    ],
    ['summary', opensSummary],
    [
      'decide',
      async (page) => {
        await goesTo(page, 'Referrals');
        await opensFirstRow(page);
        await opensDecision(page);
      },
    ],
  ]);
}

/** Opens a list of the navigation; a palette over the screen is closed first. */
function opensList(words: string, heading: string): Opens {
  return async (page) => {
    await closesPalette(page);
    await goesTo(page, words);
    await until(`the screen is “${heading}”`, () =>
      page.evaluate(
        (wanted) => document.querySelector('main h1')?.textContent?.startsWith(wanted) ?? false,
        heading,
      ),
    );
  };
}

async function opensPalette(page: Page): Promise<void> {
  await goesTo(page, 'Today');
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await control(page, 'What do you want to open or do?');
}

async function searches(page: Page, found: string): Promise<void> {
  await types(page, 'What do you want to open or do?', SEARCHED);
  await until(`the search has found “${found}”`, () =>
    page.$eval('dialog', (dialog, words) => dialog.innerText.includes(words), found),
  );
}

async function closesPalette(page: Page): Promise<void> {
  if ((await page.$('dialog')) === null) return;
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
}

async function opensFromList(page: Page, list: string, box: string, name: string): Promise<void> {
  await opensList(list, list)(page);
  await types(page, box, name);
  await until(`${name} is found`, () =>
    page.$$eval(
      '.cp-list__open',
      (rows, words) => rows.length > 0 && rows.every((row) => row.textContent?.includes(words)),
      name,
    ),
  );
  await presses(page, name);
}

async function opensSummary(page: Page): Promise<void> {
  await presses(page, 'Case summary');
  await control(page, 'Where is it going?');
}

async function opensDecision(page: Page): Promise<void> {
  await presses(page, 'Decide on the referral');
  await sees(page, 'What you are deciding on');
}

async function opensReview(page: Page, html: string): Promise<void> {
  await closesPalette(page);
  await goesTo(page, 'Saved page');
  await readsSavedPage(page, html);
  await sees(page, 'Review what was read');
  await sees(page, 'Save as referral');
}
