/** The kept copy of a page, from the press on it to the value marked on it again, after a restart of the browser. */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PracticeRms,
  shownOn,
  startPracticeRms,
} from '../../../examples/practice-rms/src/index.ts';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { draftOf, opensSubject } from './journey-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import { decides, tabsTo } from './keyboard.ts';
import { chooses, presses, sees, unlocks, until } from './officer.ts';
import { copiesProfile, opensUnlocked } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { opensSection } from './tour-controls.ts';

const ASKED = 'Show it on the page';

describe('the kept copy of a page', () => {
  let profile = '';
  let rms: PracticeRms;
  let officer: OfficerBrowser;
  let desk: Page;
  let name = '';
  const choiceProblems: string[] = [];
  let left = '';
  let sought = '';

  beforeAll(async () => {
    rms = await startPracticeRms();
    ({ profile } = await copiesProfile());
    officer = await launchOfficer({ profile });
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/legacy/records/1`);
    const panel = await officer.press(page);
    await unlocks(panel);
    await sees(panel, 'Review what was read');
    const draft = await draftOf(panel);
    const phone = draft.rows.find(({ path }) => path === 'subject.phones[]');
    left = phone?.raw ?? '';
    if (phone) await decides(panel, phone.id, 'leave');
    sought = draft.rows.find(({ path }) => path === 'subject.name')?.raw ?? '';
    await sees(panel, 'A copy of the page is kept with only what you take.');
    await presses(panel, 'Change the copy');
    await chooses(panel, 'The whole page');
    await sees(panel, 'Why do you need the whole page?');
    choiceProblems.push(...(await axeProblems(panel)), ...(await sidewaysProblems(panel, 360)));
    await savesReferral(panel);
    await sees(panel, 'Enter why you keep the whole page');
    choiceProblems.push(...(await axeProblems(panel)));
    await chooses(panel, 'Only what you take');
    await savesReferral(panel, tabsTo);
    await sees(panel, 'Saved as a referral');
    name = String((await recordsHeld(panel)).subject[0]?.value.name);
    // Another browser, the same computer: the copy is on the disk.
    await officer.close();
    officer = await launchOfficer({ profile });
    desk = await opensUnlocked(officer);
    await opensSubject(desk, name);
  });
  afterAll(async () => {
    await officer?.close();
    await rms?.stop();
    rmSync(profile, { recursive: true, force: true });
  });

  it('is read from a page that shows what is looked for', () => {
    expect(Object.keys(shownOn(rms.record('1'), 'legacy')).length).toBeGreaterThan(10);
    expect(left.length).toBeGreaterThan(5);
  });

  it('is asked about on a screen that axe and a narrow window find nothing wrong with', () => {
    expect(choiceProblems).toEqual([]);
  });

  it('shows the value marked and in view, and nothing that was left', async () => {
    await opensSection(desk, 'Details');
    await presses(desk, 'Where did this come from? name');
    await presses(desk, ASKED);
    await sees(desk, 'The value is marked.');
    const shown = await desk.evaluate(() => {
      const paper = document.querySelector('.cp-kept-page__paper');
      const mark = paper?.querySelector('mark');
      const [outer, inner] = [paper?.getBoundingClientRect(), mark?.getBoundingClientRect()];
      return {
        text: paper?.textContent ?? '',
        marked: mark?.textContent ?? '',
        isInView: !!outer && !!inner && inner.top >= outer.top && inner.bottom <= outer.bottom,
        tags: [...(paper?.querySelectorAll('*') ?? [])].map(({ tagName }) => tagName),
      };
    });
    expect(shown.isInView).toBe(true);
    expect(shown.marked).toBe(sought);
    expect(shown.text).toContain('…');
    expect(shown.text).not.toContain(left);
    for (const tag of new Set(shown.tags))
      expect(['DIV', 'SPAN', 'TABLE', 'TBODY', 'TR', 'TD', 'MARK', 'BR']).toContain(tag);
  });

  it('stands on a screen that axe, the keyboard and a narrow window find nothing wrong with', async () => {
    expect(await axeProblems(desk)).toEqual([]);
    for (const width of [360, 320]) expect(await sidewaysProblems(desk, width)).toEqual([]);
    expect(await keyboardProblems(desk)).toEqual([]);
  });

  it('closes at Escape and gives the focus back', async () => {
    await desk.focus('.cp-kept-page__paper');
    await desk.keyboard.press('Escape');
    await desk.waitForFunction(() => document.querySelector('.cp-kept-page') === null);
    await until('the focus is where it was', () =>
      desk.evaluate(
        (asked) => document.activeElement?.textContent?.includes(asked) ?? false,
        ASKED,
      ),
    );
  });

  it('was logged before it was shown, and asked nothing of any server', async () => {
    await opensSection(desk, 'Sources');
    await presses(desk, 'Show the copy of the page');
    await sees(desk, 'Opening this copy was logged.');
    expect(rms.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    const before = rms.requests.length;
    await presses(desk, 'Close the copy of the page');
    expect(rms.requests).toHaveLength(before);
  });
});
