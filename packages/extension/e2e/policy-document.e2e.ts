/** A live vault without a policy document: it is required where a sensitive value is taken, by keyboard alone. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { setsUp } from './first-run-steps.ts';
import { draftOf, rowOf } from './journey-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import { decides } from './keyboard.ts';
import { chooses, control, locks, OFFICER, sees, types, unlocks, until } from './officer.ts';
import { type PlainPage, servesPlainPage } from './plain-page.ts';
import { savesReferral } from './saves-referral.ts';
import { opensSetting } from './tour-controls.ts';

const PAGE =
  '<h1>Pupil</h1><dl><dt>Full name</dt><dd>Ada Quill</dd><dt>Communication needs</dt><dd>Large print</dd></dl>';

let site: PlainPage;
let officer: OfficerBrowser;
let panel: Page;

const focused = () =>
  panel.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText);

beforeAll(async () => {
  site = await servesPlainPage(PAGE);
  officer = await launchOfficer();
  const page = await officer.browser.newPage();
  await page.goto(site.url);
  panel = await officer.press(page);
  await setsUp(panel, OFFICER, { kind: 'Live', policy: '' });
  await sees(panel, 'Review what was read');
});
afterAll(async () => {
  await officer?.close();
  await site?.stop();
});

it('is asked for in the review, which keeps its draft', async () => {
  const draft = await draftOf(panel);
  await decides(panel, rowOf(draft, 'subject.communicationNeeds').id, 'take');
  await sees(panel, 'Enter its reference, or leave or mask the value.');
  expect(await axeProblems(panel)).toEqual([]);
  for (const width of [360, 320]) expect(await sidewaysProblems(panel, width)).toEqual([]);
  expect(await keyboardProblems(panel)).toEqual([]);

  await types(panel, 'Reference of the document', 'APD-2026-31');
  await panel.keyboard.press('Enter');
  await sees(panel, 'Why you may take: Communication and support needs');
  await until('the first question has the focus', async () => (await focused()) === 'Law');
  await chooses(panel, 'Condition', 'Schedule 8: safeguarding');
  await types(panel, 'Why it is strictly necessary', 'The talk is held in large print.');
  await savesReferral(panel);
  await sees(panel, 'What next?');
  const { subject } = await recordsHeld(panel);
  expect(subject.map(({ value }) => value.communicationNeeds)).toEqual(['Large print']);
});

it('stands in the settings, after a lock too', async () => {
  const desk = await officer.open('workspace.html');
  await locks(desk);
  await unlocks(desk);
  await opensSetting(desk, 'Appropriate policy document');
  const box = await control(desk, 'Reference of the document');
  expect(await box.evaluate((input) => (input as HTMLInputElement).value)).toBe('APD-2026-31');
});
