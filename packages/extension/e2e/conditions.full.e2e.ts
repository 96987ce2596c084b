/**
 * A youth conditional caution, by the screens and the keyboard: advised, given, one condition evidenced and certified,
 * another that may have been breached and is reported, and the end. Records, diary and log are compared with tables
 * that are written by hand.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { movesClock } from './clock.ts';
import {
  addsEvidence,
  advises,
  certifies,
  isGiven,
  opensConditions,
  saved,
} from './conditions-steps.ts';
import { DIARY, DONE, RECORDS } from './conditions-table.ts';
import { saves } from './downloads.ts';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { cancels, control, goesTo, OFFICER, saveWords, says, sees, unlocks } from './officer.ts';
import { launchPrepared, SET_UP_AT } from './prepared-officer.ts';
import { picks, pushes, selects, writes } from './tabs.ts';
import { diaryTold, learnsNames, logTold, type Names, recordsTold } from './told-by-name.ts';
import { toursConditions, toursWorkForms } from './tour-conditions.ts';
import { opensSection } from './tour-controls.ts';

const CHILD = 'Jory Tamblyn';
const names: Names = new Map();
let officer: OfficerBrowser;
let desk: Page;

async function morningOf(day: string): Promise<void> {
  await learnsNames(desk, names);
  await movesClock(officer, `${day}T09:30:00Z`);
}

/** Hands over the report on the page: chooses the recipient and the gateway. Gives the file's text. */
async function handsOver(): Promise<string> {
  await writes(desk, 'Who receives it?', 'DC 2218 Tamsin Okoro');
  await selects(desk, 'Legal gateway', 'Needed for a law enforcement task');
  await pushes(desk, 'Other formats');
  const file = await saves(officer, () => pushes(desk, 'Save as Markdown'));
  await sees(desk, 'was exported');
  expect(file.name).not.toMatch(/Tamblyn|Jory/);
  return file.text;
}

beforeAll(async () => {
  officer = await launchPrepared(OFFICER, { at: SET_UP_AT });
  desk = await officer.open('workspace.html');
  await control(desk, 'Passphrase');
  await movesClock(officer, '2026-11-02T09:00:00Z');
  await unlocks(desk);
  await sees(desk, 'Settings');
  const child = await keepsSubject(desk, CHILD, { bornOn: '2011-05-14' });
  const { updatedBy } = (await askKeeper(desk, 'get', 'subject', child)) as HeldRecord;
  names.set(`${updatedBy}`, OFFICER.name);
});
afterAll(() => officer?.close());

describe('a youth conditional caution', () => {
  it('is advised out of the library, once youth justice was asked', async () => {
    await opensConditions(desk, CHILD);
    await opensSection(desk, 'Agencies and monitoring');
    await pushes(desk, 'Log a contact with an agency');
    await selects(desk, 'Agency', 'Youth justice service');
    await writes(desk, 'Who it was with', 'Perrin Hale, case manager');
    await picks(desk, 'How', 'Telephone');
    await writes(desk, 'What it was about', 'Whether the conditions fit.');
    await selects(desk, 'Legal gateway', 'Not known');
    await writes(desk, 'What was shared', 'The conditions that are advised.');
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'Something was shared, and the gateway is not known');
    await selects(desk, 'Legal gateway', 'To reduce crime and disorder');
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'Perrin Hale, case manager');
    // Entered wrongly, and corrected: the earlier version stays in the history.
    await pushes(desk, 'Correct the contact 2 November 2026');
    await writes(desk, 'Who it was with', 'Perrin Hale, case manager, Testford');
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'Perrin Hale, case manager, Testford');
    await opensSection(desk, 'Conditions');
    await advises(desk, {
      kind: 'Youth conditional caution',
      conditions: ['Cyber Choices sessions', 'Mentoring'],
    });
    expect(await says(desk, 'No contact with the youth justice service')).toBe(false);
    await sees(desk, 'Attend the Cyber Choices sessions');
  });

  it('goes to the officer in the case as a report that says who decides', async () => {
    await pushes(desk, 'Advice on conditions, as a report');
    await selects(desk, 'Where is it going?', 'Force');
    await sees(desk, 'This is advice.');
    const text = await handsOver();
    expect(text).toContain('Attend the Cyber Choices sessions');
    expect(text).toContain('OFFICIAL-SENSITIVE');
    expect(text).toContain('For: DC 2218 Tamsin Okoro');
    await pushes(desk, 'Back to the conditions');
    await sees(desk, 'Condition 2');
  });

  it('is given by others, and its clock begins', async () => {
    await morningOf('2026-11-03');
    await opensConditions(desk, CHILD);
    await isGiven(desk);
    await sees(desk, '23 February 2027');
  });

  it('has a condition certified once there is evidence, and not before', async () => {
    await morningOf('2026-11-05');
    await opensConditions(desk, CHILD);
    await certifies(desk, 1);
    await sees(desk, 'There is no evidence that this condition is met');
    await cancels(desk);
    await addsEvidence(desk, {
      nth: 1,
      shows: 'The condition is met',
      what: 'He came to all four sessions.',
    });
    await certifies(desk, 1);
    await saved(desk, 'The condition was certified');
    await sees(desk, 'Certified');
  });

  it('has one that may have been breached, which is told to whoever decides', async () => {
    await morningOf('2026-11-06');
    await opensConditions(desk, CHILD);
    await addsEvidence(desk, {
      nth: 2,
      shows: 'It may have been breached',
      what: 'He did not come to the mentor twice.',
    });
    await sees(desk, 'Nobody is recorded as told.');
    await goesTo(desk, 'Today');
    await sees(desk, 'Tell the officer in the case that a condition may have been breached');
    await goesTo(desk, 'Conditions');
    await sees(desk, 'Today, Fri 6 Nov');
    await opensConditions(desk, CHILD);
    await pushes(desk, 'Note for the officer in the case');
    await selects(desk, 'Where is it going?', 'Force');
    await sees(desk, 'Whether it is a breach is not decided here');
    const text = await handsOver();
    expect(text).toContain('He did not come to the mentor twice.');
    expect(text).not.toContain('Ottilie Brandt');
    await pushes(desk, 'Back to the conditions');
    await pushes(desk, 'Say who was told');
    await writes(desk, 'Who was told', 'DC 2218 Tamsin Okoro');
    await pushes(desk, await saveWords(desk));
    await saved(desk, 'You have recorded who was told');
    await sees(desk, 'The decision maker was told on 6 November 2026.');
  });

  it('is not proposed as outcome 22, and ends as the officer in the case decides', async () => {
    await morningOf('2026-11-09');
    await opensConditions(desk, CHILD);
    await pushes(desk, 'Propose an outcome');
    await selects(desk, 'Outcome that is proposed', '22');
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'Outcome 22 is recorded only after the activity is complete. A condition is');
    await cancels(desk);
    await pushes(desk, 'Say how it ended');
    await picks(desk, 'How it ended', 'Ended after a breach');
    await pushes(desk, await saveWords(desk));
    await saved(desk, 'You have recorded how it ended');
    await pushes(desk, 'Note the recorded outcome');
    await selects(desk, 'Outcome that the force recorded', '1 Charged');
    await writes(desk, 'Who recorded it', 'DC 2218 Tamsin Okoro');
    await pushes(desk, await saveWords(desk));
    await saved(desk, 'The recorded outcome was noted');
    await sees(desk, 'does not usually go with this kind');
  });
});

describe('what stands at the end', () => {
  it('is the records that a table states', async () => {
    expect(await recordsTold(desk, names)).toEqual(RECORDS);
  });

  it('is a diary that asks whether an interview was offered', async () => {
    expect(await diaryTold(desk, names)).toEqual(DIARY);
    await goesTo(desk, 'Diary');
    await selects(desk, 'How far ahead', 'Everything');
    await sees(desk, 'Say whether an interview was offered');
  });

  it('is a log of all that was done, in its order', async () => {
    const { done, looked } = await logTold(desk, names);
    expect(done).toEqual(DONE);
    expect(looked.every((line) => line.includes(OFFICER.name) && line.includes(CHILD))).toBe(true);
  });

  it('is in the list of conditions, without what they ask', async () => {
    await goesTo(desk, 'Conditions');
    await sees(desk, 'May have been breached');
    await sees(desk, 'Certified');
    expect(await says(desk, 'Meet the mentor')).toBe(false);
  });
});

it('asks in forms that axe and a narrow window find nothing wrong with', async () => {
  const problems: string[] = [];
  const visit = async (screen: string): Promise<void> => {
    const found = [...(await axeProblems(desk)), ...(await sidewaysProblems(desk, 320))];
    problems.push(...found.map((what) => `${screen}: ${what}`));
  };
  await toursConditions({ page: desk, visit: async () => undefined }, 'Merryn Trevail');
  await toursWorkForms({ page: desk, visit });
  expect(problems).toEqual([]);
});
