/** Intake by keyboard alone, by the screens: an enquiry taken, decided and replied to; the returned form; a promise. */
import type { Page } from 'puppeteer-core';
import { saveWords, says, sees } from './officer.ts';
import { days, picks, pushes, selects, ticks, turnsTo, writes } from './tabs.ts';

export interface Asked {
  readonly who: string;
  readonly risk?: string;
  readonly text: string;
  readonly reference: string;
}

export async function takes(
  page: Page,
  { who, risk = 'A concern to pass on', text, reference }: Asked,
): Promise<void> {
  await turnsTo(page, 'Enquiries', 'An enquiry asks whether');
  await pushes(page, 'Take an enquiry');
  await sees(page, 'Then raise a safeguarding concern');
  await picks(page, 'How serious is the risk now?', risk);
  await selects(page, 'Who asks', who);
  await writes(page, 'Reference of the enquiry', reference);
  await writes(page, 'What was asked', text);
}

export async function keeps(page: Page): Promise<void> {
  await pushes(page, 'Save the enquiry');
  await sees(page, 'The enquiry was saved');
  await sees(page, 'What to do next');
}

export async function decidesOn(
  page: Page,
  what: 'enquiry' | 'referral',
  outcome: string,
  reason: string,
): Promise<void> {
  await pushes(page, `Decide on the ${what}`);
  await picks(page, 'Decision', outcome);
  await ticks(page, reason);
  // On a referral the button names the decision and the person.
  const [verb = ''] = outcome.split(' ');
  await pushes(page, what === 'enquiry' ? 'Save the decision' : verb);
  await sees(page, 'The decision was saved');
  await sees(page, 'What to do next');
}

export async function repliesOnPaper(page: Page): Promise<void> {
  await pushes(page, 'Reply to the enquiry');
  await pushes(page, 'I have sent it');
  await sees(page, 'The reply was noted');
  await sees(page, 'Replied on');
}

/** From a suitable enquiry to the page of the referral, once its form has come back. */
export async function attaches(page: Page, person: string): Promise<void> {
  await pushes(page, 'Paste what the form says');
  await writes(page, 'Where is it from?', 'Referral form');
  await writes(page, 'Text', `Full name: ${person}`);
  await pushes(page, 'Read this text');
  await sees(page, 'Did it begin as an enquiry?');
  await pushes(page, 'Save as referral');
  await sees(page, 'What next?');
  await pushes(page, 'Open the referral');
  await sees(page, 'What the referral says');
}

/** Promises feedback from the page of an enquiry or a referral, and returns to it. */
export async function promisesFeedback(page: Page, by: string): Promise<void> {
  await pushes(page, 'Promise feedback');
  await days(page, 'By when', by);
  await pushes(page, 'Put this promise');
  await sees(page, 'The promise is in the diary');
  await sees(page, 'What to do next');
}

export async function keepsPromise(page: Page): Promise<void> {
  await pushes(page, 'Say whether it was kept');
  await picks(page, 'Was it kept?', 'Kept');
  await pushes(page, await saveWords(page));
  await sees(page, 'The promise was settled');
  await sees(page, 'What to do next');
}

/** Answers a question during a refusal: if a crime may have been committed, the screen asks whether it is recorded. */
export async function saysNoCrime(page: Page): Promise<void> {
  if (await says(page, 'Is the crime recorded?'))
    await selects(page, 'Is the crime recorded?', 'No: it was decided');
}

/** On the page that lists the records to be destroyed and names the person: copies out what it asks for. */
export async function confirmsDestroying(page: Page, act: string): Promise<void> {
  const asks = 'To confirm, enter ';
  await sees(page, asks);
  const hints = await page.$$eval('.govuk-hint', (all) =>
    all.map((each) => each.textContent ?? ''),
  );
  const wanted = hints.find((hint) => hint.startsWith(asks))?.slice(asks.length) ?? '';
  // Without a reference the name is asked for.
  const isName = await says(page, 'Name to confirm');
  await writes(page, isName ? 'Name to confirm' : 'Reference to confirm', wanted);
  await pushes(page, act);
}

/** Goes to a list with Tab, along its rows with the arrows, to the row with these words; and opens it. */
export async function opensRow(page: Page, words: string): Promise<void> {
  const at = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.closest('main tbody tr')?.textContent ?? undefined);
  for (let presses = 0; (await at()) === undefined; presses += 1) {
    if (presses > 100) throw new Error('No list can be reached with the Tab key');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 100; presses += 1) {
    if ((await at())?.includes(words)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The row “${words}” cannot be reached`);
}
