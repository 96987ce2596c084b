/**
 * Pictures of the moments in which an officer may take one person for another, or lose what was typed: of people whose
 * names are long, in another script or missing, of two who are alike, and of each question that is asked before
 * something is done.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { axeProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { joinsSheet, SHEETS, type Shot } from './contact-sheet.ts';
import { sticksOut } from './in-sight.ts';
import { discards } from './journey-steps.ts';
import {
  CONCERNED,
  DISPUTED,
  keepsAlike,
  keepsOddPeople,
  ODD_NAMES,
  type Odd,
  REFERRED_TWICE,
  TWINS,
  TWINS_BORN,
  TWINS_BY,
} from './odd-people.ts';
import {
  chooses,
  control,
  goesTo,
  presses,
  saveWords,
  says,
  sees,
  types,
  until,
} from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { readsSavedPage } from './tour.ts';
import { choosesFirst, looksForNothing, opensActs, opensSection } from './tour-controls.ts';
import { takesPicture } from './whole-picture.ts';
import { looksAt, shotOf } from './window-looks.ts';

const LOOKS = [
  ['1280', 'light'],
  ['360', 'light'],
  ['360', 'dark'],
] as const;
const FIND = 'Find a subject';
const PER_SHEET = 12;

/** A name that is written from the right is set apart by marks that do not show. */
const withoutMarks = (words: string): string => words.replaceAll(/[\u2068\u2069]/g, '');

let rms: PracticeRms;
let officer: OfficerBrowser;
let desk: Page;
const shots = new Map<string, Shot[]>();

beforeAll(async () => {
  rms = await startPracticeRms();
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  await keepsOddPeople(desk);
  await looksAt(desk, '1280', 'light');
});
afterAll(async () => {
  for (const [look, taken] of shots) {
    const [width, columns] = look.includes('1280') ? [640, 3] : [360, 6];
    for (let from = 0; from < taken.length; from += PER_SHEET) {
      const title = `${look}-${1 + from / PER_SHEET}`;
      const part = taken.slice(from, from + PER_SHEET);
      await joinsSheet(officer.browser, { title, shots: part, width, columns });
    }
  }
  await officer?.close();
  await rms?.stop();
});

/** Takes pictures of the whole screen, in each look, and expects no fault in any. */
async function pictured(name: string, { page = desk, looks = LOOKS as Looks } = {}): Promise<void> {
  for (const [window, colour] of looks) {
    await looksAt(page, window, colour);
    const shot = await takes(page, `${name}-${window}-${colour}`);
    const sheet = `wrong-person-${window}-${colour}`;
    shots.set(sheet, [...(shots.get(sheet) ?? []), shot]);
    const faults = [...(await sticksOut(page)), ...(await axeProblems(page))];
    expect.soft(faults.map((what) => `${shot.name}: ${what}`)).toEqual([]);
  }
  if (page === desk) await looksAt(page, '1280', 'light');
}
type Looks = readonly (typeof LOOKS)[number][];

/** A dialog is over the window, not over the page. */
async function takes(page: Page, name: string): Promise<Shot> {
  mkdirSync(SHEETS, { recursive: true });
  const path = join(SHEETS, `${name}.png`) as `${string}.png`;
  if ((await page.$('dialog')) === null) {
    await takesPicture(page, path);
    return { name, png: readFileSync(path) };
  }
  await page.screenshot({ path });
  return shotOf(page, name);
}

async function opensPerson(name: string, page = desk): Promise<void> {
  await goesTo(page, 'Subjects');
  await types(page, FIND, name);
  await page.waitForFunction(
    (words) => document.querySelector('.cp-list__open')?.textContent?.includes(words),
    {},
    name,
  );
  await presses(page, name);
  await sees(page, 'Opening this page was logged.');
}

/** Values that the form of a contact needs. */
async function fillsContact(): Promise<void> {
  await control(desk, 'Kind of intervention');
  for (const field of ['Kind of intervention', 'How', 'Outcome']) await choosesFirst(desk, field);
  await types(desk, 'Contact time in minutes', '45');
}

/** Texts of the elements that name somebody. */
function namingIn(page: Page, selector: string, name: string): Promise<readonly string[]> {
  return page.$$eval(
    selector,
    (found, words) =>
      found.map(({ textContent }) => textContent ?? '').filter((each) => each.includes(words)),
    name,
  );
}

/** Both of one name and birth are offered, in different words. */
async function offersBoth(selector: string): Promise<void> {
  await until('both are offered', async () => {
    return (await namingIn(desk, selector, TWINS)).length >= 2;
  });
  const words = await namingIn(desk, selector, TWINS);
  expect(new Set(words).size).toBe(words.length);
}

describe('somebody with an open concern, to be checked before contact', () => {
  it('has both on the overview, and every act in the menu', async () => {
    await opensPerson(CONCERNED);
    await desk.waitForSelector('.cp-who__mark--check');
    await desk.waitForSelector('.cp-strip');
    await pictured('overview-concern');
    await opensActs(desk);
    await pictured('overview-more');
  });

  it('has neither where a family can see the screen', async () => {
    await opensPerson(CONCERNED);
    await presses(desk, 'Visit view');
    await sees(desk, `Visit with ${CONCERNED}`);
    const words = await desk.evaluate(() => document.body.innerText);
    for (const hidden of ['Check before contact', 'recorded as told', 'level not known'])
      expect(words).not.toContain(hidden);
    await pictured('visit-view');
    await presses(desk, 'Turn off visit view');
    await sees(desk, 'Opening this page was logged.');
  });
});

it('says of a referral what is not said, and that the date of birth is disputed', async () => {
  await goesTo(desk, 'Referrals');
  await types(desk, 'Find a referral', DISPUTED);
  await presses(desk, DISPUTED);
  await presses(desk, 'Decide on the referral');
  await sees(desk, 'Not said yet');
  for (const unknown of ['What is alleged', 'Which law is named', '2 dates of birth'])
    expect(await says(desk, unknown)).toBe(true);
  await pictured('decide-disputed');
});

describe.each(Object.entries(ODD_NAMES) as [Odd, string][])('a person: %s', (odd, name) => {
  it('is named whole in the line, on the button and in the success', async () => {
    await opensPerson(name);
    expect(await namingIn(desk, '.cp-who__name', name)).toHaveLength(1);
    await pictured(`odd-${odd}-overview`);
    await presses(desk, 'Log an intervention');
    await fillsContact();
    const save = await saveWords(desk);
    expect(withoutMarks(save)).toContain(`Log for ${name}`);
    await pictured(`odd-${odd}-log`);
    await presses(desk, save);
    await until('the success names them', async () =>
      withoutMarks(await desk.evaluate(() => document.body.innerText)).includes(
        `The contact with ${name}`,
      ),
    );
    await pictured(`odd-${odd}-logged`);
  });
});

it('lists all of them, each by the whole name', async () => {
  await goesTo(desk, 'Subjects');
  await looksForNothing(desk);
  await sees(desk, TWINS);
  for (const name of Object.values(ODD_NAMES))
    expect(await namingIn(desk, '.cp-list__open', name)).toHaveLength(1);
  await pictured('odd-list');
});

describe('two people of one name and one date of birth', () => {
  it('are told apart in the quick log', async () => {
    await goesTo(desk, 'Quick log');
    await types(desk, 'Who was it with?', TWINS);
    await offersBoth('main form li');
    await pictured('twins-quick-log');
  });

  it('are told apart in the form of one of them, and once it is saved', async () => {
    await opensPerson(TWINS);
    await presses(desk, 'Log an intervention');
    await fillsContact();
    await pictured('twins-log');
    await presses(desk, await saveWords(desk));
    await sees(desk, TWINS_BY);
    await pictured('twins-logged');
  });

  it('are told apart in the palette', async () => {
    await goesTo(desk, 'Today');
    await desk.keyboard.down('Control');
    await desk.keyboard.press('k');
    await desk.keyboard.up('Control');
    await types(desk, 'What do you want to open or do?', TWINS);
    await offersBoth('[role="option"]');
    await pictured('twins-palette');
    await desk.keyboard.press('Escape');
    await desk.waitForFunction(() => document.querySelector('dialog') === null);
  });

  it('are told apart where the person of a form is changed', async () => {
    await opensPerson(ODD_NAMES['three-births']);
    await presses(desk, 'Log an intervention');
    await presses(desk, 'Change person');
    await control(desk, 'Who is this about?');
    await offersBoth('main select option');
    await chooses(desk, 'Who is this about?', TWINS);
    await sees(desk, `Change to ${TWINS}`);
    await pictured('twins-change-person');
  });

  it('are told apart where a save is moved, which asks, is told and can be undone', async () => {
    await goesTo(desk, 'Saved page');
    await readsSavedPage(desk, await (await fetch(`${rms.url}/lists/records/1`)).text());
    await sees(desk, 'Save as referral');
    await presses(desk, 'Discard this draft');
    await sees(desk, 'Discard this draft?');
    await pictured('discard-asked');
    await presses(desk, 'Cancel');
    await savesReferral(desk);
    await sees(desk, 'What next?');
    await presses(desk, 'Move to another subject');
    await control(desk, 'The subject it belongs to');
    await offersBoth('main select option');
    await chooses(desk, 'The subject it belongs to', TWINS);
    await pictured('twins-move');
    await presses(desk, 'Move from');
    await sees(desk, 'although it may be about somebody else?');
    await pictured('twins-move-doubt');
    await presses(desk, 'Yes, move it to');
    await sees(desk, 'Moved the referral');
    // The move gave a second date of birth.
    await sees(desk, `${TWINS}, 2 dates of birth, CC/2026/30`);
    await pictured('twins-moved');
    await presses(desk, 'Undo the move');
    await sees(desk, 'The move was undone');
    await pictured('twins-move-undone');
  });
});

it('says whom a concern is about, in the form, on its button and once it is saved', async () => {
  await opensPerson(TWINS);
  await opensActs(desk);
  await presses(desk, 'Raise a safeguarding concern');
  await sees(desk, `This concern is about ${TWINS}`);
  await types(desk, 'What is the concern?', 'Says that an older player asks for pictures.');
  const save = await saveWords(desk);
  expect(save).toContain(`Record concern about ${TWINS}`);
  expect(save).toContain(TWINS_BORN.slice(0, 4));
  await pictured('concern-about');
  await presses(desk, save);
  await sees(desk, `It is on the record of ${TWINS}`);
  await pictured('concern-saved');
});

it('asks before what was typed comes back, and before it goes', async () => {
  await goesTo(desk, 'Note');
  await types(desk, 'Intelligence', 'A stresser was named in the club, by somebody older.');
  await sees(desk, 'Draft kept at');
  await goesTo(desk, 'Today');
  await goesTo(desk, 'Note');
  await sees(desk, 'Begun on');
  await pictured('begun-on');
  await presses(desk, 'Continue');
  await control(desk, 'Intelligence');
  await presses(desk, 'Cancel');
  await sees(desk, 'Keep what you typed?');
  await pictured('cancel-asked');
  await presses(desk, 'Discard it');
});

it('tells every row of Today and of the diary from every other', async () => {
  await keepsAlike(desk);
  for (const [screen, row] of [
    ['Today', '.cp-due'],
    ['Diary', '.cp-list tbody tr'],
  ] as const) {
    await goesTo(desk, screen);
    await sees(desk, REFERRED_TWICE);
    const rows = await desk.$$eval(row, (found) => found.map(({ textContent }) => textContent));
    expect(rows.filter((words) => words?.includes(REFERRED_TWICE)).length).toBeGreaterThan(2);
    expect(rows.filter((words, at) => rows.indexOf(words) !== at)).toEqual([]);
    await pictured(`alike-${screen.toLowerCase()}`);
  }
});

it('asks whose form it is, beside the form of somebody else', async () => {
  const name = ODD_NAMES['three-births'];
  const first = await officer.browser.newPage();
  await first.goto(`${rms.url}/summary/records/2`);
  const panel = await officer.press(first);
  await looksAt(panel, '360', 'light');
  await sees(panel, 'Review what was read');
  await discards(panel);
  await opensPerson(name, panel);
  await opensSection(panel, 'Interventions');
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  const form = await officer.browser.newPage();
  await form.goto(`${rms.url}/summary/records/2/contact`);
  await officer.press(form);
  await sees(panel, `Is this form about ${name}`);
  expect(await panel.$$('main input[type="checkbox"]:checked')).toEqual([]);
  await pictured('form-of-another', { page: panel, looks: LOOKS.slice(1) });
});
