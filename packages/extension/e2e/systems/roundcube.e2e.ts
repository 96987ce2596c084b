import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Roundcube, startRoundcube } from '../../../plugins/roundcube/e2e/index.ts';
import { launchOfficer, type OfficerBrowser } from '../browser.ts';
import { setsUp } from '../first-run-steps.ts';
import { draftOf, rowOf } from '../journey-steps.ts';
import { type HeldDraft, recordsHeld } from '../keeper-ask.ts';
import { decides } from '../keyboard.ts';
import { PATIENCE_MS, sees } from '../officer.ts';
import { savesReferral } from '../saves-referral.ts';
import { differences, expectedOf, valuesHeld, valuesOf } from '../shown-values.ts';
import { adaptersOf, readsPage } from './reads-page.ts';
import { signsInToWebmail } from './sign-in.ts';

let webmail: Roundcube;
let officer: OfficerBrowser;
let page: Page;
let panel: Page;
let draft: HeldDraft;

beforeAll(async () => {
  [webmail, officer] = await Promise.all([startRoundcube(), launchOfficer()]);
  page = await officer.browser.newPage();
  await signsInToWebmail(page, webmail);
  await page.goto(webmail.messages.form.url);
  panel = await officer.press(page);
  await setsUp(panel);
  await sees(panel, 'Review what was read');
  draft = await draftOf(panel);
});
afterAll(async () => {
  await officer?.close();
  await webmail?.stop();
});

/** Presses on the row of a list with these words, and waits for its content in the frame next to it. */
async function opensBeside(
  row: string,
  words: string,
  frame: string,
  part: string,
): Promise<Frame> {
  const found = await page.waitForFunction(
    (rows, wanted) =>
      [...document.querySelectorAll(rows)].find((each) => each.textContent?.includes(wanted)),
    { timeout: PATIENCE_MS },
    row,
    words,
  );
  await (found.asElement() as ElementHandle<Element> | null)?.click();
  const beside = await page.waitForSelector(frame);
  const shown = (await beside?.contentFrame()) as Frame;
  await shown.waitForSelector(part);
  return shown;
}

it('reads a message by the adapter made for it, and so without those that it was sent to', () => {
  expect(adaptersOf(draft)).toEqual(['roundcube/message']);
  const recipients = draft.rows.filter(({ raw }) => /cyber-choices@|office@/.test(raw));
  expect(recipients).toEqual([]);
});

it('reads every value of the form that was pasted, and nothing else under its path', () => {
  const { shown } = webmail.messages.form;
  expect(differences(expectedOf(shown), valuesOf(draft.rows))).toEqual([]);
});

it('keeps them as a referral with its subject, and leads back to the message', async () => {
  const { shown, url } = webmail.messages.form;
  await decides(panel, rowOf(draft, 'referral.narrative').id, 'take');
  await savesReferral(panel);
  await sees(panel, 'Saved as a referral');

  const held = await recordsHeld(panel);
  expect(held.subject).toHaveLength(1);
  expect(held.referral).toHaveLength(1);
  expect(held.referral[0]?.value.subjectId).toBe(held.subject[0]?.id);
  expect(differences(expectedOf(shown), valuesHeld(held))).toEqual([]);
  const [source] = held.sourceCapture;
  expect(source?.value.adapter).toMatch(/^roundcube\/message /);
  const [from, to] = [String(source?.value.url), url].map((each) => new URL(each));
  expect(from?.origin).toBe(to?.origin);
  expect(Object.fromEntries(from?.searchParams ?? [])).toEqual(
    Object.fromEntries(to?.searchParams ?? []),
  );
});

it('reads a print-out that a colleague passed on', async () => {
  const { shown, url } = webmail.messages.forward;
  await page.goto(url);
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['roundcube/message']);
  expect(differences(expectedOf(shown), valuesOf(read.rows))).toEqual([]);
});

it('reads the same of a message in the preview beside the list', async () => {
  const { shown, subject } = webmail.messages.form;
  await page.goto(webmail.inboxUrl);
  await opensBeside('#messagelist tr.message', subject, '#messagecontframe', '#messagebody');
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['roundcube/preview']);
  expect(differences(expectedOf(shown), valuesOf(read.rows))).toEqual([]);
});

it('reads a contact in its frame, with what has no label there and what is behind a tab', async () => {
  const { url, name, shown } = webmail.contact;
  await page.goto(url);
  await opensBeside('#contacts-table tbody tr', name, '#contact-frame', '#contacthead');
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['roundcube/contact']);
  expect(differences(expectedOf(shown), valuesOf(read.rows))).toEqual([]);
  for (const path of ['subject.name', 'subject.aliases[]', 'subject.school', 'subject.bornOn'])
    expect(rowOf(read, path).namedBy, path).toBe('adapter');
});

it('reads the same contact in the form that changes it', async () => {
  const { url, name, shown } = webmail.contact;
  await page.goto(url);
  const frame = await opensBeside(
    '#contacts-table tbody tr',
    name,
    '#contact-frame',
    '#contacthead',
  );
  const edit = await frame.waitForSelector('.btn.edit');
  // Its place depends on the width: the test does not scroll to it.
  await edit?.evaluate((button) => (button as HTMLElement).click());
  await frame.waitForSelector('#ff_name');
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['roundcube/contact-edit']);
  // The kind chosen next to a number, “Mobile”, is also read, as a value that is not a number: it is never taken by
  // default.
  const doubted = read.rows.filter(({ issues }) => issues.length > 0);
  expect(doubted.filter(({ decision }) => decision.kind !== 'leave')).toEqual([]);
  const sure = read.rows.filter((row) => !doubted.includes(row));
  expect(differences(expectedOf(shown), valuesOf(sure))).toEqual([]);
});
