/** Back and Forward of the browser, a reload and a second window: the screens are there, and none is written down. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { opensSubject } from './journey-steps.ts';
import { keepsSubject } from './keeps-subject.ts';
import { goesTo, locks, presses, sees, types, unlocks, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';

const ADA = 'Ada Vael';
const ROWAN = 'Rowan Elm';

let officer: OfficerBrowser;
let desk: Page;

beforeAll(async () => {
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  await keepsSubject(desk, ADA);
  await keepsSubject(desk, ROWAN);
}, 120_000);
afterAll(() => officer?.close());

const heading = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('main h1')?.textContent?.trim() ?? '');
const isOn = (page: Page, words: string): Promise<void> =>
  until(`the screen is “${words}”`, async () => (await heading(page)).includes(words));
const back = (page: Page): Promise<void> => page.evaluate(() => history.back());
const forward = (page: Page): Promise<void> => page.evaluate(() => history.forward());

/** Everything that a browser keeps of where it is. */
const writtenDown = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([location.href, document.title, history.state]));

describe('the browser’s history', () => {
  it('goes back and forward through the screens, with the focus on each heading', async () => {
    await goesTo(desk, 'Today');
    await goesTo(desk, 'Subjects');
    await opensSubject(desk, ADA);
    await isOn(desk, ADA);
    await goesTo(desk, 'Diary');
    await isOn(desk, 'Diary');
    await back(desk);
    await isOn(desk, ADA);
    await until('the heading has the focus', () =>
      desk.evaluate(() => document.activeElement?.tagName === 'H1'),
    );
    await back(desk);
    await isOn(desk, 'Subjects');
    await forward(desk);
    await forward(desk);
    await isOn(desk, 'Diary');
  });

  it('keeps what was half typed in a form that was gone back from, and asks nothing', async () => {
    await goesTo(desk, 'Today');
    await goesTo(desk, 'Note');
    await types(desk, 'Intelligence', 'Half of a note');
    await back(desk);
    await isOn(desk, 'Today');
    await sees(desk, 'Unfinished (1)');
    await forward(desk);
    await until('the words are there', () =>
      desk.evaluate(() =>
        [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Half of a note'),
      ),
    );
  });

  it('has nothing in an address, a title or a state that says whom it is about', async () => {
    await opensSubject(desk, ADA);
    const written = await writtenDown(desk);
    expect(written).toMatch(
      /^\["chrome-extension:\/\/[a-z]+\/workspace\.html","Cyber Prevent Toolkit",\["[0-9a-f-]{36}",\d+,\d+\]\]$/,
    );
  });

  it('is on the same screen after a reload', async () => {
    await desk.reload();
    await isOn(desk, ADA);
    expect(await writtenDown(desk)).not.toContain('subject');
  });

  it('is on the same screen after a lock, and has forgotten those before', async () => {
    await goesTo(desk, 'Diary');
    await locks(desk);
    await unlocks(desk);
    await isOn(desk, 'Diary');
    await back(desk);
    await back(desk);
    await isOn(desk, 'Diary');
    await goesTo(desk, 'Today');
    await back(desk);
    await isOn(desk, 'Diary');
  });
});

it('opens a second person in a new window, beside the first', async () => {
  await opensSubject(desk, ADA);
  await desk.keyboard.down('Control');
  await desk.keyboard.press('k');
  await desk.keyboard.up('Control');
  await types(desk, 'What do you want to open or do?', ROWAN);
  await sees(desk, '1 choice');
  const opening = new Promise<Page>((go) => {
    officer.browser.once(
      'targetcreated',
      (target) => void target.page().then((page) => page && go(page)),
    );
  });
  await desk.keyboard.down('Control');
  await desk.keyboard.press('Enter');
  await desk.keyboard.up('Control');
  const second = await opening;
  await isOn(second, ROWAN);
  await isOn(desk, ADA);
  expect(await writtenDown(second)).not.toContain('subject');
  await presses(second, 'Lock');
  await sees(desk, 'Forgotten your passphrase?');
});
