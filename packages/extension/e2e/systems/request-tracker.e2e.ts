import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type RequestTracker,
  startRequestTracker,
} from '../../../plugins/request-tracker/e2e/index.ts';
import { launchOfficer, type OfficerBrowser } from '../browser.ts';
import { setsUp } from '../first-run-steps.ts';
import { draftOf, rowOf } from '../journey-steps.ts';
import { type HeldDraft, recordsHeld } from '../keeper-ask.ts';
import { decides } from '../keyboard.ts';
import { sees } from '../officer.ts';
import { savesReferral } from '../saves-referral.ts';
import { differences, expectedOf, valuesHeld, valuesOf } from '../shown-values.ts';
import { adaptersOf, readsPage } from './reads-page.ts';
import { signsInToTracker } from './sign-in.ts';

let tracker: RequestTracker;
let officer: OfficerBrowser;
let page: Page;
let panel: Page;
let draft: HeldDraft;
let sentBefore: string;
let entriesBefore: number;

beforeAll(async () => {
  [tracker, officer] = await Promise.all([startRequestTracker(), launchOfficer()]);
  page = await officer.browser.newPage();
  await signsInToTracker(page, tracker);
  sentBefore = tracker.outbox();
  entriesBefore = await opens(tracker.tickets.referral.url);
  panel = await officer.press(page);
  await setsUp(panel);
  await sees(panel, 'Review what was read');
  draft = await draftOf(panel);
});
afterAll(async () => {
  await officer?.close();
  await tracker?.stop();
});

/** Opens a ticket, and waits for its history, which the tracker loads later. @returns its number of entries */
async function opens(url: string): Promise<number> {
  await page.goto(url);
  await page.waitForSelector('.history-container .transaction');
  await page.waitForNetworkIdle();
  return (await page.$$('.history-container .transaction')).length;
}

it('reads a ticket by the adapter made for it', () => {
  expect(adaptersOf(draft)).toEqual(['request-tracker/ticket']);
  for (const path of ['subject.name', 'subject.bornOn', 'referral.reference'])
    expect(rowOf(draft, path).namedBy, path).toBe('adapter');
});

it('reads every value that was put into the ticket, and nothing else under its path', () => {
  const { shown } = tracker.tickets.referral;
  expect(differences(expectedOf(shown), valuesOf(draft.rows))).toEqual([]);
});

it('keeps them as a referral with its subject, and leads back to the ticket', async () => {
  const { shown, url } = tracker.tickets.referral;
  await decides(panel, rowOf(draft, 'referral.narrative').id, 'take');
  await savesReferral(panel);
  await sees(panel, 'Saved as a referral');

  const held = await recordsHeld(panel);
  expect(held.subject).toHaveLength(1);
  expect(held.referral).toHaveLength(1);
  expect(held.referral[0]?.value.subjectId).toBe(held.subject[0]?.id);
  expect(differences(expectedOf(shown), valuesHeld(held))).toEqual([]);
  expect(held.referral[0]?.value.narrative).toContain('a program\nthat floods a game server');
  expect(held.sourceCapture.map(({ value }) => value)).toMatchObject([
    { url, adapter: expect.stringMatching(/^request-tracker\/ticket /) },
  ]);
});

it('has done nothing to the ticket, and sent no mail', async () => {
  expect(await opens(tracker.tickets.referral.url)).toBe(entriesBefore);
  expect(sentBefore).toContain(tracker.tickets.referral.subject);
  expect(tracker.outbox()).toBe(sentBefore);
});

it('reads a ticket that is only a message, as the requestor wrote it', async () => {
  const { url, shown } = tracker.tickets.byMail;
  await opens(url);
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['request-tracker/ticket']);
  expect(differences(expectedOf(shown), valuesOf(read.rows))).toEqual([]);
});

it('reads the same in the form that changes the ticket', async () => {
  const { editUrl, shown } = tracker.tickets.referral;
  await page.goto(editUrl);
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['request-tracker/edit']);
  const inTheForm = Object.fromEntries(
    Object.entries(shown).filter(([path]) => !/^referrer\.(name|email)/.test(path)),
  );
  expect(differences(expectedOf(inTheForm), valuesOf(read.rows))).toEqual([]);
});

it('knows a history by itself, and names no subject from it', async () => {
  await opens(tracker.tickets.referral.historyUrl);
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['request-tracker/history']);
  expect(read.rows.filter(({ path }) => path?.startsWith('subject.'))).toEqual([]);
  expect(read.rows.map(({ value }) => value).join()).toContain('floods a game server');
});

it('reads who wrote in as the referrer', async () => {
  const { url, shown } = tracker.requestor;
  await page.goto(url);
  const read = await readsPage(officer, page);
  expect(adaptersOf(read)).toEqual(['request-tracker/user']);
  expect(differences(expectedOf(shown), valuesOf(read.rows))).toEqual([]);
  expect(read.rows.filter(({ path }) => path?.startsWith('subject.'))).toEqual([]);
});

it('takes the officer who is signed in for nobody of the case', async () => {
  await opens(tracker.tickets.referral.url);
  const { rows } = await readsPage(officer, page);
  const taken = rows.filter(({ decision }) => decision.kind === 'take');
  expect(taken.length).toBeGreaterThan(10);
  expect(taken.filter(({ value }) => /thackeray/i.test(value))).toEqual([]);
});
