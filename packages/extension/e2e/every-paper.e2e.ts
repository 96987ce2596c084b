/**
 * Each paper that the toolkit prints, as the printer gets it: the marking once at head and foot of the sheet, what the
 * paper is for, and nothing of the screen that it was printed from.
 */
import {
  buildContactPlan,
  buildIntervention,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { opensSubject } from './journey-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { chooses, goesTo, presses, sees, types, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensSection } from './tour-controls.ts';

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const OTHER = buildSubject({ name: 'Rowan Elm', bornOn: '2011-06-03' });
const ABOUT = { subjectId: ADA.id };

let officer: OfficerBrowser;
let desk: Page;

beforeAll(async () => {
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  await askKeeper(desk, 'commit', crypto.randomUUID(), {
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', OTHER),
      newRecord('referral', buildReferral({ ...ABOUT, referrerId: undefined, status: 'accepted' })),
      newRecord('contactPlan', buildContactPlan({ ...ABOUT, preferredName: 'Taz' })),
      newRecord('intervention', buildIntervention({ ...ABOUT, note: 'Talked at length.' })),
    ],
    reason: 'case-work',
  });
  await holdsPrinter(desk);
}, 120_000);
afterAll(() => officer?.close());

/** Suppresses the printer's own window, and keeps what it would have been given. */
async function holdsPrinter(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { isPrinting: false });
    globalThis.print = () => {
      dispatchEvent(new Event('beforeprint'));
      Object.assign(globalThis, { isPrinting: true });
    };
  });
}

interface Sheet {
  readonly words: string;
  readonly controls: readonly string[];
}

/** The sheet, once the printer was asked for it. */
async function sheet(): Promise<Sheet> {
  await until('the printer is asked', () =>
    desk.evaluate(() => Reflect.get(globalThis, 'isPrinting') === true),
  );
  await desk.emulateMediaType('print');
  const seen = await desk.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const isSeen = (each: Element): boolean => each.checkVisibility({ visibilityProperty: true });
    const controls = [
      ...document.querySelectorAll(
        'button, input, select, textarea, summary, nav, [role="dialog"]',
      ),
    ];
    return {
      words: document.body.innerText.replace(/\s+/g, ' ').trim(),
      controls: controls.filter(isSeen).map((each) => each.outerHTML.slice(0, 120)),
    };
  });
  await desk.emulateMediaType(undefined);
  await desk.evaluate(() => {
    Object.assign(globalThis, { isPrinting: false });
    dispatchEvent(new Event('afterprint'));
  });
  return seen;
}

const MARKING = 'OFFICIAL-SENSITIVE';

function isPaper({ words, controls }: Sheet, ...said: readonly string[]): void {
  expect(words.split(MARKING)).toHaveLength(3);
  expect(words.startsWith(MARKING)).toBe(true);
  expect(words).toMatch(/OFFICIAL-SENSITIVE[^.]{0,80}$/);
  expect(controls).toEqual([]);
  expect(words).not.toMatch(/backup|Visit view|Change person|Unfinished|Settings|Ctrl/i);
  expect(words).not.toContain('Use the print button on the page');
  expect(words).not.toContain(OTHER.name);
  for (const each of said) expect(words).toContain(each);
}

const goesWhere = async (destination: string): Promise<void> => {
  await chooses(desk, 'Where is it going?', destination);
  await types(desk, 'Who receives it?', 'DS Ines Marlow');
};

describe('the paper', () => {
  it('of a case summary', async () => {
    await opensSubject(desk, ADA.name);
    await presses(desk, 'Case summary');
    await goesWhere('Partner agency');
    await chooses(desk, 'Legal gateway', 'To safeguard a child');
    await sees(desk, 'Prepared on');
    await presses(desk, 'Print');
    isPaper(await sheet(), 'Ada Vael', 'Prepared on');
  });

  it('of a case summary for a school, with nobody’s suspicion in it', async () => {
    await opensSubject(desk, ADA.name);
    await presses(desk, 'Case summary');
    await goesWhere('School');
    await chooses(desk, 'Legal gateway', 'To safeguard a child');
    await sees(desk, 'Prepared on');
    await presses(desk, 'Print');
    const paper = await sheet();
    isPaper(paper, 'Ada Vael');
    expect(paper.words).not.toMatch(/Computer Misuse|suspected/i);
  });

  it('of a chronology', async () => {
    await opensSubject(desk, ADA.name);
    await opensSection(desk, 'Timeline');
    await presses(desk, 'Print or hand on this chronology');
    await goesWhere('Supervisor');
    await chooses(desk, 'Legal gateway', 'Needed for a law enforcement task');
    await sees(desk, 'Prepared on');
    await presses(desk, 'Print');
    isPaper(await sheet(), 'Ada Vael');
  });

  it('of a contact plan, for a visit', async () => {
    await opensSubject(desk, ADA.name);
    await opensSection(desk, 'Contact plan');
    await presses(desk, 'Page for a visit');
    await sees(desk, 'Print this page');
    await presses(desk, 'Print this page');
    await goesWhere('Supervisor');
    await chooses(desk, 'Legal gateway', 'Needed for a law enforcement task');
    await presses(desk, 'Print');
    const paper = await sheet();
    isPaper(paper, 'Taz');
    expect(paper.words).not.toMatch(/referral|offence|Talked at length|Not assessed/i);
  });
});

describe('any screen that the browser prints by itself', () => {
  it.each(['Today', 'Subjects', 'Diary', 'Referrals', 'Settings', 'Capture'])(
    'is one sentence, marked once at head and foot: %s',
    async (screen) => {
      await goesTo(desk, screen);
      await desk.evaluate(() => {
        globalThis.print();
      });
      const { words, controls } = await sheet();
      expect(words.split(MARKING)).toHaveLength(3);
      expect(words).toContain('Use the print button on the page');
      expect(words).not.toMatch(/Ada Vael|Rowan Elm|backup/i);
      expect(controls).toEqual([]);
    },
  );

  it('is one sentence for a person, and for a form half filled', async () => {
    await opensSubject(desk, ADA.name);
    await presses(desk, 'Log an intervention');
    await types(desk, 'What happened', 'Half a sentence');
    await desk.evaluate(() => {
      globalThis.print();
    });
    const { words, controls } = await sheet();
    expect(words).not.toMatch(/Ada|Vael|Half a sentence|What happened/);
    expect(words.split(MARKING)).toHaveLength(3);
    expect(controls).toEqual([]);
  });
});
