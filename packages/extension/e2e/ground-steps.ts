/** The ground under a referral, by the screens: its conditions, area, offence, organisation and identifiers. */
import type { Page } from 'puppeteer-core';
import { draftOf, opensOtherWays, opensSubject, reviews } from './journey-steps.ts';
import { chooses, dates, goesTo, presses, saveWords, sees, types } from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import { saysHow } from './told-steps.ts';
import { opensSection } from './tour-controls.ts';

/** Conditions that let nothing out without a permission. */
export const GIVEN = {
  reference: 'NP/26/0417',
  instructions: 'Ask DS Quill before anything is done.',
} as const;

/** A moment and an address in the range for documentation. */
export const ADDRESS = '203.0.113.77';

/** Reviews the draft on the panel, gives its conditions, and saves it. @returns the name of the person */
export async function savesWithConditions(panel: Page): Promise<string> {
  const draft = await draftOf(panel);
  await opensOtherWays(panel);
  await types(panel, 'Package or report reference', GIVEN.reference);
  await chooses(panel, 'Handling code', 'C');
  await chooses(panel, 'Action condition', 'A1');
  await chooses(panel, 'Sanitisation condition', 'S2');
  await types(panel, 'Handling instructions', GIVEN.instructions);
  await reviews(panel, draft);
  await savesReferral(panel);
  await sees(panel, 'Saved as a referral');
  return draft.rows.find(({ path }) => path === 'subject.name')?.value ?? '';
}

/** From a part of the person's page, through a form of it, back to the page. */
export async function fills(
  desk: Page,
  [part, button]: readonly [part: string, button: string],
  answers: () => Promise<void>,
): Promise<void> {
  await opensSection(desk, part);
  await presses(desk, button);
  await desk.waitForSelector('main form');
  await answers();
  await presses(desk, await saveWords(desk));
  await sees(desk, 'Opening this page was logged.');
}

/** Opens the filters of a list and sets one. */
export async function filters(desk: Page, by: string, choice: string): Promise<void> {
  await presses(desk, 'Filter');
  await chooses(desk, 'Filter by', by);
  await chooses(desk, choice);
  await presses(desk, 'Filter');
}

/** The first cells of the rows that are shown. */
export function rowsOf(desk: Page): Promise<readonly string[]> {
  return desk.$$eval('main tbody th', (cells) =>
    cells.map(({ textContent }) => (textContent ?? '').trim()),
  );
}

/** Lays the rest of the ground under the captured referral: area, offence with its status, organisation, address. */
export async function laysGround(desk: Page, person: string): Promise<void> {
  await opensSubject(desk, person);
  await fills(desk, ['Details', 'Add area'], async () => {
    await chooses(desk, 'Force area', 'Thames Valley');
    await chooses(desk, 'Local authority', 'Reading');
    await saysHow(desk);
  });
  await fills(desk, ['Suspected offences', 'Say which section this is'], async () => {
    await presses(desk, 'Choose this section');
    await chooses(desk, 'Status', 'Suspected');
  });
  await fills(desk, ['Identifiers', 'Add an identifier'], async () => {
    await chooses(desk, 'Type of identifier', 'IP address');
    await types(desk, 'As seen', ADDRESS);
    await dates(desk, 'Date it was used', '26/1/2026');
    await types(desk, 'Time it was used', '21:05');
    await types(desk, 'Time zone', 'GMT');
    await saysHow(desk);
  });
  await goesTo(desk, 'Organisations');
  await presses(desk, 'Words to join');
  await sees(desk, 'Words 1 of');
  await chooses(desk, 'None of these: make a new organisation');
  await chooses(desk, 'Kind', 'School');
  await presses(desk, 'Join the selected places');
  await sees(desk, 'Because: ');
  await chooses(desk, 'Brackenfield Vale School');
  await presses(desk, 'Join the selected places');
  await sees(desk, 'All words are joined, or there are none.');
}
