import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PracticeRms,
  shownOn,
  startPracticeRms,
} from '../../../examples/practice-rms/src/index.ts';
import { type FirefoxOfficer, launchFirefoxOfficer } from './firefox.ts';
import { setsUp } from './first-run-steps.ts';
import { discards, draftOf } from './journey-steps.ts';
import { type HeldRecord, type HeldRecords, recordsHeld } from './keeper-ask.ts';
import {
  chooses,
  control,
  dates,
  goesTo,
  locks,
  presses,
  sees,
  types,
  unlocks,
} from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import { differences, expectedOf, valuesHeld, valuesOf } from './shown-values.ts';
import { opensSection, opensSetting, takesRow } from './tour-controls.ts';

/** Paths that start as *leave*, and so are not in the records. */
const LEFT = /^(relatedPersons|referral\.(narrative|statedRisk))/;

describe('the workspace in Firefox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'officer-saved-'));
  let rms: PracticeRms;
  let firefox: FirefoxOfficer;
  let desk: Page;

  beforeAll(async () => {
    rms = await startPracticeRms();
    firefox = await launchFirefoxOfficer();
    desk = await firefox.open('workspace.html');
  });
  afterAll(async () => {
    await firefox?.close();
    await rms?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sets up a vault, locks it and unlocks it', async () => {
    await setsUp(desk);
    await sees(desk, 'Nothing needs you today');
    await locks(desk);
    await unlocks(desk);
    await sees(desk, 'Nothing needs you today', 60_000);
  });

  it('files a referral from a saved page', async () => {
    const address = `${rms.url}/summary/records/1`;
    const html = await (await fetch(address)).text();
    const file = join(folder, 'record.html');
    // The mark of browsers on a page they save.
    const mark = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->`;
    writeFileSync(file, html.replace('<html', `${mark}\n<html`));

    await goesTo(desk, 'Saved page');
    await readsFile(desk, file);
    const shown = expectedOf(shownOn(rms.record('1'), 'summary'));
    expect(differences(shown, valuesOf((await draftOf(desk)).rows))).toEqual([]);

    await savesReferral(desk);
    await sees(desk, 'What next?');
    await presses(desk, 'Open the subject');
    await sees(desk, 'Opening this page was logged.');
    await sees(desk, 'Tamsin Aoife O’Connell-Vael');
  });

  it('files a referral from a snapshot file', async () => {
    const url = `${rms.url}/lists/records/7`;
    const file = join(folder, 'record.json');
    writeFileSync(file, JSON.stringify(snapshotOfHtml(await (await fetch(url)).text(), { url })));
    await goesTo(desk, 'Saved page');
    await readsFile(desk, file);
    const shown = expectedOf(shownOn(rms.record('7'), 'lists'));
    expect(differences(shown, valuesOf((await draftOf(desk)).rows))).toEqual([]);
    await savesReferral(desk);
    await sees(desk, 'What next?');
  });

  it('knows a person again from a saved page, and keeps what it says differently', async () => {
    const file = join(folder, 'school.html');
    writeFileSync(
      file,
      `<h1>School record</h1><h2>Pupil</h2><dl><dt>Full name</dt><dd>Tamsin O’Connell-Vael</dd>
      <dt>Date of birth</dt><dd>14/03/2008</dd><dt>Mobile</dt><dd>07700 900417</dd>
      <dt>Communication needs</dt><dd>Large print</dd></dl>`,
    );
    await goesTo(desk, 'Saved page');
    await readsFile(desk, file);
    await takesRow(desk, 'Large print');
    await sees(desk, 'Why you may take: Communication and support needs');
    await chooses(desk, 'Condition', 'Schedule 8: safeguarding');
    await types(desk, 'Why it is strictly necessary', 'The talk is held in large print.');
    await savesReferral(desk);
    await sees(desk, 'Have we seen this person before?');
    await chooses(desk, 'Same person: Tamsin Aoife O’Connell-Vael');
    await chooses(desk, 'Referral ');
    await sees(desk, 'What is recorded differently');
    for (const choice of await desk.$$('.cp-seen__conflicts input[value="held"]')) {
      await choice.focus();
      await desk.keyboard.press('Space');
    }
    await savesReferral(desk);
    await sees(desk, 'Added to the referral');
    await presses(desk, 'Open the subject');
    await opensSection(desk, 'Details');
    await sees(desk, 'Recorded as: 14 March 2008');
    await presses(desk, 'Where did this come from? name');
    await presses(desk, 'Show it on the page');
    await sees(desk, 'Opening this copy was logged.');
  });

  it('takes a call into the review, and throws it away when told', async () => {
    await goesTo(desk, 'Capture');
    await presses(desk, 'Type what you were told');
    await types(desk, 'Where is it from?', 'Telephone call');
    await types(desk, 'Who told you?', 'Ottilie Brandt');
    await dates(desk, 'When did they tell you?', '24/11/2024');
    await types(desk, 'Time', '09:15');
    await types(desk, 'Name', 'Rowan Elm');
    await presses(desk, 'Review this');
    await sees(desk, 'Review what was read');
    const { origins } = await draftOf(desk);
    expect(origins.map(({ way }) => way)).toEqual(['typed']);
    await discards(desk);
  });

  it('keeps the reference of the policy document, and has it after a lock', async () => {
    await opensSetting(desk, 'Appropriate policy document');
    await types(desk, 'Reference of the document', 'APD-2027-04');
    await desk.keyboard.press('Enter');
    await sees(desk, 'The reference was saved.');
    await locks(desk);
    await unlocks(desk);
    await sees(desk, 'Appropriate policy document', 60_000);
    const box = await control(desk, 'Reference of the document');
    expect(await box.evaluate((input) => (input as HTMLInputElement).value)).toBe('APD-2027-04');
  });

  it('has it still after a lock', async () => {
    await locks(desk);
    await unlocks(desk);
    await sees(desk, 'Settings', 60_000);
    const all = await recordsHeld(desk);
    const [first, second] = ['1', '7'].map((id) => caseOf(all, rms.record(id).reference));
    expect(all.referral).toHaveLength(2);
    expect(second?.subject).toHaveLength(1);
    const records = first ?? all;
    const taken = Object.entries(expectedOf(shownOn(rms.record('1'), 'summary'))).filter(
      ([path]) => !LEFT.test(path),
    );
    expect(differences(Object.fromEntries(taken), valuesHeld(records))).toEqual([]);
    expect(records.relatedPerson).toEqual([]);
  });
});

async function readsFile(desk: Page, file: string): Promise<void> {
  const input = (await control(desk, 'Saved page')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
  await presses(desk, 'Read the file');
  await sees(desk, 'Review what was read', 60_000);
}

/** The records that belong to the case of this referral's reference. */
function caseOf(all: HeldRecords, reference: string): HeldRecords {
  const referral = all.referral.filter(({ value }) => value.reference === reference);
  const [of] = referral;
  const ids = [of?.value.subjectId, of?.value.referrerId];
  const mine = (held: readonly HeldRecord[]) =>
    held.filter(({ id, value }) => ids.includes(id) || ids.includes(value.subjectId));
  return {
    ...all,
    referral,
    subject: mine(all.subject),
    referrer: mine(all.referrer),
    relatedPerson: mine(all.relatedPerson),
    onlineIdentifier: mine(all.onlineIdentifier),
  };
}
