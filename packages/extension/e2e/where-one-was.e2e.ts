/**
 * A reload, a lock, Back and Forward in the middle of things: the officer is where they were, nothing that was destroyed
 * or covered comes back, and nothing that identifies anybody is in an address, a title or a state.
 */
import { buildReferral, buildSession, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { opensSubject } from './journey-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import {
  chooses,
  control,
  goesTo,
  locks,
  presses,
  saveWords,
  says,
  sees,
  types,
  unlocks,
  until,
} from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { ticks } from './tour-controls.ts';

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const ROWAN = buildSubject({ name: 'Rowan Elm', bornOn: '2011-06-03' });
const REFERRAL = buildReferral({
  subjectId: ROWAN.id,
  referrerId: undefined,
  reference: 'CP-0042',
  receivedOn: '2026-11-20',
  status: 'received',
  suspectedOffences: [],
});

let officer: OfficerBrowser;
let desk: Page;

beforeAll(async () => {
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  await askKeeper(desk, 'commit', crypto.randomUUID(), {
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', ROWAN),
      newRecord('referral', REFERRAL),
      newRecord(
        'session',
        buildSession({
          subjectId: ADA.id,
          arrangedFor: `${new Date().getFullYear() + 1}-01-03`,
          place: 'Wending Library',
        }),
      ),
    ],
    reason: 'case-work',
  });
}, 120_000);
afterAll(() => officer?.close());

const heading = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('main h1')?.textContent?.trim() ?? '');
const isOn = (page: Page, words: string): Promise<void> =>
  until(`the screen is “${words}”`, async () => (await heading(page)).includes(words));
const back = (page: Page): Promise<void> => page.evaluate(() => history.back());
const forward = (page: Page): Promise<void> => page.evaluate(() => history.forward());
const textIn = async (page: Page, label: string): Promise<string> =>
  (await control(page, label)).evaluate((box) => (box as HTMLTextAreaElement).value);

/** Everything that a browser keeps of where it is, and writes on its tab. */
const writtenDown = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([location.href, document.title, history.state]));
async function saysNobody(page: Page): Promise<void> {
  const written = await writtenDown(page);
  for (const secret of ['Ada', 'Vael', 'Rowan', 'Elm', ADA.id, ROWAN.id, 'CP-0042', 'intervention'])
    expect(written).not.toContain(secret);
  expect(await page.title()).toBe('Cyber Prevent Toolkit');
}

describe('a form in the middle of a sentence', () => {
  const opensForm = async (words: string): Promise<void> => {
    await opensSubject(desk, ADA.name);
    await presses(desk, 'Log an intervention');
    await isOn(desk, 'Log an intervention with Ada Vael');
    await until('the form is there, or asks', async () =>
      desk.evaluate(() => document.querySelector('main textarea, main .cp-confirm') !== null),
    );
    if (await says(desk, 'Begun on')) await presses(desk, 'Start again');
    await until('nothing is asked', async () => !(await says(desk, 'Begun on')));
    await types(desk, 'What happened', words);
  };

  it('is the same form with the same words after a lock, and about the same person', async () => {
    await opensForm('Half a sentence before the lock');
    await locks(desk);
    await saysNobody(desk);
    expect(await desk.evaluate(() => document.body.innerText)).not.toMatch(/Ada|sentence/);
    await unlocks(desk);
    await isOn(desk, 'Log an intervention with Ada Vael');
    await until(
      'the words are there',
      async () => (await textIn(desk, 'What happened')) === 'Half a sentence before the lock',
    );
    await saysNobody(desk);
  });

  it('is the same form with the same words after a reload', async () => {
    await opensForm('Half a sentence before the reload');
    await sees(desk, 'Draft kept');
    await desk.reload();
    await isOn(desk, 'Log an intervention with Ada Vael');
    await until(
      'the words are there',
      async () => (await textIn(desk, 'What happened')) === 'Half a sentence before the reload',
    );
    await saysNobody(desk);
  });

  it('loses no word to Back and Forward pressed in haste', async () => {
    await opensForm('Typed before Back');
    for (let time = 0; time < 3; time += 1) {
      await back(desk);
      await forward(desk);
    }
    await isOn(desk, 'Log an intervention with Ada Vael');
    await until(
      'the words are there',
      async () => (await textIn(desk, 'What happened')) === 'Typed before Back',
    );
  });

  it('is not there to be saved again by Back, once it is saved', async () => {
    await opensForm('Saved once');
    await chooses(desk, 'Kind of intervention', 'Home visit');
    await chooses(desk, 'In person');
    await types(desk, 'Contact time in minutes', '45');
    await chooses(desk, 'Engaged');
    await presses(desk, await saveWords(desk));
    await sees(desk, 'The contact with Ada Vael was logged');
    await back(desk);
    if ((await heading(desk)).startsWith('Log an intervention'))
      expect(await textIn(desk, 'What happened')).toBe('');
    const held = (await askKeeper(desk, 'query', 'intervention', {})) as readonly unknown[];
    expect(held).toHaveLength(1);
  });
});

describe('the mouse’s own buttons', () => {
  it('go back and forward as those of the browser do', async () => {
    await goesTo(desk, 'Subjects');
    await opensSubject(desk, ADA.name);
    await desk.mouse.click(640, 450, { button: 'back' });
    await isOn(desk, 'Subjects');
    await desk.mouse.click(640, 450, { button: 'forward' });
    await isOn(desk, ADA.name);
  });
});

describe('the visit view', () => {
  const SECRET = /Under 18|Not assessed|Born|Rowan Elm|Subjects|Unfinished|CP-0042/;
  const isVisit = async (): Promise<void> => {
    await sees(desk, 'Visit with Ada Vael');
    expect(await desk.evaluate(() => document.body.innerText)).not.toMatch(SECRET);
    await saysNobody(desk);
  };

  it('stays on over Back, Forward, a reload, a lock and every key, and shows nobody else', async () => {
    await opensSubject(desk, ROWAN.name);
    await opensSubject(desk, ADA.name);
    await presses(desk, 'Visit view');
    await isVisit();
    await back(desk);
    await sees(desk, 'Turn off visit view');
    expect(await desk.evaluate(() => document.body.innerText)).not.toMatch(SECRET);
    await forward(desk);
    await isVisit();
    await desk.reload();
    await isVisit();
    for (const key of ['/', '?', 'g', 's', '1', 'Escape', 'j', 'l'] as const) {
      await desk.keyboard.press(key);
      expect(await desk.evaluate(() => document.body.innerText)).not.toMatch(SECRET);
    }
    await desk.keyboard.down('Control');
    await desk.keyboard.press('k');
    await desk.keyboard.up('Control');
    await isVisit();
  });

  it('covers a second window too', async () => {
    const second = await officer.open('workspace.html');
    await sees(second, 'Turn off visit view');
    expect(await second.evaluate(() => document.body.innerText)).not.toMatch(SECRET);
    await second.close();
  });

  it('goes off by one press, and leads back to the person', async () => {
    await presses(desk, 'Turn off visit view');
    await isOn(desk, ADA.name);
    await sees(desk, 'Under 18');
  });
});

describe('the page before something is destroyed', () => {
  const decides = async (): Promise<void> => {
    await goesTo(desk, 'Referrals');
    await sees(desk, ROWAN.name);
    await presses(desk, ROWAN.name);
    await sees(desk, 'What the referral says');
    await presses(desk, 'Decide on the referral');
    await sees(desk, 'What you are deciding on');
    await chooses(desk, 'Refuse the referral');
    await ticks(desk, 'Does not wish to take part');
    await presses(desk, 'Refuse Rowan Elm’s referral and continue');
    await isOn(desk, 'Destroy everything held about Rowan Elm?');
  };

  it('destroys nothing by a lock, a reload, or Back', async () => {
    await decides();
    await types(desk, 'Reference to confirm', 'CP-0042');
    await locks(desk);
    await unlocks(desk);
    await sees(desk, 'Settings');
    expect(await askKeeper(desk, 'get', 'subject', ROWAN.id)).toBeTruthy();
    await saysNobody(desk);
  });

  it('is gone for good once it is done: Back, Forward and a reload show nobody', async () => {
    await decides();
    await types(desk, 'Reference to confirm', ' cp-0042 ');
    await presses(desk, 'Refuse and destroy');
    await sees(desk, 'everything held about this person was destroyed');
    for (const goes of [back, back, forward, forward, (page: Page) => page.reload()]) {
      await goes(desk);
      await until('a screen is there', async () => (await heading(desk)) !== '');
      expect(await desk.evaluate(() => document.body.innerText)).not.toContain('Rowan Elm');
    }
    expect(await askKeeper(desk, 'get', 'subject', ROWAN.id)).toBeFalsy();
  });
});
