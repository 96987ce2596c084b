/** Each kind of definition of the hand-written pack, seen at work on the screen of an officer, in this order. */
import type { DefinitionKindName } from '@cyber-prevent/core/pack';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import {
  answersItems,
  choosesInstrument,
  opensAssessments,
  savesDraft,
  saysInWords,
  signs,
} from '../assessment-steps.ts';
import { advises, isGiven, opensConditions } from '../conditions-steps.ts';
import { opensKeeping } from '../ending-steps.ts';
import { decidesOn, keeps, takes } from '../intake-steps.ts';
import { discards, draftOf, opensSubject } from '../journey-steps.ts';
import { cancels, chooses, control, goesTo, presses, saveWords, sees, types } from '../officer.ts';
import { savesReferral } from '../saves-referral.ts';
import { picks, pushes, selects, ticks, writes } from '../tabs.ts';
import { saysHow } from '../told-steps.ts';
import { readsSavedPage } from '../tour.ts';
import { opensSection, wasRead } from '../tour-controls.ts';
import { typesValues } from '../types-values.ts';
import { type AtWork, keepsMissed, logsEvening, PERSON, SHEET } from './steps.ts';

/** Words that records made under version 1 keep. */
export const EVENING = 'Evening at the Wendingshire mesh club';
export const CHECK = 'Wendingshire mesh check';
export const CONDITION = 'Attend the Wendingshire mesh club each Thursday until the date given.';

const SHEET_AT = 'http://mesh.wendingshire.example/sheet/317';
const ADAPTER = 'Adapter wendingshire-mesh/referral-sheet, version 1.0.0: 3 of 3 anchors found';
const BULLYING =
  'The Brackenfield kindness line can help with bullying online. Ring 01632 960 742.';

/** From anywhere to the enquiry that the signposts and the words of replies are seen with. */
async function decidesOnBullying(desk: Page): Promise<void> {
  await takes(desk, {
    who: 'School',
    text: 'Pupils of a class are being called names in a chat.',
    reference: 'M1',
  });
  await keeps(desk);
  await pushes(desk, 'Decide on the enquiry');
  await picks(desk, 'Decision', 'Signpost elsewhere');
  await ticks(desk, 'Outside the remit: bullying');
}

/** The contact typed into the form of the mesh desk, which the adapter knows too. */
async function typesEvening({ officer, desk }: AtWork): Promise<void> {
  const tab = await officer.browser.newPage();
  await tab.goto(SHEET_AT);
  const panel = await officer.press(tab);
  await wasRead(panel, ADAPTER);
  await discards(panel);
  await opensSubject(panel, PERSON);
  await opensSection(panel, 'Interventions');
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  await tab.goto('http://mesh.wendingshire.example/sheet/evening');
  await officer.press(tab);
  await sees(panel, 'Form of Wendingshire mesh desk');
  await typesValues(panel);
  await sees(panel, 'values were typed');
  const typed = await tab.$$eval('input, textarea', (boxes) =>
    boxes.map((box) => (box as HTMLInputElement).value),
  );
  expect(typed).toEqual(['02/12/2026', expect.stringContaining('whose nodes they may join')]);
  await tab.close();
  await desk.bringToFront();
}

/** A row for each kind: another kind of definition does not compile without one. */
export const KINDS_AT_WORK: Readonly<Record<DefinitionKindName, (at: AtWork) => Promise<void>>> = {
  async adapter({ officer, desk }) {
    const tab = await officer.browser.newPage();
    await tab.goto(SHEET_AT);
    const panel = await officer.press(tab);
    await wasRead(panel, ADAPTER);
    const { rows } = await draftOf(panel);
    const values = Object.fromEntries(rows.map(({ path, value }) => [path, value]));
    expect(values).toMatchObject({
      'subject.name': PERSON,
      'subject.bornOn': '2010-09-04',
      'referral.reference': 'WM/2026/0317',
      'referral.receivedOn': '2026-11-30',
    });
    expect(rows.filter(({ raw }) => raw === 'Desk 9')).toEqual([]);
    await discards(panel);
    await tab.close();
    await desk.bringToFront();
    // A saved copy is read at the desk, on its own day.
    await goesTo(desk, 'Capture');
    await presses(desk, 'Read a saved page');
    await sees(desk, 'Read the file');
    await readsSavedPage(desk, SHEET);
    await wasRead(desk, ADAPTER);
    await savesReferral(desk);
    await sees(desk, 'What next?');
    await presses(desk, 'Open the referral');
    await sees(desk, 'What the referral says');
  },
  async 'host-classes'({ officer, desk }) {
    const tab = await officer.browser.newPage();
    await tab.goto('http://strongroom.wendingshire.example/ledger/9');
    const panel = await officer.press(tab);
    await sees(panel, 'Your force does not allow anything to be taken from this system');
    await tab.close();
    await desk.bringToFront();
  },
  async 'time-limits'({ desk }) {
    await decidesOn(desk, 'referral', 'Accept the referral', 'Suitable for the programme');
    await goesTo(desk, 'Today');
    await sees(desk, 'The mesh desk makes first contact within 4 working days of accepting');
    await sees(desk, 'Tue 8 Dec');
  },
  async 'retention-groups'({ desk }) {
    await opensKeeping(desk, PERSON);
    await sees(desk, 'What is held is reviewed after 3 years.');
    await sees(desk, 'Read in a public source');
    await sees(desk, 'Next routine review 2 December 2029');
  },
  async 'code-list'({ officer, desk }) {
    await opensSubject(desk, PERSON);
    await logsEvening(desk, EVENING, '2/12/2026');
    await opensSection(desk, 'Interventions');
    await sees(desk, EVENING);
    await typesEvening({ officer, desk });
  },
  async triggers({ desk }) {
    for (const _ of [1, 2]) await keepsMissed(desk, '2026-12-02');
    await goesTo(desk, 'Today');
    await sees(desk, 'Review a case');
    await sees(desk, 'Two mesh club evenings missed within 21 days');
  },
  async instrument({ desk }) {
    await opensAssessments(desk, PERSON);
    await pushes(desk, 'Start an assessment');
    await choosesInstrument(desk, CHECK);
    await sees(desk, 'Around the mesh');
    await answersItems(desk, {
      'Joins mesh nodes': 'Present',
      'Lends out a node': 'Present',
      'Goes to the Wendingshire mesh club': 'Present',
    });
    await sees(desk, 'Level: Mesh amber');
    await saysInWords(desk, {
      formulation: 'Joined two nodes for a dare, and goes to the club now.',
      confidence: 'Medium',
      review: '2/3/2027',
    });
    await savesDraft(desk);
    await signs(desk);
    await sees(desk, 'The assessment is signed');
    await sees(desk, 'Mesh amber');
  },
  async conditions({ desk }) {
    await opensConditions(desk, PERSON);
    await advises(desk, {
      kind: 'Youth conditional caution',
      conditions: ['Wendingshire mesh club'],
    });
    await sees(desk, CONDITION);
  },
  async 'order-rules'({ desk }) {
    await opensConditions(desk, PERSON);
    await isGiven(desk);
    // Fourteen weeks after the second of December.
    await sees(desk, '10 March 2027');
    await pushes(desk, 'Propose an outcome');
    await selects(desk, 'Outcome that is proposed', '22');
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'The mesh desk proposes outcome 22 only once the activity is complete');
    await cancels(desk);
  },
  async 'monitoring-rules'({ desk }) {
    await opensSubject(desk, PERSON);
    await opensSection(desk, 'Agencies and monitoring');
    await pushes(desk, 'Choose a tier');
    await picks(desk, 'Tier', 'Highest risk');
    await writes(desk, 'Why this tier', 'Joined nodes of a hospital.');
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'The tier was chosen');
    await goesTo(desk, 'Diary');
    await selects(desk, 'How far ahead', 'Everything');
    await sees(desk, 'The mesh desk sees somebody at the highest tier every 9 days');
    await sees(desk, 'Fri 11 Dec');
  },
  async letterhead({ desk }) {
    await opensSubject(desk, PERSON);
    await opensSection(desk, 'Cease and desist, stop cards');
    await pushes(desk, 'Print a notice for a visit');
    await sees(desk, 'your force’s own notice, “Wendingshire mesh notice”, version M1');
    const contact = await control(desk, 'Telephone number on the notice');
    expect(await contact.evaluate((box) => (box as HTMLInputElement).value)).toBe(
      '01632 960 731, Monday to Thursday, 8am to 4pm',
    );
    await chooses(desk, 'Where is it going?', 'The subject');
    await sees(desk, '7 Heron Yard, Brackenfield');
    await sees(desk, 'This is the mesh notice of Wendingshire.');
    await pushes(desk, 'Back to the subject');
  },
  async 'postcode-area'({ desk }) {
    await opensSubject(desk, PERSON);
    await opensSection(desk, 'Details');
    await presses(desk, 'Add addresses');
    await types(desk, 'Address', '3 Heron Yard, Brackenfield');
    await types(desk, 'Postcode (optional)', 'GU99 1AB');
    await saysHow(desk);
    await pushes(desk, await saveWords(desk));
    await opensSection(desk, 'Details');
    await presses(desk, 'Add area');
    await sees(desk, 'The area of GU99 1AB is Surrey, Surrey force area.');
    await presses(desk, 'Use this area');
    await sees(desk, 'You are using the area of the table');
    await saysHow(desk);
    await pushes(desk, await saveWords(desk));
    await opensSection(desk, 'Details');
    await sees(desk, 'Worked out from the postcode: GU99 1AB');
  },
  async signposts({ desk }) {
    await decidesOnBullying(desk);
    await sees(desk, `Brackenfield kindness line. ${BULLYING}`);
    await pushes(desk, 'Save the decision');
    await sees(desk, 'Now reply to the enquiry');
  },
  async 'reply-words'({ desk }) {
    await pushes(desk, 'Reply to the enquiry');
    await sees(desk, 'Subject of the message: Mesh desk: who can help you');
    const box = await control(desk, 'Text of the reply');
    const text = await box.evaluate((each) => (each as HTMLTextAreaElement).value);
    expect(text).toContain('The mesh desk of Wendingshire thanks you for your enquiry.');
    expect(text).toContain(BULLYING);
  },
  async template({ desk }) {
    await opensSubject(desk, PERSON);
    await pushes(desk, 'Case summary');
    await chooses(desk, 'Letter about the Wendingshire mesh club');
    await chooses(desk, 'Where is it going?', 'Supervisor');
    await sees(desk, 'A letter from the Wendingshire mesh desk');
    await sees(desk, EVENING);
    await sees(desk, 'Wendingshire cyber unit, back office (force)');
  },
};
