/** An officer's actions in a fortnight beyond intake, by the screens. */
import type { Page } from 'puppeteer-core';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { opensKeeping, reviews } from './ending-steps.ts';
import { confirmsDestroying, opensRow, repliesOnPaper, saysNoCrime } from './intake-steps.ts';
import { opensSubject } from './journey-steps.ts';
import { goesTo, sees } from './officer.ts';
import { days, picks, pushes, selects, ticks, turnsTo, writes } from './tabs.ts';

/** Opens it from the list without a search, which would be logged. */
export async function opensEnquiry(page: Page, reference: string): Promise<void> {
  await turnsTo(page, 'Enquiries', 'An enquiry asks whether');
  await sees(page, reference);
  await opensRow(page, reference);
  await sees(page, 'What was asked');
}

export async function opensReferral(page: Page, enquiry: string, person: string): Promise<void> {
  await opensEnquiry(page, enquiry);
  await pushes(page, 'Open the referral made from it');
  await sees(page, person);
}

/** The first check, and the reply with its result. */
export async function answersEnquiry(
  page: Page,
  reference: string,
  outcome: string,
  reason: string,
): Promise<void> {
  await opensEnquiry(page, reference);
  await pushes(page, 'Decide on the enquiry');
  await picks(page, 'Decision', outcome);
  await ticks(page, reason);
  await pushes(page, 'Save the decision');
  await sees(page, 'Now reply to the enquiry');
  await repliesOnPaper(page);
}

/** Enters a case that was on paper, with the day of its referral. */
export async function bringsOldCase(page: Page, person: string, received: string): Promise<void> {
  await goesTo(page, 'Capture');
  await pushes(page, 'Paste text');
  await writes(page, 'Where is it from?', 'Paper file');
  await writes(page, 'Text', `Full name: ${person}\nDate of referral: ${received}`);
  await pushes(page, 'Read this text');
  await sees(page, 'Review what was read');
  await pushes(page, 'Save as referral');
  await sees(page, 'What next?');
  await pushes(page, 'Open the referral');
  await sees(page, 'What the referral says');
}

/** Refuses and destroys, from the referral’s page. */
export async function refusesAndDestroys(page: Page, reason: string): Promise<void> {
  await pushes(page, 'Decide on the referral');
  await picks(page, 'Decision', 'Refuse the referral');
  await ticks(page, reason);
  await saysNoCrime(page);
  await pushes(page, 'Refuse');
  await confirmsDestroying(page, 'Refuse and destroy');
  await sees(page, 'everything held about this person was destroyed');
}

export async function logsContact(
  page: Page,
  person: string,
  { held, followUp }: { readonly held: string; readonly followUp: string },
): Promise<void> {
  await opensSubject(page, person);
  await pushes(page, 'Log an intervention');
  await sees(page, 'Log for');
  await selects(page, 'Kind of intervention', 'Home visit');
  await days(page, 'Date of contact', held);
  await picks(page, 'How', 'In person');
  await writes(page, 'Contact time in minutes', '45');
  await picks(page, 'Outcome', 'Engaged');
  await writes(page, 'What happened', 'Talked about what the law says, and about the club.');
  await days(page, 'Follow-up due', followUp);
  await pushes(page, 'Log for');
  await sees(page, `The contact with ${person} was logged`);
  await sees(page, 'Opening this page was logged.');
}

/** Answers question by question, up to the screen that lists the records to be destroyed. */
export async function reviewsToDispose(page: Page, person: string): Promise<void> {
  await opensKeeping(page, person);
  await reviews(page, 'Dispose');
  await sees(page, 'Destroy everything held about');
}

/** @returns the certificate, as saved */
export async function destroys(officer: OfficerBrowser, page: Page): Promise<string> {
  await confirmsDestroying(page, 'Destroy all of this');
  await sees(page, 'Certificate of disposal');
  return (await saves(officer, () => pushes(page, 'Save the certificate'))).text;
}

/** @param open - the open matters of the case, as on the screen; once seen, they do not prevent the closing */
export async function closes(page: Page, person: string, open?: string): Promise<void> {
  await opensKeeping(page, person);
  await pushes(page, 'Close the case');
  await sees(page, 'first contact, follow-ups and assessments are paused');
  await selects(page, 'Why it is closed', 'No further concern');
  await writes(page, 'Reason', 'Nothing new came.');
  if (open !== undefined) {
    await sees(page, open);
    await ticks(page, 'I have seen what is still open');
  }
  await pushes(page, 'Close the case');
  await sees(page, 'The case is closed.');
  await sees(page, 'This case was closed on');
}
