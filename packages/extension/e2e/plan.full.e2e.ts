/**
 * A day of work with three young people, by the screens and the keyboard: Tuesday 24 November 2026. A plan is agreed,
 * one form covers a visit with all three, a notice is served and breached, a contact is logged next to a page. The
 * final records, the due entries and the log are compared with tables that are written by hand.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { movesClock } from './clock.ts';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';
import {
  cancels,
  chooses,
  control,
  goesTo,
  OFFICER,
  presses,
  saveWords,
  says,
  sees,
  types,
  unlocks,
  until,
} from './officer.ts';
import { beginsObjective, brings, fillsNotice, logsAs, makesPlan, opensAt } from './plan-steps.ts';
import { DIARY, DONE, LOOKED, RECORDS } from './plan-table.ts';
import { launchPrepared, SET_UP_AT } from './prepared-officer.ts';
import { days, picks, pushes, selects, ticks, writes } from './tabs.ts';
import { diaryTold, learnsNames, logTold, type Names, recordsTold } from './told-by-name.ts';
import { opensAll } from './tour-controls.ts';

const CORDELIA = 'Cordelia Ashgrove';
const BARNABY = 'Barnaby Quillon';
const PERRIN = 'Perrin Oakhollow';
const NOON = '2026-11-24T12:00:00Z';
/** Most keys for a contact, once the person is chosen. */
const MOST_KEYS = 12;

let officer: OfficerBrowser;
let desk: Page;
let rms: PracticeRms;
const names: Names = new Map();

const held = async (kind: string): Promise<readonly HeldRecord[]> =>
  (await askKeeper(desk, 'query', kind, {})) as readonly HeldRecord[];
const clean = async (page: Page = desk): Promise<void> => {
  await opensAll(page);
  expect(await axeProblems(page)).toEqual([]);
  expect(await sidewaysProblems(page, 320)).toEqual([]);
};
const isHeld = (kind: string, count: number) =>
  until(`${count} of ${kind} are held`, async () => (await held(kind)).length === count);

beforeAll(async () => {
  rms = await startPracticeRms();
  officer = await launchPrepared(OFFICER, { at: SET_UP_AT });
  desk = await officer.open('workspace.html');
  await control(desk, 'Passphrase');
  await movesClock(officer, NOON);
  await unlocks(desk);
  await sees(desk, 'Settings');
  await brings(desk, CORDELIA, '14/03/2011');
  await brings(desk, BARNABY, '02/07/2010');
  await brings(desk, PERRIN, '30/11/2016');
});
afterAll(async () => {
  await officer?.close();
  await rms?.stop();
});

describe('a plan', () => {
  it('is made with the young person’s own words, and has objectives with an owner or none at all', async () => {
    await opensAt(desk, CORDELIA, 'Plan');
    await makesPlan(desk, 'I want to do the competition.', '17/2/2027');
    await beginsObjective(desk);
    await pushes(desk, 'Save the objective');
    await sees(desk, 'Enter the person responsible');
    await clean();
    const need = await (await control(desk, 'Need')).evaluate((box) => 'value' in box && box.value);
    expect(need).toBe('Nobody shows interest in what she can do.');
    await writes(desk, 'Person responsible', 'Ottilie Brandt');
    await pushes(desk, 'Save the objective');
    await sees(desk, 'The objective was saved.');
    await sees(desk, 'Opening this page was logged.');
    await clean();
  });

  it('is not reached while a session for it has not been accounted for', async () => {
    await pushes(desk, 'Arrange a session');
    await selects(desk, 'Kind of intervention', 'Mentoring');
    await days(desk, 'Arranged for', '24/11/2026');
    await clean();
    await pushes(desk, 'Arrange the session');
    await sees(desk, 'The session is arranged.');
    await sees(desk, 'Opening this page was logged.');
    await opensAt(desk, CORDELIA, 'Plan');
    await pushes(desk, 'Say whether it was achieved');
    await picks(desk, 'Was the objective achieved?', 'Achieved');
    await writes(desk, 'What shows it, or why not', 'Came third.');
    await pushes(desk, 'Close the objective');
    await sees(desk, 'and nobody has said whether they came. Say so first.');
    await clean();
    expect((await held('objective')).map(({ value }) => value.result)).toEqual([undefined]);
  });
});

describe('one action, many records', () => {
  it('covers three subjects in one form, and what is wrong is said where it stands', async () => {
    await goesTo(desk, 'Group visit');
    await sees(desk, 'Nobody’s record mentions the others.');
    for (const person of [BARNABY, CORDELIA, PERRIN]) {
      await chooses(
        desk,
        (await says(desk, 'Another subject')) ? 'Another subject' : 'Subject',
        person,
      );
      await pushes(desk, 'Add');
      await sees(desk, `More about ${person}`);
    }
    await logsAs(desk, { kind: 'Group or school workshop', minutes: '60' });
    await writes(desk, 'Place', 'Testford Academy');
    await pushes(desk, `Log for ${BARNABY}, ${CORDELIA} and ${PERRIN}`);
    await sees(desk, `${PERRIN}: Select the outcome`);
    await clean();
    await ticks(desk, 'This was the session: Mentoring');
    const outcomes = await desk.$$eval('fieldset', (sets) =>
      sets
        .filter((each) => each.querySelector('legend')?.textContent === 'Outcome')
        .map((each) => [...each.querySelectorAll('input')][0]?.id ?? ''),
    );
    expect(outcomes).toHaveLength(3);
    for (const id of outcomes) {
      await desk.focus(`[id="${id}"]`);
      await desk.keyboard.press('Space');
    }
    await ticks(desk, 'There was contact with the school about it');
    await writes(desk, 'Who it was with', 'Ottilie Brandt, safeguarding lead');
    await writes(desk, 'What it was about', 'The talk.');
    await selects(desk, 'Legal gateway', 'Not known');
    await writes(desk, 'What was shared', 'That a talk was held.');
    await pushes(desk, `Log for ${BARNABY}, ${CORDELIA} and ${PERRIN}`);
    await sees(desk, 'Something was shared, and the gateway is not known');
    await clean();
    await selects(desk, 'Legal gateway', 'To reduce crime and disorder');
    await pushes(desk, `Log for ${BARNABY}, ${CORDELIA} and ${PERRIN}`);
    await sees(desk, '3 contacts were logged');
    await sees(desk, 'Opening this page was logged.');
    await isHeld('intervention', 3);
    await learnsNames(desk, names);
  });

  it('is undone as one, and done again', async () => {
    await presses(desk, 'Undo this save');
    await sees(desk, 'The save was undone');
    for (const kind of ['intervention', 'agencyContact']) await isHeld(kind, 0);
    expect((await held('session'))[0]?.value.attendance).toBe(undefined);
    await presses(desk, 'Redo this save');
    await sees(desk, 'The save was redone');
    for (const kind of ['intervention', 'agencyContact']) await isHeld(kind, 3);
    expect((await held('session'))[0]?.value.attendance).toBe('attended');
  });

  it('leaves an objective to be closed by whoever decides that it was reached', async () => {
    await opensAt(desk, CORDELIA, 'Plan');
    await pushes(desk, 'Say whether it was achieved');
    await pushes(desk, 'Continue');
    await sees(desk, 'What shows it, or why not');
    await pushes(desk, 'Close the objective');
    await sees(desk, 'The objective is closed');
    await sees(desk, 'Opening this page was logged.');
    await clean();
  });
});

describe('cease and desist', () => {
  it('is not served on a child under ten', async () => {
    await opensAt(desk, PERRIN, 'Cease and desist, stop cards');
    await pushes(desk, 'Record that a notice was served');
    await sees(desk, 'A child under ten cannot commit an offence');
    await clean();
    await cancels(desk);
    await sees(desk, 'Opening this page was logged.');
  });

  it('asks first whether there are grounds, and then not without the officer in the case', async () => {
    await opensAt(desk, BARNABY, 'Cease and desist, stop cards');
    await pushes(desk, 'Record that a notice was served');
    await sees(desk, 'A notice has no statutory force and finds no guilt.');
    expect(await says(desk, 'Which notice was served?')).toBe(false);
    await picks(desk, 'Are there grounds to suspect an offence?', 'Yes');
    await sees(desk, 'unless the officer in the case agrees');
    await fillsNotice(desk);
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'Do not serve a notice unless the officer in the case agrees.');
    await clean();
    expect(await held('ceaseAndDesist')).toEqual([]);
  });

  it('keeps an admission apart, in its own words, while the form waits', async () => {
    await pushes(desk, 'Open a stop card');
    await sees(desk, 'This is not an interview. Ask nothing more about it.');
    await picks(desk, 'Who said it?', 'The young person');
    await pushes(desk, 'Use the time now');
    await writes(desk, 'The exact words', 'I did the school one.');
    await picks(desk, 'Was it read back?', 'Read back and agreed');
    await clean();
    await pushes(desk, 'Save the stop card');
    await sees(desk, 'The stop card was saved as it was written');
    const adult = await control(desk, 'Appropriate adult');
    await until('the form is back', () =>
      adult.evaluate((box) => 'value' in box && box.value === 'Ottilie Brandt'),
    );
  });

  it('is served, with the stop card joined, and has its papers', async () => {
    await chooses(desk, 'No');
    await ticks(desk, 'Section 1: unauthorised access');
    await ticks(desk, '24 November 2026 at');
    await pushes(desk, await saveWords(desk));
    await sees(desk, 'The notice was recorded as served');
    await sees(desk, 'Opening this page was logged.');
    await clean();
    await pushes(desk, 'Papers for this notice');
    await selects(desk, 'Where is it going?', 'The subject');
    await sees(desk, 'It does not say that you are guilty of anything.');
    expect(await says(desk, 'Ottilie Brandt')).toBe(false);
    await clean();
    await chooses(desk, 'How it was served, and what happened next');
    await selects(desk, 'Where is it going?', 'Supervisor');
    await sees(desk, 'Appropriate adult: Ottilie Brandt');
    await sees(desk, 'Nothing was noted after the notice.');
    await pushes(desk, 'Back to the subject');
  });

  it('has a breach noted, of which Today asks who was told, by its own form', async () => {
    await sees(desk, 'Opening this page was logged.');
    await pushes(desk, 'Note a possible breach');
    await writes(desk, 'What suggests it', 'A new offer on the same forum.');
    await picks(desk, 'What kind of information is this?', 'Fact');
    await writes(desk, 'Who reported it', 'Seen on an open page');
    await picks(desk, 'Has anybody been told?', 'No, nobody yet');
    await clean();
    await pushes(desk, 'Save the possible breach');
    await sees(desk, 'It stays due until somebody is told.');
    await sees(desk, 'Opening this page was logged.');
    await goesTo(desk, 'Today');
    await presses(desk, 'Report a possible breach of a notice');
    await sees(desk, 'The toolkit tells nobody by itself.');
    await writes(desk, 'Who was told', 'DC 2218 Tamsin Okoro');
    await clean();
    await pushes(desk, 'Save who was told');
    await sees(desk, 'You have recorded who was told');
    await sees(desk, 'Opening this page was logged.');
  });

  it('has its stop card completed from Today', async () => {
    await goesTo(desk, 'Today');
    await presses(desk, 'Complete a stop card');
    await sees(desk, 'What was written stays.');
    await sees(desk, 'I did the school one.');
    await chooses(desk, 'Is the crime recorded?', 'No: it was decided');
    await types(desk, 'Officer in the case, who was told', 'DC 2218 Tamsin Okoro');
    await days(desk, 'Told on', '24/11/2026');
    await clean();
    await pushes(desk, 'Save what was added');
    await sees(desk, 'The stop card is completed');
    await sees(desk, 'Opening this page was logged.');
  });
});

it('logs a contact beside a page in at most twelve keys, once it is said with whom', async () => {
  const page = await officer.browser.newPage();
  await page.goto(`${rms.url}/summary/records/1`);
  const panel = await officer.press(page);
  await sees(panel, 'Review what was read');
  await movesClock(officer, NOON);
  await goesTo(panel, 'Quick log');
  await sees(panel, 'Who was it with?');
  await clean(panel);
  await types(panel, 'Who was it with?', 'Cord');
  await sees(panel, CORDELIA);
  await panel.keyboard.press('Enter');
  await until('the first list has the focus', () =>
    panel.evaluate(
      () =>
        document.activeElement instanceof HTMLSelectElement && document.activeElement.value === '',
    ),
  );
  await clean(panel);
  await (await control(panel, 'Kind of intervention')).focus();
  await panel.evaluate(() => {
    const count = (): void => {
      const { dataset } = document.documentElement;
      dataset.keys = String(Number(dataset.keys ?? 0) + 1);
    };
    addEventListener('keydown', count, true);
  });
  const began = performance.now();
  for (const key of ['h', 'Tab', 't', 'Tab', 'e', 'Tab', '2', '5', 'Enter'] as const)
    await panel.keyboard.press(key);
  await sees(panel, `The contact with ${CORDELIA} was logged`);
  await sees(panel, 'Opening this page was logged.');
  const keys = await panel.evaluate(() => Number(document.documentElement.dataset.keys));
  console.log(`a contact: ${keys} keys in ${Math.round(performance.now() - began)} ms`);
  expect(keys).toBeGreaterThan(0);
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  const quick = (await held('intervention')).find(({ value }) => value.minutes === 25);
  expect(quick?.value).toMatchObject({
    kind: 'home-visit',
    mode: 'telephone',
    outcome: 'engaged',
    heldOn: '2026-11-24',
  });
});

describe('what stands at the end', () => {
  it('is the records that a table states', async () => {
    names.set((await held('plan'))[0]?.updatedBy ?? '', OFFICER.name);
    expect(await recordsTold(desk, names)).toEqual(RECORDS);
  });

  it('is a diary with each day and its reason', async () => {
    expect([...(await diaryTold(desk, names))].sort()).toEqual(DIARY);
  });

  it('is a log of all that was done, in its order, and of what was looked at', async () => {
    expect(await logTold(desk, names)).toEqual({ done: DONE, looked: LOOKED });
  });
});
