/**
 * The end of a case in a real browser: closed, put on hold, reviewed, disposed of with its certificate; and handed over
 * between two officers.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { answers, handsOver, namesColleague, opensKeeping, reviews } from './ending-steps.ts';
import { type Card, exportsCard, looksAt, type Saving, takesIn } from './exchange-steps.ts';
import { confirmsDestroying } from './intake-steps.ts';
import { askKeeper, recordsHeld } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { chooses, goesTo, INES, presses, sees, types, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensSection } from './tour-controls.ts';

const PERSON = 'Petra Lindqvist';
const savingIn =
  (officer: OfficerBrowser): Saving =>
  async (act) =>
    (await saves(officer, act)).path;

describe('a case that ends', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    await keepsSubject(desk, PERSON);
  });
  afterAll(() => officer?.close());

  it('is not closed without its reasons, and then closed', async () => {
    await opensKeeping(desk, PERSON);
    await presses(desk, 'Close the case');
    await sees(desk, 'first contact, follow-ups and assessments are paused');
    await presses(desk, 'Close the case');
    await sees(desk, 'Select why the case is closed');
    await chooses(desk, 'Why it is closed', 'No further concern');
    await types(desk, 'Reason', 'The plan is done.');
    await presses(desk, 'Close the case');
    await sees(desk, 'The case is closed.');
    await sees(desk, 'This case was closed on');
  });

  it('says in words that a hold stands, and destroys nothing', async () => {
    await presses(desk, 'Place a hold');
    await sees(desk, 'While a hold is in place');
    await presses(desk, 'Place a hold');
    await sees(desk, 'There is a problem');
    await chooses(desk, 'Criminal case');
    await typesNextYear(desk);
    await presses(desk, 'Place a hold');
    await sees(desk, 'The hold is in place');
    await sees(desk, 'You cannot dispose of the case now. A hold is in place.');
    await presses(desk, 'See what stops a disposal');
    await sees(desk, 'Why you cannot dispose of it now');
    await sees(desk, 'A hold has been in place since');
    await sees(desk, 'No retention review has decided to dispose of this case');
    expect(await offersToDestroy(desk)).toBe(false);
    await presses(desk, 'Back to the person');
  });

  it('is reviewed question by question once the hold is lifted', async () => {
    await opensSection(desk, 'Closing and keeping');
    await presses(desk, 'Review or lift');
    await presses(desk, 'Lift the hold');
    await sees(desk, 'The hold is lifted');
    await reviews(desk, 'Dispose');
    await sees(desk, 'Nothing has been destroyed yet');
  });

  it('is destroyed once its reference is copied out, with a certificate that names nobody', async () => {
    await confirmsDestroying(desk, 'Destroy all of this');
    await sees(desk, 'Certificate of disposal');
    await sees(desk, 'neither the present state nor any revision can be read now');
    const { path } = await saves(officer, () => presses(desk, 'Save the certificate'));
    expect(readFileSync(path, 'utf8')).not.toContain('Lindqvist');
    const list = await saves(officer, () => presses(desk, 'Save the disposal list'));
    expect(readFileSync(list.path, 'utf8')).not.toContain('Lindqvist');
    for (const records of Object.values(await recordsHeld(desk))) expect(records).toEqual([]);
    expect(JSON.stringify(await askKeeper(desk, 'audit'))).toContain('"erasure"');
  });
});

describe('a caseload that is handed over', () => {
  let [rowan, ines]: OfficerBrowser[] = [];
  let [here, there]: Page[] = [];
  let cardOfRowan: Card;
  let cardOfInes: Card;
  const both = () => {
    if (!rowan || !ines || !here || !there) throw new Error('There is no browser');
    return { rowan, ines, here, there };
  };

  beforeAll(async () => {
    [rowan, ines] = await Promise.all([launchPrepared(), launchPrepared(INES)]);
    [here, there] = await Promise.all([opensUnlocked(rowan), opensUnlocked(ines)]);
    for (const name of [PERSON, 'Quillon Ashgrove']) await keepsSubject(here, name);
    cardOfRowan = await exportsCard(here, savingIn(rowan));
    cardOfInes = await exportsCard(there, savingIn(ines));
  });
  afterAll(async () => {
    await rowan?.close();
    await ines?.close();
  });

  it('is offered until the colleague answers case by case with their own key', async () => {
    const { rowan, ines, here, there } = both();
    const cases = [PERSON, 'Quillon Ashgrove'];
    const file = await handsOver(here, { card: cardOfInes, cases }, savingIn(rowan));
    await sees(here, 'Offered, not accepted yet');
    await looksAt(here, file);
    await sees(here, 'There is a problem');

    await looksAt(there, file);
    await sees(there, 'Which cases do you want to take in?');
    await chooses(there, 'Quillon Ashgrove');
    await chooses(there, 'We read all of the digits');
    await presses(there, 'Take in the file');
    await sees(there, 'The file was taken in');
    const held = await recordsHeld(there);
    expect(held.subject.map(({ value }) => value.name)).toEqual([PERSON]);
    expect(held.colleagueRequest).toHaveLength(2);

    await goesTo(there, 'Colleagues');
    await sees(there, `Take over the case: ${PERSON}`);
    await answers(there, PERSON, 'Accept');
    await sees(there, 'Your answer was saved');
    await answers(there, 'A case that is not held here', 'Decline');
    await sees(there, 'Enter why not');
    await types(there, 'Reason', 'Not in my area.');
    await presses(there, 'Save my answer');
    await sees(there, 'Nothing is waiting for your answer');
    await namesColleague(there, cardOfRowan);
    const back = await savingIn(ines)(() => presses(there, 'Make the file with the answers'));
    await sees(there, 'The file was made and the disclosure logged');

    await takesIn(here, back);
    await goesTo(here, 'Colleagues');
    await sees(here, 'Accepted, ');
    await sees(here, 'Not in my area.');
    await until('the answers are those of the colleague', async () => {
      const { colleagueRequest } = await recordsHeld(here);
      return colleagueRequest.every(({ value, updatedBy }) => updatedBy === value.to);
    });
    await goesTo(here, 'Subjects');
    await presses(here, PERSON);
    await sees(here, 'DS Ines Marlow has accepted this case');
  });
});

/** Types a day of next year into the boxes for the review of a hold. */
async function typesNextYear(desk: Page): Promise<void> {
  const year = String(new Date().getFullYear() + 1);
  const boxes = await desk.$$('input[id*="reviewDueOn"]');
  for (const [at, text] of ['14', '3', year].entries()) {
    await boxes[at]?.focus();
    await desk.keyboard.type(text);
  }
}

function offersToDestroy(desk: Page): Promise<boolean> {
  return desk.$$eval('main button', (buttons) =>
    buttons.some((each) => each.textContent?.startsWith('Destroy all of this')),
  );
}
