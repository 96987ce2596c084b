/**
 * Contact sheets of the twelve most used screens, for people to look at: with nobody on record, with the practice
 * caseload and with a thousand people; in light and dark; in a panel, on a small and a large screen, and enlarged to
 * 200 %.
 */
import { existsSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { axeProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { joinsSheet, keepsShot, type Shot } from './contact-sheet.ts';
import { hiddenWithFocus, sticksOut } from './in-sight.ts';
import { recordsHeld } from './keeper-ask.ts';
import { keepsMany } from './many-people.ts';
import { presses, sees } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensSetting } from './tour-controls.ts';
import {
  type Opens,
  USED_SCREENS,
  type UsedPeople,
  type UsedScreen,
  withNobody,
  withPeople,
} from './used-screens.ts';
import { COLOURS, looksAt, shotOf, WINDOW_NAMES, type WindowName } from './window-looks.ts';

const PRACTICE: UsedPeople = { known: 'Priya Ravenscroft', waiting: 'Noor Haddadine' };
const CASELOADS: readonly Caseload[] = [
  { count: 0, fills: async () => undefined, screens: withNobody },
  { count: 40, fills: fillsPractice, screens: (html) => withPeople(PRACTICE, html) },
  {
    count: 1000,
    async fills(desk) {
      await fillsPractice(desk);
      await keepsMany(desk, 960);
    },
    screens: (html) => withPeople(PRACTICE, html),
  },
];
const LEAST_ROOM = ['200-percent', '360'] as const;
/** Width of a picture on its sheet, and how many stand side by side. */
const ON_SHEET: Readonly<Record<WindowName, readonly [number, number]>> = {
  '1920': [640, 3],
  '1280': [640, 3],
  '360': [360, 6],
  '200-percent': [640, 3],
};

interface Caseload {
  readonly count: number;
  fills(desk: Page): Promise<void>;
  screens(html: string): ReadonlyMap<UsedScreen, Opens>;
}

let rms: PracticeRms;
beforeAll(async () => {
  rms = await startPracticeRms();
});
afterAll(() => rms?.stop());

describe.each(CASELOADS)(
  'the most used screens, with $count people',
  ({ count, fills, screens }) => {
    const shots = new Map<string, Shot[]>();
    const sheets: string[] = [];
    const problems = { axe: [] as string[], sideways: [] as string[], hidden: [] as string[] };
    let officer: OfficerBrowser;
    let desk: Page;

    const looks = async (screen: UsedScreen): Promise<void> => {
      for (const window of WINDOW_NAMES)
        for (const colour of COLOURS) {
          const at = `${screen}-${count}-${window}-${colour}`;
          await looksAt(desk, window, colour);
          const shot = await shotOf(desk, at);
          keepsShot(shot);
          const sheet = `${count}-${window}-${colour}`;
          shots.set(sheet, [...(shots.get(sheet) ?? []), shot]);
          problems.sideways.push(...(await sticksOut(desk)).map((what) => `${at}: ${what}`));
          if (window === '1280' && (colour === 'light' || count === 40))
            problems.axe.push(...(await axeProblems(desk)).map((what) => `${at}: ${what}`));
        }
      // Windows with least room. The pictures come first: a row that had the focus looks another way.
      for (const window of LEAST_ROOM) {
        await looksAt(desk, window, 'light');
        const at = `${screen}-${count}-${window}`;
        problems.hidden.push(...(await hiddenWithFocus(desk)).map((what) => `${at}: ${what}`));
      }
      await looksAt(desk, '1280', 'light');
    };

    beforeAll(async () => {
      officer = await launchPrepared();
      desk = await opensUnlocked(officer);
      await fills(desk);
      expect((await recordsHeld(desk)).subject).toHaveLength(count);
      const html = await (await fetch(`${rms.url}/lists/records/2`)).text();
      for (const [screen, opens] of screens(html)) {
        await opens(desk);
        await looks(screen);
      }
      for (const [title, taken] of shots) {
        const [, window] = /^\d+-(.+)-\w+$/.exec(title) ?? [];
        const [width, columns] = ON_SHEET[window as WindowName];
        sheets.push(await joinsSheet(officer.browser, { title, shots: taken, width, columns }));
      }
    });
    afterAll(() => officer?.close());

    it('are on a sheet for each window and colour, all twelve', () => {
      expect(sheets.filter((path) => existsSync(path))).toHaveLength(
        WINDOW_NAMES.length * COLOURS.length,
      );
      for (const taken of shots.values()) expect(taken).toHaveLength(USED_SCREENS.length);
    });

    it('give axe nothing to find', () => {
      expect(problems.axe).toEqual([]);
    });

    it('do not scroll sideways', () => {
      expect(problems.sideways).toEqual([]);
    });

    it('hide nothing that has the focus, under a bar or out of the window', () => {
      expect(problems.hidden).toEqual([]);
    });
  },
);

/** Fills the vault by the press in the settings. */
async function fillsPractice(desk: Page): Promise<void> {
  await opensSetting(desk, 'People to practise with');
  await presses(desk, 'Fill the vault with fictional people');
  await sees(desk, 'The vault has 40 fictional people.');
}
