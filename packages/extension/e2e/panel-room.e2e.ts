/**
 * The room of the panel, measured at 360 × 820: the chrome, the people, what is due, and a person; and the same screens
 * with text of twice the size, in dark, and in forced colours.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildAssessment,
  buildContactCheck,
  buildContactPlan,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { askKeeper } from './keeper-ask.ts';
import { goesTo, presses, sees, types, unlocks } from './officer.ts';
import { copiesProfile, launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { rests } from './whole-picture.ts';

const ROOM = { width: 360, height: 820 };
const PEOPLE = 40;

/** People with a referral each that waits for a decision. */
async function keepsPeople(page: Page): Promise<void> {
  const changes = Array.from({ length: PEOPLE }, (_, nth) => {
    const number = String(nth).padStart(2, '0');
    const subject = buildSubject({ name: `Rowan Vael ${number}`, bornOn: '2010-03-14' });
    const referral = buildReferral({
      subjectId: subject.id,
      referrerId: undefined,
      reference: `CC/2026/0${number}`,
      receivedOn: '2026-11-02',
      status: 'received',
    });
    return [newRecord('subject', subject), newRecord('referral', referral)];
  }).flat();
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

/** The longest name, of 136 letters. */
const LONGEST = `Zephyrine ${'Quillfeather '.repeat(10)}`.slice(0, 136).trim();

/** A person about whom the line has everything to say, and all of it long. */
async function keepsLongest(page: Page): Promise<void> {
  const subject = buildSubject({
    name: LONGEST,
    bornOn: '2010-09-02',
    alsoRecorded: [{ what: 'bornOn', date: '2007-09-02', notedOn: '2026-11-24' }],
  });
  const about = { subjectId: subject.id };
  const changes = [
    newRecord('subject', subject),
    newRecord(
      'referral',
      buildReferral({ ...about, reference: 'CC/2026/099', status: 'received' }),
    ),
    newRecord('contactCheck', buildContactCheck(about)),
    newRecord(
      'contactPlan',
      buildContactPlan({ ...about, preferredName: 'آدم الفيل '.repeat(4).trim() }),
    ),
    newRecord(
      'assessment',
      buildAssessment({
        ...about,
        levels: ['Medium', 'High'].map((label) => ({ id: label.toLowerCase(), label })),
        signedAt: '2026-11-20T10:00:00.000Z',
      }),
    ),
  ];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

async function opensLongest(page: Page): Promise<void> {
  await goesTo(page, 'Subjects');
  await types(page, 'Find a subject', 'Zephyrine');
  await presses(page, LONGEST);
  await page.waitForSelector('.cp-who__level');
  await rests(page);
}

/** Words of the parts that are cut, beyond the window, or under another part. */
function covered(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (parts) =>
    parts
      .filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const isOnTop = [left + 1, right - 1].every((x) =>
          part.contains(document.elementFromPoint(x, (top + bottom) / 2)),
        );
        return !isOnTop || part.scrollWidth > part.clientWidth + 1;
      })
      .map((part) => part.textContent ?? ''),
  );
}

/** Bottoms of the elements, in pixels from the head of the window, in the order of the page. */
function bottoms(page: Page, selector: string): Promise<readonly number[]> {
  return page.$$eval(selector, (found) =>
    found
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect().bottom),
  );
}

/** Words of the navigation's entries, those behind its button too. */
function places(page: Page): Promise<readonly string[]> {
  return page.$$eval('.cp-shell__nav button:not([aria-expanded])', (found) =>
    found.map(({ textContent }) => textContent ?? ''),
  );
}

/** Number of rows of the navigation, and the end of the last one on the page, in pixels. */
function navigationRows(page: Page): Promise<{ readonly rows: number; readonly bottom: number }> {
  return page.$eval('.cp-shell__nav', (navigation) => {
    const tops = [...navigation.querySelectorAll('button')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect().top);
    return {
      rows: new Set(tops).size,
      bottom: navigation.getBoundingClientRect().bottom + scrollY,
    };
  });
}

/** Parts of an element whose words have less room than they need, or that lie over one another. */
function crowded(page: Page, selector: string): Promise<readonly string[]> {
  return page.$eval(selector, (whole) => {
    const parts = [...whole.querySelectorAll<HTMLElement>('*')].filter(
      (each) =>
        each.checkVisibility() &&
        !each.closest('.cp-wide, .govuk-visually-hidden') &&
        each.innerText.trim() !== '',
    );
    const cut = parts.filter(
      (each) =>
        getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1,
    );
    // A part that breaks has a box for each of its lines.
    const ends = parts
      .filter((each) => each.childElementCount === 0)
      .map((part) => ({ part, boxes: [...part.getClientRects()] }));
    const meet = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2;
    const over = ends
      .filter((one) =>
        ends.some(
          (other) => other !== one && one.boxes.some((a) => other.boxes.some((b) => meet(a, b))),
        ),
      )
      .map(({ part }) => part);
    return [...cut, ...over].map((each) => each.innerText);
  });
}

const whole = (found: readonly number[]): number =>
  found.filter((bottom) => bottom <= ROOM.height).length;

describe('a panel of 360 × 820', () => {
  let officer: OfficerBrowser;
  let panel: Page;

  beforeAll(async () => {
    officer = await launchPrepared();
    const desk = await opensUnlocked(officer);
    await keepsPeople(desk);
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

  it('has one row of navigation on every screen of the workspace', async () => {
    const page = await officer.open('workspace.html');
    await sees(page, 'Settings');
    await page.setViewport({ width: 1280, height: 900 });
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
    expect(await covered(panel, '.cp-who__mark, .cp-who__level')).toEqual([]);
    const [name, whole] = await panel.$eval('.cp-who__name', (each) => [
      each.getBoundingClientRect().width,
      (each as HTMLElement).title,
    ]);
    expect(name).toBeGreaterThan(40);
    expect(whole).toBe(LONGEST);
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

    it('says the longest names whole, each part in its own place', async () => {
      await opensLongest(panel);
      expect(await crowded(panel, '.cp-who')).toEqual([]);
      expect(await sidewaysProblems(panel, ROOM.width)).toEqual([]);
    });

    it('says the whole line about a person, each part in its own place', async () => {
      await goesTo(panel, 'Subjects');
      await presses(panel, 'Rowan Vael 00');
      await panel.waitForSelector('.cp-who__due');
      await rests(panel);
      expect(await crowded(panel, '.cp-who')).toEqual([]);
      expect(await sidewaysProblems(panel, ROOM.width)).toEqual([]);
    });
  });
});
