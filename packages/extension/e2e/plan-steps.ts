/** An officer's actions on a plan, a notice and a visit, by keyboard alone. */
import type { Page } from 'puppeteer-core';
import { opensSubject } from './journey-steps.ts';
import { goesTo, presses, sees } from './officer.ts';
import { days, picks, pushes, selects, writes } from './tabs.ts';
import { opensSection } from './tour-controls.ts';

/** Adds a person whose referral came on that day, from a pasted text. */
export async function brings(page: Page, person: string, born: string): Promise<void> {
  await goesTo(page, 'Capture');
  await presses(page, 'Paste text');
  await writes(page, 'Where is it from?', 'Referral form');
  await writes(
    page,
    'Text',
    `Full name: ${person}\nDate of birth: ${born}\nDate of referral: 20/11/2026`,
  );
  await pushes(page, 'Read this text');
  await sees(page, 'Review what was read');
  await pushes(page, 'Save as referral');
  await sees(page, 'What next?');
}

export async function opensAt(page: Page, person: string, section: string): Promise<void> {
  await opensSubject(page, person);
  await sees(page, 'Opening this page was logged.');
  await opensSection(page, section);
}

/** In the section of the plan: enters the young person’s own words, and the day of the review. */
export async function makesPlan(page: Page, own: string, review: string): Promise<void> {
  await pushes(page, 'Make a plan');
  await sees(page, 'Make it with the young person.');
  await writes(page, 'The young person’s own plan', own);
  await days(page, 'Agreed with the young person on', '24/11/2026');
  await days(page, 'Review due', review);
  await pushes(page, 'Save the plan');
  await sees(page, 'The plan was saved.');
  await sees(page, 'Opening this page was logged.');
}

/** Fills in an objective, except for the person responsible. */
export async function beginsObjective(page: Page): Promise<void> {
  await pushes(page, 'Add an objective');
  await sees(page, 'Person responsible');
  await writes(page, 'Need', 'Nobody shows interest in what she can do.');
  await writes(page, 'Objective', 'Takes part in a legal competition');
  await days(page, 'Target date', '29/1/2027');
  await writes(page, 'How we will know', 'A result on the board.');
}

/** From the page of a subject to the notice, filled in except for the grounds. */
export async function fillsNotice(page: Page): Promise<void> {
  await picks(page, 'Which notice was served?', 'The notice of this toolkit');
  await picks(page, 'How it was served', 'In person');
  await writes(page, 'Parent, carer or supporter present', 'Marisol Quillon, mother');
  await writes(page, 'Appropriate adult', 'Ottilie Brandt');
  await picks(page, 'Did they acknowledge it?', 'Signed for');
}

export async function logsAs(
  page: Page,
  { kind, minutes }: { readonly kind: string; readonly minutes: string },
): Promise<void> {
  await selects(page, 'Kind of intervention', kind);
  await picks(page, 'How', 'In person');
  await writes(page, 'Contact time in minutes', minutes);
}
