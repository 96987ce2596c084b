/** The review in a narrow panel: the save in sight, the rows by keys, the question about the narrative, and no scrolling. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { draftOf, rowOf } from './journey-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import { decides } from './keyboard.ts';
import { presses, sees, unlocks, until } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';

const PANEL = { width: 360, height: 820 };

let rms: PracticeRms;
let officer: OfficerBrowser;
let panel: Page;
beforeAll(async () => {
  rms = await startPracticeRms();
  officer = await launchPrepared();
  const page = await officer.browser.newPage();
  await page.goto(`${rms.url}/summary/records/1`);
  panel = await officer.press(page);
  await panel.setViewport(PANEL);
  await unlocks(panel);
  await sees(panel, 'Save as referral');
});
afterAll(async () => {
  await officer?.close();
  await rms?.stop();
});

/** The bar’s place in the window, and how far the page is scrolled. */
const bar = () =>
  panel.$eval('.cp-foot-bar', (each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return { top, bottom, scrolled: document.documentElement.scrollTop };
  });

it('has the counts and the save in sight before anything is scrolled', async () => {
  const { top, bottom, scrolled } = await bar();
  expect(scrolled).toBe(0);
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThanOrEqual(PANEL.height);
  const rows = await panel.$$eval('[data-row]', (all) =>
    all.map((each) => each.getBoundingClientRect()).filter(({ top }) => top > 0 && top < 820),
  );
  // Two lines a row: many at a glance.
  expect(rows.length).toBeGreaterThanOrEqual(6);
  expect(await axeProblems(panel)).toEqual([]);
  expect(await sidewaysProblems(panel, PANEL.width)).toEqual([]);
});

it('shows the decisions on the row in hand, and never under the bar', async () => {
  const last = rowOf(await draftOf(panel), 'referral.statedRisk').id;
  await decides(panel, last, 'leave');
  const shown = await panel.$eval(`[data-row="${last}"]`, (row) => {
    const { bottom } = row.getBoundingClientRect();
    const buttons = row.querySelector('.cp-decisions')?.getBoundingClientRect();
    return { bottom, height: buttons?.height ?? 0 };
  });
  expect(shown.height).toBeGreaterThan(20);
  expect(shown.bottom).toBeLessThanOrEqual((await bar()).top);
});

it('asks by keys once about the narrative, and saves it too by one more', async () => {
  await panel.keyboard.down('Control');
  await panel.keyboard.press('Enter');
  await panel.keyboard.up('Control');
  await sees(panel, 'The narrative is left, so the referral will not say why.');
  expect(await axeProblems(panel)).toEqual([]);
  expect((await bar()).bottom).toBeLessThanOrEqual(PANEL.height);
  await until('the question has the focus', () =>
    panel.evaluate(() => document.activeElement?.matches('.cp-narrative') === true),
  );
  await panel.keyboard.press('t');
  await sees(panel, 'Saved as a referral');
  const { referral } = await recordsHeld(panel);
  expect(String(referral[0]?.value.narrative)).toContain('Tamsin is reported to have signed in');
  await presses(panel, 'Open the referral');
  await sees(panel, 'What the referral says');
});
