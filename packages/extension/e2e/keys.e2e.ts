/** Keys alone in a real Chromium: to the lists and through them, the palette, and a key of one’s own over a lock. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { keepsSubject } from './keeps-subject.ts';
import { goesTo, locks, presses, sees, types, unlocks, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';

const ADA = 'Ada Vael';
const ADRIAN = 'Adrian Elm';

let officer: OfficerBrowser;
let desk: Page;

beforeAll(async () => {
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  await keepsSubject(desk, ADA);
  await keepsSubject(desk, ADRIAN);
}, 120_000);
afterAll(() => officer?.close());

const heading = () =>
  desk.evaluate(() => document.querySelector('main h1')?.textContent?.trim() ?? '');
const isOn = (words: string): Promise<void> =>
  until(`the screen is “${words}”`, async () => (await heading()).includes(words));
const focused = () => desk.evaluate(() => document.activeElement?.textContent ?? '');
const focusIs = (words: string): Promise<void> =>
  until(`the focus is on “${words}”`, async () => (await focused()).startsWith(words));
const keys = async (...pressed: Parameters<Page['keyboard']['press']>[0][]): Promise<void> => {
  for (const key of pressed) await desk.keyboard.press(key);
};
const isPaletteOpen = () =>
  desk.evaluate(() => document.querySelector('dialog.cp-palette[open]') !== null);

describe('keys alone', () => {
  it('lead to Subjects, from row to row, into a person and back to Today', async () => {
    await goesTo(desk, 'Diary');
    await keys('g', 's');
    await isOn('Subjects');
    await sees(desk, ADRIAN);
    await keys('j');
    await focusIs(ADA);
    await keys('j');
    await focusIs(ADRIAN);
    await keys('k', 'Enter');
    await isOn(ADA);
    await keys('g', 't');
    await isOn('Today');
  });

  it('find in a list by /, where letters are letters again', async () => {
    await keys('g', 's');
    await isOn('Subjects');
    // The list has no box to find in before it is there: then / opens the palette.
    await sees(desk, ADRIAN);
    await keys('/');
    await until('the box of the list has the focus', () =>
      desk.evaluate(() => document.activeElement?.closest('main') !== null),
    );
    await desk.keyboard.type('g t c');
    expect(await heading()).toContain('Subjects');
    await keys('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  });

  it('begin an act on a person in the palette, and on neither of two', async () => {
    await keys('Tab');
    await desk.keyboard.down('Control');
    await keys('k');
    await desk.keyboard.up('Control');
    await until('the palette is open', isPaletteOpen);
    await desk.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    // Struck again, it is back in its box.
    await desk.keyboard.down('Control');
    await keys('k');
    await desk.keyboard.up('Control');
    await desk.keyboard.type('quick ad');
    await sees(desk, ADRIAN);
    await keys('Enter');
    await sees(desk, 'What you typed fits several people: choose one');
    expect(await axeProblems(desk)).toEqual([]);
    await keys('ArrowDown', 'Enter');
    await isOn('Quick log');
    await sees(desk, ADA);
  });
});

describe('a key of one’s own', () => {
  it('is changed in the help, works at once and after a lock, and is as usual again', async () => {
    await goesTo(desk, 'Today');
    await keys('?');
    await isOn('Help');
    await presses(desk, 'Change the key for: Go to Subjects');
    await types(desk, 'New key for: Go to Subjects', 'j');
    await keys('Enter');
    await sees(desk, 'J is the key for: Next row. Enter another key, or change that one first');
    expect(await axeProblems(desk)).toEqual([]);
    await types(desk, 'New key for: Go to Subjects', 'g n');
    await keys('Enter');
    await sees(desk, 'G N is now the key for: Go to Subjects');
    await keys('g', 'n');
    await isOn('Subjects');
    await locks(desk);
    await unlocks(desk);
    await goesTo(desk, 'Diary');
    await keys('g', 'n');
    await isOn('Subjects');
    await keys('?');
    await isOn('Help');
    await presses(desk, 'Back to the usual keys');
    await sees(desk, 'All keys are the usual ones again');
  });
});
