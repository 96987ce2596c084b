/** Leaving and coming back, and the screen of a panel of 360 px, in the real side panel. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { opensSubject } from './journey-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import {
  cancels,
  control,
  goesTo,
  locks,
  presses,
  saveWords,
  sees,
  types,
  unlocks,
  until,
} from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { opensSection } from './tour-controls.ts';

let rms: PracticeRms;
let officer: OfficerBrowser;
let panel: Page;

beforeAll(async () => {
  rms = await startPracticeRms();
  officer = await launchPrepared();
  const page = await officer.browser.newPage();
  await page.goto(`${rms.url}/summary/records/1`);
  panel = await officer.press(page);
  await unlocks(panel);
  await savesReferral(panel);
  await sees(panel, 'What next?');
});
afterAll(async () => {
  await officer?.close();
  await rms?.stop();
});

const focused = (): Promise<string> =>
  panel.evaluate(() => (document.activeElement?.textContent ?? '').trim());

describe('what can follow a save', () => {
  it('is there again after a safeguarding concern', async () => {
    await panel.keyboard.press('F8');
    await control(panel, 'What is the concern?');
    await presses(panel, 'Back to where you were');
    await sees(panel, 'What next?');
  });

  it('is there again after a lock, and still undoes that save', async () => {
    await locks(panel);
    await unlocks(panel);
    await sees(panel, 'What next?');
    await presses(panel, 'Undo this save');
    await sees(panel, 'The save was undone');
    expect((await recordsHeld(panel)).referral).toEqual([]);
    const page = (await officer.browser.pages()).find((each) => each.url().startsWith(rms.url));
    await officer.press(page as Page);
    await savesReferral(panel);
    await sees(panel, 'What next?');
  });
});

it('begins another concern with the key, after one that is saved', async () => {
  await panel.keyboard.press('F8');
  await types(panel, 'What is the concern?', 'Has not been seen since Monday.');
  await presses(panel, await saveWords(panel));
  await sees(panel, 'Concern saved on');
  await sees(panel, 'Record another concern');
  expect(await axeProblems(panel)).toEqual([]);
  expect(await keyboardProblems(panel)).toEqual([]);
  await panel.keyboard.press('F8');
  const box = await control(panel, 'What is the concern?');
  expect(await box.evaluate((each) => (each as HTMLTextAreaElement).value)).toBe('');
  await until(
    'the heading has the focus',
    async () => (await focused()) === 'Safeguarding concern',
  );
  await presses(panel, 'Back to where you were');
  await sees(panel, 'What next?');
});

describe('in a panel of 360 px', () => {
  it('has a header of one line', async () => {
    const lines = await panel.evaluate(() => {
      const parts = [...document.querySelectorAll('.cp-shell__bar button')];
      const middles = parts.map((part) => {
        const { top, height } = part.getBoundingClientRect();
        return Math.round((top + height / 2) / 8);
      });
      return { width: innerWidth, count: new Set(middles).size };
    });
    expect(lines).toEqual({ width: 360, count: 1 });
  });

  it('lists subjects in two lines each, and a long name whole in one more', async () => {
    await goesTo(panel, 'Subjects');
    await panel.waitForSelector('tr[data-row]');
    const shown = await panel.evaluate(() => {
      const name = document.querySelector('tbody th button span');
      const box = document.querySelector('.cp-table__scroll');
      return {
        lines: name?.getClientRects().length,
        // The rest is behind the name.
        cells: [...document.querySelectorAll('tbody td')].flatMap((cell) =>
          cell.checkVisibility() ? [cell.getAttribute('data-heading') ?? 'tick box'] : [],
        ),
        height: document.querySelector('tbody tr[data-row]')?.clientHeight ?? 0,
        scrolls: box !== null && box.scrollWidth > box.clientWidth,
      };
    });
    expect(shown.lines).toBeLessThanOrEqual(2);
    expect(shown.height).toBeLessThanOrEqual(shown.lines === 2 ? 72 : 52);
    expect(shown).toMatchObject({
      cells: ['tick box', 'Born (age)', 'Reference', 'Next', 'Due'],
      scrolls: false,
    });
    const covered = await panel.$$eval(
      'tr[data-row]',
      (rows) =>
        rows.filter((row) => {
          const [box, ...others] = [...row.children].map((each) => each.getBoundingClientRect());
          return others.some(({ left, width }) => width > 0 && left < (box?.right ?? 0));
        }).length,
    );
    expect(covered).toBe(0);
    expect(await axeProblems(panel)).toEqual([]);
    expect(await sidewaysProblems(panel, 320)).toEqual([]);
    // For a screen reader it is still a table.
    const tree = await panel.accessibility.snapshot({ interestingOnly: false });
    expect(JSON.stringify(tree)).toContain('"role":"table"');
    expect(JSON.stringify(tree)).toContain('"role":"rowheader"');
  });

  it('shows sources and dates of incidents in words', async () => {
    await presses(panel, 'Tamsin');
    await sees(panel, 'Opening this page was logged.');
    await opensSection(panel, 'Sources');
    await sees(panel, 'Captured from a page');
    await sees(panel, 'A police system');
    await opensSection(panel, 'Referrals');
    await sees(panel, '26 January 2026');
    expect(await panel.evaluate(() => document.body.innerText)).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});

describe('a key pressed at once', () => {
  it('is not lost to a heading that comes late', async () => {
    const desk = await officer.open('workspace.html');
    const [subject] = (await recordsHeld(desk)).subject;
    for (let time = 0; time < 10; time += 1) {
      await opensSubject(desk, String(subject?.value.name));
      await desk.keyboard.press('F8');
      await control(desk, 'What is the concern?');
      await presses(desk, 'Back to where you were');
      await goesTo(desk, 'Note');
      await types(desk, 'Intelligence', `time ${time}`);
      await cancels(desk);
      await goesTo(desk, 'Subjects');
      await types(desk, 'Find a subject', 'tam');
    }
  });
});
