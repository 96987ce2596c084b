/** A case as a picture, in the built extension: drawn under the policy of our pages, and readable without seeing it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { askKeeper } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { chooses, presses, sees, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensAll, opensFirstSubject, opensSection } from './tour-controls.ts';

const DAYS = ['2026-01-05', '2026-03-16', '2026-06-02', '2026-06-02', '2026-09-21'];

describe('a case as a picture', () => {
  let officer: OfficerBrowser;
  let desk: Page;
  const refused: string[] = [];

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    desk.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    const subject = await keepsSubject(desk, 'Tamsin Vael');
    const changes = DAYS.map((heldOn, nth) => {
      const id = crypto.randomUUID();
      const about = { id, subjectId: subject, kind: 'one-to-one', heldOn, mode: 'in-person' };
      const how = { minutes: 45, outcome: nth === 1 ? 'not-present' : 'engaged' };
      return { kind: 'intervention', record: id, parents: [], set: { ...about, ...how } };
    });
    await askKeeper(desk, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
    await opensFirstSubject(desk);
    await sees(desk, 'Opening this page was logged.');
  });
  afterAll(() => officer?.close());

  /** Name of the picture, its marks of the kind, and the style elements of the whole page. */
  const looks = (kind: string) =>
    desk.evaluate(
      (each) => ({
        name: document.querySelector('[role="img"].cp-picture')?.getAttribute('aria-label') ?? '',
        marks: document.querySelectorAll(`.cp-picture .cp-plot__mark--${each} > *`).length,
        styles: document.querySelectorAll('style').length,
      }),
      kind,
    );
  const isDrawn = () => desk.waitForSelector('.cp-picture .cp-plot');

  it('is small in the overview, with its sentence', async () => {
    await isDrawn();
    const { name, marks, styles } = await looks('contact');
    expect(name).toContain('4 contacts, 1 time not met');
    // Two of them are of one day, and are one mark with its number.
    expect([marks, styles]).toEqual([3, 0]);
    await opensAll(desk);
    expect(await axeProblems(desk)).toEqual([]);
  });

  it('is whole above the chronology, and follows what is chosen', async () => {
    await opensSection(desk, 'Timeline');
    await isDrawn();
    expect((await looks('not-met')).marks).toBe(1);
    await opensAll(desk);
    await sees(desk, '2 contacts');
    expect(await axeProblems(desk)).toEqual([]);
    expect(await sidewaysProblems(desk, 1280, 640, 360)).toEqual([]);
    await chooses(desk, 'Kind', 'Interventions');
    await until(
      'levels are no part of it',
      async () => !(await looks('contact')).name.includes('level'),
    );
  });

  it.each([1280, 700, 360, 320])('has letters of at least 12 px at %i', async (width) => {
    await desk.setViewport({ width, height: 800 });
    await until('the drawing has the width of its place', () =>
      desk.$eval('.cp-picture .cp-plot', (drawing) => {
        const place = drawing.closest('.cp-picture')?.clientWidth ?? 0;
        const [, , drawn] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number);
        return place > 0 && Math.floor(place) === drawn;
      }),
    );
    // Found and measured in one step: a picture that is drawn again has other letters.
    const least = await desk.evaluate(() =>
      Math.min(
        ...Array.from(document.querySelectorAll('.cp-picture .cp-plot text'), (each) => {
          const scale = (each as SVGTextElement).getScreenCTM()?.a ?? 0;
          return scale * Number.parseFloat(getComputedStyle(each).fontSize);
        }),
      ),
    );
    expect(least).toBeGreaterThanOrEqual(12);
    expect(await sidewaysProblems(desk, width)).toEqual([]);
  });

  it('is its table alone where a picture could not be read, as at 200 % of a panel', async () => {
    await desk.setViewport({ width: 240, height: 800 });
    await desk.waitForSelector('.cp-picture', { hidden: true });
    await desk.waitForSelector('details[open] table');
    await desk.setViewport({ width: 1280, height: 800 });
    await desk.waitForSelector('.cp-picture .cp-plot');
  });

  it.each(['dark', 'light'])('is seen against a %s page', async (scheme) => {
    await desk.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const colours = () =>
      desk.$eval('.cp-plot__mark--contact', (mark) => {
        const { fill } = getComputedStyle(mark);
        return [fill, getComputedStyle(document.body).backgroundColor];
      });
    const [mark, page] = await colours();
    expect(mark).not.toBe(page);
    await desk.emulateMediaFeatures([]);
  });

  it('had nothing refused by the policy', async () => {
    await presses(desk, 'Overview');
    await isDrawn();
    expect(refused).toEqual([]);
  });
});
