/** Cautions and their conditions, by the screens and the keyboard. */
import type { Page } from 'puppeteer-core';
import { goesTo, presses, saveWords, sees } from './officer.ts';
import { picks, pushes, selects, ticks, writes } from './tabs.ts';
import { opensSection } from './tour-controls.ts';

/** Opens the cautions and conditions of a person. */
export async function opensConditions(page: Page, person: string): Promise<void> {
  await goesTo(page, 'Subjects');
  await presses(page, person);
  await sees(page, 'Opening this page was logged');
  await opensSection(page, 'Conditions');
}

export interface Advised {
  readonly kind: string;
  /** Titles of conditions in the library. */
  readonly conditions: readonly string[];
}

/** From a person's conditions back to them, with the advice recorded. */
export async function advises(page: Page, { kind, conditions }: Advised): Promise<void> {
  await pushes(page, 'Advise on conditions');
  await sees(page, 'Advice for the officer in the case');
  await selects(page, 'Kind of caution or order', kind);
  await writes(page, 'Officer in the case', 'DC 2218 Tamsin Okoro');
  await picks(page, 'Is there an admission?', 'Yes');
  await writes(page, 'Why these conditions', 'He wants to put it right.');
  for (const each of conditions) await ticks(page, each);
  await pushes(page, 'Save the advice');
  await saved(page, 'The advice was saved');
}

/** Records the outcome of the advice, as reported by the officer in the case. */
export async function isGiven(page: Page): Promise<void> {
  await pushes(page, 'Record what happened to the advice');
  await picks(page, 'What happened to the advice', 'Given as advised');
  await writes(page, 'Who gave or made it', 'DC 2218 Tamsin Okoro');
  await pushes(page, await saveWords(page));
  await saved(page, 'You have recorded what happened to the advice');
}

export interface Seen {
  readonly nth: number;
  readonly shows: string;
  readonly what: string;
}

export async function addsEvidence(page: Page, { nth, shows, what }: Seen): Promise<void> {
  await pushes(page, `Add evidence Condition ${nth}`);
  await picks(page, 'What it shows', shows);
  await writes(page, 'What was seen or handed over', what);
  await writes(page, 'Who reported it, or where it was seen', 'Ottilie Brandt, Testford Academy');
  await picks(page, 'What kind of information is this?', 'Report');
  if (shows === 'It may have been breached')
    await picks(page, 'Has anybody been told?', 'No, nobody yet');
  await pushes(page, await saveWords(page));
  await saved(page, 'The evidence was added');
}

export async function certifies(page: Page, nth: number): Promise<void> {
  await pushes(page, `Certify the condition Condition ${nth}`);
  await writes(page, 'Certified by', 'Ottilie Brandt, safeguarding lead');
  await pushes(page, await saveWords(page));
}

/** Waits for the person's conditions, with the banner about the save. */
export async function saved(page: Page, what: string): Promise<void> {
  await page.waitForSelector('main section[aria-label="Conditions"]');
  await sees(page, what);
}
