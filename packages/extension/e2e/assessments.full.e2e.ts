/**
 * Two officers and one child, by the screens and the keyboard: rated blind by the team's own instrument, assessed,
 * another level confirmed by the second officer, a page for the child, and assessed again. The final records, the due
 * entries and the log are compared with tables that are written by hand.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answersItems,
  asksSecond,
  choosesInstrument,
  confirms,
  continuesInstrument,
  givesInstrument,
  givesRating,
  opensAssessments,
  opensRound,
  rates,
  savesDraft,
  saysInWords,
  signs,
} from './assessment-steps.ts';
import {
  AGREEMENT,
  DIARY,
  DIARY_OF_COLLEAGUE,
  DONE,
  DONE_OF_COLLEAGUE,
  LOOKED,
  LOOKED_OF_COLLEAGUE,
  RECORDS,
  RECORDS_OF_COLLEAGUE,
} from './assessment-table.ts';
import type { OfficerBrowser } from './browser.ts';
import { movesClock } from './clock.ts';
import { CLUB_CHECK_FILE, NEXT_CLUB_CHECK_FILE, WRONG_FILE, WRONG_LINE } from './club-check.ts';
import { saves } from './downloads.ts';
import { type Card, exportsCard, type Saving, takesIn } from './exchange-steps.ts';
import { keepsSubject } from './keeps-subject.ts';
import { chooses, control, goesTo, INES, OFFICER, says, sees, unlocks } from './officer.ts';
import { launchPrepared, SET_UP_AT } from './prepared-officer.ts';
import { picks, pushes, selects, writes } from './tabs.ts';
import { diaryTold, learnsNames, logTold, type Names, recordsTold } from './told-by-name.ts';

const CORDELIA = 'Cordelia Ashgrove';
const CLUB = 'Club check';
const WHY = 'A threat that no item asks about.';

let [rowan, ines]: OfficerBrowser[] = [];
let [here, there]: Page[] = [];
let cardOfRowan: Card;
let cardOfInes: Card;
const names: Names = new Map();

const both = () => {
  if (!rowan || !ines || !here || !there) throw new Error('There is no browser');
  return { rowan, ines, here, there };
};
const savingIn =
  (officer: OfficerBrowser): Saving =>
  async (act) =>
    (await saves(officer, act)).path;

async function morningOf(day: string): Promise<void> {
  const { rowan, ines, here } = both();
  await learnsNames(here, names);
  for (const officer of [rowan, ines]) await movesClock(officer, `${day}T09:30:00Z`);
}

beforeAll(async () => {
  [rowan, ines] = await Promise.all([
    launchPrepared(OFFICER, { at: SET_UP_AT }),
    launchPrepared(INES, { at: SET_UP_AT }),
  ]);
  [here, there] = await Promise.all([rowan.open('workspace.html'), ines.open('workspace.html')]);
  for (const page of [here, there]) await control(page, 'Passphrase');
  for (const officer of [rowan, ines])
    expect(await movesClock(officer, '2026-11-02T09:00:00Z')).toBe(2);
  await Promise.all([here, there].map((page) => unlocks(page)));
  for (const page of [here, there]) await sees(page, 'Settings');
  cardOfRowan = await exportsCard(here, savingIn(rowan));
  cardOfInes = await exportsCard(there, savingIn(ines));
  await keepsSubject(here, CORDELIA, { bornOn: '2012-03-14' });
});
afterAll(async () => {
  await rowan?.close();
  await ines?.close();
});

describe('an instrument from a file', () => {
  it('is refused with its line and reason, and nothing of it is kept', async () => {
    const { here } = both();
    await givesInstrument(here, WRONG_FILE);
    await sees(here, `Line ${WRONG_LINE}, column`);
    await sees(here, 'Use concern, strength or context');
    expect(await says(here, 'Club check')).toBe(false);
  });

  it('is kept, with how far its evidence goes said plainly', async () => {
    const { here } = both();
    await givesInstrument(here, CLUB_CHECK_FILE);
    await sees(here, '“Club check” version 1.0.0 is loaded.');
    await sees(here, 'not validated: nobody has tested whether its levels predict anything');
  });
});

describe('two officers who rate blind', () => {
  it('commit first: neither can see an answer before both commitments are in', async () => {
    const { rowan, ines, here, there } = both();
    await opensAssessments(here, CORDELIA);
    await pushes(here, 'Rate blind with a colleague');
    await choosesInstrument(here, CLUB);
    await rates(here, {
      'Has used an account': 'Present',
      'How often on forums': 'Every week',
      'Has an adult': 'Absent',
      'Somebody was hurt': 'Absent',
      'Needs support': 'Not known',
    });
    await sees(here, 'Nothing opens until both are in');
    expect(await says(here, 'Open my rating')).toBe(false);
    // Ines does not hold the case.
    await chooses(here, 'Bring the case too');
    const first = await givesRating(here, cardOfInes, savingIn(rowan));
    await takesIn(there, first);
    await opensAssessments(there, CORDELIA);
    await pushes(there, 'club-check');
    await sees(there, '“club-check” version 1.0.0 is not on this computer');
    await givesInstrument(there, CLUB_CHECK_FILE);
    await sees(there, 'is loaded');
    await opensRound(there, CORDELIA, CLUB);
    await rates(there, {
      'Has used an account': 'Present',
      'How often on forums': 'Every day',
      'Has an adult': 'Absent',
      'Somebody was hurt': 'Absent',
      'Needs support': 'Present',
    });
    await sees(there, 'Both commitments are in');
    const second = await givesRating(there, cardOfRowan, savingIn(ines));
    await takesIn(here, second);
  });

  it('open, and both see the same agreement, with what it means', async () => {
    const { rowan, ines, here, there } = both();
    await opensRound(here, CORDELIA, CLUB);
    await pushes(here, 'Open my rating');
    await sees(here, 'Your rating is open. Give it to your colleague');
    await takesIn(there, await givesRating(here, cardOfInes, savingIn(rowan)));
    await opensRound(there, CORDELIA, CLUB);
    await pushes(there, 'Open my rating');
    await sees(there, 'Both ratings are open');
    await pushes(there, 'Make a file for your colleague');
    const back = await givesRating(there, cardOfRowan, savingIn(ines));
    await takesIn(here, back);
    await opensRound(here, CORDELIA, CLUB);
    for (const page of [here, there]) for (const words of AGREEMENT) await sees(page, words);
  });
});

describe('an assessment', () => {
  it('shows what is within reach while answers are missing, and what could move it', async () => {
    const { here } = both();
    await morningOf('2026-11-03');
    await opensAssessments(here, CORDELIA);
    await pushes(here, 'Start an assessment');
    await choosesInstrument(here, CLUB);
    await sees(here, 'Answered so far: 0 of the 2 needed');
    await answersItems(here, {
      'Has used an account': 'Partly',
      'Has an adult': 'Absent',
      'Somebody was hurt': 'Absent',
      'Needs support': 'Present',
    });
    await sees(here, 'Still possible: Low, Medium or High');
    await sees(
      here,
      'If “How often on forums where misuse is taught” were answered “Every day”, Low could become High.',
    );
    await answersItems(here, { 'How often on forums': 'Not known' });
    await sees(here, 'Still possible: Low, Medium or High');
    await answersItems(here, { 'How often on forums': 'Every week' });
    await sees(here, 'Level: Medium');
  });

  it('is not lost when the screen is left, and is signed only with the officer’s own words', async () => {
    const { here } = both();
    await goesTo(here, 'Today');
    await opensAssessments(here, CORDELIA);
    await pushes(here, 'Start an assessment');
    await continuesInstrument(here, CLUB);
    await sees(here, 'Level: Medium');
    await savesDraft(here);
    await signs(here);
    await sees(here, 'Enter your formulation');
    await sees(here, 'Select how sure you are');
    await sees(here, 'Enter when the review is due');
    await pushes(here, 'Continue the assessment');
    await saysInWords(here, {
      formulation: 'Signed in as a teacher once, for a dare. A club would help.',
      confidence: 'Medium',
      review: '3/2/2027',
    });
    await savesDraft(here);
  });

  it('needs and gets a second officer for another level', async () => {
    const { rowan, ines, here, there } = both();
    const file = await asksSecond(
      here,
      { card: cardOfInes, level: 'High', reason: WHY },
      savingIn(rowan),
    );
    await opensAssessments(here, CORDELIA);
    await pushes(here, '3 November 2026');
    await sees(here, 'Not confirmed');
    await signs(here);
    await sees(here, 'A second officer must confirm the other level, with their own key');
    await takesIn(there, file);
    const asked = { card: cardOfRowan, person: CORDELIA, reason: WHY };
    await takesIn(here, await confirms(there, asked, savingIn(ines)));
    await opensAssessments(here, CORDELIA);
    await pushes(here, '3 November 2026');
    await sees(here, 'Confirmed by');
    await sees(here, INES.name);
    await signs(here);
    await sees(here, 'The assessment is signed');
    await sees(here, 'Signed by');
  });

  it('is given to the child on a page of its own, once that is decided, and names nobody else', async () => {
    const { rowan, here } = both();
    await pushes(here, 'Page for the person');
    await pushes(here, 'Save the decision');
    await sees(here, 'Select whether to give the page');
    await sees(here, 'Select whether anything has to be held back');
    await sees(here, 'Enter the reason for your decision');
    await picks(here, 'Will you give them the page?', 'Give it');
    await selects(here, 'Does anything have to be held back', 'No, nothing');
    await writes(here, 'Reason for your decision', 'She asked, and nothing stands in the way.');
    await writes(here, 'What you say to them', 'We meet again on Tuesday. You did well to talk.');
    await pushes(here, 'Save the decision');
    await sees(here, 'It was decided on 3 November 2026 to give the page.');
    await sees(here, 'Using an account without permission');
    await sees(here, 'No computer decided anything about you');
    await sees(here, 'You did well to talk');
    expect(await says(here, 'a dare')).toBe(false);
    expect(await says(here, 'Somebody was hurt')).toBe(false);
    await selects(here, 'Where is it going?', 'The subject');
    await writes(here, 'Who receives it?', 'Cordelia Ashgrove');
    await selects(here, 'Legal gateway', 'Needed for a law enforcement task');
    const { path } = await saves(rowan, () => pushes(here, 'Save as HTML'));
    expect(path).toMatch(/assessment-page-2026-11-03-[0-9a-f]{8}\.html$/);
    await sees(here, 'The disclosure was logged');
  });

  it('is superseded by the next, which says what changed', async () => {
    const { here } = both();
    await morningOf('2026-11-09');
    await opensAssessments(here, CORDELIA);
    await pushes(here, '3 November 2026');
    await pushes(here, 'Assess again');
    await sees(here, 'Last time: Every week.');
    await answersItems(here, {
      'Has used an account': 'Absent',
      'How often on forums': 'Never',
      'Has an adult': 'Present',
      'Somebody was hurt': 'Absent',
      'Needs support': 'Absent',
    });
    await sees(here, 'Level: Low');
    await saysInWords(here, {
      formulation: 'The club took her in. Her aunt knows.',
      confidence: 'High',
      review: '9/5/2027',
    });
    await savesDraft(here);
    await sees(here, 'The level is lower.');
    await signs(here);
    await sees(here, 'The assessment is signed');
    await goesTo(here, 'Assessments');
    await sees(here, '2 assessments');
    await sees(here, 'Superseded');
    await sees(here, 'High');
  });

  it('is not saved by an instrument that was superseded meanwhile, and nothing is lost', async () => {
    const { here } = both();
    await opensAssessments(here, CORDELIA);
    await pushes(here, 'Start an assessment');
    await choosesInstrument(here, CLUB);
    await answersItems(here, { 'Has used an account': 'Present' });
    await savesDraft(here);
    await givesInstrument(here, NEXT_CLUB_CHECK_FILE);
    await sees(here, '“Club check” version 1.1.0 is loaded.');
    await opensAssessments(here, CORDELIA);
    await pushes(here, '9 November 2026');
    await pushes(here, 'Continue the assessment');
    await answersItems(here, { 'How often on forums': 'Never' });
    await pushes(here, 'Save without signing');
    await sees(here, '“Club check” 1.0.0 was superseded. Use version 1.1.0.');
    await sees(here, '2 of 5 items are answered');
  });
});

describe('what stands at the end', () => {
  it('is the records that a table states, here and with the second officer', async () => {
    const { here, there } = both();
    expect(await recordsTold(here, names)).toEqual(RECORDS);
    expect(await recordsTold(there, names)).toEqual(RECORDS_OF_COLLEAGUE);
  });

  it('is a diary with the next assessment, and with nothing of the one that was superseded', async () => {
    const { here, there } = both();
    expect(await diaryTold(here, names)).toEqual(DIARY);
    expect(await diaryTold(there, names)).toEqual(DIARY_OF_COLLEAGUE);
  });

  it('is a log of all that was done, in its order, and of what was looked at', async () => {
    const { here, there } = both();
    expect(await logTold(here, names)).toEqual({ done: DONE, looked: LOOKED });
    expect(await logTold(there, names)).toEqual({
      done: DONE_OF_COLLEAGUE,
      looked: LOOKED_OF_COLLEAGUE,
    });
  });
});
