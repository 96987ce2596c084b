/**
 * The room of the panel, measured at 360 × 820: the chrome, the people, what is due, and a person; and the same screens
 * with text of twice the size, in dark, and in forced colours.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { hiddenWithFocus } from './in-sight.ts';
import { goesTo, presses, sees, unlocks } from './officer.ts';
import { copiesProfile, launchPrepared, opensUnlocked } from './prepared-officer.ts';
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
    expect(taller).toEqual([]);
    await page.close();
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
      await rests(page);
      expect(await axeProblems(page)).toEqual([]);
    }
    await page.close();
  });
});

describe('text of twice the size', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  beforeAll(async () => {
    const { profile } = await copiesProfile();
    // As the browser's own settings keep it.
    const file = join(profile, 'Default', 'Preferences');
    const preferences = JSON.parse(readFileSync(file, 'utf8'));
    const webprefs = { ...preferences.webkit?.webprefs, default_font_size: 32 };
    writeFileSync(
      file,
      JSON.stringify({ ...preferences, webkit: { ...preferences.webkit, webprefs } }),
    );
    officer = await launchOfficer({ profile });
    desk = await officer.open('workspace.html');
    await unlocks(desk);
    await sees(desk, 'Today');
    await keepsPeople(desk);
    await keepsLongest(desk);
  });
  afterAll(() => officer?.close());

  it('is what the page has', async () => {
    expect(await desk.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '32px',
    );
  });

  it.each(['Today', 'Subjects', 'Capture', 'Diary'])(
    'leaves nothing out of %s, and no fault in it',
    async (screen) => {
      await goesTo(desk, screen);
      await rests(desk);
      expect(await sidewaysProblems(desk, 640, 1280)).toEqual([]);
      expect(await axeProblems(desk)).toEqual([]);
    },
  );

  it('leaves nothing out of a person', async () => {
    await goesTo(desk, 'Subjects');
    await presses(desk, 'Rowan Vael 00');
    await sees(desk, 'Opening this page was logged.');
    await rests(desk);
    expect(await sidewaysProblems(desk, 640, 1280)).toEqual([]);
    expect(await axeProblems(desk)).toEqual([]);
  });

  it('says the longest names whole on a wide screen', async () => {
    await opensLongest(desk);
    expect(await crowded(desk, '.cp-who')).toEqual([]);
    expect(await sidewaysProblems(desk, 640, 1280)).toEqual([]);
  });

  describe('in a panel of 360 × 820', () => {
    let panel: Page;

    beforeAll(async () => {
      panel = await officer.open('sidepanel.html');
      await panel.setViewport(ROOM);
      await sees(panel, 'Capture a page');
    });

    it('leaves nothing out of any screen of the navigation', async () => {
      const problems: string[] = [];
      for (const screen of await places(panel)) {
        await goesTo(panel, screen);
        await rests(panel);
        const found = await sidewaysProblems(panel, ROOM.width);
        problems.push(...found.map((each) => `${screen}: ${each}`));
      }
      expect(problems).toEqual([]);
    });

    it('has marking, header and navigation in two fifths of the window', async () => {
      await goesTo(panel, 'Today');
      await rests(panel);
      expect((await navigationRows(panel)).bottom).toBeLessThanOrEqual((ROOM.height * 2) / 5);
      expect(await crowded(panel, '.cp-week')).toEqual([]);
    });

    it('has room for the palette in a low window, and the header to scroll back to', async () => {
      await goesTo(panel, 'Today');
      await panel.setViewport({ ...ROOM, height: 480 });
      await rests(panel);
      await panel.keyboard.down('Control');
      await panel.keyboard.press('k');
      await panel.keyboard.up('Control');
      await panel.waitForSelector('dialog.cp-palette[open]');
      await rests(panel);
      const reaches = () =>
        panel.evaluate(() => {
          const rectOf = (selector: string) =>
            document.querySelector(selector)?.getBoundingClientRect();
          const [header, dialog] = [rectOf('.cp-shell__header'), rectOf('dialog.cp-palette')];
          return {
            room: (dialog?.height ?? 0) / innerHeight,
            isUnder: (dialog?.top ?? 0) >= (header?.bottom ?? Number.POSITIVE_INFINITY),
            isHeaderWhole: (header?.top ?? -1) >= 0,
          };
        });
      const opened = await reaches();
      expect(opened.room).toBeGreaterThan(0.4);
      expect(opened.isUnder).toBe(true);
      await panel.evaluate(() => scrollTo(0, 0));
      await rests(panel);
      expect(await reaches()).toMatchObject({ isUnder: true, isHeaderWhole: true });
      await panel.keyboard.press('Escape');
      await panel.waitForFunction(() => document.querySelector('dialog.cp-palette') === null);
      await panel.setViewport(ROOM);
    });

    it('says the whole line about a person, each part in its own place', async () => {
      await goesTo(panel, 'Subjects');
      await presses(panel, 'Rowan Vael 00');
      await panel.waitForSelector('.cp-who__due');
      await rests(panel);
      expect(await crowded(panel, '.cp-who')).toEqual([]);
      expect(await sidewaysProblems(panel, ROOM.width)).toEqual([]);
    });

    it('says the longest names whole, each part in its own place', async () => {
      await opensLongest(panel);
      expect(await crowded(panel, '.cp-who')).toEqual([]);
      expect(await sidewaysProblems(panel, ROOM.width)).toEqual([]);
    });
  });
});
