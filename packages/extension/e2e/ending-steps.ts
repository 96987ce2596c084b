/** The end of a case, by the screens: a request to a colleague, a review, a disposal. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Card, Saving } from './exchange-steps.ts';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';
import { chooses, control, goesTo, presses, sees, types } from './officer.ts';
import { choosesFirst, opensAfresh, opensSection, typesIfEmpty } from './tour-controls.ts';

export const QUESTIONS = 6;

/** Opens the section of a person's page for closing and keeping the case. */
export async function opensKeeping(desk: Page, person: string): Promise<void> {
  await goesTo(desk, 'Subjects');
  await presses(desk, person);
  await opensSection(desk, 'Closing and keeping');
  await sees(desk, 'How long the case is kept');
}

/** Answers each question with no and a rationale, and chooses the outcome of the review. */
export async function reviews(desk: Page, outcome: string): Promise<void> {
  await presses(desk, 'Review or choose the group');
  await opensAfresh(desk, 'Is there evidence of a capacity');
  for (let at = 0; at < QUESTIONS; at += 1) {
    const no = await desk.waitForSelector(`[id$="-answers-${at}-answer-2"]`);
    await no?.focus();
    await desk.keyboard.press('Space');
    const why = await desk.waitForSelector(`textarea[id$="-answers-${at}-rationale"]`);
    await why?.focus();
    await desk.keyboard.type('Nothing on record says so.');
  }
  await chooses(desk, outcome);
  await types(desk, 'Rationale', 'The plan is done and nothing new came.');
  await presses(desk, 'Save the review');
}

/** Reads the card, confirms that its digits were read aloud, and answers where the file goes and why. */
export async function namesColleague(desk: Page, card: Card): Promise<void> {
  const input = await control(desk, 'Your colleague’s card');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(card.path);
  await sees(desk, 'The card of');
  await chooses(desk, 'We read all of the digits');
  await choosesFirst(desk, 'Where is it going?');
  await choosesFirst(desk, 'Why is it disclosed?');
  await typesIfEmpty(desk, 'Who receives it?', 'DS Ines Marlow');
}

/** @returns path of the file for the colleague */
export async function handsOver(
  desk: Page,
  { card, cases }: { readonly card: Card; readonly cases: readonly string[] },
  saving: Saving,
): Promise<string> {
  await goesTo(desk, 'Colleagues');
  await sees(desk, 'Requests to and from colleagues');
  await presses(desk, 'Ask a colleague');
  await sees(desk, 'Which cases?');
  await chooses(desk, 'What are you asking?', 'Take over the case');
  for (const each of cases) await chooses(desk, each);
  await namesColleague(desk, card);
  const path = await saving(() => presses(desk, 'Make the file for your colleague'));
  await sees(desk, 'The file was made and the disclosure logged');
  return path;
}

/** Answers a colleague's request, within the form of that case. */
export async function answers(desk: Page, name: string, answer: string): Promise<void> {
  const form = await desk.waitForSelector(`main form[aria-label="${name}"]`);
  const labels = (await form?.$$('label')) ?? [];
  for (const label of labels) {
    const [text, id] = await label.evaluate((each) => [each.textContent, each.htmlFor]);
    if (text !== answer) continue;
    const radio = await desk.$(`[id="${id}"]`);
    await radio?.focus();
    await desk.keyboard.press('Space');
  }
  const button = await form?.$('button[type="submit"]');
  await button?.focus();
  await desk.keyboard.press('Enter');
}

/** Keeps the disclosure of the name, as an export logs it. */
export async function keepsDisclosure(
  page: Page,
  subject: string,
  recipient: string,
): Promise<void> {
  const entry = {
    action: 'disclosure',
    records: [subject],
    fields: ['name'],
    reason: 'disclosure',
    gateway: 'part3-task',
  };
  await askKeeper(page, 'commit', crypto.randomUUID(), {
    changes: [],
    reason: 'disclosure',
    audit: [{ ...entry, recipients: ['partner', recipient] }],
  });
}

/**
 * Keeps a handover, or a request changed by `more`, to this officer or by them, as taking in or making a file leaves
 * it.
 */
export async function keepsRequest(
  page: Page,
  subject: string,
  which: 'of me' | 'by me',
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const record = crypto.randomUUID();
  const held = (await askKeeper(page, 'get', 'subject', subject)) as HeldRecord;
  const me = { id: held.updatedBy, name: 'DC Rowan Thackeray' };
  const colleague = { id: crypto.randomUUID(), name: 'DS Ines Marlow' };
  const [from, to] = which === 'of me' ? [colleague, me] : [me, colleague];
  const asked = { from: from.id, fromName: from.name, to: to.id, toName: to.name };
  const set = {
    id: record,
    subjectId: subject,
    kind: 'handover',
    ...asked,
    askedOn: '2026-03-16',
    ...more,
  };
  await askKeeper(page, 'commit', crypto.randomUUID(), {
    changes: [{ kind: 'colleagueRequest', record, parents: [], set }],
    reason: 'case-work',
  });
}
