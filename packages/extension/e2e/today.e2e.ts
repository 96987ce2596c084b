/** Today and the diary in a real Chromium: the count on the button, a single key with an action, the calendar file. */
import {
  buildIntervention,
  buildPromise,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { Page, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { movesClock } from './clock.ts';
import { saves } from './downloads.ts';
import { setsUp } from './first-run-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import {
  chooses,
  control,
  goesTo,
  locks,
  OFFICER,
  presses,
  says,
  sees,
  types,
  unlocks,
  until,
} from './officer.ts';

const NAME = 'Ottoline Brackwater';
/** The time on the clock of the pages: the day does not change during the suite, and is never a holiday. */
const NOON = '2026-11-24T12:00:00Z';
/** The civil day so many days after that. */
const dayFrom = (days: number): string =>
  new Date(Date.parse(NOON) + days * 86_400_000).toISOString().slice(0, 10);

const subject = buildSubject({ name: NAME });
const about = { subjectId: subject.id };
const kept = (dueOn: string, words: string) =>
  buildPromise({ ...about, madeOn: dayFrom(-20), dueOn, words });
const RECORDS = [
  newRecord('subject', subject),
  newRecord(
    'referral',
    buildReferral({
      ...about,
      referrerId: undefined,
      status: 'accepted',
      receivedOn: dayFrom(-20),
      reference: 'TVP-2026-113',
    }),
  ),
  newRecord(
    'intervention',
    buildIntervention({ ...about, heldOn: dayFrom(-10), followUpDueOn: dayFrom(3) }),
  ),
  newRecord('promise', kept(dayFrom(-4), 'The lead was told that they would hear.')),
  newRecord('promise', kept(dayFrom(0), 'The mother was promised a call.')),
  newRecord('promise', kept(dayFrom(40), 'A certificate was promised.')),
  newRecord(
    'safeguardingConcern',
    buildSafeguardingConcern({ ...about, told: ['nobody-yet'], what: 'Not seen since Monday.' }),
  ),
];

describe('Today', () => {
  let officer: OfficerBrowser;
  let desk: Page;
  let worker: WebWorker;
  const badge = (): Promise<string> =>
    worker.evaluate(() => chrome.action.getBadgeText({}) as Promise<string>);
  const counts = (wanted: string): Promise<void> =>
    until(`the button says “${wanted}”`, async () => (await badge()) === wanted);
  const heading = (): Promise<string | undefined> =>
    desk.evaluate(() => document.querySelector('main h1')?.textContent ?? undefined);

  /**
   * Moves the keeper's page and this one, once the keeper answers, even if either reloaded; a frame of the page may be
   * a third.
   */
  const setsClock = async (): Promise<void> =>
    expect(await movesClock(officer, NOON)).toBeGreaterThanOrEqual(2);

  beforeAll(async () => {
    officer = await launchOfficer();
    const target = await officer.browser.waitForTarget((each) => each.type() === 'service_worker');
    worker = (await target.worker()) as WebWorker;
    desk = await officer.open('workspace.html');
    await sees(desk, 'Which vault do you want to set up?');
    await setsClock();
    await setsUp(desk);
  });
  afterAll(() => officer?.close());

  it('is the first screen of an empty vault, says what will stand here and how it begins', async () => {
    await sees(desk, 'Nothing needs you today');
    await until('it is Today', async () => (await heading()) === 'Today');
    expect(await badge()).toBe('');
    await presses(desk, 'Take an enquiry');
    await until('the enquiry is asked for', async () => (await heading()) !== 'Today');
    await goesTo(desk, 'Today');
  });

  it('shows what is due as soon as it is saved, the urgent first, each with its reason and its day', async () => {
    await askKeeper(desk, 'commit', crypto.randomUUID(), {
      changes: RECORDS,
      reason: 'case-work',
    });
    await sees(desk, 'First: somebody may be in danger');
    const rows = await desk.$$eval('.cp-due', (all) =>
      all.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ')),
    );
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('Say who was told about a safeguarding concern');
    expect(rows[1]).toContain('2 working days overdue');
    expect(rows[1]).toContain(NAME);
    expect(rows[1]).toContain('TVP-2026-113');
    expect(rows[1]).toContain('Fri 20 Nov');
    expect(rows[2]).toContain('Keep a promise');
    expect(rows[3]).toContain('in 3 working days');
    for (const row of rows) expect(row).toMatch(/ \d{1,2} [A-Z][a-z]{2}$/);
    await sees(desk, '1 thing is due after that.');
  });

  it('has only the number of what is due and overdue on the button, and only while unlocked', async () => {
    await counts('3');
    expect(await worker.evaluate(() => chrome.action.getTitle({}))).toBe('Capture this page');
    await locks(desk);
    await counts('');
    await setsClock();
    await unlocks(desk, OFFICER.passphrase);
    await counts('3');
  });

  it('has no number on the button once the keeper is gone, though it could not say so', async () => {
    await worker.evaluate(() => chrome.offscreen.closeDocument());
    // A keeper ended in this way says nothing: the next alarm finds it out. One rings each minute; here more often,
    // since the browser reports the page as closed a moment before it releases its locks.
    const rings = (): Promise<void> =>
      worker.evaluate(() => {
        const { onAlarm } = chrome.alarms as unknown as {
          readonly onAlarm: { dispatch(alarm: object): void };
        };
        onAlarm.dispatch({ name: 'any', scheduledTime: Date.now() });
      });
    await until('the button says nothing', async () => {
      await rings();
      return (await badge()) === '';
    });
    await desk.reload();
    await control(desk, 'Passphrase');
    await setsClock();
    await unlocks(desk, OFFICER.passphrase);
    await counts('3');
  });

  it('does a thing at one key, and it is gone once it is done', async () => {
    await goesTo(desk, 'Today');
    await sees(desk, 'First: somebody may be in danger');
    await desk.keyboard.press('1');
    await sees(desk, 'Not seen since Monday.');
    await presses(desk, 'Save who was told');
    await sees(desk, 'There is a problem');
    await chooses(desk, 'MASH or children’s social care');
    await presses(desk, 'Save who was told');
    await sees(desk, 'You have recorded who was told about the concern');
    await until('Today is back', async () => (await heading()) === 'Today');
    await until(
      'the concern is gone',
      async () => !(await says(desk, 'somebody may be in danger')),
    );
    await counts('2');
    await goesTo(desk, 'Concerns');
    await sees(desk, 'Open');
    await sees(desk, '1 concern');
  });

  it('says on the concern what is awaited, until it is acknowledged', async () => {
    await presses(desk, NAME);
    await sees(desk, 'It has not been acknowledged');
    await presses(desk, 'Record that it was acknowledged');
    await types(desk, 'Who acknowledged it', 'The front door');
    await presses(desk, 'Save the acknowledgement');
    await sees(desk, 'The acknowledgement is on record');
    await sees(desk, 'Review this concern');
  });

  it('goes up and down with the arrow keys, and does what the focus is on with Enter', async () => {
    await goesTo(desk, 'Today');
    await sees(desk, 'Overdue');
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('ArrowUp');
    await desk.keyboard.press('Enter');
    await sees(desk, 'Settle a promise');
  });

  it('shows in the diary what Today leaves out, and by kind', async () => {
    await goesTo(desk, 'Diary');
    await sees(desk, 'entries');
    const far = 'in 25 working days';
    expect(await says(desk, far)).toBe(false);
    await chooses(desk, 'How far ahead', 'Everything');
    await sees(desk, far);
    expect(await says(desk, 'Follow up a contact')).toBe(true);
    await presses(desk, 'Filter');
    await chooses(desk, 'Keep a promise (3)');
    await until('other kinds are gone', async () => !(await says(desk, 'was set for')));
    await sees(desk, '3 of 5 entries');
  });

  it('saves the diary as a calendar file that names nobody, once it is logged where it goes', async () => {
    await presses(desk, 'Save as a calendar file');
    await presses(desk, 'Save the calendar file');
    await sees(desk, 'There is a problem');
    await chooses(desk, 'Where is it going?', 'Supervisor');
    await types(desk, 'Who receives it?', 'My own calendar');
    await chooses(desk, 'Why is it disclosed?', 'Sharing information');
    const file = await saves(officer, () => presses(desk, 'Save the calendar file'));
    expect(file.name).toMatch(/^diary-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.ics$/);
    expect(file.text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(file.text).toContain('SUMMARY:Keep a promise');
    for (const secret of [NAME, 'TVP-2026-113', 'certificate', subject.id])
      expect(file.text).not.toContain(secret);
    const audit = (await askKeeper(desk, 'audit')) as readonly Record<string, unknown>[];
    expect(audit.filter(({ action }) => action === 'disclosure')).toMatchObject([
      { fields: ['diary'], recipients: ['supervisor', 'My own calendar'] },
    ]);
  });
});
