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
import { draftOf } from './journey-steps.ts';
import { type HeldRecord, type HeldRecords, recordsHeld } from './keeper-ask.ts';
import { control, presses, sees, setsUp, unlocks } from './officer.ts';
import { differences, expectedOf, valuesHeld, valuesOf } from './shown-values.ts';

/** What starts as *leave*, and so is not in the records. */
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
  }, 120_000);
  afterAll(async () => {
    await firefox?.close();
    await rms?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sets up a vault, locks it and unlocks it', async () => {
    await setsUp(desk);
    await sees(desk, 'No subjects yet.');
    await presses(desk, 'Lock');
    await unlocks(desk);
    await sees(desk, 'No subjects yet.', 60_000);
  });

  it('files a referral from a saved page', async () => {
    const address = `${rms.url}/summary/records/1`;
    const html = await (await fetch(address)).text();
    const file = join(folder, 'record.html');
    // As browsers write it when they save a page.
    const mark = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->`;
    writeFileSync(file, html.replace('<html', `${mark}\n<html`));

    await presses(desk, 'Read a saved page');
    await readsFile(desk, file);
    const shown = expectedOf(shownOn(rms.record('1'), 'summary'));
    expect(differences(shown, valuesOf((await draftOf(desk)).rows))).toEqual([]);

    await presses(desk, 'Save as referral');
    await sees(desk, 'What next?');
    await presses(desk, 'Open the subject');
    await sees(desk, 'Opening this page was logged.');
    await sees(desk, 'Tamsin Aoife O’Connell-Vael');
  });

  it('files a referral from a snapshot file', async () => {
    const url = `${rms.url}/lists/records/7`;
    const file = join(folder, 'record.json');
    writeFileSync(file, JSON.stringify(snapshotOfHtml(await (await fetch(url)).text(), { url })));
    await presses(desk, 'Saved page');
    await readsFile(desk, file);
    const shown = expectedOf(shownOn(rms.record('7'), 'lists'));
    expect(differences(shown, valuesOf((await draftOf(desk)).rows))).toEqual([]);
    await presses(desk, 'Save as referral');
    await sees(desk, 'What next?');
  });

  it('has it still after a lock', async () => {
    await presses(desk, 'Lock');
    await unlocks(desk);
    await sees(desk, 'Saved page', 60_000);
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

/** The records that hang together with the referral of that reference. */
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
