/** The ground under a referral, by the screens: its conditions, area, offence, organisation and identifiers. */
import type { Page } from 'puppeteer-core';
import { draftOf, opensOtherWays, reviews } from './journey-steps.ts';
import { chooses, presses, saveWords, sees, types } from './officer.ts';
import { savesReferral } from './saves-referral.ts';
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
