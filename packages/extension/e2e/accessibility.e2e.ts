/** Every screen, in the panel at 360 px and in the workspace at 1280 px: axe, keyboard, narrow windows, the safeguarding key. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { control, goesTo, locks, presses, sees, types, until } from './officer.ts';
import { readsSavedPage, toursFirstRun } from './tour.ts';
import { takesPicture } from './whole-picture.ts';
import { type Surface, toursEverything } from './whole-tour.ts';

/** One picture of each screen, for people to look at. */
const SCREENS = resolve(import.meta.dirname, '../../../test-output/screens');
/** Those that the officers' guides show; with `PICTURES=1` this suite takes them anew. */
const PICTURES = resolve(import.meta.dirname, '../../../docs/officers/pictures');
const WIDTH = { panel: 360, workspace: 1280 } as const;
/** Of the panel, the narrowest window of WCAG 1.4.10; of the workspace, 200 % and 400 % of 1280 px. */
const NARROW = { panel: [320], workspace: [640, 320] } as const;

const problems = { axe: [] as string[], keyboard: [] as string[], sideways: [] as string[] };
const visited: string[] = [];

async function examines(page: Page, screen: string, surface: Surface): Promise<void> {
  const name = `${surface} ${screen}`;
  visited.push(name);
  const at = (found: readonly string[]) => found.map((what) => `${name}: ${what}`);
  const path = join(SCREENS, `${screen}-${WIDTH[surface]}.png`) as `${string}.png`;
  await takesPicture(page, path);
  problems.axe.push(...at(await axeProblems(page)));
  for (const width of NARROW[surface])
    problems.sideways.push(
      ...at(await sidewaysProblems(page, width)).map((what) => `${what} at ${width} px`),
    );
  const focused = (await page.evaluateHandle(() => document.activeElement)).asElement();
  problems.keyboard.push(...at(await keyboardProblems(page)));
  await (focused as ElementHandle<HTMLElement> | null)?.focus();
}

let officer: OfficerBrowser;
let workspace: Page;

beforeAll(async () => {
  for (const folder of [SCREENS]) mkdirSync(folder, { recursive: true });
  const first = await launchOfficer();
  const page = await first.open('workspace.html');
  await toursFirstRun({ page, visit: (screen) => examines(page, screen, 'workspace') });
  await first.close();
  officer = await launchOfficer();
  ({ workspace } = await toursEverything(officer, { visit: examines }));
});
afterAll(async () => {
  await officer?.close();
  if (process.env.PICTURES !== '1') return;
  for (const name of pictures()) copyFileSync(join(SCREENS, name), join(PICTURES, name));
});

/** File names that the guides name. */
function pictures(): readonly string[] {
  const folder = join(PICTURES, '..');
  const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return guides.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\(pictures\/([\w-]+\.png)\)/g)].map(
      ([, picture = '']) => picture,
    ),
  );
}

describe('every screen', () => {
  it('was looked at on both surfaces', () => {
    const of = (surface: Surface) =>
      visited.filter((name) => name.startsWith(surface)).map((name) => name.split(' ')[1]);
    const onlyInTheWorkspace = [
      'asked-of-me',
      'asked-of-me-answered',
      'asked-of-me-none',
      'second-officer',
      'second-officer-answered',
      'assessments',
      'conditions',
      'advice',
      'advice-form',
      'advice-one',
      'incident',
      'incident-form',
      'log',
      'subject-as-known',
      'subject-log',
      'audit',
      'audit-checkpoint',
      'backup',
      'exchange',
      'lock-emergency',
      'lock-recovery',
      'review-seen-answered',
    ];
    const onlyInThePanel = ['fill-plan', 'fill-reference', 'fill-typed', 'review-seen-same'];
    expect([...of('workspace'), ...onlyInThePanel].sort()).toEqual(
      [...of('panel'), ...onlyInTheWorkspace].sort(),
    );
    expect(visited.length).toBeGreaterThan(79);
  });

  it('is what the guides for officers show pictures of', () => {
    const taken = visited.map((name) => {
      const [surface = '', screen = ''] = name.split(' ');
      return `${screen}-${WIDTH[surface as Surface]}.png`;
    });
    expect(pictures().length).toBeGreaterThan(3);
    expect(pictures().filter((name) => !taken.includes(name))).toEqual([]);
    expect(readdirSync(PICTURES).sort()).toEqual([...pictures()].sort());
  });

  it('gives axe nothing to find', () => {
    expect(problems.axe).toEqual([]);
  });

  it('does not scroll sideways in a narrow or an enlarged window', () => {
    expect(problems.sideways).toEqual([]);
  });

  it('comes to everything with Tab, and shows where it stands', () => {
    expect(problems.keyboard).toEqual([]);
  });
});

describe('the checks', () => {
  it('find what is wrong with a screen that is spoilt', async () => {
    await workspace.evaluate(() => {
      const button = document.createElement('button');
      button.style.cssText = 'outline: 0; box-shadow: none; border: 0; width: 2000px; height: 30px';
      document.querySelector('main')?.prepend(button);
    });
    try {
      expect(await axeProblems(workspace)).toContainEqual(expect.stringMatching(/^button-name/));
      expect(await sidewaysProblems(workspace, 640)).toContainEqual(
        expect.stringMatching(/^sticks out: <button/),
      );
      expect(await keyboardProblems(workspace)).toContainEqual(
        expect.stringMatching(/^focus is not seen on <button/),
      );
      await workspace.evaluate(() => {
        document.addEventListener('keydown', (event) => event.preventDefault(), { once: false });
      });
      expect(await keyboardProblems(workspace)).toContainEqual(
        expect.stringMatching(/^Tab does not come to/),
      );
    } finally {
      await workspace.reload();
      await sees(workspace, 'Settings');
    }
  });
});

describe('the safeguarding key', () => {
  beforeAll(async () => {
    await goesTo(workspace, 'Saved page');
    await readsSavedPage(
      workspace,
      '<h1>Record</h1><dl><dt>Full name</dt><dd>Ottoline Brackwater</dd></dl>',
    );
    await sees(workspace, 'Save as referral');
  });

  const subject = async (): Promise<void> => {
    await goesTo(workspace, 'Subjects');
    await control(workspace, 'Find a subject');
    const [row] = await workspace.$$('tbody th button');
    await row?.focus();
    await workspace.keyboard.press('Enter');
    await sees(workspace, 'Opening this page was logged.');
  };
  it.each<[string, () => Promise<void>]>([
    ['the list of subjects', () => goesTo(workspace, 'Subjects')],
    ['a subject', subject],
    ['a case summary', () => subject().then(() => presses(workspace, 'Case summary'))],
    // The list comes back as it was left, so that nobody is found in it after this.
    ['the search for a subject, while typing', () => typing('Subjects', 'Find a subject')],
    ['an intervention', () => typing('Intervention', 'Place')],
    ['an intelligence note', () => typing('Note', 'Intelligence')],
    ['a saved page', () => goesTo(workspace, 'Saved page')],
    ['the review', () => goesTo(workspace, 'Capture')],
    ['a correction', () => goesTo(workspace, 'Capture').then(correcting)],
    ['the keys', () => presses(workspace, 'Keys')],
  ])('opens a concern from %s', async (_, goes) => {
    await goes();
    await workspace.keyboard.press('F8');
    await control(workspace, 'What is the concern?');
    await until('the heading has the focus', () =>
      workspace.evaluate(() => document.activeElement?.textContent === 'Safeguarding concern'),
    );
    await presses(workspace, 'Back to where you were');
    await workspace.waitForFunction(
      () => document.querySelector('h1')?.textContent !== 'Safeguarding concern',
    );
  });

  it('shows 999 and whom to tell from the lock screen, and says that recording needs unlocking', async () => {
    await locks(workspace);
    await workspace.keyboard.press('F8');
    await sees(workspace, 'only while the vault is unlocked');
    await sees(workspace, 'Call 999. Do not wait to record it.');
  });

  async function typing(screen: string, label: string): Promise<void> {
    await goesTo(workspace, screen);
    await types(workspace, label, 'half a word');
  }
  async function correcting(): Promise<void> {
    await workspace.waitForSelector('[data-row] .cp-decision--take-corrected');
    await workspace.focus('[data-row] .cp-decision--take-corrected');
    await workspace.keyboard.press('Enter');
    await workspace.waitForSelector('.cp-draft-row__correction input');
  }
});
