/**
 * One record in two windows: the officer who saves second is shown the other save in a sentence, and neither loses a
 * word.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { attaches, decidesOn, keeps, promisesFeedback, takes } from './intake-steps.ts';
import { opensSubject } from './journey-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { chooses, control, goesTo, presses, saveWords, sees, types } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { saysHow } from './told-steps.ts';
import { opensFirstRow, opensSection } from './tour-controls.ts';

const PERSON = 'Cordelia Ashgrove';
const RENAMED = 'Cordelia Ashgreave';

let officer: OfficerBrowser;
let [desk, other]: Page[] = [];

const both = (): { readonly desk: Page; readonly other: Page } => {
  if (!desk || !other) throw new Error('There are no two windows');
  return { desk, other };
};
const held = async (kind: string) => {
  const all = (await askKeeper(both().desk, 'query', kind, {})) as readonly { value: unknown }[];
  return all.map(({ value }) => value);
};
/** Opens the same form in both windows, with the second one in front at the end. */
async function inBoth(goes: (page: Page) => Promise<unknown>): Promise<void> {
  const { desk, other } = both();
  for (const page of [desk, other]) {
    await page.bringToFront();
    await goes(page);
  }
}
/** The form that is open on the desk was saved in the other window: what is entered here is kept as a new draft. */
async function keepsOnDesk(): Promise<void> {
  const { desk } = both();
  await desk.bringToFront();
  await sees(desk, 'You saved this in another window');
  await sees(desk, 'the record is changed again');
  expect(await axeProblems(desk)).toEqual([]);
  await presses(desk, 'Keep what is entered here as a new draft');
}
async function toldOnDesk(words: string): Promise<void> {
  const { desk } = both();
  await sees(desk, 'There is a problem');
  await sees(desk, words);
  expect(await axeProblems(desk)).toEqual([]);
  expect(await sidewaysProblems(desk, 320)).toEqual([]);
}
const opensReferral = async (page: Page): Promise<void> => {
  await goesTo(page, 'Referrals');
  await sees(page, RENAMED);
  await opensFirstRow(page);
  await sees(page, 'What the referral says');
};

beforeAll(async () => {
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  await takes(desk, { who: 'School', text: 'A pupil sells cheats for a game.', reference: 'E1' });
  await keeps(desk);
  await decidesOn(desk, 'enquiry', 'Suitable', 'Suitable for the programme');
  await attaches(desk, PERSON);
  await promisesFeedback(desk, `1/6/${new Date().getFullYear() + 1}`);
  other = await officer.open('workspace.html');
  await sees(other, 'Settings');
}, 120_000);
afterAll(() => officer?.close());

describe('two windows', () => {
  it('on one detail: the second is told what it says now, and may save what was typed', async () => {
    const { desk, other } = both();
    const renames = async (page: Page, name: string): Promise<void> => {
      await types(page, 'Name', name);
      await saysHow(page);
      await presses(page, await saveWords(page));
    };
    await inBoth(async (page) => {
      await opensSubject(page, PERSON);
      await opensSection(page, 'Details');
      await presses(page, 'Correct name');
      await control(page, 'How you learned it');
    });
    await renames(other, 'Cordelia Ashgrave');
    await sees(other, 'Opening this page was logged.');
    await keepsOnDesk();
    await renames(desk, RENAMED);
    await toldOnDesk('was saved elsewhere while you were typing');
    await sees(desk, 'It says now: Cordelia Ashgrave');
    await presses(desk, await saveWords(desk));
    await sees(desk, 'Opening this page was logged.');
    expect(await held('subject')).toMatchObject([{ name: RENAMED }]);
  });

  it('on the questions: what was answered there comes in, and what was typed here stays', async () => {
    const { desk, other } = both();
    await inBoth(async (page) => {
      await opensReferral(page);
      await presses(page, 'Answer the questions');
      await control(page, '1. What interests them');
    });
    await types(other, '1. ', 'Speedrunning');
    await types(other, '2. ', 'A sister');
    await presses(other, 'Save the answers');
    await sees(other, 'The answers were saved');
    await keepsOnDesk();
    await types(desk, '1. ', 'Chess by post');
    await presses(desk, 'Save the answers');
    await toldOnDesk('The referral was saved elsewhere while you were typing');
    await sees(desk, 'Answered there: Speedrunning');
    await presses(desk, 'Save the answers');
    await sees(desk, 'The answers were saved');
    const [referral] = (await held('referral')) as { answers: { answer: string }[] }[];
    expect(referral?.answers.map(({ answer }) => answer).sort()).toEqual([
      'A sister',
      'Chess by post',
    ]);
  });

  it('on a promise: the second is told what was said of it', async () => {
    const { desk, other } = both();
    await inBoth(async (page) => {
      await opensReferral(page);
      await presses(page, 'Say whether it was kept');
      await control(page, 'Kept');
    });
    await chooses(other, 'Kept');
    await presses(other, await saveWords(other));
    await sees(other, 'The promise was settled');
    await keepsOnDesk();
    await chooses(desk, 'Not kept');
    await types(desk, 'Why not', 'The referrer had left.');
    await presses(desk, await saveWords(desk));
    await toldOnDesk('This promise was recorded elsewhere as kept');
    expect(await held('promise')).toMatchObject([{ settled: 'kept' }]);
    await presses(desk, await saveWords(desk));
    await sees(desk, 'The promise was settled');
    expect(await held('promise')).toMatchObject([{ settled: 'not-kept' }]);
  });
});
