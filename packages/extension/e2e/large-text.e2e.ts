/** Screens with text of twice the size, in the workspace and in a panel of 360 × 820. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { goesTo, presses, sees, unlocks } from './officer.ts';
import { copiesProfile } from './prepared-officer.ts';
import {
  crowded,
  keepsLongest,
  keepsPeople,
  navigationRows,
  opensLongest,
  places,
} from './room-measures.ts';
import { rests } from './whole-picture.ts';

const ROOM = { width: 360, height: 820 };

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
