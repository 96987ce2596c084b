/**
 * The ground under a referral when the case leaves: whole to a colleague with its conditions, which stop them too; and
 * destroyed with the person, without the organisation, which others go to.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { exportsCard, makesFile, type Saving, takesIn } from './exchange-steps.ts';
import { closes, destroys, reviewsToDispose } from './fortnight-steps.ts';
import { ADDRESS, GIVEN, laysGround, savesWithConditions } from './ground-steps.ts';
import { decidesOn } from './intake-steps.ts';
import { opensSubject, WRITTEN } from './journey-steps.ts';
import { askKeeper, type HeldRecords, recordsById, recordsHeld } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { chooses, goesTo, INES, presses, sees, types, unlocks } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensFirstRow } from './tour-controls.ts';

const OTHER = 'Tamsin Aoife O’Connell';
/** The kinds that the ground is made of. */
const GROUND = [
  'offence',
  'organisation',
  'organisationLink',
  'onlineIdentifier',
  'sourceCapture',
] as const;

const savingIn =
  (officer: OfficerBrowser): Saving =>
  async (act) =>
    (await saves(officer, act)).path;

describe('the ground under a referral that leaves', () => {
  let [rowan, ines]: OfficerBrowser[] = [];
  let [here, there]: Page[] = [];
  let person = '';
  const both = () => {
    if (!rowan || !ines || !here || !there) throw new Error('There is no browser');
    return { rowan, ines, here, there };
  };
  const countsOf = (held: HeldRecords) =>
    Object.fromEntries(GROUND.map((kind) => [kind, held[kind].length]));

  beforeAll(async () => {
    const rms = await startPracticeRms();
    try {
      [rowan, ines] = await Promise.all([launchPrepared(), launchPrepared(INES)]);
      const page = await rowan.browser.newPage();
      await page.goto(`${rms.url}/lists/records/1`);
      const panel = await rowan.press(page);
      await unlocks(panel);
      await sees(panel, 'Review what was read');
      person = await savesWithConditions(panel);
      await panel.close();
      here = await rowan.open('workspace.html');
      await sees(here, 'Settings');
      await laysGround(here, person);
      await keepsSubject(here, OTHER);
      there = await opensUnlocked(ines);
    } finally {
      await rms.stop();
    }
  });
  afterAll(async () => {
    await rowan?.close();
    await ines?.close();
  });

  it('goes whole to a colleague, and nothing of anybody else with it', async () => {
    const { rowan, ines, here, there } = both();
    const card = await exportsCard(there, savingIn(ines));
    const sending = { card, subject: person, note: 'Has moved to your area.' };
    const made = await makesFile(here, sending, savingIn(rowan));
    await takesIn(there, made.path);
    const [sent, arrived] = [await recordsHeld(here), await recordsHeld(there)];
    expect(countsOf(sent)).toEqual({
      offence: 1,
      organisation: 1,
      organisationLink: 2,
      onlineIdentifier: 3,
      sourceCapture: 3,
    });
    expect(countsOf(arrived)).toEqual(countsOf(sent));
    const valuesOf = (held: HeldRecords) =>
      GROUND.map((kind) => Object.fromEntries(held[kind].map(({ id, value }) => [id, value])));
    expect(valuesOf(arrived)).toEqual(valuesOf(sent));
    expect(arrived.subject.map(({ value }) => value.name)).toEqual([person]);
    expect(arrived.subject[0]?.value.areas).toEqual([
      expect.objectContaining({ forceArea: '43', localAuthority: 'E06000038' }),
    ]);
  });

  it('is stopped there by the same conditions', async () => {
    const { there } = both();
    await opensSubject(there, person);
    await sees(there, 'Not to be used: conditions apply');
    expect(
      await there.$$eval('main a[href^="tel:"], main a[href^="mailto:"]', (all) => all.length),
    ).toBe(0);
    await presses(there, 'Case summary');
    await chooses(there, 'Where is it going?', 'Partner agency');
    await types(there, 'Who receives it?', WRITTEN.recipient);
    await chooses(there, 'Legal gateway', 'To safeguard a child');
    await sees(there, `given on conditions (package ${GIVEN.reference}, handling C A1 S2`);
    await sees(there, 'This document may not go to: Partner agency.');
  });

  it('is destroyed with the person, and the organisation and the other person are not', async () => {
    const { rowan, here } = both();
    await goesTo(here, 'Referrals');
    await opensFirstRow(here);
    await sees(here, 'What the referral says');
    await decidesOn(here, 'referral', 'Accept the referral', 'Suitable for the programme');
    await closes(here, person, 'Make first contact');
    await reviewsToDispose(here, person);
    expect(await destroys(rowan, here)).not.toContain('O’Connell');
    const held = await recordsHeld(here);
    expect(countsOf(held)).toEqual({
      offence: 0,
      organisation: 1,
      organisationLink: 0,
      onlineIdentifier: 0,
      sourceCapture: 0,
    });
    expect(held.subject.map(({ value }) => value.name)).toEqual([OTHER]);
    await goesTo(here, 'Organisations');
    await presses(here, 'Brackenfield Vale School');
    await sees(here, 'No words are joined to it.');
    await goesTo(here, 'Subjects');
    await types(here, 'Find a subject', ADDRESS);
    await sees(here, 'Nothing here matches.');
    expect(JSON.stringify(recordsById(held))).not.toContain(ADDRESS);
    expect(JSON.stringify(await askKeeper(here, 'audit'))).toContain('"erasure"');
  });
});
