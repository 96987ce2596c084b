/**
 * The room of the panel, measured at 360 × 820: the chrome, the people, what is due, and a person; and the same screens
 * in dark, and in forced colours.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { hiddenWithFocus } from './in-sight.ts';
import { goesTo, presses, sees, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import {
  bottoms,
  covered,
  crowded,
  keepsLong,
  keepsLongest,
  keepsPeople,
  LONG,
  LONGEST,
  navigationRows,
  opensLongest,
  opensNamed,
  places,
} from './room-measures.ts';
import { rests } from './whole-picture.ts';

const ROOM = { width: 360, height: 820 };
const whole = (found: readonly number[]): number =>
  found.filter((bottom) => bottom <= ROOM.height).length;

describe('a panel of 360 × 820', () => {
  let officer: OfficerBrowser;
  let panel: Page;

  beforeAll(async () => {
    officer = await launchPrepared();
    const desk = await opensUnlocked(officer);
    await keepsPeople(desk);
    await keepsLong(desk);
    await keepsLongest(desk);
    panel = await officer.open('sidepanel.html');
    await panel.setViewport(ROOM);
    await sees(panel, 'Today');
  });
  afterAll(() => officer?.close());

  it('has marking, header and navigation in 96 px', async () => {
    await goesTo(panel, 'Today');
    const [navigation = Number.POSITIVE_INFINITY] = await bottoms(panel, '.cp-shell__nav');
    expect(navigation).toBeLessThanOrEqual(96);
    const parts = await panel.$$eval('.cp-shell__bar button', (buttons) =>
      buttons.map((each) => Math.round(each.getBoundingClientRect().top / 8)),
    );
    expect(new Set(parts).size).toBe(1);
  });

  it('says the name of each day of the week strip on one line', async () => {
    await goesTo(panel, 'Today');
    await rests(panel);
    const lines = await panel.$$eval('.cp-week__name', (names) =>
      names.map((each) => `${each.textContent}: ${each.getClientRects().length}`),
    );
    expect(lines).toHaveLength(6);
    expect(lines.filter((each) => !each.endsWith(': 1'))).toEqual([]);
    expect(await crowded(panel, '.cp-week')).toEqual([]);
  });

  it('has them in 96 px on every screen of the navigation, its menu closed', async () => {
    const screens = await places(panel);
    expect(screens.length).toBeGreaterThan(8);
    const taller: string[] = [];
    for (const screen of screens) {
      await goesTo(panel, screen);
      await rests(panel);
      const { rows, bottom } = await navigationRows(panel);
      if (rows !== 1 || bottom > 96) taller.push(`${screen}: ${rows} rows, ${bottom} px`);
    }
    expect(taller).toEqual([]);
  });

  it.each([
    ['the workspace', { width: 1280, height: 900 }],
    ['a workspace as narrow as a panel', ROOM],
  ])('has one row of navigation on every screen of %s', async (_, viewport) => {
    const page = await officer.open('workspace.html');
    await sees(page, 'Settings');
    await page.setViewport(viewport);
    const taller: string[] = [];
    for (const screen of await places(page)) {
      await goesTo(page, screen);
      await rests(page);
      const { rows } = await navigationRows(page);
      if (rows !== 1) taller.push(`${screen}: ${rows} rows`);
    }
    // Before it is judged: a page left in front of the panel would hold up every later test.
    await page.close();
    expect(taller).toEqual([]);
  });

  it('has the sections and the acts in one row of the workspace', async () => {
    const page = await officer.open('workspace.html');
    await sees(page, 'Settings');
    await page.setViewport({ width: 1280, height: 900 });
    await opensNamed(page, LONG);
    const tops = await page.$$eval('.cp-person__tabs > *', (parts) =>
      parts.map((each) => Math.round(each.getBoundingClientRect().bottom)),
    );
    expect(new Set(tops).size).toBe(1);
    await page.close();
  });

  it('says the longest names whole on a wide screen, beside or above the facts', async () => {
    const page = await officer.open('workspace.html');
    await sees(page, 'Settings');
    await page.setViewport({ width: 1280, height: 900 });
    await opensLongest(page);
    const names = await page.$$eval('.cp-who__name, .cp-who__preferred', (found) =>
      found.map((each) => ({
        isCut: getComputedStyle(each).overflowX !== 'visible',
        right: each.getBoundingClientRect().right,
      })),
    );
    expect(names.map(({ isCut }) => isCut)).toEqual([false, false]);
    expect(Math.max(...names.map(({ right }) => right))).toBeLessThanOrEqual(1280);
    expect(await covered(page, '.cp-who__mark, .cp-who__level')).toEqual([]);
    expect(await sidewaysProblems(page, 1280)).toEqual([]);
    await page.close();
  });

  it('cuts no word above the status of a referral', async () => {
    await goesTo(panel, 'Referrals');
    await panel.waitForSelector('.cp-list__under');
    await rests(panel);
    const over = await panel.$$eval('[data-row]', (rows) =>
      rows.flatMap((row) => {
        const above = row.querySelector('.cp-list__under')?.getBoundingClientRect();
        const tag = row.querySelector('.govuk-tag')?.getBoundingClientRect();
        return above && tag && tag.top < above.bottom - 1 ? [row.textContent] : [];
      }),
    );
    expect(over).toEqual([]);
  });

  it.each([
    ['the panel', ROOM],
    ['a workspace enlarged to 200 %', { width: 640, height: 450 }],
  ])(
    'has the act of a decision in sight in %s before anything is scrolled',
    async (_, viewport) => {
      const page = await officer.open('workspace.html');
      await sees(page, 'Settings');
      await page.setViewport(viewport);
      await goesTo(page, 'Referrals');
      await presses(page, 'Rowan Vael 00');
      await presses(page, 'Decide on the referral');
      await sees(page, 'What you are deciding on');
      await rests(page);
      await page.evaluate(() => scrollTo(0, 0));
      const { top, bottom } = await page.$eval('.cp-foot-bar', (each) => {
        const box = each.getBoundingClientRect();
        return { top: box.top, bottom: box.bottom };
      });
      expect(bottom).toBeLessThanOrEqual(viewport.height);
      expect(top).toBeGreaterThan(viewport.height / 2);
      expect(await sidewaysProblems(page, viewport.width)).toEqual([]);
      expect(await hiddenWithFocus(page)).toEqual([]);
      await page.close();
    },
  );

  it('shows six entries of Today', async () => {
    await goesTo(panel, 'Today');
    await panel.waitForSelector('.cp-due');
    await rests(panel);
    expect(whole(await bottoms(panel, '.cp-due'))).toBeGreaterThanOrEqual(6);
  });

  it('shows eight people', async () => {
    await goesTo(panel, 'Subjects');
    await panel.waitForSelector('[data-row]');
    await rests(panel);
    expect(whole(await bottoms(panel, '[data-row]'))).toBeGreaterThanOrEqual(8);
  });

  it('shows who the person is, in two lines, and the start of the overview', async () => {
    await presses(panel, 'Rowan Vael 00');
    await panel.waitForSelector('.cp-who');
    await rests(panel);
    const [line] = await panel.$$eval('.cp-who', (found) =>
      found.map((each) => each.getBoundingClientRect().height),
    );
    expect(line).toBeLessThanOrEqual(64);
    const headings = await bottoms(panel, 'main h2');
    expect(whole(headings)).toBeGreaterThan(0);
  });

  it('cuts no mark and no level of the longest names, in two lines', async () => {
    await opensLongest(panel);
    const [line] = await panel.$$eval('.cp-who', (found) =>
      found.map((each) => each.getBoundingClientRect().height),
    );
    expect(line).toBeLessThanOrEqual(64);
    expect(await panel.$$('.cp-who__mark')).toHaveLength(2);
    expect(await covered(panel, '.cp-who__mark, .cp-who__birth, .cp-who__level')).toEqual([]);
    const [name, whole] = await panel.$eval('.cp-who__name', (each) => [
      each.getBoundingClientRect().width,
      (each as HTMLElement).title,
    ]);
    expect(name).toBeGreaterThan(40);
    expect(whole).toBe(LONGEST);
  });

  it('says a long name whole beside two marks, and all acts in one row', async () => {
    await opensNamed(panel, LONG);
    const [line] = await panel.$$eval('.cp-who', (found) =>
      found.map((each) => each.getBoundingClientRect().height),
    );
    expect(line).toBeLessThanOrEqual(64);
    expect(await covered(panel, '.cp-who__whole, .cp-who__preferred, .cp-who__mark')).toEqual([]);
    expect(new Set(await bottoms(panel, '.cp-acts__act')).size).toBe(1);
  });

  it('says nothing of a backup in the screen, however long ago one was made', async () => {
    for (const screen of ['Today', 'Subjects']) {
      await goesTo(panel, screen);
      await rests(panel);
      const said = await panel.$eval('main', ({ innerText }) => innerText);
      expect(said).not.toMatch(/backup/i);
    }
  });

  it.each([
    ['dark', [{ name: 'prefers-color-scheme', value: 'dark' }]],
    ['forced colours', [{ name: 'forced-colors', value: 'active' }]],
  ] as const)('has no fault in %s', async (_, features) => {
    const page = await officer.open('workspace.html');
    await sees(page, 'Settings');
    await page.emulateMediaFeatures([...features]);
    for (const screen of ['Today', 'Subjects', 'Settings']) {
      await goesTo(page, screen);
      // A screen whose file is still on its way is empty at first.
      await until('its heading is there', async () => (await page.$('main h1')) !== null);
      await rests(page);
      expect(await axeProblems(page)).toEqual([]);
    }
    await page.close();
  });
});
